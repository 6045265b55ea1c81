"""Progress towards 2030: a city's series, how they are judged, its scores over time, its peers."""

from __future__ import annotations

from data.queries.cached import by_version, few_by_version
from data.store import Snapshot, joined
from data.trend_rows import (
    CityTrendsRow,
    PeerSeriesRow,
    PeerYearRow,
    ScoreRoundRow,
    SdgRow,
    SeriesRow,
    TrendBasisRow,
    TrendRow,
)

_SOURCE = ("city_id", "point_key", "kind", "publication")
_JUDGED = ", ".join(f"t.{name}" for name in TrendRow._fields if name not in _SOURCE)


@by_version
def trend_basis(snapshot: Snapshot) -> TrendBasisRow:
    """As-of year, first year, goal year and window of the stored trends."""
    return snapshot.rows(
        TrendBasisRow, "SELECT as_of, since, goal_year, window_years FROM trend_basis"
    )[0]


@by_version
def city_trends(snapshot: Snapshot) -> tuple[CityTrendsRow, ...]:
    """Every city with how many of its points have a trend; those with most first."""
    return tuple(
        snapshot.rows(
            CityTrendsRow,
            """
            WITH judged AS (
                SELECT city_id, count(DISTINCT point) FILTER (value IS NOT NULL) AS n_points,
                       count(DISTINCT point) FILTER (state NOT IN ('too_old', 'emptied'))
                           AS n_recent,
                       count(DISTINCT point) FILTER (slope IS NOT NULL) AS n_judged
                FROM trend GROUP BY city_id
            ), spanned AS (
                SELECT city::VARCHAR AS city_id, min(year) AS first, max(year) AS last
                FROM observation WHERE value IS NOT NULL GROUP BY city
            )
            SELECT c.id, c.name, c.country, coalesce(n_points, 0), coalesce(n_recent, 0),
                   coalesce(n_judged, 0), first, last
            FROM city c LEFT JOIN judged j ON j.city_id = c.id
            LEFT JOIN spanned s ON s.city_id = c.id
            ORDER BY 6 DESC, 5 DESC, 4 DESC, strip_accents(c.name)
            """,
        )
    )


@few_by_version
def stored_trends(snapshot: Snapshot, city_id: str) -> tuple[TrendRow, ...]:
    """Every series of a city as of the build's year; points in official order, reports first."""
    return tuple(
        snapshot.rows(
            TrendRow,
            f"""
            SELECT t.city_id, t.point::VARCHAR, t.kind::VARCHAR, t.publication::VARCHAR, {_JUDGED}
            FROM trend t JOIN data_point d ON d.key = t.point::VARCHAR
            WHERE t.city_id = ?
            ORDER BY d.position, t.kind = 'other_statistics', 3, 4
            """,  # noqa: S608 (names of a row's fields)
            [city_id],
        )
    )


@few_by_version
def series(snapshot: Snapshot, city_id: str, points: tuple[str, ...] = ()) -> tuple[SeriesRow, ...]:
    """All values and printed statuses of a city, or of some of its points, by source and year."""
    return tuple(
        snapshot.rows(
            SeriesRow,
            """
            SELECT o.city_id, o.point_key, o.kind, o.publication, o.year, o.value, o.status,
                   o.replaced_by IS NULL, o.origin, o.page, o.source_url, o.note, o.submission_id
            FROM observation o JOIN data_point d ON d.key = o.point_key
            WHERE o.city = TRY_CAST($city AS city_word)
              AND ($points = '' OR o.point_key IN (SELECT unnest(string_split($points, ','))))
            ORDER BY d.position, o.kind = 'other_statistics',
                     if(o.kind = 'other_statistics', o.publication, NULL), o.year, o.submission_id
            """,
            {"city": city_id, "points": joined(points)},
        )
    )


_PEER_VALUES = """
    SELECT o.point_key, o.kind = 'other_statistics' AS other, o.city_id, o.year,
           first(o.value ORDER BY s.recency DESC) AS value
    FROM observation o JOIN submission s ON s.id = o.submission_id
    WHERE o.value IS NOT NULL
      AND o.point_key IN (SELECT unnest(string_split($points, ',')))
      AND o.city_id IN (SELECT unnest(string_split($cities, ',')))
    GROUP BY o.point_key, other, o.city_id, o.year
"""
"""One value a city and year: of several the most recent submission's."""


