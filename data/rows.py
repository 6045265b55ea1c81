"""Typed rows: what the queries hand to pages, tables and figures.

Every row is an immutable NamedTuple of plain Python values, so the serving process needs no
data-frame library and a cached row cannot be changed by a page. Scores are on 0–100, ``band``
is 1–4 (METHODS §2), a missing number is ``None`` and never zero.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


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
    """A city in a list: what is held of it. Grain: city."""

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


class ObservationRow(NamedTuple):
    """One stored value or printed status with its full origin. Grain: city, point, year, source."""

    city_id: str
    point_key: str
    year: int
    kind: str
    value: float | None
    unit: str
    status: str
    quality: str | None
    origin: str | None
    note: str | None
    publication: str
    page: str | None
    source_url: str | None
    submission_id: str
    submission_status: str
    file: str
    sha256: str
    progress: float | None
    band: int | None


class TrendRow(NamedTuple):
    """A series judged towards 2030 (METHODS §9). Grain: city, point, source.

    A source is all U4SSC publications of a city, all it handed in itself, or one publication of
    other statistics; ``publication`` is that of the newest row. Words are keys: ``level``,
    ``state`` and ``headline`` of ``analysis.level`` and ``analysis.trend``, the rest of
    ``analysis.trend_methods`` and ``trend_line``; None where nothing is to be said.

    year, value: the newest; ``status``: printed in place of one. n_years: years with a value,
    n_doubled: years in which a second value stood that is not used. t0, first_value: where the
    trend begins, n: values since then. headline: the majority, ``verdict`` what the only method
    says too; n_agree of n_methods say it. canada_ratio is R, sdsn_ratio r_o/r_q, un_ratio q,
    growth CAGR_a as a share. Slopes, ``needed`` and the projection to 2030 are in the unit of the
    point; ``fitted`` is the line's value in ``year``, where the interval opens.
    """

    city_id: str
    point_key: str
    kind: str
    publication: str
    n_years: int
    n_doubled: int
    year: int | None
    value: float | None
    progress: float | None
    band: int | None
    level: str | None
    status: str | None
    state: str
    slipping: bool
    t0: int | None
    first_value: float | None
    n: int
    headline: str | None
    verdict: str | None
    n_methods: int
    n_agree: int
    canada: str | None
    canada_ratio: float | None
    sdsn: str | None
    sdsn_ratio: float | None
    un: str | None
    un_ratio: float | None
    growth: float | None
    slope: float | None
    slope_low: float | None
    slope_high: float | None
    fitted: float | None
    projected: float | None
    projected_low: float | None
    projected_high: float | None
    needed: float | None
    trend: str | None
    p_value: float | None
    sign_differs: bool


class SeriesRow(NamedTuple):
    """A value or printed status of a city's series. Grain: city, point, source, year, submission.

    ``used`` is False for a value beside which a more recent one of the same source and year
    stands. Source as in ``TrendRow``.
    """

    city_id: str
    point_key: str
    kind: str
    publication: str
    year: int
    value: float | None
    status: str
    used: bool
    origin: str | None
    page: str | None
    source_url: str | None
    note: str | None
    submission_id: str


class PeerYearRow(NamedTuple):
    """The peers' values of a point in a year, in its unit. Grain: point, other, year.

    other: True for other statistics, False for reports. How many make a band or a median is for
    ``analysis.numbers`` to say.
    """

    point_key: str
    other: bool
    year: int
    n: int
    p25: float
    median: float
    p75: float


class PeerSeriesRow(NamedTuple):
    """One peer's value of a point in a year, one source a year. Grain: point, other, city, year."""

    point_key: str
    other: bool
    city_id: str
    city: str
    year: int
    value: float


class ScoreRoundRow(NamedTuple):
    """An aggregate in one round of a city, for a score over time. Grain: as_of, level, key.

    n_held: values held over the whole round. same_points: points score over the ``n_same`` points
    of the aggregate that are scored in every round of this kind, None where there is none.
    """

    as_of: int
    kind: str
    level: str
    key: str
    name: str
    dimension: str
    position: int
    n_held: int
    n_scored: int
    n_missing: int
    n_scoreable: int
    points_score: float | None
    points_low: float | None
    points_high: float | None
    continuous: float | None
    continuous_low: float | None
    continuous_high: float | None
    band: int | None
    passes_gate: bool
    n_same: int
    same_points: float | None


class SdgRow(NamedTuple):
    """A data point that serves a target of an SDG. Grain: target, point.

    title and note: of SDG 11 only. mapping: read | inferred | unknown (what it rests on).
    """

    goal: int
    target: str
    title: str | None
    point_key: str
    mapping: str
    note: str | None


class TrendBasisRow(NamedTuple):
    """What the stored trends rest on: as-of year, first year, goal year and window in years."""

    as_of: int
    since: int
    goal_year: int
    window_years: int


class CityTrendsRow(NamedTuple):
    """A city in the list of Progress. Grain: city.

    n_points: with any value; n_recent: with one inside the window of the build's year; n_judged:
    with a line through their values. first, last: years of a value.
    """

    id: str
    name: str
    country: str
    n_points: int
    n_recent: int
    n_judged: int
    first: int | None
    last: int | None


class DefinitionRow(NamedTuple):
    """What a data point measures and what its target rests on. Grain: point."""

    key: str
    name: str
    kpi_code: str
    kpi_name: str
    level: str
    dimension: str
    dimension_name: str
    sub_dimension: str
    category: str
    category_name: str
    unit: str
    direction: str
    definition: str
    numerator: str | None
    denominator: str | None
    sdg_targets: str | None
    sdg_basis: str | None
    evidence: str
    source_url: str | None
    plausible_min: float | None
    plausible_max: float | None
    bounds_note: str | None
    scored: bool
    target_low: float | None
    target_high: float | None
    worst: float | None
    basis: str
    rationale: str
    target_source: str | None
    target_source_url: str | None
    target_source_year: int | None
    confidence: str


class SubmissionRow(NamedTuple):
    """One submission or publication as received. Grain: submission."""

    id: str
    city_id: str
    city: str
    file: str
    sha256: str
    kind: str
    status: str
    extent: str
    publication: str
    year: int
    published_on: date | None
    source_url: str | None
    n_values: int
    n_statuses: int
    n_findings: int


class FindingRow(NamedTuple):
    """One remark of the checks on what came in."""

    submission_id: str | None
    file: str
    row: int | None
    column_name: str | None
    rule: str
    severity: str
    value: str | None
    message: str
    fix: str


class BuildRow(NamedTuple):
    """The build being served."""

    version: str
    data_set: str
    built_at: datetime
    software_version: str
    n_cities: int
    n_values: int
    n_findings: int
    n_errors: int
