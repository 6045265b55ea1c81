"""The generated sentences of a benchmark: what the reports say, what other statistics say."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.numbers import PEER_BAND_N
from components.scores.band_edges import next_band
from components.words import catalogue as words
from components.words.i18n import _, ngettext
from components.words.values import status_text, value_text
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from pages.benchmark.lanes import Lane, spread

MOST_LEADING = 3
FAR_APART = 3
"""Years between the oldest and the newest value that are worth a word (METHODS §5)."""

YES_NO = "yes/no"


def finding(point: DefinitionRow, lanes: Sequence[Lane], synthetic: bool) -> str:
    """The largest text of the page."""
    held = [lane for lane in lanes if lane.inside]
    if not held:
        if any(lane.older for lane in lanes):
            return _("%(name)s: every value held is too old to count", name=point.name)
        return _("%(name)s: no city holds a value yet", name=point.name)
    if sum(len(lane.inside) for lane in held) == 1:
        row = held[0].inside[0]
        return _(
            "%(name)s: one city holds a value, %(city)s with %(value)s",
            name=point.name,
            city=row.city,
            value=value_text(row.value or 0.0, point.unit),
        )
    say = _share if point.scored else _spread
    first = say(point, held[0], synthetic)
    if len(held) == 1:
        return f"{point.name}: {first}"
    second = _also if point.scored else _spread
    return f"{point.name}: {first}; {second(point, held[1], synthetic)}"


def lane_name(lane: Lane, synthetic: bool) -> str:
    """A kind of source as a heading."""
    if lane.other:
        return _("Other statistics")
    return _("Synthetic reports") if synthetic else _("U4SSC reports")


def kind_name(other: bool) -> str:
    """A kind of source in a table."""
    return _("other statistics") if other else _("report")


def cities(other: bool, synthetic: bool, n: int) -> str:
    """``8 reporting cities``, ``30 cities of other statistics``."""
    if other:
        return ngettext("%(num)d city of other statistics", "%(num)d cities of other statistics", n)
    if synthetic:
        return ngettext("%(num)d fictional city", "%(num)d fictional cities", n)
    return ngettext("%(num)d reporting city", "%(num)d reporting cities", n)


def _share(point: DefinitionRow, lane: Lane, synthetic: bool) -> str:
    n, top = len(lane.inside), sum(row.band == 4 for row in lane.inside)
    named = cities(lane.other, synthetic, n)
    if point.unit == YES_NO:
        return ngettext(
            "%(num)d of %(cities)s has it", "%(num)d of %(cities)s have it", top, cities=named
        )
    if n == 1:
        row = lane.inside[0]
        return _("%(city)s stands at %(value)s", city=row.city,
                 value=value_text(row.value or 0.0, point.unit))  # fmt: skip
    if top == n > 2:
        return _("all %(cities)s are at target", cities=named)
    if top == 0:
        return _("none of %(cities)s is at target", cities=named)
    return ngettext(
        "%(num)d of %(cities)s is at target", "%(num)d of %(cities)s are at target", top,
        cities=named,
    )  # fmt: skip


def _also(point: DefinitionRow, lane: Lane, synthetic: bool) -> str:
    """The second lane's share in few words: the first has said what is counted."""
    n, top = len(lane.inside), sum(row.band == 4 for row in lane.inside)
    if n == 1 or point.unit == YES_NO:
        return _share(point, lane, synthetic)
    if top == 0:
        return _("none of %(n)s in other statistics", n=n)
    if top == n:
        return _("all %(n)s in other statistics", n=n)
    return _("%(top)s of %(n)s in other statistics", top=top, n=n)


def _spread(point: DefinitionRow, lane: Lane, synthetic: bool) -> str:
    values = lane.values
    named = cities(lane.other, synthetic, len(values))
    low, high = (value_text(end, point.unit) for end in (values[0], values[-1]))
    if low == high:
        return _("%(cities)s at %(value)s", cities=named, value=low)
    return _("from %(low)s to %(high)s in %(cities)s", low=low, high=high, cities=named)


def leading(point: DefinitionRow, lane: Lane, synthetic: bool) -> str:
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
        return _("All stand level.")
    if len(top) > MOST_LEADING:
        return (
            _("%(n)s cities share the lead, at or past the target.", n=len(top))
            if best >= 100
            else _("%(n)s cities share the lead.", n=len(top))
        )
    shown = top if len(top) > 1 else scored[:MOST_LEADING]
    named = [f"{row.city} ({value_text(row.value or 0.0, point.unit)})" for row in shown]
    if len(top) > 1:
        return _("%(cities)s share the lead.", cities=words.listing(named))
    return ngettext("%(first)s leads, %(rest)s follows.", "%(first)s leads, %(rest)s follow.",
                    len(named) - 1, first=named[0], rest=words.listing(named[1:]))  # fmt: skip