@few_by_version
def peer_series(
    snapshot: Snapshot, points: tuple[str, ...], city_ids: tuple[str, ...]
) -> tuple[PeerSeriesRow, ...]:
    """The cities' values of some points, for faint lines: reports and other statistics apart.

    Some thousand rows a dozen points: ask for what is in view, or for ``peer_years``.
    """
    return tuple(
        snapshot.rows(
            PeerSeriesRow,
            f"""
            SELECT v.point_key, v.other, v.city_id, c.name, v.year, v.value
            FROM ({_PEER_VALUES}) v JOIN city c ON c.id = v.city_id
            ORDER BY v.point_key, v.other, strip_accents(c.name), v.year
            """,  # noqa: S608 (a constant of this module)
            {"points": joined(points), "cities": joined(city_ids)},
        )
    )


@few_by_version
def peer_years(
    snapshot: Snapshot, points: tuple[str, ...], city_ids: tuple[str, ...]
) -> tuple[PeerYearRow, ...]:
    """Quartiles of the cities' values of some points by year (linear, R's type 7)."""
    return tuple(
        snapshot.rows(
            PeerYearRow,
            f"""
            SELECT point_key, other, year, count(*), quantile_cont(value, 0.25),
                   quantile_cont(value, 0.5), quantile_cont(value, 0.75)
            FROM ({_PEER_VALUES}) GROUP BY ALL ORDER BY point_key, other, year
            """,  # noqa: S608 (a constant of this module)
            {"points": joined(points), "cities": joined(city_ids)},
        )
    )


@few_by_version
def score_rounds(snapshot: Snapshot, city_id: str) -> tuple[ScoreRoundRow, ...]:
    """Every aggregate of a city by round, oldest first, with the score over the same points."""
    return tuple(
        snapshot.rows(
            ScoreRoundRow,
            """
            WITH graded AS (
                SELECT p.as_of, p.point_key, p.band, d.category, d.dimension
                FROM point_score p JOIN data_point d ON d.key = p.point_key
                WHERE p.city_id = $city AND p.band IS NOT NULL
            ), same AS (
                SELECT point_key FROM graded GROUP BY point_key
                HAVING count(*) = (SELECT count(*) FROM round WHERE city_id = $city)
            ), level AS (
                SELECT as_of, unnest(['category', 'dimension', 'overall']) AS level,
                       unnest([category, dimension, 'overall']) AS key, band
                FROM graded JOIN same USING (point_key)
            ), kept AS (
                SELECT as_of, level, key, count(*) AS n, 25.0 * avg(band) AS score
                FROM level GROUP BY ALL
            )
            SELECT u.as_of, r.kind, u.level, u.key, coalesce(c.name, d.name, u.key),
                   coalesce(c.dimension, d.key, ''), coalesce(c.position, d.position, 99),
                   r.n_held, u.n_scored, u.n_missing, u.n_scoreable, u.points_score, u.points_low,
                   u.points_high, u.continuous, u.continuous_low, u.continuous_high, u.band,
                   u.passes_gate, coalesce(k.n, 0), k.score
            FROM rollup u JOIN round r USING (city_id, as_of)
            LEFT JOIN category c ON u.level = 'category' AND c.key = u.key
            LEFT JOIN dimension d ON u.level = 'dimension' AND d.key = u.key
            LEFT JOIN kept k ON k.as_of = u.as_of AND k.level = u.level AND k.key = u.key
            WHERE u.city_id = $city
            ORDER BY u.as_of,
                     CASE u.level WHEN 'dimension' THEN 1 WHEN 'category' THEN 2 ELSE 3 END, 7
            """,
            {"city": city_id},
        )
    )


@by_version
def sdg_points(snapshot: Snapshot) -> tuple[SdgRow, ...]:
    """Data points by SDG target: SDG 11 by its reviewed map, the others by the catalogue.

    Targets in their official order (11.7 before 11.a), points in theirs. A point may serve several
    targets: whoever counts points counts it once.
    """
    return tuple(
        snapshot.rows(
            SdgRow,
            """
            WITH mapped AS (
                SELECT sdg_target AS target, title, point_key, mapping, note FROM sdg11_target
                UNION ALL
                SELECT unnest(string_split(k.sdg_targets, ';')), NULL, d.key,
                       if(k.sdg_basis = 'methodology', 'read', k.sdg_basis), NULL
                FROM kpi k JOIN data_point d ON d.kpi_code = k.code
                WHERE k.sdg_targets IS NOT NULL
            )
            SELECT split_part(target, '.', 1)::INTEGER AS goal, target, title, point_key, mapping,
                   note
            FROM mapped m JOIN data_point d ON d.key = m.point_key
            WHERE goal <> 11 OR title IS NOT NULL
            ORDER BY goal, try_cast(split_part(target, '.', 2) AS INTEGER) NULLS LAST, target,
                     d.position
            """,
        )
    )
