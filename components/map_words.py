"""The generated sentences of a map, each true of one year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.numbers import MAP_TIMELINE_N
from components.benchmark_scale import edges
from components.figures.words import band_text, score_text, value_text
from components.i18n import _, ngettext
from components.map_frames import Frame, Standing
from components.map_measure import Measure
from data.queries.map import MapValue
from data.settings import settings

YES_NO = "yes/no"
LEAST_NAMED = 3
"""Fewest cities of a band in a region that a sentence speaks of."""
LIFT = 1.25
"""How much more often a band is met in a region than among all cities to be worth a word."""


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
        return _("%(name)s: no city holds a value yet", name=name)
    held = frame.of("held")
    if not held:
        if frame.of("older"):
            return _("%(name)s: every value held is too old to count in %(year)s", name=name,
                     year=frame.year)  # fmt: skip
        if any(s.status == "below_gate" for s in frame.standings):
            return _("%(name)s: no city holds enough points for a score", name=name)
        return _("%(name)s: no city holds a value up to %(year)s", name=name, year=frame.year)
    if len(held) == 1:
        row = held[0].row
        if measure.point is None:
            return _("%(name)s: one city holds enough points for a score, %(city)s with %(value)s",
                     name=name, city=held[0].city.name, value=shown(measure, row) if row else "")
        return _("%(name)s: one city holds a value, %(city)s with %(value)s", name=name,
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
        return _("%(name)s: all %(n)s cities stand level", name=measure.name, n=len(rows))
    return _(
        "%(name)s: from %(low)s in %(first)s to %(high)s in %(last)s",
        name=measure.name,
        low=value_text(low, measure.unit),
        first=first.city.name,
        high=value_text(high, measure.unit),
        last=last.city.name,
    )


def _reached(measure: Measure, held: Sequence[Standing], synthetic: bool) -> str:
    top = sum(s.band == 4 for s in held)
    named = cities(len(held), synthetic)
    if measure.unit == YES_NO:
        return ngettext(
            "%(num)d of %(cities)s has it", "%(num)d of %(cities)s have it", top, cities=named
        )
    if top == len(held):
        return _("all %(cities)s stand in the top band", cities=named)
    if not top:
        return _("none of %(cities)s reaches the top band", cities=named)
    return ngettext(
        "%(num)d of %(cities)s reaches the top band",
        "%(num)d of %(cities)s reach the top band",
        top,
        cities=named,
    )


def _next_best(held: Sequence[Standing]) -> str:
    """Where nobody stands in the top band: how many stand in the best one held."""
    best = max(s.band or 0 for s in held)
    n = sum(s.band == best for s in held)
    if best == 4 or n == len(held):
        return ""
    return ngettext("%(num)s stands in band %(band)s", "%(num)s stand in band %(band)s", n,
                    band=best)  # fmt: skip


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
            return _("all %(n)s in band %(band)s are in %(region)s", n=n, band=band,
                     region=_(region))  # fmt: skip
        return _("%(n)s of the %(all)s in band %(band)s are in %(region)s", n=n, all=len(own),
                 band=band, region=_(region))  # fmt: skip
    return ""


def held_text(measure: Measure, frame: Frame, synthetic: bool) -> tuple[str, str]:
    """How many cities hold a value and from which years; then what the others stand for."""
    held = frame.of("held")
    years = [s.row.year for s in held if s.row]
    n_all = len(frame.standings)
    if years:
        span = str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
        lead = ngettext("%(num)d of %(cities)s holds a value, %(years)s",
                        "%(num)d of %(cities)s hold a value, %(years)s", len(held),
                        cities=cities(n_all, synthetic), years=span)  # fmt: skip
    else:
        lead = _("None of %(cities)s holds a value", cities=cities(n_all, synthetic))
    other = sum(bool(s.row and s.row.other) for s in held)
    kinds = ""
    if 0 < other < len(held):
        kinds = _(": %(reports)s from U4SSC reports, %(other)s from other statistics",
                  reports=len(held) - other, other=other)  # fmt: skip
    elif other:
        kinds = _(", all from other statistics")
    return f"{lead}{kinds}.", " ".join(_rest(frame))


def _rest(frame: Frame) -> list[str]:
    found = []
    older = len(frame.of("older"))
    if older:
        found.append(
            ngettext("%(num)d more has only an older value, drawn faded.",
                     "%(num)d more have only older values, drawn faded.", older)
        )  # fmt: skip
    statuses = Counter(s.status for s in frame.of("status"))
    for status, n in statuses.most_common():
        found.append(_status_sentence(status, n))
    none = len(frame.of("none"))
    if none:
        found.append(ngettext("%(num)d is not held here.", "%(num)d are not held here.", none))
    return found


def _status_sentence(status: str, n: int) -> str:
    if status == "below_gate":
        return ngettext("%(num)d holds too few points for a score.",
                        "%(num)d hold too few points for a score.", n)  # fmt: skip
    words = {
        "not_reported": _("“not reported”"),
        "not_verified": _("“not verified”"),
        "not_applicable": _("“not applicable”"),
    }.get(status, _("a caveat without a figure"))
    return ngettext("%(num)d report prints %(words)s.", "%(num)d reports print %(words)s.", n,
                    words=words)  # fmt: skip


def band_words(measure: Measure) -> dict[int, str]:
    """What a band means in the measure's unit: ``up to 3.9 %``."""
    plain = {band: band_text(band) for band in (1, 2, 3, 4)}
    point = measure.point
    if point is None or not measure.scored:
        return plain
    if point.unit == YES_NO:
        return {4: _("in place"), 1: _("not in place")}
    found = edges(point)
    if len(found) != 3:
        return {band: _("%(score)s of target", score=text) for band, text in plain.items()}
    at = [value_text(value, point.unit, significant=3) for value, _left, _right in found]
    if point.direction == "higher_is_better":
        words = {1: _("under %(value)s", value=at[0])}
        words |= {b: _("from %(value)s", value=v) for b, v in zip((2, 3, 4), at, strict=True)}
        return words
    words = {4: _("up to %(value)s", value=at[0])}
    words |= {b: _("to %(value)s", value=v) for b, v in zip((3, 2), at[1:], strict=True)}
    return words | {1: _("over %(value)s", value=at[2])}


def window_text(frame: Frame) -> str:
    """Which years count."""
    first, last = frame.first, frame.year
    return _("The newest value from %(first)s to %(last)s counts", first=first, last=last)


def years_text(counts: dict[int, int], stops: Sequence[int]) -> str:
    """What the timeline leaves out, and why."""
    thin = [year for year in counts if year not in stops]
    if not thin:
        return ""
    return ngettext(
        "One year with a value of fewer than %(least)s cities is passed over.",
        "%(num)d years with values of fewer than %(least)s cities are passed over.",
        len(thin),
        least=MAP_TIMELINE_N,
    )


def faded_text() -> str:
    """How old is old."""
    return ngettext("older than one year", "older than %(num)d years", settings().window_years)
