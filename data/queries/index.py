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


@by_version
def index_cities(snapshot: Snapshot, as_of: int | None) -> tuple[IndexCity, ...]:
    """Cities with a scorecard, by name, each at its newest round not later than ``as_of``."""
    return tuple(
        snapshot.rows(
            IndexCity,
            """
            SELECT c.id, c.name, n.as_of, s.publication
            FROM newest_round($as_of, $window) n JOIN city c ON c.id = n.city_id
            JOIN submission s ON s.id = n.submission_id
            ORDER BY strip_accents(c.name)
            """,
            {"as_of": as_of, "window": settings().window_years},
        )
    )


@few_by_version
def index_cells(snapshot: Snapshot, as_of: int | None) -> tuple[IndexCell, ...]:
    """Held values and printed statuses of the scoreable points in those rounds."""
    return tuple(
        snapshot.rows(
            IndexCell,
            """
            SELECT p.city_id, p.point_key, p.value, p.status, p.year, p.band, p.publication,
                   p.page, p.source_url
            FROM newest_score($as_of, $window) p JOIN data_point d ON d.key = p.point_key
            WHERE d.scored
            ORDER BY d.position, p.city_id
            """,
            {"as_of": as_of, "window": settings().window_years},
        )
    )
