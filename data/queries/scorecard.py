"""One city: who it is, its rounds, points and aggregates."""

from __future__ import annotations

import numpy as np

from data.queries.cached import by_version, few_by_version
from data.rows import CityRow, PointRow, RollupRow, RoundRow
from data.source_rows import ObservationRow
from data.store import Snapshot, joined


@by_version
def city(snapshot: Snapshot, city_id: str) -> CityRow | None:
    """One city, None where the id is unknown."""
    found = snapshot.rows(
        CityRow,
        """
        SELECT id, name, country, country_iso3, un_region, income_group, latitude, longitude,
               latitude_band, population, population_source, size_band, fictional,
               publication_status, publication_date, publication_url
        FROM city WHERE id = ?
        """,
        [city_id],
    )
    return found[0] if found else None


@by_version
def rounds(snapshot: Snapshot, city_id: str) -> tuple[RoundRow, ...]:
    """Scorecard years of a city, newest first."""
    return tuple(
        snapshot.rows(
            RoundRow,
            """
            SELECT r.as_of, r.submission_id, s.kind, s.status, s.extent, s.publication,
                   s.published_on, s.source_url, r.n_held, r.n_scored, r.n_scoreable
            FROM round r JOIN submission s ON s.id = r.submission_id
            WHERE r.city_id = ? ORDER BY r.as_of DESC
            """,
            [city_id],
        )
    )


@few_by_version
def scorecard(
    snapshot: Snapshot, city_id: str, as_of: int | None, peers: tuple[str, ...]
) -> tuple[PointRow, ...]:
    """All data points of a city at an as-of year in official order, held or not.

    With ``as_of`` None (a city without a round) only other statistics and definitions are filled.
    """
    rows = snapshot.rows(
        tuple,
        """
        WITH mine AS MATERIALIZED (
            SELECT f.id, f.point::VARCHAR AS point_key, f.year, f.value, f.kind::VARCHAR AS kind,
                   f.status::VARCHAR AS status, f.progress, f.band, s.note, s.page, s.origin
            FROM fact f JOIN source s ON s.id = f.source WHERE f.city = TRY_CAST($city AS city_word)
        ), held AS (
            SELECT mine.* FROM standing t JOIN mine ON mine.id = t.fact
            WHERE t.round = (SELECT id FROM round WHERE city_id = $city AND as_of = $as_of)
        ), line AS (
            SELECT point_key, kind, list(year ORDER BY year) AS years,
                   list(value ORDER BY year) AS vals
            FROM mine
            WHERE value IS NOT NULL
              AND (kind = 'other_statistics' OR $as_of IS NULL OR year <= $as_of)
            GROUP BY point_key, kind, CASE WHEN kind = 'other_statistics' THEN origin END
            HAVING count(*) > 1 AND count(*) = count(DISTINCT year)
        ), longest AS (
            SELECT point_key, arg_max(kind, (len(years), kind)) AS kind,
                   arg_max(years, (len(years), kind)) AS years,
                   arg_max(vals, (len(years), kind)) AS vals
            FROM line GROUP BY point_key
        ), other AS (
            SELECT point_key, arg_max(value, year) AS value, max(year) AS year
            FROM mine WHERE kind = 'other_statistics' AND value IS NOT NULL
            GROUP BY point_key
        )
        SELECT d.key, d.name, d.position, k.code, k.name, k.level, d.dimension, d.category, c.name,
               d.unit, d.direction, d.scored, t.target_low, t.target_high, t.worst, t.basis,
               t.confidence, coalesce(h.status, 'not_held'), h.value, h.year, h.note, h.page,
               h.progress, h.band, [], coalesce(l.years, []), coalesce(l.vals, []), l.kind,
               o.value, o.year
        FROM data_point d
        JOIN kpi k ON k.code = d.kpi_code JOIN category c ON c.key = d.category
        JOIN target t ON t.point_key = d.key
        LEFT JOIN held h ON h.point_key = d.key
        LEFT JOIN longest l ON l.point_key = d.key LEFT JOIN other o ON o.point_key = d.key
        ORDER BY d.position
        """,
        {"city": city_id, "as_of": as_of},
    )
    scores = _peer_scores(snapshot, as_of, peers)
    points = (PointRow._make(tuple(v) if isinstance(v, list) else v for v in row) for row in rows)
    return tuple(point._replace(peer_scores=scores.get(point.key, ())) for point in points)


