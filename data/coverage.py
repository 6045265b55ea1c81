"""What is held of each city and data point: the rows of the coverage matrix."""

from __future__ import annotations

from typing import NamedTuple

from data.queries import by_version
from data.store import Snapshot


class CoverageCity(NamedTuple):
    """A city as a column. Grain: city.

    as_of: year of the newest round, None without a report; n_held: points with a value in it;
    n_printed: points printed without a value; n_other: points with other statistics.
    """

    id: str
    name: str
    country: str
    as_of: int | None
    n_held: int
    n_printed: int
    n_other: int


class ReportCell(NamedTuple):
    """What a city's newest round holds of a point: a value, or the printed status in its place."""

    city_id: str
    point_key: str
    status: str
    value: float | None
    year: int
    band: int | None


class OtherCell(NamedTuple):
    """How many years of other statistics are held of a city and point; 0 for a bare remark."""

    city_id: str
    point_key: str
    n_years: int
    first: int
    last: int


@by_version
def cities(snapshot: Snapshot) -> tuple[CoverageCity, ...]:
    """Every city, the most points held first, then by name."""
    return tuple(
        snapshot.rows(
            CoverageCity,
            """
            WITH report AS (
                SELECT n.city_id, n.as_of, count(p.value) AS held, count(p.point_key) AS stated
                FROM newest_round(NULL, NULL) n
                LEFT JOIN newest_score(NULL, NULL) p ON p.city_id = n.city_id
                GROUP BY n.city_id, n.as_of
            ), other AS (
                SELECT city_id, count(DISTINCT point_key) FILTER (value IS NOT NULL) AS n
                FROM observation WHERE kind = 'other_statistics' GROUP BY city_id
            )
            SELECT c.id, c.name, c.country, r.as_of, coalesce(r.held, 0),
                   coalesce(r.stated - r.held, 0), coalesce(o.n, 0)
            FROM city c LEFT JOIN report r ON r.city_id = c.id LEFT JOIN other o ON o.city_id = c.id
            ORDER BY coalesce(r.held, -1) DESC, coalesce(o.n, 0) DESC, strip_accents(c.name)
            """,
        )
    )


@by_version
def report_cells(snapshot: Snapshot) -> tuple[ReportCell, ...]:
    """Points stated in each city's newest round, with a value or without."""
    return tuple(
        snapshot.rows(
            ReportCell,
            """
            SELECT city_id, point_key, status, value, year, band FROM newest_score(NULL, NULL)
            """,
        )
    )


@by_version
def other_cells(snapshot: Snapshot) -> tuple[OtherCell, ...]:
    """City and point pairs of the other statistics with their span of years."""
    return tuple(
        snapshot.rows(
            OtherCell,
            """
            SELECT city_id, point_key, count(DISTINCT year) FILTER (value IS NOT NULL),
                   min(year), max(year)
            FROM observation WHERE kind = 'other_statistics'
            GROUP BY city_id, point_key
            """,
        )
    )
