"""One function per question a page asks: bound values in, typed rows out.

Every function takes the ``Snapshot`` first and is cached by it: same version, same answer. The
rows are immutable, so a cached answer can be handed to every request.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import NamedTuple, ParamSpec, TypeVar

from data.rows import (
    BuildRow,
    CityRow,
    CitySummary,
    DefinitionRow,
    FindingRow,
    ObservationRow,
    PointRow,
    RollupRow,
    RoundRow,
    SubmissionRow,
)
from data.settings import settings
from data.store import Snapshot

P = ParamSpec("P")
R = TypeVar("R")


class PeerGroup(NamedTuple):
    """The other cities a city is shown against. choice: all | size | region | income."""

    choice: str
    label: str | None
    ids: tuple[str, ...]


class StoreFacts(NamedTuple):
    """What a data set holds in all. values: numbers with a source, of every kind."""

    n_cities: int
    n_reporting: int
    n_kpis: int
    n_points: int
    n_scoreable: int
    n_values: int
    n_scored_values: int
    n_publications: int
    newest_year: int | None
    newest_publication: str | None


def by_version(function: Callable[P, R]) -> Callable[P, R]:
    """Keep the newest answers of a query; the snapshot in the arguments makes the key a version."""
    cached = lru_cache(maxsize=settings().cache_entries)(function)

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        answer: R = cached(*args, **kwargs)  # type: ignore[arg-type]
        return answer

    return call


@by_version
def build(snapshot: Snapshot) -> BuildRow:
    """The build behind this snapshot."""
    return snapshot.rows(
        BuildRow,
        """SELECT version, data_set, built_at, software_version, n_cities, n_values, n_findings, n_errors
           FROM build""",
    )[0]


@by_version
def facts(snapshot: Snapshot) -> StoreFacts:
    """Counts for the entrance hall."""
    return snapshot.rows(
        StoreFacts,
        """
        SELECT (SELECT count(*) FROM city),
               (SELECT count(DISTINCT city_id) FROM round WHERE n_held > 0),
               (SELECT count(*) FROM kpi),
               (SELECT count(*) FROM data_point),
               (SELECT count(*) FROM data_point WHERE scored),
               (SELECT count(*) FROM observation WHERE value IS NOT NULL),
               (SELECT count(*) FROM observation
                WHERE value IS NOT NULL AND kind <> 'other_statistics'),
               (SELECT count(DISTINCT publication) FROM submission WHERE kind <> 'other_statistics'),
               (SELECT max(as_of) FROM round),
               (SELECT arg_max(publication, (coalesce(published_on, make_date(year, 1, 1)), publication))
                FROM submission WHERE kind <> 'other_statistics')
        """,
    )[0]


@by_version
def cities(snapshot: Snapshot) -> tuple[CitySummary, ...]:
    """Every city by name with what is held of it."""
    return tuple(
        snapshot.rows(
            CitySummary,
            """
            WITH newest AS (
                SELECT city_id, max(as_of) AS as_of, arg_max(n_held, as_of) AS n_held,
                       arg_max(n_scored, as_of) AS n_scored,
                       arg_max(n_scoreable, as_of) AS n_scoreable
                FROM round GROUP BY city_id
            ), other AS (
                SELECT city_id, count(DISTINCT point_key) AS n, min(year) AS first, max(year) AS last
                FROM observation WHERE kind = 'other_statistics' AND value IS NOT NULL
                GROUP BY city_id
            )
            SELECT c.id, c.name, c.country, c.population, n.as_of, coalesce(n.n_held, 0),
                   coalesce(n.n_scored, 0), coalesce(n.n_scoreable, 0), coalesce(o.n, 0), o.first, o.last
            FROM city c LEFT JOIN newest n ON n.city_id = c.id LEFT JOIN other o ON o.city_id = c.id
            ORDER BY strip_accents(c.name)
            """,
        )
    )


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


@by_version
def peer_group(snapshot: Snapshot, city_id: str, as_of: int, choice: str) -> PeerGroup:
    """The other cities with a scorecard at ``as_of`` in a fixed group: all, size, region or income.

    A city whose own criterion is unknown is shown against all.
    """
    columns = {"size": "size_band", "region": "un_region", "income": "income_group"}
    column = columns.get(choice)
    own = city(snapshot, city_id)
    label = getattr(own, column) if own and column else None
    if column and label is None:
        return peer_group(snapshot, city_id, as_of, "all")
    condition = f"AND c.{column} = $label" if column else ""
    found = snapshot.cursor().execute(
        f"""
        SELECT DISTINCT p.city_id FROM peer_score p JOIN city c ON c.id = p.city_id
        WHERE p.as_of = $as_of AND p.level = 'point' AND p.city_id <> $city {condition}
        ORDER BY 1
        """,
        {"as_of": as_of, "city": city_id} | ({"label": label} if column else {}),
    )
    return PeerGroup(choice, label, tuple(row[0] for row in found.fetchall()))


@by_version
def scorecard(
    snapshot: Snapshot, city_id: str, as_of: int | None, peers: tuple[str, ...]
) -> tuple[PointRow, ...]:
    """All data points of a city at an as-of year in official order, held or not.

    With ``as_of`` None (a city without a round) only other statistics and definitions are filled.
    """
    rows = snapshot.rows(
        tuple,
        """
        WITH held AS (
            SELECT * FROM point_score WHERE city_id = $city AND as_of = $as_of
        ), peer AS (
            SELECT key, list(score ORDER BY score) AS scores FROM peer_score
            WHERE as_of = $as_of AND level = 'point' AND list_contains($peers, city_id)
              AND score IS NOT NULL
            GROUP BY key
        ), line AS (
            SELECT point_key, kind, list(year ORDER BY year) AS years, list(value ORDER BY year) AS vals
            FROM observation
            WHERE city_id = $city AND value IS NOT NULL
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
            FROM observation
            WHERE city_id = $city AND kind = 'other_statistics' AND value IS NOT NULL
            GROUP BY point_key
        )
        SELECT d.key, d.name, d.position, k.code, k.name, k.level, d.dimension, d.category, c.name,
               d.unit, d.direction, d.scored, t.target_low, t.target_high, t.worst, t.basis,
               t.confidence, coalesce(h.status, 'not_held'), h.value, h.year, h.note, h.page,
               h.progress, h.band, coalesce(p.scores, []), coalesce(l.years, []),
               coalesce(l.vals, []), l.kind, o.value, o.year
        FROM data_point d
        JOIN kpi k ON k.code = d.kpi_code JOIN category c ON c.key = d.category
        JOIN target t ON t.point_key = d.key
        LEFT JOIN held h ON h.point_key = d.key LEFT JOIN peer p ON p.key = d.key
        LEFT JOIN longest l ON l.point_key = d.key LEFT JOIN other o ON o.point_key = d.key
        ORDER BY d.position
        """,
        {"city": city_id, "as_of": as_of, "peers": list(peers)},
    )
    return tuple(
        PointRow._make(tuple(v) if isinstance(v, list) else v for v in row) for row in rows
    )


@by_version
def rollups(
    snapshot: Snapshot, city_id: str, as_of: int, peers: tuple[str, ...]
) -> tuple[RollupRow, ...]:
    """Aggregates of a city at an as-of year: dimensions and categories in official order, overall last."""
    rows = snapshot.rows(
        tuple,
        """
        WITH peer AS (
            SELECT level, key, list(score ORDER BY score) AS points,
                   list(continuous ORDER BY continuous) AS continuous
            FROM peer_score
            WHERE as_of = $as_of AND level <> 'point' AND list_contains($peers, city_id)
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
        {"city": city_id, "as_of": as_of, "peers": list(peers)},
    )
    return tuple(
        RollupRow._make(tuple(v) if isinstance(v, list) else v for v in row) for row in rows
    )


