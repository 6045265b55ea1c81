"""The largest text of a map, generated and true of one year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from components.words.i18n import _, ngettext
from components.words.reached import reached, share
from components.words.values import band_name, score_text, value_text
from data.queries.map import MapValue
from pages.map.frames import Frame, Standing
from pages.map.measure import Measure

YES_NO = "yes/no"
LEAST_NAMED = 3
"""Minimum number of cities of a band in a region that a sentence mentions."""
LIFT = 1.25
"""How much more frequent than among all cities a band must be in a region to be mentioned."""


def shown(measure: Measure, row: MapValue) -> str:
    """A value with its unit, a score in whole numbers."""
    if row.value is None:
        return ""
    if measure.point is None:
        return score_text(row.value, row.band)
    return value_text(row.value, measure.unit)


def cities(n: int, synthetic: bool) -> str:
    """``33 cities``, ``60 fictional cities``."""
    if synthetic:
        return ngettext("%(num)d fictional city", "%(num)d fictional cities", n)
    return ngettext("%(num)d city", "%(num)d cities", n)


def finding(measure: Measure, frame: Frame | None, synthetic: bool) -> str:
    """The largest text of the page: how many reach the top, and where a band gathers."""
    name = measure.name
    if frame is None:
        return _("%(name)s: no city has a value yet", name=name)
    held = frame.of("held")
    if not held:
        if frame.of("older"):
            return _("%(name)s: all available values are too old to count in %(year)s", name=name,
                     year=frame.year)  # fmt: skip
        if any(s.status == "below_gate" for s in frame.standings):
            return _("%(name)s: no city has enough data points for a score", name=name)
        return _("%(name)s: no city has a value up to %(year)s", name=name, year=frame.year)
    if len(held) == 1:
        row = held[0].row
        if measure.point is None:
            return _(
                "%(name)s: only %(city)s has enough data points for a score, %(value)s",
                name=name,
                city=held[0].city.name,
                value=shown(measure, row) if row else "",
            )
        return _("%(name)s: only %(city)s has a value, %(value)s", name=name,
                 city=held[0].city.name, value=shown(measure, row) if row else "")  # fmt: skip
    if not measure.scored:
        return _spread(measure, held)
    more = "" if measure.unit == YES_NO else _gathered(held) or _next_best(held)
    return f"{name}: {_reached(measure, held, synthetic)}" + (f"; {more}" if more else "")


def _spread(measure: Measure, held: Sequence[Standing]) -> str:
    rows = sorted(
        ((s.row.value, s) for s in held if s.row and s.row.value is not None),
        key=lambda pair: (pair[0], pair[1].city.id),
    )
    (low, first), (high, last) = rows[0], rows[-1]
    if low == high:
        return _("%(name)s: all %(n)s cities have the same value", name=measure.name, n=len(rows))
    return _(
        "%(name)s: from %(low)s in %(first)s to %(high)s in %(last)s",
        name=measure.name,
        low=value_text(low, measure.unit),
        first=first.city.name,
        high=value_text(high, measure.unit),
        last=last.city.name,
    )


def _reached(measure: Measure, held: Sequence[Standing], synthetic: bool) -> str:
    found = reached(s.row.progress for s in held if s.row)
    top = sum(s.band == 4 for s in held)
    named = cities(len(held), synthetic)
    if measure.unit == YES_NO:
        return ngettext(
            "%(num)d of %(cities)s has it", "%(num)d of %(cities)s have it", found.met, cities=named
        )
    if measure.point is not None:
        return share(found, named)
    if top == len(held):
        return _("all %(cities)s are at or close to target", cities=named)
    if not top:
        return _("none of %(cities)s is at or close to target", cities=named)
    return ngettext(
        "%(num)d of %(cities)s is at or close to target",
        "%(num)d of %(cities)s are at or close to target",
        top,
        cities=named,
    )


def _next_best(held: Sequence[Standing]) -> str:
    """Where no city is in the top band: how many are in the best one that any reaches."""
    best = max(s.band or 0 for s in held)
    n = sum(s.band == best for s in held)
    if best == 4 or n == len(held):
        return ""
    return ngettext("%(num)s is %(band)s", "%(num)s are %(band)s", n, band=band_name(best))


def _gathered(held: Sequence[Standing]) -> str:
    """The lowest band held, or the top one, where more than half of it stands in one region."""
    everywhere = Counter(s.city.un_region for s in held)
    bands = sorted({s.band for s in held if s.band})
    for band in dict.fromkeys((bands[0], 4)):
        own = [s.city.un_region for s in held if s.band == band]
        region, n = Counter(own).most_common(1)[0] if own else (None, 0)
        if region is None or n < LEAST_NAMED or len(own) == len(held) or 2 * n <= len(own):
            continue
        if n / len(own) < LIFT * everywhere[region] / len(held):
            continue
        if n == len(own):
            return _("all %(n)s that are %(band)s are in %(region)s", n=n, band=band_name(band),
                     region=_(region))  # fmt: skip
        return _("%(n)s of the %(all)s that are %(band)s are in %(region)s", n=n, all=len(own),
                 band=band_name(band), region=_(region))  # fmt: skip
    return ""
