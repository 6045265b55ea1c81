"""Typed rows of values over time: series, trends, rounds and what they are held against.

As in ``data.rows``: scores on 0–100, ``band`` 1–4, a missing number is ``None`` and never zero.
"""

from __future__ import annotations

from typing import NamedTuple


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
