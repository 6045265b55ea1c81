"""Values and catalogue as files: one filter, one long table, written by DuckDB itself.

The table has one row per observation (city, data point, year and source); a printed status
without a value is a row with an empty value. Scores are on 0–100 (METHODS §1). Every file ends with
the columns of ``data.provenance``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from data.files import TextFormat, write_relation
from data.provenance import provenance
from data.queries import by_version
from data.store import Snapshot

SCORECARD_KINDS = ("city_submission", "u4ssc_publication")
KINDS = (*SCORECARD_KINDS, "other_statistics")
KIND_GROUPS: Mapping[str, tuple[str, ...]] = {"reports": SCORECARD_KINDS, "all": KINDS}
LISTS = ("city", "kind", "dimension", "category", "point")
YEARS = ("from", "to")

_BATCH = 5_000


class UnknownFilter(ValueError):
    """A filter value that the data set does not have."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"{name}={value}")
        self.name = name
        self.value = value


@dataclass(frozen=True)
class ValuesFilter:
    """Which observations; an empty tuple or None asks for everything. Years are inclusive."""

    city: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    dimension: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    point: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None


class Source(NamedTuple):
    """One submission behind the filtered rows. Grain: submission."""

    city: str
    publication: str
    kind: str
    status: str
    extent: str
    year: int
    source_url: str | None
    file: str
    sha256: str
    rows: int


def read_filter(snapshot: Snapshot, query: Mapping[str, Sequence[str]]) -> ValuesFilter:
    """Filter of a query string: each name with its values, repeated or separated by commas.

    Raises:
        UnknownFilter: a value that is not in the catalogue or no four-digit year.
    """
    known = _known(snapshot)
    lists: dict[str, tuple[str, ...]] = {}
    for name in LISTS:
        asked = [part.strip() for raw in query.get(name, ()) for part in raw.split(",")]
        values = [value for key in asked if key for value in _expand(name, key)]
        for value in values:
            if value not in known[name]:
                raise UnknownFilter(name, value)
        lists[name] = tuple(sorted(set(values)))
    first, last = (_year(name, query.get(name, ())) for name in YEARS)
    if first is not None and last is not None and first > last:
        raise UnknownFilter("to", str(last))
    return ValuesFilter(**lists, first=first, last=last)


def count(snapshot: Snapshot, chosen: ValuesFilter) -> int:
    """Rows that a download with this filter has."""
    return int(_relation(snapshot, _COUNT, chosen).fetchall()[0][0])


def columns(snapshot: Snapshot) -> tuple[str, ...]:
    """Column names of the long table, without those of the provenance."""
    return tuple(_relation(snapshot, _VALUES, ValuesFilter()).columns)


def write_values(
    snapshot: Snapshot, chosen: ValuesFilter, path: Path, file_format: TextFormat
) -> None:
    """The long table as CSV or Parquet (see ``data.files.write_relation``)."""
    _write(snapshot, _relation(snapshot, _VALUES, chosen), path, file_format)


def write_catalogue(snapshot: Snapshot, path: Path, file_format: TextFormat) -> None:
    """Data points with KPI, unit, bounds and target, in official order."""
    _write(snapshot, snapshot.cursor().sql(_CATALOGUE), path, file_format)


def write_findings(snapshot: Snapshot, path: Path, file_format: TextFormat) -> None:
    """Findings of the checks with the row they stand on."""
    _write(snapshot, snapshot.cursor().sql(_FINDINGS), path, file_format)


def value_rows(snapshot: Snapshot, chosen: ValuesFilter) -> Iterator[tuple[Any, ...]]:
    """Rows of the long table, read in batches."""
    relation = _relation(snapshot, _VALUES, chosen)
    while batch := relation.fetchmany(_BATCH):
        yield from batch


