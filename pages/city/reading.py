"""What the scorecard of a city says: everything its page, its files and its callbacks are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from components.controls.lenses import lens_notices, lens_points
from components.controls.rounds import at
from components.peers.group import phrase, resolve
from components.peers.likeness import mix_notices
from components.scores.statuses import category_statuses
from components.view import View
from components.words.i18n import _
from data import queries
from data.queries import PeerGroup
from data.rows import CityRow, PointRow, RollupRow, RoundRow, RoundSource
from data.source_rows import BuildRow
from data.store import Snapshot


@dataclass(frozen=True)
class CityReading:
    """A city of the data set in one round; ``chosen`` is None where no report of it is held."""

    store: Snapshot
    view: View
    city: CityRow
    rounds: Sequence[RoundRow]
    chosen: RoundRow | None
    group: PeerGroup
    points: Sequence[PointRow]
    rollups: Sequence[RollupRow]
    build: BuildRow
    notices: tuple[str, ...]

    @property
    def path(self) -> str:
        """Address of the page."""
        return f"/city/{self.city.id}"

    @property
    def has_scorecard(self) -> bool:
        """Whether the round holds a value of a report."""
        return self.chosen is not None and self.chosen.n_held > 0

    @property
    def as_of(self) -> int | None:
        """Year of the round."""
        return self.chosen.as_of if self.chosen else None

    @property
    def example(self) -> bool:
        """Whether the city is fictional."""
        return self.view.data == "example"

    @cached_property
    def other_sources(self) -> Sequence[RoundSource]:
        """What the round stands on besides its own submission."""
        if self.as_of is None:
            return ()
        return queries.other_sources(self.store, self.city.id, self.as_of)

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        """Why a category has no score, by its key."""
        return category_statuses(self.points, self.rollups)

    @cached_property
    def kept(self) -> frozenset[str] | None:
        """Points of the lens, None where all are kept."""
        return lens_points(self.view)

    @cached_property
    def peers_phrase(self) -> str:
        """The peer group as it is spoken of."""
        return phrase(self.group, self.example)

    @property
    def source_line(self) -> str:
        """Source of every chart, as it is printed under a downloaded picture."""
        synthetic = _("Synthetic data, fictional city. ") if self.example else ""
        publication = self.chosen.publication if self.chosen else _("no report")
        return synthetic + _(
            "Source: %(publication)s; U4SSC’s rule, targets of SSC Atlas; data version %(version)s.",
            publication=publication,
            version=self.build.version,
        )


def read_city(store: Snapshot, view: View, city_id: str) -> CityReading | None:
    """The reading of a city, None where the data set does not know it."""
    city = queries.city(store, city_id)
    if city is None:
        return None
    view, notices = _known(store, view)
    rounds = queries.rounds(store, city_id)
    chosen = at(rounds, view.asof)
    as_of = chosen.as_of if chosen else None
    held = chosen is not None and chosen.n_held > 0
    group = resolve(store, view, city_id, as_of or 0)
    ids = group.ids if held else ()
    return CityReading(
        store=store,
        view=view,
        city=city,
        rounds=rounds,
        chosen=chosen,
        group=group,
        points=queries.scorecard(store, city_id, as_of, ids),
        rollups=queries.rollups(store, city_id, as_of, ids)
        if held and as_of is not None
        else queries.empty_rollups(store),
        build=queries.build(store),
        notices=(
            *notices,
            *_other_round(chosen, view.asof),
            *lens_notices(view),
            *mix_notices(view),
        ),
    )


def _other_round(shown: RoundRow | None, year: int | None) -> tuple[str, ...]:
    """A notice where the as-of year has no round of its own."""
    if shown is None or year in (None, shown.as_of):
        return ()
    return (
        _(
            "No report of %(asked)s is available; the round of %(shown)s is shown.",
            asked=year,
            shown=shown.as_of,
        ),
    )


def _known(store: Snapshot, view: View) -> tuple[View, tuple[str, ...]]:
    """The view without a point or category that its table has not; a notice for each."""
    points = {p.key: p for p in queries.definitions(store)}
    categories = {key for p in points.values() for key in (p.category, p.dimension)}
    kept = lens_points(view)
    said = []
    if view.point and view.point not in points:
        said.append(_("There is no data point “%(key)s”; none is opened.", key=view.point))
        view = replace(view, point=None)
    elif view.point and kept is not None and view.point not in kept:
        said.append(
            _("The lens leaves out “%(point)s”; it is not opened.", point=points[view.point].name)
        )
        view = replace(view, point=None)
    if view.category and view.category not in categories:
        said.append(_("“%(key)s” is not a category; all data points are shown.", key=view.category))
        view = replace(view, category=None)
    return view, tuple(said)
