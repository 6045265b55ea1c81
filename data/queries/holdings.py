"""What a data set holds in all: its build, counts, cities, submissions and findings."""

from __future__ import annotations

from typing import NamedTuple

from data.queries.cached import by_version
from data.rows import CitySummary
from data.source_rows import BuildRow, FindingRow, SubmissionRow
from data.store import Snapshot


class StoreFacts(NamedTuple):
    """What a data set holds in all.

    n_reporting: cities of which a report or submission was read, also one without a value;
    n_values: numbers with a source, of every kind; n_publications: of U4SSC; n_submissions: of
    cities; newest_report: of either.
    """

    n_cities: int
    n_reporting: int
    n_kpis: int
    n_points: int
    n_scoreable: int
    n_values: int
    n_scored_values: int
    n_publications: int
    n_submissions: int
    newest_year: int | None
    newest_report: str | None


@by_version
def build(snapshot: Snapshot) -> BuildRow:
    """The build behind this snapshot."""
    return snapshot.rows(
        BuildRow,
        """
        SELECT version, data_set, built_at, software_version, n_cities, n_values, n_findings,
               n_errors
        FROM build
        """,
    )[0]


@by_version
def facts(snapshot: Snapshot) -> StoreFacts:
    """Counts for the entrance hall."""
    return snapshot.rows(
        StoreFacts,
        """
        SELECT (SELECT count(*) FROM city),
               (SELECT count(DISTINCT city_id) FROM round),
               (SELECT count(*) FROM kpi),
               (SELECT count(*) FROM data_point),
               (SELECT count(*) FROM data_point WHERE scored),
               (SELECT count(*) FROM observation WHERE value IS NOT NULL),
               (SELECT count(*) FROM observation
                WHERE value IS NOT NULL AND kind <> 'other_statistics'),
               (SELECT count(DISTINCT publication) FROM submission
                WHERE kind = 'u4ssc_publication'),
               (SELECT count(*) FROM submission WHERE kind = 'city_submission'),
               (SELECT max(as_of) FROM round),
               (SELECT arg_max(publication,
                                (coalesce(published_on, make_date(year, 1, 1)), publication))
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
            WITH other AS (
                SELECT city_id, count(DISTINCT point_key) AS n,
                       min(year) AS first, max(year) AS last
                FROM observation WHERE kind = 'other_statistics' AND value IS NOT NULL
                GROUP BY city_id
            )
            SELECT c.id, c.name, c.country, c.population, n.as_of, coalesce(n.n_held, 0),
                   coalesce(n.n_scored, 0), coalesce(n.n_scoreable, 0), coalesce(o.n, 0),
                   o.first, o.last, coalesce(c.aliases, '')
            FROM city c LEFT JOIN newest_round(NULL, NULL) n ON n.city_id = c.id
            LEFT JOIN other o ON o.city_id = c.id
            ORDER BY strip_accents(c.name)
            """,
        )
    )


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
