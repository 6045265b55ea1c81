"""A measure of every city through the years, with the place of each on the map."""

from __future__ import annotations

from typing import NamedTuple

from data.queries.cached import by_version, few_by_version
from data.settings import settings
from data.store import Snapshot


class MapCity(NamedTuple):
    """A city of the map. x, y: its place in units of the drawing, None where it is unknown."""

    id: str
    name: str
    country: str
    un_region: str | None
    population: int | None
    latitude: float | None
    longitude: float | None
    x: float | None
    y: float | None


class MapValue(NamedTuple):
    """What a city holds of the measure in a year. Grain: city, other, year.

    other: True for other statistics. value: in the point's unit or, of an aggregate, a score on
    0–100; None where a status stands in its place. progress: 0–100, the score itself of an
    aggregate. n_scored, n_scoreable: points behind an aggregate.
    """

    city_id: str
    other: bool
    year: int
    value: float | None
    status: str
    progress: float | None
    band: int | None
    publication: str
    origin: str | None
    page: str | None
    source_url: str | None
    note: str | None
    n_scored: int | None
    n_scoreable: int | None


@by_version
def map_cities(snapshot: Snapshot) -> tuple[MapCity, ...]:
    """Every city by name."""
    return tuple(
        snapshot.rows(
            MapCity,
            """
            SELECT id, name, country, un_region, population, latitude, longitude, map_x, map_y
            FROM city ORDER BY strip_accents(name)
            """,
        )
    )


@few_by_version
def point_values(snapshot: Snapshot, point_key: str) -> tuple[MapValue, ...]:
    """Values and printed statuses of a data point, oldest first.

    Of two rows of one year the most recent submission counts, as on scorecards. Of other
    statistics only values count, and none with the year of its publication alone.
    """
    return tuple(
        snapshot.rows(
            MapValue,
            """
            SELECT o.city_id, o.kind = 'other_statistics' AS other, o.year, o.value, o.status,
                   o.progress, o.band, o.publication, o.origin, o.page, o.source_url, o.note,
                   NULL, NULL
            FROM observation o JOIN submission s ON s.id = o.submission_id
            WHERE o.point_key = ? AND s.dated
              AND (o.value IS NOT NULL OR o.kind <> 'other_statistics')
            QUALIFY row_number() OVER (
                PARTITION BY o.city_id, other, o.year
                ORDER BY s.recency DESC) = 1
            ORDER BY o.year, o.city_id, other
            """,
            [point_key],
        )
    )


@few_by_version
def aggregate_values(
    snapshot: Snapshot, level: str, key: str, continuous: bool
) -> tuple[MapValue, ...]:
    """Scores of an aggregate by round, oldest first; under the gate a status without a value.

    ``level``: category, dimension or overall. Rounds that hold none of its points are left out.
    """
    return tuple(
        snapshot.rows(
            MapValue,
            """
            SELECT r.city_id, false, r.as_of,
                   CASE WHEN r.passes_gate THEN
                       CASE WHEN $continuous THEN r.continuous ELSE r.points_score END END AS score,
                   CASE WHEN r.passes_gate THEN 'reported' ELSE 'below_gate' END,
                   score,
                   CASE WHEN r.passes_gate THEN
                       CASE WHEN $continuous THEN r.continuous_band ELSE r.band END END,
                   s.publication, NULL, NULL, s.source_url, NULL, r.n_scored, r.n_scoreable
            FROM rollup r JOIN round n ON n.city_id = r.city_id AND n.as_of = r.as_of
            JOIN submission s ON s.id = n.submission_id
            WHERE r.level = $level AND r.key = $key AND r.n_scored > 0
            ORDER BY r.as_of, r.city_id
            """,
            {"level": level, "key": key, "continuous": continuous},
        )
    )


class HeldAggregate(NamedTuple):
    """How many cities ever passed the gate of an aggregate. Grain: level, key."""

    level: str
    key: str
    n_cities: int


class HeldPoint(NamedTuple):
    """How many cities ever had a value of a data point, of any source. Grain: point.

    n_recent: those with one that is not older than the window before the build's year.
    """

    key: str
    n_cities: int
    n_recent: int


@by_version
def held_aggregates(snapshot: Snapshot) -> tuple[HeldAggregate, ...]:
    """Aggregates that some city passes the gate of."""
    return tuple(
        snapshot.rows(
            HeldAggregate,
            """
            SELECT level, key, count(DISTINCT city) FROM rollup WHERE passes_gate GROUP BY ALL
            """,
        )
    )


@by_version
def held_points(snapshot: Snapshot) -> tuple[HeldPoint, ...]:
    """Data points that some city has a value of."""
    return tuple(
        snapshot.rows(
            HeldPoint,
            """
            SELECT point::VARCHAR, count(DISTINCT city),
                   count(DISTINCT city) FILTER (
                       year >= (SELECT max(as_of) FROM trend_basis) - ?)
            FROM observation WHERE value IS NOT NULL GROUP BY point
            """,
            [settings().window_years],
        )
    )
