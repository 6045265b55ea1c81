"""Which cities a city is shown against, in words and numbers."""

from __future__ import annotations

from collections.abc import Callable

from analysis.numbers import PEER_BAND_N
from components.i18n import _, ngettext
from data.queries import PeerGroup

CHOICES = ("auto", "all", "size", "region", "income")


def resolve(choice: str, group: Callable[[str], PeerGroup]) -> PeerGroup:
    """The group of the reader's choice; ``auto`` is similar size where a peer band is possible.

    ``group`` answers for one fixed choice (``queries.peer_group`` of a city and year).
    """
    if choice != "auto":
        return group(choice)
    similar = group("size")
    return similar if similar.choice == "size" and len(similar.ids) >= PEER_BAND_N else group("all")


def choice_name(choice: str) -> str:
    """A choice in the control."""
    return {
        "auto": _("best fit"),
        "all": _("all cities"),
        "size": _("similar size"),
        "region": _("same UN region"),
        "income": _("same income group"),
    }[choice]


def phrase(group: PeerGroup, synthetic: bool) -> str:
    """The group as it is spoken: ``24 fictional cities of 100 000 to 500 000 people``."""
    n = len(group.ids)
    cities = (
        ngettext("%(num)s other fictional city", "%(num)s other fictional cities", n)
        if synthetic
        else ngettext("%(num)s other published city", "%(num)s other published cities", n)
    )
    if group.choice == "size":
        return _("%(cities)s of %(size)s", cities=cities, size=_(group.label or ""))
    if group.choice in ("region", "income"):
        return _("%(cities)s, %(label)s", cities=cities, label=_(group.label or ""))
    return cities
