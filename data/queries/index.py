"""What an index is made of: every city's newest round and its values of the scoreable points."""

from __future__ import annotations

from typing import NamedTuple

from data.queries.cached import by_version, few_by_version
from data.settings import settings
from data.store import Snapshot


class IndexCity(NamedTuple):
    """A city with a scorecard and the round it stands at."""

    id: str
    name: str
    as_of: int
    publication: str


class IndexCell(NamedTuple):
    """A city's value of a scoreable point, or the printed status that stands in its place."""

    city_id: str
    point_key: str
    value: float | None
    status: str
    year: int
    band: int | None
    publication: str
    page: str | None
    source_url: str | None


# Each city at its own newest round, or at its newest one within the window before a common year.
_NEWEST = """
    newest AS (
        SELECT city_id, max(as_of) AS as_of FROM round
        WHERE $as_of IS NULL OR (as_of <= $as_of AND as_of > $as_of - $window)
        GROUP BY city_id
    )
"""


@by_version
def index_cities(snapshot: Snapshot, as_of: int | None) -> tuple[IndexCity, ...]:
    """Cities with a scorecard, by name, each at its newest round not later than ``as_of``."""
    return tuple(
        snapshot.rows(
            IndexCity,
            f"""
            WITH {_NEWEST}
            SELECT c.id, c.name, n.as_of, s.publication
            FROM newest n JOIN city c ON c.id = n.city_id
            JOIN round r ON r.city_id = n.city_id AND r.as_of = n.as_of
            JOIN submission s ON s.id = r.submission_id
            ORDER BY strip_accents(c.name)
            """,  # noqa: S608
            {"as_of": as_of, "window": settings().window_years},
        )
    )


@few_by_version
def index_cells(snapshot: Snapshot, as_of: int | None) -> tuple[IndexCell, ...]:
    """Held values and printed statuses of the scoreable points in those rounds."""
    return tuple(
        snapshot.rows(
            IndexCell,
            f"""
            WITH {_NEWEST}
            SELECT p.city_id, p.point_key, p.value, p.status, p.year, p.band, p.publication,
                   p.page, p.source_url
            FROM newest n JOIN point_score p USING (city_id, as_of)
            JOIN data_point d ON d.key = p.point_key
            WHERE d.scored
            ORDER BY d.position, p.city_id
            """,  # noqa: S608
            {"as_of": as_of, "window": settings().window_years},
        )
    )
