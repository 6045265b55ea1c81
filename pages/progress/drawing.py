"""A point of a city as its chart of progress draws it."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.numbers import MEDIAN_N, PEER_BAND_N
from analysis.scoring import DECIMALS
from analysis.trend_methods import GOAL_YEAR
from components.charts.trend.parts import (
    Observed,
    Pace,
    Peers,
    Projection,
    Ray,
    Target,
    TrendDrawing,
)
from components.words.i18n import _
from components.words.trends import line_text, plain
from components.words.values import value_text
from data.queries.progress import peer_series, peer_years
from data.source_rows import DefinitionRow
from data.trend_rows import PeerYearRow, SeriesRow, TrendRow
from pages.progress.points import OTHER, PointProgress, source
from pages.progress.reading import ProgressReading
from pages.progress.words import source_name

_JUDGED = ("judged", "at_target", "no_direction")


def drawing(reading: ProgressReading, p: PointProgress, peers: Peers) -> TrendDrawing:
    """Lines of all sources, target, pace needed and projection of the leading one."""
    row = p.lead
    live = row is not None and row.state in _JUDGED
    held = [(r, v) for r, v in zip(p.series, p.values, strict=True) if v]
    return TrendDrawing(
        reading.span,
        [observed(reading, p.point, r, v, named=len(held) > 1 and r != row) for r, v in held],
        target(p.point),
        pace(row) if row and live else None,
        projection(row) if row and live else None,
        peers if live else Peers(),
        (p.point.plausible_min, p.point.plausible_max),
        grey=not live,
    )


def observed(
    reading: ProgressReading,
    point: DefinitionRow,
    row: TrendRow,
    values: Sequence[SeriesRow],
    *,
    named: bool = False,
) -> Observed:
    """Line of one source; ``named``: its newest value carries the name of its kind."""
    unit, line = point.unit, line_text(point)
    newest = plain(values[-1].value or 0.0) + ("\u00a0%" if unit.startswith("%") else "")
    if named:
        kind = _("other statistics") if row.kind == OTHER else _("report")
        newest = f"{kind} {newest}"
    below = f"{_('target %(line)s', line=line)}<br>" if line else ""
    below += source_name(row, reading.example)
    return Observed(
        [v.year for v in values],
        [v.value or 0.0 for v in values],
        newest,
        [f"<b>{v.year}: {value_text(v.value or 0.0, unit)}</b><br>{below}" for v in values],
        [(v.year, v.value) for v in spare(reading, row) if v.value is not None],
        point.key,
    )


def spare(reading: ProgressReading, row: TrendRow) -> list[SeriesRow]:
    """Values of a series beside which, in their year, a more recent one counts."""
    return [
        v
        for v in reading.rows
        if not v.used
        and v.value is not None
        and v.year <= reading.as_of
        and source(v) == source(row)
    ]


def target(point: DefinitionRow) -> Target | None:
    """The 2030 target, None where none is set."""
    low, high = point.target_low, point.target_high
    if not point.scored or low is None or high is None:
        return None
    edges = {"higher_is_better": [low], "lower_is_better": [high]}.get(
        point.direction, sorted({low, high})
    )
    return Target(edges, _("target %(line)s", line=line_text(point)))


def pace(row: TrendRow) -> Pace | None:
    """The way from the newest value to the target, None where it is met."""
    if row.needed is None or row.value is None or row.year is None:
        return None
    # Rounded as scores are: a target of zero is no −0.
    goal = round(row.value + row.needed * (GOAL_YEAR - row.year), DECIMALS) + 0.0
    return Pace(row.year, row.value, goal, _("needed %(value)s", value=plain(goal)))


def projection(row: TrendRow) -> Projection | None:
    """Where the fitted line leads, None without one."""
    if None in (row.fitted, row.slope, row.projected, row.year):
        return None
    outer = None
    if None not in (row.slope_low, row.slope_high, row.projected_low, row.projected_high):
        outer = (
            Ray(row.slope_low or 0.0, row.projected_low or 0.0),
            Ray(row.slope_high or 0.0, row.projected_high or 0.0),
        )
    return Projection(
        row.year or 0,
        row.fitted or 0.0,
        Ray(row.slope or 0.0, row.projected or 0.0),
        outer,
        _("pace %(value)s", value=plain(row.projected or 0.0, 3)),
    )


def peers_of(reading: ProgressReading, points: Sequence[PointProgress]) -> dict[str, Peers]:
    """What the peers' values of each point allow, of the kind of source that leads it."""
    store, cities = reading.store, tuple(reading.group.ids)
    kind = {p.point.key: p.lead is not None and p.lead.kind == OTHER for p in points}
    if not kind or not cities:
        return {}
    first, last = reading.span[0], reading.as_of
    by_year: dict[str, list[PeerYearRow]] = {}
    for row in peer_years(store, tuple(kind), cities):
        if row.other == kind[row.point_key] and first <= row.year <= last:
            by_year.setdefault(row.point_key, []).append(row)
    found = {
        key: Peers(
            [(r.year, r.p25, r.p75) for r in rows if r.n >= PEER_BAND_N],
            [(r.year, r.median) for r in rows if r.n >= MEDIAN_N],
        )
        for key, rows in by_year.items()
    }
    thin = tuple(key for key, peers in found.items() if not peers.medians)
    lines: dict[str, dict[str, list[tuple[int, float]]]] = {}
    if thin:
        for one in peer_series(store, thin, cities):
            if one.other == kind[one.point_key] and first <= one.year <= last:
                own = lines.setdefault(one.point_key, {}).setdefault(one.city_id, [])
                own.append((one.year, one.value))
    return found | {key: Peers(lines=list(own.values())) for key, own in lines.items()}