def standing(point: DefinitionRow, row: StandingRow) -> str:
    """Where one city stands and where its next band begins."""
    value = value_text(row.value or 0.0, point.unit)
    if row.band is None:
        return _("%(city)s: %(value)s (%(year)s).", city=row.city, value=value, year=row.year)
    step = next_band(point, row.value or 0.0, row.band)
    if point.unit == YES_NO or step is None:
        where = _("at target") if row.band == 4 else _("not in place yet")
        return _("%(city)s: %(value)s (%(year)s), %(where)s.", city=row.city, value=value,
                 year=row.year, where=where)  # fmt: skip
    return _(
        "%(city)s: %(value)s (%(year)s), band %(band)s; band %(next)s begins at %(edge)s.",
        city=row.city,
        value=value,
        year=row.year,
        band=row.band,
        next=step[1],
        edge=value_text(step[0], point.unit, significant=3),
    )


def lane_lines(lane: Lane) -> tuple[str, ...]:
    """Small print beside a lane: how many cities, which years, how many are faded."""
    years = [row.year for row in lane.inside]
    lines = []
    if years:
        span = str(years[0]) if min(years) == max(years) else f"{min(years)}–{max(years)}"
        lines.append(ngettext("%(num)d city, %(years)s", "%(num)d cities, %(years)s", len(years),
                              years=span))  # fmt: skip
    if lane.older:
        lines.append(ngettext("%(num)d older, faded", "%(num)d older, faded", len(lane.older)))
    return tuple(lines)


def notes(point: DefinitionRow, lanes: Sequence[Lane], synthetic: bool) -> list[tuple[str, str]]:
    """What stands beside the chart: years, small numbers, faded values, printed statuses."""
    found = [(_("Years"), " ".join(_years(lane, synthetic) for lane in lanes if lane.year))]
    for lane in lanes:
        n = len(lane.inside)
        if 0 < n < PEER_BAND_N and point.unit != YES_NO:
            found.append(
                (
                    _("Small numbers"),
                    ngettext(
                        "%(name)s: one city is too few for a middle half or a median.",
                        "%(name)s: %(num)d cities are too few for a middle half.",
                        n,
                        name=lane_name(lane, synthetic),
                    ),
                )
            )
        if lane.older:
            found.append(
                (
                    _("Faded"),
                    ngettext(
                        "%(name)s: one city has no value after %(year)s. It stays visible and "
                        "counts in nothing.",
                        "%(name)s: %(num)d cities have no value after %(year)s. They stay visible "
                        "and count in nothing.",
                        len(lane.older),
                        name=lane_name(lane, synthetic),
                        year=(lane.first or 0) - 1,
                    ),
                )
            )
        if lane.printed:
            named = [f"{row.city} ({status_text(row.status)})" for row in lane.printed[:6]]
            rest = len(lane.printed) - len(named)
            more = ngettext(" and %(num)d more", " and %(num)d more", rest) if rest else ""
            found.append((_("Without a value"), ", ".join(named) + more + "."))
        years = [row.year for row in lane.inside]
        if years and max(years) - min(years) > FAR_APART:
            found.append(
                (
                    _("Years apart"),
                    _(
                        "%(name)s: values from %(first)s to %(last)s stand side by side.",
                        name=lane_name(lane, synthetic),
                        first=min(years),
                        last=max(years),
                    ),
                )
            )
    twice = _twice(lanes)
    if twice:
        found.append((_("In both lanes"), _(
            "%(cities)s: a report and other statistics. Both are shown, neither replaces the "
            "other.", cities=words.listing(twice))))  # fmt: skip
    return found


def _years(lane: Lane, synthetic: bool) -> str:
    if lane.own_rounds:
        return _(
            "%(name)s: each city at its own newest round, %(first)s or later.",
            name=lane_name(lane, synthetic),
            first=lane.first,
        )
    return _(
        "%(name)s: newest value not later than %(year)s and not before %(first)s.",
        name=lane_name(lane, synthetic),
        year=lane.year,
        first=lane.first,
    )


def _twice(lanes: Sequence[Lane]) -> list[str]:
    """Cities that stand in both lanes."""
    if len(lanes) < 2:
        return []
    other = {row.city_id for row in lanes[1].rows}
    return [row.city for row in lanes[0].rows if row.city_id in other]


def summary(point: DefinitionRow, lanes: Sequence[Lane], synthetic: bool) -> str:
    """The chart in one sentence, for those who do not see it."""
    parts = []
    for lane in lanes:
        if not lane.inside:
            continue
        text = f"{lane_name(lane, synthetic)}: {_spread(point, lane, synthetic)}"
        middle = spread(lane.values).median
        if middle is not None:
            text += ", " + _("median %(value)s", value=value_text(middle, point.unit))
        parts.append(text)
    return ". ".join(parts) + "."


def better(point: DefinitionRow) -> str:
    """Which way is good."""
    return {
        "higher_is_better": _("Further right is better."),
        "lower_is_better": _("Further left is better."),
        "target_range": _("Best inside the target range."),
    }.get(point.direction, _("No direction is better: values only.")) + (
        _(" Dashed lines are the borders of the bands.") if point.scored else ""
    )
