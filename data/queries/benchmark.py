"""One data point across all cities: where each stands, by kind of source (METHODS §5, §9)."""

from __future__ import annotations

from typing import NamedTuple

from data.queries.cached import by_version, few_by_version
from data.store import Snapshot


class StandingRow(NamedTuple):
    """Where a city stands on a data point in one kind of source. Grain: city, ``other``.

    other: True for other statistics, False for U4SSC publications and city submissions.
    value: in the point's unit, None where the newest row is a printed status. progress: 0–100
    and band: 1–4, None where the point has no target. dated: the year is that of the data, not of
    publication.
    """

    city_id: str
    city: str
    country: str
    un_region: str | None
    income_group: str | None
    size_band: str | None
    population: int | None
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
    dated: bool


class YearCount(NamedTuple):
    """How many cities have a value in a year, by kind of source. Grain: other, year."""

    other: bool
    year: int
    n_cities: int


class HeldCount(NamedTuple):
    """How many cities ever had a value of a point, by kind of source. Grain: point."""

    point_key: str
    n_reports: int
    n_other: int


@by_version
def point_years(snapshot: Snapshot, point_key: str) -> tuple[YearCount, ...]:
    """Years in which a city has a value of the point, oldest first."""
    return tuple(
        snapshot.rows(
            YearCount,
            """
            SELECT kind = 'other_statistics' AS other, year, count(DISTINCT city)
            FROM observation WHERE point_key = ? AND value IS NOT NULL
            GROUP BY ALL ORDER BY other, year
            """,
            [point_key],
        )
    )


@few_by_version
def standings(
    snapshot: Snapshot, point_key: str, reports_until: int | None, other_until: int | None
) -> tuple[StandingRow, ...]:
    """The newest row of every city not later than the year of its kind, best scores first.

    A printed status of a report stands like a value: it empties the older one (METHODS §5). Other
    statistics are values only. A year of None leaves the kind out.
    """
    return tuple(
        snapshot.rows(
            StandingRow,
            """
            WITH candidate AS (
                SELECT city_id, kind = 'other_statistics' AS other, year, value, status, progress,
                       band, publication, origin, page, source_url, note, submission_id
                FROM observation
                WHERE point_key = $point
                  AND CASE WHEN kind = 'other_statistics'
                      THEN value IS NOT NULL AND year <= $other ELSE year <= $reports END
            ), standing AS (
                SELECT o.*, s.dated, row_number() OVER (
                    PARTITION BY o.city_id, o.other
                    -- the year of a publication makes no value the newest
                    ORDER BY s.dated DESC, o.year DESC, s.recency DESC
                ) AS place
                FROM candidate o JOIN submission s ON s.id = o.submission_id
            )
            SELECT c.id, c.name, c.country, c.un_region, c.income_group, c.size_band, c.population,
                   o.other, o.year, o.value, o.status, o.progress, o.band, o.publication, o.origin,
                   o.page, o.source_url, o.note, o.dated
            FROM standing o JOIN city c ON c.id = o.city_id
            WHERE o.place = 1
            ORDER BY o.other, o.progress DESC NULLS LAST, o.value, c.id
            """,
            {"point": point_key, "reports": reports_until, "other": other_until},
        )
    )


@by_version
def held_counts(snapshot: Snapshot) -> tuple[HeldCount, ...]:
    """For every data point in official order: how many cities have a value of it."""
    return tuple(
        snapshot.rows(
            HeldCount,
            """
            WITH held AS (
                SELECT DISTINCT point, city, kind = 'other_statistics' AS other
                FROM observation WHERE value IS NOT NULL
            )
            SELECT d.key, count(h.city) FILTER (NOT h.other), count(h.city) FILTER (h.other)
            FROM data_point d LEFT JOIN held h ON h.point::VARCHAR = d.key
            GROUP BY d.key, d.position ORDER BY d.position
            """,
        )
    )
