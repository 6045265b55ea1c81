"""Which cities the address asks to compare, and everything that can be wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from components.shell.city_address import Near, near
from components.view import View
from components.words.catalogue import listing
from components.words.i18n import _, ngettext
from data import queries
from data.queries.compare import Sharing, cards, rounds_of
from data.rows import CitySummary, RoundRow
from data.settings import settings
from data.store import Snapshot
from pages.compare.shared import MOST_CITIES, TOKENS, Compared

MOST_NEAR = 3


class Unknown(NamedTuple):
    """A city id that the data set does not hold."""

    id: str
    near: Near


class Choice(NamedTuple):
    """The cities of a comparison.

    cities: those with a report, in the reader's order; silent: known, but without a report for the
    year asked for; years: of all rounds of the cities, newest first.
    """

    cities: tuple[Compared, ...]
    silent: tuple[CitySummary, ...]
    unknown: tuple[Unknown, ...]
    years: tuple[int, ...]
    notices: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids to keep in the address: what is known."""
        return (*(c.id for c in self.cities), *(c.id for c in self.silent))


def choose(store: Snapshot, view: View) -> Choice:
    """The first six known cities of the view, each with its round.

    The year of the view is common to all: each city then stands at its newest round that is neither
    later nor older than the window.
    """
    by_id = {c.id: c for c in queries.cities(store)}
    asked = [by_id[key] for key in view.cities if key in by_id]
    unknown = tuple(
        Unknown(key, near(store, key, MOST_NEAR))
        for key in view.cities[:MOST_CITIES]
        if key not in by_id
    )
    kept = asked[:MOST_CITIES]
    rounds = rounds_of(store, tuple(c.id for c in kept))
    at = {c.id: _round(rounds.get(c.id, ()), view.asof) for c in kept}
    standing = [(c, r) for c in kept if (r := at[c.id]) is not None]
    found = cards(store, tuple((c.id, r.as_of) for c, r in standing))
    return Choice(
        tuple(
            Compared(city, token, report, card)
            for (city, report), token, card in zip(standing, TOKENS, found, strict=False)
        ),
        tuple(c for c in kept if at[c.id] is None),
        unknown,
        tuple(sorted({r.as_of for own in rounds.values() for r in own}, reverse=True)),
        tuple(_notices(view, asked, unknown)),
    )


def reason(proposed: Sharing) -> str:
    """Why a city is proposed."""
    shared = shared_text(proposed.n_shared)
    also = [
        text
        for holds, text in (
            (proposed.same_region, _("same region")),
            (proposed.same_size, _("similar size")),
        )
        if holds
    ]
    return ", ".join([shared, *also])


def shared_text(n: int) -> str:
    """A count of shared points."""
    return ngettext("%(num)s shared point", "%(num)s shared points", n)


def _round(rounds: Sequence[RoundRow], year: int | None) -> RoundRow | None:
    if year is None:
        return rounds[0] if rounds else None
    window = settings().window_years
    return next((r for r in rounds if year - window < r.as_of <= year), None)


def _notices(view: View, asked: Sequence[CitySummary], unknown: Sequence[Unknown]) -> list[str]:
    said = []
    if len(view.cities) > MOST_CITIES:
        said.append(
            _(
                "The address names %(n)s cities; the first %(most)s are compared.",
                n=len(view.cities),
                most=min(MOST_CITIES, len(asked)),
            )
        )
    if unknown:
        said.append(
            ngettext(
                "This data set has no city “%(names)s”.",
                "This data set has no cities “%(names)s”.",
                len(unknown),
                names=listing([u.id[:40] for u in unknown]),
            )
        )
    return said
