"""Aggregates of one city: its dimensions, its categories and all of them together."""

from __future__ import annotations

from data.queries.cached import by_version, few_by_version
from data.rows import RollupRow
from data.store import Snapshot, joined

_NAMING = RollupRow._fields.index("n_scored")
"""So many fields say what is aggregated; the others hold the city's numbers."""


@few_by_version
def rollups(
    snapshot: Snapshot, city_id: str, as_of: int, peers: tuple[str, ...]
) -> tuple[RollupRow, ...]:
    """Aggregates of a city at an as-of year: dimensions, categories in official order, overall."""
    found = {
        (level, key): tuple(tuple(v) if isinstance(v, list) else v for v in numbers)
        for level, key, *numbers in snapshot.rows(
            tuple,
            """
            WITH peer AS (
                SELECT level, key, list(score ORDER BY score) AS points,
                       list(continuous ORDER BY continuous) AS continuous
                FROM peer_score
                WHERE as_of = $as_of AND level <> 'point'
                  AND city_id IN (SELECT unnest(string_split($peers, ',')))
                GROUP BY level, key
            )
            SELECT r.level, r.key, r.n_scored, r.n_missing, r.n_scoreable, r.n_judged,
                   r.points_score, r.points_low, r.points_high, r.continuous, r.continuous_low,
                   r.continuous_high, r.band, r.continuous_band, r.band_stricter, r.band_looser,
                   r.passes_gate, coalesce(p.points, []), coalesce(p.continuous, [])
            FROM rollup r LEFT JOIN peer p ON p.level = r.level AND p.key = r.key
            WHERE r.city_id = $city AND r.as_of = $as_of
            """,
            {"city": city_id, "as_of": as_of, "peers": joined(peers)},
        )
    }
    return tuple(
        RollupRow._make(empty[:_NAMING] + found[empty.level, empty.key])
        for empty in empty_rollups(snapshot)
        if (empty.level, empty.key) in found
    )


@by_version
def empty_rollups(snapshot: Snapshot) -> tuple[RollupRow, ...]:
    """The same of a city that holds no scored value: no number in any."""
    rows = snapshot.rows(
        tuple,
        """
        WITH frame AS (
            SELECT 1 AS place, 'dimension' AS level, d.key, d.name, d.name AS short_name,
                   d.key AS dimension, d.position, sum(c.n_points) AS n_points,
                   sum(c.n_scoreable) AS n
            FROM dimension d JOIN category c ON c.dimension = d.key GROUP BY ALL
            UNION ALL
            SELECT 2, 'category', key, name, short_name, dimension, position, n_points, n_scoreable
            FROM category
            UNION ALL
            SELECT 3, 'overall', 'overall', 'overall', 'overall', '', 99, sum(n_points),
                   sum(n_scoreable)
            FROM category
        )
        SELECT level, key, name, short_name, dimension, position, n_points, 0, n, n, 0,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, [], []
        FROM frame ORDER BY place, position
        """,
    )
    return tuple(
        RollupRow._make(tuple(v) if isinstance(v, list) else v for v in row) for row in rows
    )
