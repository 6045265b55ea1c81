"""The data page: what is available, submissions, findings, downloads."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.select import query_store, select
from components.html import render
from components.html_part import HtmlPart
from components.table.listing import listing
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, ngettext, number
from data.coverage import CoverageCity
from data.source_rows import SubmissionRow
from pages.data.coverage_filter import CoverageFilter
from pages.data.findings import grouped
from pages.data.reading import DataReading

FINDINGS_SHOWN = 50
FORMATS = (("CSV", "csv"), ("Parquet", "parquet"), ("Excel", "xlsx"))


def body(reading: DataReading) -> list[Component]:
    """The page in reading order."""
    return [
        HtmlPart(head(reading), id="data-head"),
        _controls(reading),
        HtmlPart(coverage(reading), id="data-matrix"),
        _submissions(reading),
        HtmlPart(findings(reading)),
    ]


def _controls(reading: DataReading) -> Component:
    chosen = reading.chosen
    kinds = [
        ("", _("reports")),
        ("other_statistics", _("other statistics")),
        ("all", _("both, kept apart")),
    ]
    cities = [("", _("with something available")), ("all", _("every city"))]
    dimensions = [("", _("all three")), *reading.dimensions]
    return html.Div(
        [
            select("data", "kind", _("Show"), kinds, _given(chosen.kind, "reports")),
            select("data", "dimension", _("Dimension"), dimensions, chosen.dimension or ""),
            select("data", "cities", _("Cities"), cities, _given(chosen.cities, "held")),
            query_store("data"),
        ],
        className="controls",
    )


def _given(value: str, default: str) -> str:
    return "" if value == default else value


def head(reading: DataReading) -> Markup:
    """The finding, what it rests on, and the places of the page."""
    return render(
        "data/head",
        headline=_headline(reading),
        sub=_sub(reading),
        example_href=None if reading.example else View(data="example").href("/data"),
        places=[
            ("submissions", _("Submissions")),
            ("findings", _("Findings of the checks")),
            ("downloads", _("Files and addresses")),
        ],
    )


def coverage(reading: DataReading) -> Markup:
    """Downloads of the filter, the key, the matrix."""
    keep, chosen = reading.view.elsewhere(), reading.chosen
    printed = {c.status for c in reading.reports if c.value is None}
    order = ("not_reported", "not_verified", "not_applicable", "reported_with_caveat")
    return render(
        "data/matrix",
        n_rows=reading.n_rows,
        downloads=[
            (label, chosen.download_href(reading.view, f"values.{suffix}"))
            for label, suffix in FORMATS
        ],
        matrix=reading.matrix,
        reports=chosen.kind != "other_statistics",
        others=chosen.kind != "reports",
        statuses=[s for s in order if s in printed],
        city_href=lambda c: keep.href(f"/city/{c.id}"),
        reset_href=keep.href("/data"),
    )


def _submissions(reading: DataReading) -> Component:
    """Reports first, then what came as other statistics."""
    reports = [s for s in reading.submissions if s.kind != "other_statistics"]
    others = [s for s in reading.submissions if s.kind == "other_statistics"]
    title = (
        _("%(n)s synthetic submissions", n=len(reports))
        if reading.example
        else ngettext(
            "%(num)s report or submission", "%(num)s reports and submissions", len(reports)
        )
    )
    more = ngettext(
        "One more of other statistics",
        "%(num)s more of other statistics, one for each city and publisher",
        len(others),
    )
    count = {"one": _("one submission"), "many": _("{n} submissions")}
    found = listing("submissions", _received(reading, reports), _("Filter submissions"), **count)
    rest = listing("others", _received(reading, others), _("Filter submissions"), **count)
    return html.Section(
        [
            HtmlPart(render("data/submissions_head", title=title)),
            found,
            *([html.Details([html.Summary(more), rest], className="more")] if others else []),
        ],
        className="s",
        id="submissions",
    )


def _received(reading: DataReading, rows: Sequence[SubmissionRow]) -> Markup:
    return render(
        "data/received",
        rows=rows,
        city_href=lambda s: reading.view.elsewhere().href(f"/city/{s.city_id}"),
        status_words=words.submission_status,
        kind_words=words.kind,
    )


def findings(reading: DataReading) -> Markup:
    """What the checks found, and every download."""
    everything, view = CoverageFilter(kind="all"), reading.view
    return render(
        "data/findings",
        findings_title=ngettext(
            "%(num)s finding of the checks", "%(num)s findings of the checks", len(reading.findings)
        )
        if reading.findings
        else _("The checks found nothing to note"),
        groups=grouped(reading.findings),
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


def _headline(reading: DataReading) -> str:
    """What the matrix shows, in one sentence with its numbers."""
    chosen, matrix, reports = reading.chosen, reading.matrix, reading.reports
    cities = _count([c for c in matrix.cities if _has(c, chosen)], reading.example)
    if chosen.kind == "other_statistics":
        return _(
            "%(cities)s with other statistics, on %(n)s data points",
            cities=cities,
            n=matrix.n_points,
        )
    held = sum(c.value is not None for c in reports)
    possible = matrix.n_points * sum(c.as_of is not None for c in matrix.cities)
    return _(
        "%(held)s of %(possible)s values of %(cities)s are available here",
        held=number(held, 0),
        possible=number(possible, 0),
        cities=cities,
    )


def _has(city: CoverageCity, chosen: CoverageFilter) -> bool:
    return city.n_other > 0 if chosen.kind == "other_statistics" else city.as_of is not None


def _count(cities: Sequence[CoverageCity], example: bool) -> str:
    if example:
        return ngettext("%(num)s fictional city", "%(num)s fictional cities", len(cities))
    return ngettext("%(num)s city", "%(num)s cities", len(cities))


def _sub(reading: DataReading) -> str:
    if reading.example:
        return _(
            "Synthetic data: the newest round of each fictional city, gaps as cities leave them."
        )
    if reading.chosen.kind == "other_statistics":
        return _(
            "Yearly values from Eurostat and Valencia’s statistics office. They are shown "
            "next to the reports, are never joined with them and never count towards a score."
        )
    return _(
        "About a quarter of the report pages could be read. A dotted ring means that the page was "
        "not read here; it says nothing about the city. Only a printed remark is “not reported”."
    )
