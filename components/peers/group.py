"""Which cities a city is shown against: the reader's choice, pins and omissions made a group."""

from __future__ import annotations

from typing import Literal

from analysis.likeness import NEAREST
from analysis.numbers import PEER_BAND_N
from components.peers.likeness import likenesses
from components.view import View
from components.words.i18n import _, ngettext
from data.queries.peers import PeerCity, PeerGroup, peer_cities
from data.store import Snapshot

Pool = Literal["reports", "any"]
"""reports: cities that stand on a report; any: also those with other statistics alone."""

CHOICES = ("auto", "all", "size", "region", "income", "country", "like")

_FIELDS = {
    "size": "size_band",
    "region": "un_region",
    "income": "income_group",
    "country": "country",
}


def resolve(
    store: Snapshot,
    view: View,
    city_id: str | None,
    as_of: int | None = None,
    pool: Pool = "reports",
) -> PeerGroup:
    """The group of the view around a city; around none it is all cities with pins and omissions.

    ``as_of``: cities stand on their newest round inside the window of that year, None on their
    newest of all. ``auto`` is similar size where a peer band is possible, else all. Pinned cities
    are added, left out ones taken away (leaving out wins); the city itself is never its own peer.
    """
    cities = {c.id: c for c in peer_cities(store, as_of)}
    found = {c.id: c for c in cities.values() if c.id != city_id and usable(c, pool)}
    own = cities.get(city_id or "")
    choice, label, ids = _chosen(store, view, own, as_of, found)
    left = tuple(i for i in view.leave if i in found)
    pinned = tuple(i for i in view.pin if i in found and i not in left)
    return PeerGroup(
        choice,
        label,
        tuple(sorted({*ids, *pinned} - set(left))),
        view.group,
        pinned,
        left,
        tuple(i for i in view.pin if i not in found and i != city_id),
    )


def usable(city: PeerCity, pool: Pool) -> bool:
    """Whether a city has something to stand in a group with."""
    return city.reported is not None or (pool == "any" and city.other)


def _chosen(
    store: Snapshot,
    view: View,
    own: PeerCity | None,
    as_of: int | None,
    others: dict[str, PeerCity],
) -> tuple[str, str | None, list[str]]:
    """Choice, its label and its cities before the reader's own hand."""
    if view.peers == "like" and own is not None:
        near = [
            found.city.id
            for found in likenesses(store, own.id, as_of, view.mix)
            if found.distance is not None
            and found.city.id in others
            and found.city.id not in view.leave
        ]
        if near:
            return "like", None, near[:NEAREST]
    choice = "size" if view.peers == "auto" else view.peers
    field = _FIELDS.get(choice)
    label: str | None = getattr(own, field) if field and own is not None else None
    if field and label is not None:
        ids = [c.id for c in others.values() if getattr(c, field) == label]
        if view.peers != "auto" or len(ids) >= PEER_BAND_N:
            return choice, label, ids
    return "all", None, list(others)


def choice_name(choice: str) -> str:
    """A choice in the control."""
    return {
        "auto": _("best fit"),
        "all": _("all with a report"),
        "size": _("similar size"),
        "region": _("same UN region"),
        "income": _("same income group"),
        "country": _("same country"),
        "like": _("most alike"),
    }[choice]


def phrase(group: PeerGroup, synthetic: bool) -> str:
    """The group as it is spoken: ``24 fictional cities of 100 000 to 500 000 people``."""
    n = len(group.ids)
    if group.choice == "like" and not group.name:
        return (
            ngettext("the fictional city most alike", "the %(num)s fictional cities most alike", n)
            if synthetic
            else ngettext(
                "the published city most alike", "the %(num)s published cities most alike", n
            )
        )
    cities = (
        ngettext("%(num)s other fictional city", "%(num)s other fictional cities", n)
        if synthetic
        else ngettext("%(num)s other published city", "%(num)s other published cities", n)
    )
    if group.name:
        return _("%(name)s: %(cities)s", name=group.name, cities=cities)
    if group.pinned or group.left:
        return _("%(cities)s, your choice", cities=cities)
    if group.choice == "size":
        return _("%(cities)s of %(size)s", cities=cities, size=_(group.label or ""))
    if group.choice in _FIELDS:
        return _("%(cities)s, %(label)s", cities=cities, label=_(group.label or ""))
    return cities
