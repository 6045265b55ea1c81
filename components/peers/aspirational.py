"""Cities further on in one data point: best practice with a feasible target (METHODS §10)."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from markupsafe import Markup

from analysis.scoring import band
from components.html import render
from components.view import View
from components.words.catalogue import listing
from components.words.i18n import _, number
from components.words.values import value_text
from data.queries.peers import PeerCity, origins, peer_cities, point_stands
from data.source_rows import DefinitionRow
from data.store import Snapshot

MOST_SHOWN = 3

_CONTEXT = ("size_band", "income_group", "un_region")


class Ahead(NamedTuple):
    """A city in a better band on a point. value and gap in the point's unit, gap = value - own.

    same: the parts of the context it shares, of ``size_band``, ``income_group``, ``un_region``;
    empty for every city of an answer where none shares any.
    """

    city: PeerCity
    same: tuple[str, ...]
    value: float
    gap: float
    progress: float
    band: int
    year: int
    publication: str
    source_url: str | None


def aspirational(
    store: Snapshot, city_id: str, point_key: str, as_of: int, most: int = MOST_SHOWN
) -> tuple[Ahead, ...]:
    """Cities of the same context in a better band, those alike in most first, then the nearest.

    Same context: the size band, income group or UN region is shared; where no city further on
    shares one, all are offered. Reports only. Empty where the city itself has no scored value or
    stands in the highest band.
    """
    stands = point_stands(store, as_of, point_key)
    cities = {c.id: c for c in peer_cities(store, as_of)}
    own = next((s for s in stands if s.city_id == city_id), None)
    if own is None:
        return ()
    here = cities[city_id]
    bands = dict(zip(stands, band([s.progress for s in stands]).tolist(), strict=True))
    found = [(shared(here, cities[s.city_id]), s) for s in stands if bands[s] > bands[own]]
    alike = [(same, s) for same, s in found if same]
    chosen = sorted(alike or found, key=lambda f: (-len(f[0]), f[1].progress, f[1].city_id))[:most]
    rounds = tuple((s.city_id, cities[s.city_id].reported or as_of) for _same_as, s in chosen)
    origin = {o.city_id: o for o in origins(store, point_key, rounds)} if rounds else {}
    return tuple(
        Ahead(
            cities[s.city_id],
            same,
            s.value,
            s.value - own.value,
            s.progress,
            bands[s],
            origin[s.city_id].year,
            origin[s.city_id].publication,
            origin[s.city_id].source_url,
        )
        for same, s in chosen
    )


class InContext(Protocol):
    """A city, or a row of one, with what is known of its context."""

    @property
    def size_band(self) -> str | None:
        """Band of its population."""

    @property
    def income_group(self) -> str | None:
        """The World Bank's group of its country."""

    @property
    def un_region(self) -> str | None:
        """The UN's region."""


def shared(own: InContext, other: InContext) -> tuple[str, ...]:
    """The parts of the context that two cities have in common."""
    return tuple(
        field
        for field in _CONTEXT
        if getattr(own, field) is not None and getattr(own, field) == getattr(other, field)
    )


def gap_text(gap: float, unit: str) -> str:
    """The gap in the point's unit: ``12 percentage points more``. Empty for yes or no."""
    if unit == "yes/no":
        return ""
    size = abs(gap)
    points = unit.startswith("%")
    words = _("%(n)s percentage points", n=number(size)) if points else value_text(size, unit)
    return _("%(gap)s more", gap=words) if gap > 0 else _("%(gap)s less", gap=words)


def context_text(ahead: Ahead) -> str:
    """What the city shares: ``same size and income group``."""
    names = {
        "size_band": _("size"),
        "income_group": _("income group"),
        "un_region": _("UN region"),
    }
    if not ahead.same:
        return _("another context")
    return _("same %(what)s", what=listing([names[field] for field in ahead.same]))


def ahead_list(
    view: View, city_name: str, definition: DefinitionRow, found: tuple[Ahead, ...]
) -> Markup:
    """The list under its heading for the source of a point; empty where nobody is further on."""
    if not found:
        return Markup("")
    keep = view.elsewhere()
    return render(
        "peers/ahead",
        heading=_("Cities like %(city)s, further on here", city=city_name)
        if found[0].same
        else _("Cities further on here"),
        unit=definition.unit,
        rows=[
            (
                one,
                keep.href(f"/city/{one.city.id}", point=definition.key),
                gap_text(one.gap, definition.unit),
                context_text(one),
            )
            for one in found
        ],
    )
