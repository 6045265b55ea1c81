"""What a benchmark says of its lanes: finding, standings, summary, the source of its charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from components.scores.band_edges import next_band
from components.words import catalogue as words
from components.words.i18n import _, ngettext
from components.words.reached import reached, share
from components.words.values import band_name, value_text
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from pages.benchmark.lanes import Lane, spread

if TYPE_CHECKING:
    from pages.benchmark.reading import BenchmarkReading

MOST_LEADING = 3
YES_NO = "yes/no"


def lane_name(other: bool, example: bool) -> str:
    """A kind of source as a heading."""
    if other:
        return _("Other statistics")
    return _("Synthetic reports") if example else _("U4SSC reports")


def kind_name(other: bool) -> str:
    """A kind of source in a table."""
    return _("other statistics") if other else _("report")


def cities(other: bool, example: bool, n: int) -> str:
    """``8 reporting cities``, ``30 cities in other statistics``."""
    if other:
        return ngettext("%(num)d city in other statistics", "%(num)d cities in other statistics", n)
    if example:
        return ngettext("%(num)d fictional city", "%(num)d fictional cities", n)
    return ngettext("%(num)d reporting city", "%(num)d reporting cities", n)


def finding(point: DefinitionRow, lanes: Sequence[Lane], example: bool) -> str:
    """The largest text of the page."""
    found = [lane for lane in lanes if lane.inside]
    if not found:
        if any(lane.older for lane in lanes):
            return _("%(name)s: all available values are too old to count", name=point.name)
        return _("%(name)s: no city has a value yet", name=point.name)
    if sum(len(lane.inside) for lane in found) == 1:
        row = found[0].inside[0]
        value = value_text(row.value or 0.0, point.unit)
        return _(
            "%(name)s: only %(city)s has a value, %(value)s",
            name=point.name, city=row.city, value=value,
        )  # fmt: skip
    first = _share(point, found[0], example) if point.scored else _range(point, found[0], example)
    if len(found) == 1:
        return _("%(name)s: %(first)s", name=point.name, first=first)
    second = _also(point, found[1], example) if point.scored else _range(point, found[1], example)
    return _("%(name)s: %(first)s; %(second)s", name=point.name, first=first, second=second)


def _share(point: DefinitionRow, lane: Lane, example: bool) -> str:
    n = len(lane.inside)
    found = reached(row.progress for row in lane.inside)
    named = cities(lane.other, example, n)
    if point.unit == YES_NO:
        return ngettext(
            "%(num)d of %(cities)s has it",
            "%(num)d of %(cities)s have it",
            found.met,
            cities=named,
        )
    if n == 1:
        row = lane.inside[0]
        return _("%(city)s is at %(value)s", city=row.city,
                 value=value_text(row.value or 0.0, point.unit))  # fmt: skip
    return share(found, named)


def _also(point: DefinitionRow, lane: Lane, example: bool) -> str:
    """The second lane's share in few words: the first has said what is counted."""
    n, met = len(lane.inside), reached(row.progress for row in lane.inside).met
    if n == 1 or point.unit == YES_NO:
        return _share(point, lane, example)
    if met == 0:
        return _("none of %(n)s in other statistics", n=n)
    if met == n:
        return _("all %(n)s in other statistics", n=n)
    return _("%(met)s of %(n)s in other statistics", met=met, n=n)


def _range(point: DefinitionRow, lane: Lane, example: bool) -> str:
    values = lane.values
    named = cities(lane.other, example, len(values))
    low, high = (value_text(end, point.unit) for end in (values[0], values[-1]))
    if low == high:
        return _("%(cities)s at %(value)s", cities=named, value=low)
    return _("from %(low)s to %(high)s in %(cities)s", low=low, high=high, cities=named)


def available(lanes: Sequence[Lane], example: bool) -> str:
    """How many cities have a value, of each kind; empty where none has."""
    parts = [cities(lane.other, example, len(lane.rows)) for lane in lanes if lane.rows]
    if not parts:
        return ""
    if len(parts) == 1:
        return _("Available: %(cities)s.", cities=parts[0])
    return _("Available: %(first)s and %(second)s.", first=parts[0], second=parts[1])


