"""Data: what is held of each city, where it came from, and the files to take along."""

from __future__ import annotations

from typing import Any

import dash
from dash.development.base_component import Component

from components.shell import page as shell
from components.shell.fragment import fragment
from components.shell.guard import guarded
from components.table.coverage_matrix import matrix
from components.view import View
from components.web import answers as ready
from data import coverage, downloads, queries
from data.store import Snapshot, snapshot
from pages.data import body as data_page
from pages.data.coverage_filter import CoverageFilter

dash.register_page(__name__, path="/data", title=shell.title("Data"), name="Data", order=7, header=True)


@guarded
def layout(**query: Any) -> Component:
    """Coverage matrix, submissions, findings, downloads."""
    view = View.from_query(query)
    store = snapshot(view.data)
    chosen = CoverageFilter.from_query(query, dict(_dimensions(store)))
    body = _body(store, view.elsewhere(), chosen.without_notices())
    ready.keep()
    return shell.page(view, queries.build(store), "/data", list(body), chosen.notices)


def _body(store: Snapshot, view: View, chosen: CoverageFilter) -> tuple[Component, ...]:
    """Both parts of the page."""
    points = [
        p
        for p in queries.definitions(store)
        if chosen.dimension is None or p.dimension == chosen.dimension
    ]
    keys = {p.key for p in points}
    reports = [
        c
        for c in coverage.report_cells(store)
        if c.point_key in keys and chosen.kind != "other_statistics"
    ]
    others = [
        c for c in coverage.other_cells(store) if c.point_key in keys and chosen.kind != "reports"
    ]
    cities = [c for c in coverage.cities(store) if chosen.cities == "all" or _held(c, chosen.kind)]
    if chosen.kind == "other_statistics":
        cities.sort(key=lambda c: -c.n_other)
    rows = downloads.count(store, downloads.read_filter(store, chosen.download_query()))
    return (
        fragment(
            data_page.coverage(
                view,
                chosen,
                matrix(points, cities, reports, others),
                reports,
                _dimensions(store),
                rows,
            )
        ),
        fragment(data_page.submissions(view, queries.submissions(store), queries.findings(store))),
    )


def _dimensions(store: Snapshot) -> tuple[tuple[str, str], ...]:
    """Key and name of each dimension in official order."""
    return tuple({p.dimension: p.dimension_name for p in queries.definitions(store)}.items())


def _held(city: coverage.CoverageCity, kind: str) -> bool:
    """Whether a city has anything of the kind; beside each other, the reports decide."""
    return city.n_other > 0 if kind == "other_statistics" else city.as_of is not None
