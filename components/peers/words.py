"""One sentence why a city stands beside another: what they share, what differs, what is unknown."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.likeness import CRITERIA, LATITUDE_BANDS
from components.peers.likeness import Likeness
from components.words.catalogue import listing
from components.words.i18n import _, ngettext, number
from data.queries.peers import PeerCity

SIZE_ALIKE = 1.5
"""Populations up to this many times one another are called alike in size."""

PROFILE_ALIKE = 1.0
"""Root mean square of z-score differences up to which reported values are called alike."""


def criterion(name: str) -> str:
    """A criterion of likeness in a sentence or a label."""
    return {
        "population": _("size"),
        "region": _("UN region"),
        "income": _("income group"),
        "latitude": _("latitude"),
        "profile": _("reported values"),
    }[name]


def sentence(own: PeerCity, found: Likeness, mix: Mapping[str, float]) -> str:
    """``Like Valencia in income group and latitude; 28 % of its size. Left out: …``.

    Criteria that weigh nothing are not spoken of.
    """
    counted = [
        (name, difference)
        for name, difference in zip(CRITERIA, found.differences, strict=True)
        if mix[name] > 0
    ]
    same: list[str] = []
    other: list[str] = []
    unknown: list[str] = []
    for name, difference in counted:
        if difference is None:
            unknown.append(_unknown(name, found))
        elif _alike(name, difference, own, found.city):
            same.append(criterion(name))
        else:
            other.append(_other(name, own, found.city))
    parts = []
    if same:
        parts.append(_("like %(own)s in %(same)s", own=own.name, same=listing(same)))
    elif other:
        parts.append(_("unlike %(own)s", own=own.name))
    if other:
        parts.append(", ".join(other))
    words = _capital(_("%(parts)s.", parts="; ".join(parts))) if parts else ""
    if unknown:
        words += (" " if words else "") + _("Left out: %(what)s.", what=listing(unknown))
    return words


def _alike(name: str, difference: float, own: PeerCity, city: PeerCity) -> bool:
    if name == "population" and own.population and city.population:
        return 1 / SIZE_ALIKE <= city.population / own.population <= SIZE_ALIKE
    return difference <= PROFILE_ALIKE if name == "profile" else difference == 0


def _other(name: str, own: PeerCity, city: PeerCity) -> str:
    """How the city differs on a criterion that is known for both."""
    if name == "population" and own.population and city.population:
        ratio = city.population / own.population
        if 1.95 <= ratio < 2.05:
            return _("twice its size")
        if ratio > 1:
            return _("%(n)s times its size", n=number(ratio, significant=2))
        return _("%(n)s %% of its size", n=number(100 * ratio, significant=2))
    if name == "region":
        return _("in %(region)s", region=_(city.un_region or ""))
    if name == "income":
        group = _(city.income_group or "")
        return group[:1].lower() + group[1:]
    if name == "latitude":
        warmer = _from_equator(city) < _from_equator(own)
        return _("warmer by latitude") if warmer else _("colder by latitude")
    return _("other values reported")


def _from_equator(city: PeerCity) -> int:
    return LATITUDE_BANDS.index(city.latitude_band or "")


def _unknown(name: str, found: Likeness) -> str:
    if name == "profile" and found.shared:
        return ngettext(
            "reported values (%(num)s shared point)",
            "reported values (%(num)s shared points)",
            found.shared,
        )
    return criterion(name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
