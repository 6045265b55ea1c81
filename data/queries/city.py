"""One city: who it is, its rounds, and everything ever held of one of its points."""

from __future__ import annotations

from data.queries.cached import by_version, few_by_version
from data.rows import CityRow, RoundRow, RoundSource
from data.source_rows import ObservationRow
from data.store import Snapshot


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
def other_sources(snapshot: Snapshot, city_id: str, as_of: int) -> tuple[RoundSource, ...]:
    """Corrections and earlier rounds that a scorecard also stands on, the newest year first."""
    return tuple(
        snapshot.rows(
            RoundSource,
            """
            SELECT s.publication, s.kind, s.published_on, p.year, count(*)
            FROM point_score p JOIN submission s ON s.id = p.submission_id
            JOIN round r ON r.city_id = p.city_id AND r.as_of = p.as_of
            WHERE p.city_id = ? AND p.as_of = ?
              AND (p.submission_id <> r.submission_id OR p.year < p.as_of)
            GROUP BY ALL ORDER BY p.year DESC, s.publication
            """,
            [city_id, as_of],
        )
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
                   s.file, s.sha256, o.progress, o.band,
                   n.publication, n.kind, n.published_on
            FROM observation o JOIN submission s ON s.id = o.submission_id
            LEFT JOIN submission n ON n.id = o.replaced_by
            WHERE o.city = TRY_CAST(? AS city_word) AND o.point_key = ?
            ORDER BY o.year DESC, o.kind = 'other_statistics', s.recency DESC
            """,
            [city_id, point_key],
        )
    )