def leading(point: DefinitionRow, lane: Lane) -> str:
    """Who leads a lane, empty where nobody can (no target, fewer than two cities)."""
    scored = [row for row in lane.inside if row.progress is not None]
    if len(scored) < 2:
        return ""
    if point.unit == YES_NO:
        have = [row.city for row in scored if row.band == 4]
        return _("In place in %(cities)s.", cities=words.listing(have)) if have else ""
    best = max(row.progress or 0.0 for row in scored)
    top = [row for row in scored if (row.progress or 0.0) == best]
    if len(top) == len(scored):
        return _("All have the same score.")
    if len(top) > MOST_LEADING and best >= 100:
        return _("%(n)s cities share the lead, at or past the target.", n=len(top))
    if len(top) > MOST_LEADING:
        return _("%(n)s cities share the lead.", n=len(top))
    shown = top if len(top) > 1 else scored[:MOST_LEADING]
    named = [f"{row.city} ({value_text(row.value or 0.0, point.unit)})" for row in shown]
    if len(top) > 1:
        return _("%(cities)s share the lead.", cities=words.listing(named))
    return ngettext("%(first)s leads, %(rest)s follows.", "%(first)s leads, %(rest)s follow.",
                    len(named) - 1, first=named[0], rest=words.listing(named[1:]))  # fmt: skip


def standing(point: DefinitionRow, row: StandingRow) -> str:
    """A city's value, and where its next band begins."""
    value = value_text(row.value or 0.0, point.unit)
    if row.band is None:
        return _("%(value)s (%(year)s).", value=value, year=row.year)
    step = next_band(point, row.value or 0.0, row.band)
    if row.band == 4:
        said = _("meets the target") if row.progress == 100 else _("within 5 %% of the target")
        return f"{value} ({row.year}), {said}."
    if point.unit == YES_NO or step is None:
        return _("%(value)s (%(year)s), not in place yet.", value=value, year=row.year)
    return _(
        "%(value)s (%(year)s), %(band)s; “%(next)s” begins at %(edge)s.",
        value=value,
        year=row.year,
        band=band_name(row.band),
        next=band_name(step[1]),
        edge=value_text(step[0], point.unit, significant=3),
    )


def lane_about(lane: Lane) -> str:
    """Small print of a lane: how many cities, which years, how many are faded."""
    years = [row.year for row in lane.inside]
    if not years:
        return ngettext("%(num)d older value, faded", "%(num)d older values, faded",
                        len(lane.older))  # fmt: skip
    counted = ngettext("%(num)d city, %(years)s", "%(num)d cities, %(years)s", len(years),
                       years=span(years))  # fmt: skip
    if not lane.older:
        return counted
    return ngettext("%(counted)s; %(num)d older, faded", "%(counted)s; %(num)d older, faded",
                    len(lane.older), counted=counted)  # fmt: skip


def span(years: Sequence[int]) -> str:
    """``2019`` or ``2016–2019``."""
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def summary(point: DefinitionRow, lanes: Sequence[Lane], example: bool) -> str:
    """The chart in a sentence a lane, for those who do not see it."""
    found = []
    for lane in (each for each in lanes if each.inside):
        name, between = lane_name(lane.other, example), _range(point, lane, example)
        middle = spread(lane.values).median
        if middle is None:
            found.append(_("%(name)s: %(range)s.", name=name, range=between))
        else:
            found.append(_("%(name)s: %(range)s, median %(value)s.", name=name, range=between,
                           value=value_text(middle, point.unit)))  # fmt: skip
    return " ".join(found)


def better(direction: str, scored: bool) -> str:
    """Which way is good."""
    if not scored:
        return _("Neither direction is better: values only.")
    return {
        "higher_is_better": _("Further right is better."),
        "lower_is_better": _("Further left is better."),
    }.get(direction, _("Best inside the target range."))


def source_line(reading: BenchmarkReading, lanes: Sequence[Lane]) -> str:
    """Source of a chart, as printed under a downloaded picture."""
    kinds = "; ".join(
        f"{lane_name(lane.other, reading.example)} {span([row.year for row in lane.rows])}"
        for lane in lanes
        if lane.rows
    )
    version = reading.build.version
    if reading.example:
        return _(
            "Synthetic data, fictional cities. Source: %(kinds)s; targets of SSC Atlas; data "
            "version %(version)s.",
            kinds=kinds,
            version=version,
        )
    return _("Source: %(kinds)s; targets of SSC Atlas; data version %(version)s.", kinds=kinds,
             version=version)  # fmt: skip
