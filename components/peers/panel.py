"""The peer group opened: how it is chosen, who is in it and why, pins, omissions and its name.

A page holds only the button (``components.peers.place``); the panel is asked for when a reader opens
it, so that no page waits for likenesses that nobody looks at.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from analysis.likeness import CRITERIA, NEAREST
from analysis.numbers import MEDIAN_N, PEER_BAND_N
from components.html import render
from components.peers import group as peers
from components.peers import words as peer_words
from components.peers.likeness import Likeness, likenesses, mix_of
from components.view import View
from components.words.i18n import _, number
from data.queries.peers import PeerCity, PeerGroup, peer_cities
from data.store import Snapshot

MOST_LISTED = 24
"""Cities of a group listed with their sentence; the rest is counted."""

MOST_OFFERED = 4
"""Nearest cities outside the group that are offered, and named for want of a report."""

WEIGHTS = (0.0, 1.0, 2.0, 3.0)


class Peer(NamedTuple):
    """A city as listed. sentence: empty where no city is at the centre."""

    id: str
    name: str
    country: str
    href: str
    sentence: str
    pinned: bool
    pin: str
    leave: str


def peer_panel(
    store: Snapshot,
    view: View,
    path: str,
    city_id: str | None,
    as_of: int | None,
    group: PeerGroup,
    *,
    pool: peers.Pool = "reports",
    with_choice: bool = True,
) -> Markup:
    """The inside of the panel.

    ``group`` is what ``peers.resolve`` gave for the same arguments; ``with_choice`` adds the select
    of the group, which City has in its head already.
    """
    cities = {c.id: c for c in peer_cities(store, as_of)}
    own = cities.get(city_id or "")
    mix = mix_of(view)
    near = likenesses(store, own.id, as_of, view.mix) if own else _unmeasured(cities)

    def listed(found: Likeness) -> Peer:
        one = found.city
        return Peer(
            one.id,
            one.name,
            one.country,
            view.elsewhere().href(f"/city/{one.id}"),
            peer_words.sentence(own, found, mix) if own else "",
            one.id in group.pinned,
            view.href(path, **_toggled(view, "pin", "leave", one.id)),
            view.href(path, **_toggled(view, "leave", "pin", one.id)),
        )

    inside = [found for found in near if found.city.id in group.ids]
    offered = [
        found
        for found in near
        if found.city.id not in (*group.ids, *group.left) and peers.usable(found.city, pool)
    ]
    unreported = [found for found in near if own and not peers.usable(found.city, pool)]
    touched = bool(view.pin or view.leave or view.group or view.mix)
    return render(
        "peers/panel",
        view=view,
        own=own,
        group=group,
        n=len(group.ids),
        spoken=peers.phrase(group, store.data_set == "example"),
        choices=[(c, peers.choice_name(c)) for c in peers.CHOICES] if with_choice else [],
        fell_back=view.peers in ("size", "region", "income", "country", "like")
        and group.choice != view.peers,
        asked=peers.choice_name(view.peers),
        like=group.choice == "like",
        by_likeness=view.href(path, peers="like") if own and view.peers != "like" else "",
        nearest=NEAREST,
        methods=view.elsewhere().href("/methods") + "#peers",
        criteria=[_criterion(name, mix[name]) for name in CRITERIA],
        listed=[listed(found) for found in inside[:MOST_LISTED]],
        more=max(0, len(inside) - MOST_LISTED),
        offered=[listed(found) for found in offered[:MOST_OFFERED]],
        unreported=[listed(found) for found in unreported[:MOST_OFFERED]],
        left=[
            (cities[i].name, i, view.href(path, leave=tuple(x for x in view.leave if x != i)))
            for i in group.left
        ],
        absent=[cities[i].name if i in cities else i for i in group.absent],
        band_n=PEER_BAND_N,
        median_n=MEDIAN_N,
        reset=view.href(path, pin=(), leave=(), group=None, mix=()) if touched else "",
    )


def _unmeasured(cities: dict[str, PeerCity]) -> list[Likeness]:
    """All cities by name where there is no city to measure from."""
    ordered = sorted(cities.values(), key=lambda c: c.name)
    return [Likeness(c, None, (None,) * len(CRITERIA), 0) for c in ordered]


def _toggled(view: View, into: str, out_of: str, city: str) -> dict[str, Any]:
    """``city`` put into or taken from one list of the view, and never in both."""
    here: tuple[str, ...] = getattr(view, into)
    there: tuple[str, ...] = getattr(view, out_of)
    return {
        into: tuple(i for i in here if i != city) if city in here else (*here, city),
        out_of: tuple(i for i in there if i != city),
    }


def _criterion(name: str, weight: float) -> tuple[str, str, list[tuple[str, str, bool]]]:
    """Key, label and (value, words, selected) of a criterion's weights."""
    words = {0.0: _("left out"), 1.0: _("counts"), 2.0: _("counts twice"), 3.0: _("three times")}
    offered = sorted({*WEIGHTS, weight})
    options = [
        (
            f"{w:.15g}",
            words.get(w) or _("× %(n)s", n=number(w)),
            w == weight,
        )
        for w in offered
    ]
    label = peer_words.criterion(name)
    return name, label[:1].upper() + label[1:], options