@by_version
def empty_rollups(snapshot: Snapshot) -> tuple[RollupRow, ...]:
    """Dimensions and categories of a city that holds no scored value: the frame without a number."""
    return tuple(
        RollupRow(
            level,
            key,
            name,
            short_name,
            dimension,
            position,
            n_points,
            0,
            n_scoreable,
            n_scoreable,
            0,
            *[None] * 10,
            False,
            (),
            (),
        )
        for level, key, name, short_name, dimension, position, n_points, n_scoreable in snapshot.rows(
            tuple,
            """
            SELECT 'dimension', d.key, d.name, d.name, d.key, d.position, sum(c.n_points),
                   sum(c.n_scoreable)
            FROM dimension d JOIN category c ON c.dimension = d.key GROUP BY ALL
            UNION ALL
            SELECT 'category', key, name, short_name, dimension, position, n_points, n_scoreable
            FROM category
            """,
        )
    )


@by_version
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
            WHERE o.city_id = ? AND o.point_key = ?
            ORDER BY o.year DESC, o.kind, o.publication
            """,
            [city_id, point_key],
        )
    )


_DEFINITION = """
    SELECT d.key, d.name, k.code, k.name, k.level, d.dimension, m.name, k.sub_dimension, d.category,
           c.name, d.unit, d.direction, k.definition, k.numerator, k.denominator, k.sdg_targets,
           k.sdg_basis, k.evidence, k.source_url, d.plausible_min, d.plausible_max, d.bounds_note,
           d.scored, t.target_low, t.target_high, t.worst, t.basis, t.rationale, t.source_name,
           t.source_url, t.source_year, t.confidence
    FROM data_point d JOIN kpi k ON k.code = d.kpi_code JOIN category c ON c.key = d.category
    JOIN dimension m ON m.key = d.dimension JOIN target t ON t.point_key = d.key
"""


@by_version
def definitions(snapshot: Snapshot) -> tuple[DefinitionRow, ...]:
    """What every data point measures and what its target rests on, in official order."""
    return tuple(snapshot.rows(DefinitionRow, _DEFINITION + " ORDER BY d.position"))


@by_version
def definition(snapshot: Snapshot, point_key: str) -> DefinitionRow | None:
    """One data point's definition, None where the key is unknown."""
    return next((row for row in definitions(snapshot) if row.key == point_key), None)


@by_version
def submissions(snapshot: Snapshot) -> tuple[SubmissionRow, ...]:
    """Every submission that was let in, newest first."""
    return tuple(
        snapshot.rows(
            SubmissionRow,
            """
            SELECT s.id, s.city_id, c.name, s.file, s.sha256, s.kind, s.status, s.extent,
                   s.publication, s.year, s.published_on, s.source_url, s.n_values, s.n_statuses,
                   s.n_findings
            FROM submission s JOIN city c ON c.id = s.city_id
            ORDER BY s.kind = 'other_statistics', s.year DESC, c.name, s.publication
            """,
        )
    )


@by_version
def findings(snapshot: Snapshot) -> tuple[FindingRow, ...]:
    """What the checks remarked on, errors first."""
    return tuple(
        snapshot.rows(
            FindingRow,
            """
            SELECT submission_id, file, "row", column_name, rule, severity, value, message, fix
            FROM finding ORDER BY severity, file, "row"
            """,
        )
    )
