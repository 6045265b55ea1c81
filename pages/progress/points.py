"""How each point of a city stands and moves: its leading series, and what it counts under.

A point may stand in several sources, which are never joined (METHODS §5). One of them leads: a
value inside the window before an older one, then a source with a trend before one without, then
reports before other statistics, then the newer. The others are drawn beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from data.source_rows import DefinitionRow
from data.trend_rows import SeriesRow, TrendRow

STATUSES = (
    "at_line", "near_line", "on_course", "too_slow", "off_course", "disagree", "one_method", "no_method",
    "not_met", "no_trend", "no_line", "too_old", "printed", "not_held",
)  # fmt: skip
"""What a point counts under, best known first; every point under exactly one."""

OTHER = "other_statistics"

_FRESH = ("judged", "at_target", "yes_no", "goal_year_over", "no_direction", "no_trend")
_TOLD = ("judged", "at_target", "yes_no", "goal_year_over")

Source = tuple[str, str]


class PointProgress(NamedTuple):
    """A point of a city. lead, others: its series as judged; values: those of each, oldest first.

    A series' values are the used ones with a value; ``values[i]`` belongs to ``series[i]``.
    """

    point: DefinitionRow
    lead: TrendRow | None
    others: tuple[TrendRow, ...]
    values: tuple[tuple[SeriesRow, ...], ...]
    status: str

    @property
    def series(self) -> tuple[TrendRow, ...]:
        """The lead first."""
        return () if self.lead is None else (self.lead, *self.others)

    @property
    def held(self) -> bool:
        """Whether any value is held, also one that is too old."""
        return any(self.values)


def read_points(
    points: Sequence[DefinitionRow],
    trends: Iterable[TrendRow],
    series: Iterable[SeriesRow],
    as_of: int,
) -> tuple[PointProgress, ...]:
    """The points in their order; values after ``as_of`` are left out."""
    judged: dict[str, list[TrendRow]] = {}
    for row in trends:
        judged.setdefault(row.point_key, []).append(row)
    values: dict[Source, list[SeriesRow]] = {}
    for value in series:
        if value.year <= as_of and value.used and value.value is not None:
            values.setdefault(source(value), []).append(value)
    return tuple(_point(p, judged.get(p.key, []), values) for p in points)


def source(row: TrendRow | SeriesRow) -> Source:
    """What makes rows belong to one series."""
    return row.point_key, row.publication if row.kind == OTHER else ""


def tally(points: Iterable[PointProgress]) -> list[tuple[str, int]]:
    """How many points count under each word that occurs; they sum to the points."""
    counts = Counter(p.status for p in points)
    return [(status, counts[status]) for status in STATUSES if counts[status]]


def status_of(row: TrendRow | None) -> str:
    """The word of ``STATUSES`` a series' point counts under."""
    if row is None:
        return "not_held"
    if row.state == "emptied":
        return "printed"
    if row.state == "too_old":
        return "too_old"
    if row.state == "no_direction" or row.level == "no_target":
        return "no_line"
    if row.state == "no_trend":
        return "no_trend"
    if row.state == "judged":
        return row.headline or "no_method"
    return {"met": "at_line", "near": "near_line"}.get(row.level or "", "not_met")


def _point(
    point: DefinitionRow, rows: Sequence[TrendRow], values: Mapping[Source, list[SeriesRow]]
) -> PointProgress:
    ordered = sorted(rows, key=_weight, reverse=True)
    lead = ordered[0] if ordered else None
    return PointProgress(
        point,
        lead,
        tuple(ordered[1:]),
        tuple(tuple(values.get(source(row), ())) for row in ordered),
        status_of(lead),
    )


def _weight(row: TrendRow) -> tuple[bool, bool, bool, int, int]:
    return (
        row.state in _FRESH,
        row.state in _TOLD,
        row.kind != OTHER,
        row.year or 0,
        row.n_years,
    )
