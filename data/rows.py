"""Typed rows: what the queries hand to pages, tables and figures.

Every row is an immutable NamedTuple of plain Python values, so the serving process needs no
data-frame library and a cached row cannot be changed by a page. Scores are on 0–100, ``band``
is 1–4 (METHODS §2), a missing number is ``None`` and never zero.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from analysis.scoring import Score


class CityRow(NamedTuple):
    """A city, one row per city of a data set. Population in inhabitants, coordinates in degrees."""

    id: str
    name: str
    country: str
    country_iso3: str
    un_region: str | None
    income_group: str | None
    latitude: float | None
    longitude: float | None
    latitude_band: str | None
    population: int | None
    population_source: str | None
    size_band: str | None
    fictional: bool
    publication_status: str | None
    publication_date: str | None
    publication_url: str | None


class CitySummary(NamedTuple):
    """A city in a list: what is held of it. ``aliases``: other names, between semicolons."""

    id: str
    name: str
    country: str
    population: int | None
    newest_round: int | None
    n_held: int
    n_scored: int
    n_scoreable: int
    n_other: int
    other_from: int | None
    other_to: int | None
    aliases: str = ""


class RoundRow(NamedTuple):
    """One scorecard year of a city and the newest submission behind it."""

    as_of: int
    submission_id: str
    kind: str
    status: str
    extent: str
    publication: str
    published_on: date | None
    source_url: str | None
    n_held: int
    n_scored: int
    n_scoreable: int


class RoundSource(NamedTuple):
    """What a round stands on besides the submission that most of it comes from.

    year: of its values; n_points: data points that stand on it. Grain: submission, year.
    """

    publication: str
    kind: str
    published_on: date | None
    year: int
    n_points: int


class PointRow(NamedTuple):
    """One data point on a city's scorecard, held or not. Grain: point (112 rows a city).

    ``status`` is an observation status or ``not_held``. ``progress`` is the progress score of
    METHODS §1. Peer numbers are progress scores of the other cities in the peer group at the same
    as-of year; ``peer_scores`` is sorted ascending and leaves the city itself out.
    ``history_*`` is the longest line of one source; ``other_*`` the newest value of other
    statistics.
    """

    key: str
    name: str
    position: int
    kpi_code: str
    kpi_name: str
    level: str
    dimension: str
    category: str
    category_name: str
    unit: str
    direction: str
    scored: bool
    target_low: float | None
    target_high: float | None
    worst: float | None
    basis: str
    confidence: str
    status: str
    value: float | None
    year: int | None
    note: str | None
    page: str | None
    progress: float | None
    band: int | None
    peer_scores: tuple[float, ...]
    history_years: tuple[int, ...]
    history_values: tuple[float, ...]
    history_kind: str | None
    other_value: float | None
    other_year: int | None
    other_dated: bool = True


class Measure(NamedTuple):
    """One of the two scores of an aggregate: its bounds while values are missing, its peers."""

    value: float | None
    low: float | None
    high: float | None
    band: int | None
    peers: tuple[float, ...]


class RollupRow(NamedTuple):
    """An aggregate of a city at one as-of year. Level: category, dimension or overall.

    ``short_name`` is the word a sentence uses. Peer tuples hold the same measure (points score,
    continuous) of the other cities of the group.
    """

    level: str
    key: str
    name: str
    short_name: str
    dimension: str
    position: int
    n_points: int
    n_scored: int
    n_missing: int
    n_scoreable: int
    n_judged: int
    points_score: float | None
    points_low: float | None
    points_high: float | None
    continuous: float | None
    continuous_low: float | None
    continuous_high: float | None
    band: int | None
    continuous_band: int | None
    band_stricter: int | None
    band_looser: int | None
    passes_gate: bool
    peer_points: tuple[float, ...]
    peer_continuous: tuple[float, ...]

    def by(self, score: Score) -> Measure:
        """The points score or the continuous one."""
        if score == "points":
            return Measure(
                self.points_score, self.points_low, self.points_high, self.band, self.peer_points
            )
        return Measure(
            self.continuous, self.continuous_low, self.continuous_high, self.continuous_band,
            self.peer_continuous,
        )  # fmt: skip
