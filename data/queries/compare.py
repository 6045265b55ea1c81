"""Several cities side by side: their points with sources, aggregates, and whom they share with."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from data.queries.cached import by_version, few_by_version
from data.rows import PointRow, RollupRow, RoundRow
from data.store import Snapshot, joined

Asked = tuple[tuple[str, int], ...]
"""(city id, as-of year) of each city compared; the year is that of one of its rounds."""


class Origin(NamedTuple):
    """Where a city's value of a point comes from. Grain: city, point."""

    publication: str
    source_url: str | None
    kind: str


class Card(NamedTuple):
    """All data points of a city in official order, held or not, and its aggregates.

    ``origins`` runs beside ``points``, None where nothing is held. Peers and history are left
    empty: a comparison shows neither.
    """

    city_id: str
    as_of: int
    points: tuple[PointRow, ...]
    origins: tuple[Origin | None, ...]
    rollups: tuple[RollupRow, ...]


class Sharing(NamedTuple):
    """A city at its newest round and how many scored points it shares with the one asked about."""

    id: str
    name: str
    as_of: int
    n_shared: int
    same_region: bool
    same_size: bool


_POINTS = """
    WITH asked AS (
        SELECT unnest($cities) AS city_id, unnest($years)::INTEGER AS as_of
    ), held AS (
        FROM score_of((SELECT list(id) FROM asked JOIN round USING (city_id, as_of)))
    )
    SELECT a.city_id, d.key, d.name, d.position, k.code, k.name, k.level, d.dimension, d.category,
           c.name, d.unit, d.direction, d.scored, t.target_low, t.target_high, t.worst, t.basis,
           t.confidence, coalesce(h.status, 'not_held'), h.value, h.year, h.note, h.page,
           h.progress, h.band, h.publication, h.source_url, h.kind
    FROM asked a CROSS JOIN data_point d
    JOIN kpi k ON k.code = d.kpi_code JOIN category c ON c.key = d.category
    JOIN target t ON t.point_key = d.key
    LEFT JOIN held h ON h.city_id = a.city_id AND h.point_key = d.key
    ORDER BY a.city_id, d.position
"""

_ROLLUPS = """
    WITH asked AS (
        SELECT unnest($cities) AS city_id, unnest($years)::INTEGER AS as_of
    )
    SELECT r.city_id, r.level, r.key, coalesce(c.name, d.name, r.key),
           coalesce(c.short_name, d.name, r.key), coalesce(c.dimension, d.key, ''),
           coalesce(c.position, d.position, 99),
           coalesce(c.n_points, (SELECT count(*) FROM data_point x
                                 WHERE x.dimension = d.key OR d.key IS NULL)),
           r.n_scored, r.n_missing, r.n_scoreable, r.n_judged, r.points_score, r.points_low,
           r.points_high, r.continuous, r.continuous_low, r.continuous_high, r.band,
           r.continuous_band, r.band_stricter, r.band_looser, r.passes_gate
    FROM asked a JOIN rollup r ON r.city_id = a.city_id AND r.as_of = a.as_of
    LEFT JOIN category c ON r.level = 'category' AND c.key = r.key
    LEFT JOIN dimension d ON r.level = 'dimension' AND d.key = r.key
    ORDER BY r.city_id,
             CASE r.level WHEN 'dimension' THEN 1 WHEN 'category' THEN 2 ELSE 3 END, 7
"""


@few_by_version
def cards(snapshot: Snapshot, asked: Asked) -> tuple[Card, ...]:
    """The scorecards of several cities, in the order asked: two queries whatever their number."""
    if not asked:
        return ()
    bound = {"cities": [city for city, _year in asked], "years": [year for _city, year in asked]}
    points = {
        city: list(rows)
        for city, rows in groupby(snapshot.rows(tuple, _POINTS, bound), key=lambda row: row[0])
    }
    rollups = {
        city: tuple(RollupRow._make((*row[1:], (), ())) for row in rows)
        for city, rows in groupby(snapshot.rows(tuple, _ROLLUPS, bound), key=lambda row: row[0])
    }
    return tuple(
        Card(
            city,
            year,
            tuple(PointRow._make((*row[1:-3], *_NO_SERIES)) for row in points[city]),
            tuple(Origin._make(row[-3:]) if row[-3] else None for row in points[city]),
            rollups.get(city, ()),
        )
        for city, year in asked
    )


_NO_SERIES = ((), (), (), None, None, None, True)


@by_version
def rounds_of(snapshot: Snapshot, cities: tuple[str, ...]) -> Mapping[str, tuple[RoundRow, ...]]:
    """Scorecard years of each of the cities, newest first; a city without a round is left out."""
    rows = snapshot.rows(
        tuple,
        """
        SELECT r.city_id, r.as_of, r.submission_id, s.kind, s.status, s.extent, s.publication,
               s.published_on, s.source_url, r.n_held, r.n_scored, r.n_scoreable
        FROM round r JOIN submission s ON s.id = r.submission_id
        WHERE r.city_id IN (SELECT unnest(string_split($cities, ',')))
        ORDER BY r.city_id, r.as_of DESC
        """,
        {"cities": joined(cities)},
    )
    return MappingProxyType(
        {
            city: tuple(RoundRow._make(row[1:]) for row in own)
            for city, own in groupby(rows, key=lambda row: row[0])
        }
    )


@by_version
def sharing(snapshot: Snapshot, city_id: str, as_of: int) -> tuple[Sharing, ...]:
    """Every other city with a scored point in its newest round, the most shared points first.

    Shared: scored in both. Of cities that share as many, those of the same region and size first.
    """
    return tuple(
        snapshot.rows(
            Sharing,
            """
            WITH own AS (
                SELECT point_key FROM point_score
                WHERE city_id = $city AND as_of = $as_of AND progress IS NOT NULL
            ), counted AS (
                SELECT p.city_id, p.as_of, count(o.point_key) AS n
                FROM newest_score(NULL, NULL) p LEFT JOIN own o ON o.point_key = p.point_key
                WHERE p.city_id <> $city AND p.progress IS NOT NULL GROUP BY p.city_id, p.as_of
            )
            SELECT c.id, c.name, n.as_of, n.n,
                   coalesce(c.un_region = me.un_region, false) AS region,
                   coalesce(c.size_band = me.size_band, false) AS size
            FROM counted n JOIN city c ON c.id = n.city_id
            JOIN city me ON me.id = $city
            ORDER BY n.n DESC, region DESC, size DESC, strip_accents(c.name)
            """,
            {"city": city_id, "as_of": as_of},
        )
    )
