"""Which cities can stand beside another, what is known of them, and where they stand on a point."""

from __future__ import annotations

from typing import NamedTuple

from data.queries.cached import by_version, few_by_version
from data.settings import settings
from data.store import Snapshot, joined


class PeerGroup(NamedTuple):
    """The other cities a city is shown against.

    choice: all | size | region | income | country | like: what was asked for or, where that is
    unknown of the city itself, all; label: the shared size band, region, income group or country;
    ids: sorted; name: the reader's; pinned and left: those of the reader's that took effect;
    absent: pinned ones that have nothing to stand here with.
    """

    choice: str
    label: str | None
    ids: tuple[str, ...]
    name: str | None = None
    pinned: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class PeerCity(NamedTuple):
    """What groups are made by. Grain: city. Unknown is None.

    reported: year of the round it stands on, None without a report; other: holds other statistics.
    """

    id: str
    name: str
    country: str
    un_region: str | None
    income_group: str | None
    latitude_band: str | None
    population: int | None
    size_band: str | None
    reported: int | None
    other: bool


class ReportedRow(NamedTuple):
    """A progress score a city stands on. Grain: city, point."""

    city_id: str
    point_key: str
    progress: float


class StandRow(NamedTuple):
    """Where a city stands on a point in an as-of year. Value in the point's unit. Grain: city."""

    city_id: str
    progress: float
    value: float


class OriginRow(NamedTuple):
    """Where a value on a scorecard was printed. Grain: city."""

    city_id: str
    year: int
    publication: str
    source_url: str | None


@by_version
def peer_cities(snapshot: Snapshot, as_of: int | None) -> tuple[PeerCity, ...]:
    """Every city by id. as_of None: each stands on its own newest round."""
    return tuple(
        snapshot.rows(
            PeerCity,
            """
            SELECT c.id, c.name, c.country, c.un_region, c.income_group, c.latitude_band,
                   c.population, c.size_band,
                   CASE WHEN n.n_held > 0 THEN n.as_of END,
                   c.id IN (SELECT city_id FROM submission
                            WHERE kind = 'other_statistics' AND n_values > 0)
            FROM city c LEFT JOIN newest_round($as_of, $window) n ON n.city_id = c.id
            ORDER BY c.id
            """,
            {"as_of": as_of, "window": settings().window_years},
        )
    )


@few_by_version
def reported_profiles(snapshot: Snapshot, as_of: int | None) -> tuple[ReportedRow, ...]:
    """Every progress score of the rounds that ``peer_cities`` stand on."""
    return tuple(
        snapshot.rows(
            ReportedRow,
            """
            SELECT city_id, point_key, progress FROM newest_score($as_of, $window)
            WHERE progress IS NOT NULL
            """,
            {"as_of": as_of, "window": settings().window_years},
        )
    )


@few_by_version
def point_stands(snapshot: Snapshot, as_of: int, point_key: str) -> tuple[StandRow, ...]:
    """All cities with a scored report of a point in an as-of year, furthest from target first."""
    return tuple(
        snapshot.rows(
            StandRow,
            """
            SELECT city_id, score, value FROM peer_score
            WHERE as_of = ? AND level = 'point' AND key = ? AND score IS NOT NULL
            ORDER BY score, city_id
            """,
            [as_of, point_key],
        )
    )


@by_version
def origins(
    snapshot: Snapshot, point_key: str, rounds: tuple[tuple[str, int], ...]
) -> tuple[OriginRow, ...]:
    """Year and publication of a point in rounds given as (city, as-of year)."""
    return tuple(
        snapshot.rows(
            OriginRow,
            """
            SELECT city_id, year, publication, source_url FROM point_score
            WHERE point_key = $point AND value IS NOT NULL
              AND city_id || ':' || as_of IN (SELECT unnest(string_split($rounds, ',')))
            """,
            {
                "point": point_key,
                "rounds": joined(f"{city}:{as_of}" for city, as_of in rounds),
            },
        )
    )
