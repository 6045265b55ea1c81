"""The data page from its rows: what is held, filter, submissions, findings, downloads."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from components.html import render
from components.table.coverage_matrix import Matrix
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, ngettext, number
from data.coverage import CoverageCity, ReportCell
from data.source_rows import FindingRow, SubmissionRow
from pages.data.coverage_filter import CoverageFilter
from pages.data.findings import grouped

FINDINGS_SHOWN = 50
FORMATS = (("CSV", "csv"), ("Parquet", "parquet"), ("Excel", "xlsx"))


def coverage(
    view: View,
    chosen: CoverageFilter,
    matrix: Matrix,
    reports: Sequence[ReportCell],
    dimensions: Sequence[tuple[str, str]],
    n_rows: int,
) -> Markup:
    """Finding, filter, downloads of the filter, matrix."""
    keep = view.elsewhere()
    printed = {c.status for c in reports if c.value is None}
    order = ("not_reported", "not_verified", "not_applicable", "reported_with_caveat")
    return render(
        "data/page",
        headline=_headline(view, chosen, matrix, reports),
        sub=_sub(view, chosen),
        example_href=None if view.data == "example" else View(data="example").href("/data"),
        places=[
            ("submissions", _("Submissions")),
            ("findings", _("Findings of the checks")),
            ("downloads", _("Files and addresses")),
        ],
        filter=chosen,
        kinds=[
            ("", _("reports")),
            ("other_statistics", _("other statistics")),
            ("all", _("both, told apart")),
        ],
        dimensions=[("", _("all three")), *dimensions],
        city_choices=[("", _("with something held")), ("all", _("every city"))],
        n_rows=n_rows,
        downloads=[
            (label, chosen.download_href(view, f"values.{suffix}")) for label, suffix in FORMATS
        ],
        matrix=matrix,
        reports=chosen.kind != "other_statistics",
        others=chosen.kind != "reports",
        statuses=[s for s in order if s in printed],
        city_href=lambda c: keep.href(f"/city/{c.id}"),
        reset_href=keep.href("/data"),
    )


def submissions(
    view: View, received: Sequence[SubmissionRow], findings: Sequence[FindingRow]
) -> Markup:
    """Tables of what came in and of what the checks found; every download."""
    reports = [s for s in received if s.kind != "other_statistics"]
    everything = CoverageFilter(kind="all")
    return render(
        "data/submissions",
        title=ngettext(
            "%(num)s report or submission", "%(num)s reports and submissions", len(reports)
        )
        if view.data != "example"
        else _("%(n)s synthetic submissions", n=len(reports)),
        reports=reports,
        others=[s for s in received if s.kind == "other_statistics"],
        city_href=lambda s: view.elsewhere().href(f"/city/{s.city_id}"),
        status_words=words.submission_status,
        kind_words=words.kind,
        findings_title=ngettext(
            "%(num)s finding of the checks", "%(num)s findings of the checks", len(findings)
        )
        if findings
        else _("The checks found nothing to remark on"),
        groups=grouped(findings),
        limit=FINDINGS_SHOWN,
        findings_href=everything.download_href(view, "findings.csv"),
        files=[
            (
                _("All values"),
                _("One row per city, data point, year and source, printed statuses included."),
                [(n, everything.download_href(view, f"values.{s}")) for n, s in FORMATS],
            ),
            (
                _("Catalogue"),
                _("KPIs and data points with definition, unit, bounds, target and its basis."),
                [(n, everything.download_href(view, f"catalogue.{s}")) for n, s in FORMATS[:2]],
            ),
            (
                _("Findings of the checks"),
                _("File, row, column, rule, value and what to do."),
                [(n, everything.download_href(view, f"findings.{s}")) for n, s in FORMATS[:2]],
            ),
        ],
    )


def _headline(
    view: View, chosen: CoverageFilter, matrix: Matrix, reports: Sequence[ReportCell]
) -> str:
    """What the matrix shows, in one sentence with its numbers."""
    cities = _count([c for c in matrix.cities if _has(c, chosen)], view)
    if chosen.kind == "other_statistics":
        return _(
            "%(cities)s with other statistics, on %(n)s data points",
            cities=cities,
            n=matrix.n_points,
        )
    held = sum(c.value is not None for c in reports)
    possible = matrix.n_points * sum(c.as_of is not None for c in matrix.cities)
    return _(
        "%(held)s of %(possible)s values of %(cities)s are held here",
        held=number(held, 0),
        possible=number(possible, 0),
        cities=cities,
    )


def _has(city: CoverageCity, chosen: CoverageFilter) -> bool:
    return city.n_other > 0 if chosen.kind == "other_statistics" else city.as_of is not None


def _count(cities: Sequence[CoverageCity], view: View) -> str:
    if view.data == "example":
        return ngettext("%(num)s fictional city", "%(num)s fictional cities", len(cities))
    return ngettext("%(num)s city", "%(num)s cities", len(cities))


def _sub(view: View, chosen: CoverageFilter) -> str:
    if view.data == "example":
        return _(
            "Synthetic data: the newest round of each fictional city, gaps as cities leave them."
        )
    if chosen.kind == "other_statistics":
        return _(
            "Yearly values from Eurostat and Valencia’s statistics office. They stand beside the "
            "reports, are never joined with them and make no score of a city."
        )
    return _(
        "About a quarter of the report pages could be read. A dotted ring means that the page was "
        "not read here; it says nothing about the city. Only a printed remark is “not reported”."
    )