def _peer_scores(
    snapshot: Snapshot, as_of: int | None, peers: tuple[str, ...]
) -> dict[str, tuple[float, ...]]:
    """Progress scores of the peers by point, ascending.

    As arrays: a thousand peers hold a hundred thousand scores, which lists take twice as long to
    bring.
    """
    if not peers:
        return {}
    cursor = snapshot.cursor()
    found = cursor.execute(
        """
        SELECT enum_code(point)::SMALLINT AS point, score FROM peer_point
        WHERE as_of = $as_of AND score IS NOT NULL
          AND city::VARCHAR IN (SELECT unnest(string_split($peers, ',')))
        ORDER BY point, score
        """,
        {"as_of": as_of, "peers": joined(peers)},
    ).fetchnumpy()
    words = cursor.execute("SELECT enum_range(NULL::point_word)").fetchall()[0][0]
    codes, starts = np.unique(found["point"], return_index=True)
    parts = np.split(found["score"], starts[1:])
    return {words[code]: tuple(part.tolist()) for code, part in zip(codes, parts, strict=False)}


@few_by_version
def rollups(
    snapshot: Snapshot, city_id: str, as_of: int, peers: tuple[str, ...]
) -> tuple[RollupRow, ...]:
    """Aggregates of a city at an as-of year: dimensions, categories in official order, overall."""
    rows = snapshot.rows(
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
        SELECT r.level, r.key, coalesce(c.name, d.name, r.key),
               coalesce(c.short_name, d.name, r.key),
               coalesce(c.dimension, d.key, ''), coalesce(c.position, d.position, 99),
               coalesce(c.n_points, (SELECT count(*) FROM data_point x
                                     WHERE x.dimension = d.key OR d.key IS NULL)),
               r.n_scored, r.n_missing, r.n_scoreable, r.n_judged, r.points_score, r.points_low,
               r.points_high, r.continuous, r.continuous_low, r.continuous_high, r.band,
               r.continuous_band, r.band_stricter, r.band_looser, r.passes_gate,
               coalesce(p.points, []), coalesce(p.continuous, [])
        FROM rollup r
        LEFT JOIN category c ON r.level = 'category' AND c.key = r.key
        LEFT JOIN dimension d ON r.level = 'dimension' AND d.key = r.key
        LEFT JOIN peer p ON p.level = r.level AND p.key = r.key
        WHERE r.city_id = $city AND r.as_of = $as_of
        ORDER BY CASE r.level WHEN 'dimension' THEN 1 WHEN 'category' THEN 2 ELSE 3 END, 6
        """,
        {"city": city_id, "as_of": as_of, "peers": joined(peers)},
    )
    return tuple(
        RollupRow._make(tuple(v) if isinstance(v, list) else v for v in row) for row in rows
    )


@by_version
def empty_rollups(snapshot: Snapshot) -> tuple[RollupRow, ...]:
    """Dimensions and categories of a city that holds no scored value: no number in any."""
    rows = snapshot.rows(
        tuple,
        """
        WITH frame AS (
            SELECT 'dimension' AS level, d.key, d.name, d.name AS short_name, d.key AS dimension,
                   d.position, sum(c.n_points) AS n_points, sum(c.n_scoreable) AS n
            FROM dimension d JOIN category c ON c.dimension = d.key GROUP BY ALL
            UNION ALL
            SELECT 'category', key, name, short_name, dimension, position, n_points, n_scoreable
            FROM category
        )
        SELECT level, key, name, short_name, dimension, position, n_points, 0, n, n, 0,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, [], []
        FROM frame ORDER BY level DESC, position
        """,
    )
    return tuple(
        RollupRow._make(tuple(v) if isinstance(v, list) else v for v in row) for row in rows
    )


@few_by_version
def observations(snapshot: Snapshot, city_id: str, point_key: str) -> tuple[ObservationRow, ...]:
    """Everything ever held of one point of one city, newest first."""
    return tuple(
        snapshot.rows(
            ObservationRow,
            """
            SELECT o.city_id, o.point_key, o.year, o.kind, o.value, o.unit, o.status, o.quality,
                   o.origin, o.note, o.publication, o.page, o.source_url, o.submission_id, s.status,
                   s.file, s.sha256, o.progress, o.band
            FROM observation o JOIN submission s ON s.id = o.submission_id
            WHERE o.city = TRY_CAST(? AS city_word) AND o.point_key = ?
            ORDER BY o.year DESC, o.kind, o.publication
            """,
            [city_id, point_key],
        )
    )
