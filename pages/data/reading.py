"""What the data page says: what is available of each city under a filter, and what was received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.table.coverage_matrix import Matrix, matrix
from components.view import View
from data import coverage, downloads, queries
from data.coverage import CoverageCity, ReportCell
from data.source_rows import FindingRow, SubmissionRow
from data.store import Snapshot
from pages.data.coverage_filter import CoverageFilter


@dataclass(frozen=True)
class DataReading:
    """The matrix of a filter with its counts; every submission and finding of the data set.

    ``dimensions``: key and name in official order; ``n_rows``: rows of the filter's download.
    """

    view: View
    chosen: CoverageFilter
    matrix: Matrix
    reports: Sequence[ReportCell]
    dimensions: Sequence[tuple[str, str]]
    n_rows: int
    submissions: Sequence[SubmissionRow]
    findings: Sequence[FindingRow]

    @property
    def example(self) -> bool:
        """Whether the data set is the synthetic one."""
        return self.view.data == "example"


def read_data(store: Snapshot, view: View, **query: str) -> DataReading:
    """The reading; ``query`` has the raw values of the page's own filter."""
    definitions = queries.definitions(store)
    dimensions = tuple({p.dimension: p.dimension_name for p in definitions}.items())
    chosen = CoverageFilter.from_query(query, dict(dimensions))
    points = [p for p in definitions if chosen.dimension in (None, p.dimension)]
    keys = {p.key for p in points}
    reports = [c for c in coverage.report_cells(store) if c.point_key in keys]
    others = [c for c in coverage.other_cells(store) if c.point_key in keys]
    if chosen.kind == "other_statistics":
        reports = []
    if chosen.kind == "reports":
        others = []
    cities = [c for c in coverage.cities(store) if chosen.cities == "all" or _has(c, chosen.kind)]
    if chosen.kind == "other_statistics":
        cities.sort(key=lambda c: -c.n_other)
    return DataReading(
        view=view,
        chosen=chosen,
        matrix=matrix(points, cities, reports, others),
        reports=reports,
        dimensions=dimensions,
        n_rows=downloads.count(store, downloads.read_filter(store, chosen.download_query())),
        submissions=queries.submissions(store),
        findings=queries.findings(store),
    )


def _has(city: CoverageCity, kind: str) -> bool:
    """Whether a city has anything of the kind; next to each other, the reports decide."""
    return city.n_other > 0 if kind == "other_statistics" else city.as_of is not None
