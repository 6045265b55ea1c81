"""Typed rows of where a number comes from: value, definition, submission, findings, build.

As in ``data.rows``: scores on 0–100, ``band`` 1–4, a missing number is ``None`` and never zero.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class ObservationRow(NamedTuple):
    """One stored value or printed status with its full origin. Grain: city, point, year, source.

    replaced_by: publication in which the city reported the same point and year later, with its
    kind and day; None while the row stands, and for other statistics, which replace nothing.
    """

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
    replaced_by: str | None = None
    replaced_kind: str | None = None
    replaced_on: date | None = None


class DefinitionRow(NamedTuple):
    """What a data point measures and what its target rests on. Grain: point."""

    key: str
    name: str
    position: int
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
