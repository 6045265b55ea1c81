"""What a scenario of a city starts from: its points as they stand, and its peers' values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from analysis.scenario_goals import ScenarioPoint
from data.queries.cached import few_by_version
from data.queries.city import rounds
from data.queries.definitions import definitions
from data.queries.progress import stored_trends
from data.queries.scorecard import scorecard
from data.store import Snapshot, joined
from data.trend_rows import TrendRow

_JUDGED = "judgement"


@few_by_version
def scenario_points(snapshot: Snapshot, city_id: str) -> tuple[ScenarioPoint, ...]:
    """All data points of a city in official order, held or not, as of the year of the build.

    The value on the newest scorecard where it holds one, else the newest of any other series; that
    one moves the point's line and no score (METHODS §5: one kind of source in an aggregate).
    """
    newest = next((row.as_of for row in rounds(snapshot, city_id)), None)
    standing: dict[str, TrendRow] = {}
    reported: dict[str, TrendRow] = {}
    for row in stored_trends(snapshot, city_id):
        if row.value is None or row.state == "emptied":
            continue
        best = standing.get(row.point_key)
        if best is None or (row.year or 0) > (best.year or 0):
            standing[row.point_key] = row
        if row.kind != "other_statistics":
            reported[row.point_key] = row
    points = []
    for point, what in zip(
        scorecard(snapshot, city_id, newest, ()), definitions(snapshot), strict=True
    ):
        in_score = point.value is not None
        series = reported.get(point.key) if in_score else standing.get(point.key)
        points.append(
            ScenarioPoint(
                key=point.key, kpi_code=point.kpi_code, category=point.category,
                dimension=point.dimension, unit=point.unit, direction=point.direction,
                scored=point.scored,
                value=point.value if in_score else series and series.value,
                year=point.year if in_score else series and series.year,
                target_low=point.target_low, target_high=point.target_high, worst=point.worst,
                plausible_min=what.plausible_min, plausible_max=what.plausible_max,
                progress=point.progress if in_score else series and series.progress,
                band=point.band if in_score else series and series.band,
                projected=series and series.projected, pace=series and series.slope,
                other=series is not None and series.kind == "other_statistics",
                too_old=series is not None and series.state == "too_old",
                in_score=in_score, applicable=point.status != "not_applicable",
                judged=point.confidence == _JUDGED,
            )
        )  # fmt: skip
    return tuple(points)


@few_by_version
def peer_values(
    snapshot: Snapshot, city_id: str, city_ids: tuple[str, ...]
) -> Mapping[str, tuple[float, ...]]:
    """The peers' newest values by point, of the kind of source that the city's own value is of.

    Values older than the window before the build's year are left out, and the city itself.
    """
    found = snapshot.rows(
        tuple,
        """
        SELECT point_key, other, list(value ORDER BY city_id) FROM (
            SELECT point::VARCHAR AS point_key, kind = 'other_statistics' AS other, city_id,
                   arg_max(value, year) AS value
            FROM trend
            WHERE city_id IN (SELECT unnest(string_split($cities, ','))) AND city_id <> $city
              AND value IS NOT NULL AND state NOT IN ('emptied', 'too_old')
            GROUP BY ALL
        ) GROUP BY ALL
        """,
        {"cities": joined(city_ids), "city": city_id},
    )
    values = {(point, other): tuple(numbers) for point, other, numbers in found}
    return MappingProxyType(
        {p.key: values.get((p.key, p.other), ()) for p in scenario_points(snapshot, city_id)}
    )