def catalogue(snapshot: Snapshot) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Column names and rows of the catalogue."""
    relation = snapshot.cursor().sql(_CATALOGUE)
    return tuple(relation.columns), relation.fetchall()


def sources(snapshot: Snapshot, chosen: ValuesFilter) -> tuple[Source, ...]:
    """Submissions behind the filtered rows, by city and year."""
    return tuple(Source._make(row) for row in _relation(snapshot, _SOURCES, chosen).fetchall())


def _expand(name: str, value: str) -> tuple[str, ...]:
    return KIND_GROUPS.get(value, (value,)) if name == "kind" else (value,)


def _year(name: str, raw: Sequence[str]) -> int | None:
    given = [value.strip() for value in raw if value.strip()]
    if not given:
        return None
    if not re.fullmatch(r"[12]\d{3}", given[0], re.ASCII):
        raise UnknownFilter(name, given[0])
    return int(given[0])


@by_version
def _known(snapshot: Snapshot) -> Mapping[str, frozenset[str]]:
    """Values each list filter may have."""
    cursor = snapshot.cursor()
    tables = {
        "city": "SELECT id FROM city",
        "dimension": "SELECT key FROM dimension",
        "category": "SELECT key FROM category",
        "point": "SELECT key FROM data_point",
    }
    found = {
        name: frozenset(row[0] for row in cursor.execute(sql).fetchall())
        for name, sql in tables.items()
    }
    return found | {"kind": frozenset(KINDS)}


def _relation(snapshot: Snapshot, sql: str, chosen: ValuesFilter) -> duckdb.DuckDBPyRelation:
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(chosen).items()
    }
    used = {name: value for name, value in values.items() if f"${name}" in sql}
    return snapshot.cursor().sql(sql, params=used)


def _write(
    snapshot: Snapshot, relation: duckdb.DuckDBPyRelation, path: Path, file_format: TextFormat
) -> None:
    write_relation(relation, provenance(snapshot).cells(), path, file_format)


_CHOSEN = """
    FROM observation o
    JOIN city c ON c.id = o.city_id
    JOIN data_point d ON d.key = o.point_key
    JOIN kpi k ON k.code = d.kpi_code
    JOIN category g ON g.key = d.category
    JOIN dimension m ON m.key = d.dimension
    JOIN target t ON t.point_key = d.key
    JOIN submission s ON s.id = o.submission_id
    LEFT JOIN submission n ON n.id = o.replaced_by
    WHERE (len($city) = 0 OR list_contains($city, o.city_id))
      AND (len($kind) = 0 OR list_contains($kind, o.kind))
      AND (len($dimension) = 0 OR list_contains($dimension, d.dimension))
      AND (len($category) = 0 OR list_contains($category, d.category))
      AND (len($point) = 0 OR list_contains($point, o.point_key))
      AND ($first IS NULL OR o.year >= $first)
      AND ($last IS NULL OR o.year <= $last)
"""

_VALUES = (
    """
    SELECT c.name AS city, o.city_id, c.country, d.name AS point, o.point_key, k.code AS kpi_code,
           k.name AS kpi, m.name AS dimension, g.name AS category, o.year, o.value, o.unit,
           o.status, t.target_low, t.target_high, t.worst, o.progress, o.band, o.kind,
           s.status AS submission_status, o.quality, o.origin, o.note, o.publication, o.page,
           o.source_url, n.publication AS replaced_by, n.published_on AS replaced_on
    """
    + _CHOSEN
    + " ORDER BY o.city_id, d.position, o.year, o.kind, o.submission_id"
)

_COUNT = "SELECT count(*) " + _CHOSEN

_SOURCES = (
    """
    SELECT any_value(c.name), any_value(s.publication), any_value(s.kind), any_value(s.status),
           any_value(s.extent), any_value(s.year), any_value(s.source_url), any_value(s.file),
           any_value(s.sha256), count(*)
    """
    + _CHOSEN
    + " GROUP BY s.id ORDER BY 1, 6, 2"
)

_CATALOGUE = """
    SELECT d.key AS point_key, d.name AS point, k.code AS kpi_code, k.name AS kpi, k.level,
           m.name AS dimension, k.sub_dimension, g.name AS category, d.unit, d.direction,
           d.plausible_min, d.plausible_max, k.definition, k.numerator, k.denominator,
           k.sdg_targets, k.evidence AS definition_evidence, d.scored, t.target_low, t.target_high,
           t.worst, t.basis AS target_basis, t.confidence AS target_confidence,
           t.rationale AS target_rationale, t.source_name AS target_source,
           t.source_url AS target_source_url, t.source_year AS target_source_year
    FROM data_point d JOIN kpi k ON k.code = d.kpi_code JOIN category g ON g.key = d.category
    JOIN dimension m ON m.key = d.dimension JOIN target t ON t.point_key = d.key
    ORDER BY d.position
"""

_FINDINGS = """
    SELECT submission_id, file, "row", column_name, rule, severity, value, message, fix
    FROM finding ORDER BY severity, file, "row"
"""
