"""What is available for whom, all values with their sources, and the years of the reports."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from components.html import render
from components.table.coverage_matrix import matrix
from components.words.i18n import _
from components.words.values import value_text
from data import coverage, queries
from data.coverage import CoverageCity, ReportCell
from data.queries.compare import Origin
from data.rows import PointRow
from pages.compare.charts import file_links
from pages.compare.reading import CompareReading
from pages.compare.shared import Compared
from pages.compare.words import far_apart, years_title

MOST_COLUMNS = 12
"""Cities whose columns fit a page of 1,240 px; with more, only the compared ones stand there."""

MOST_OTHERS = 14
"""Other cities named one by one; of more, only their number."""


class Value(NamedTuple):
    """A city's cell in the table of values."""

    point: PointRow
    origin: Origin | None
    href: str


def holds(reading: CompareReading) -> Markup:
    """Cities by points, a mark for every kind of "no value": the compared cities first.

    Other cities with a report follow at their newest round, if there is room for all.
    """
    store, cities, kept = reading.store, reading.cities, reading.kept
    points = [p for p in queries.definitions(store) if kept is None or p.key in kept]
    keys, ids = {p.key for p in points}, {c.id for c in cities}
    others = [c for c in coverage.cities(store) if c.as_of is not None and c.id not in ids]
    if len(others) + len(ids) > MOST_COLUMNS:
        others = []
    beside = {c.id for c in others}
    cells = [c for city in cities for c in _stated(city)]
    if others:
        cells += [c for c in coverage.report_cells(store) if c.city_id in beside]
    shown = [c for c in cells if c.point_key in keys]
    own = [_column(c) for c in cities]
    return render(
        "compare/heatmap",
        matrix=matrix(points, [*own, *others], shown, ()),
        cities=cities,
        n_values=sum(c.value is not None for c in shown),
        n_cells=len(points) * (len(own) + len(others)),
        statuses=sorted({c.status for c in shown if c.value is None}),
        no_target=any(c.value is not None and not c.band for c in shown),
        city_href=lambda c: reading.city_href(c.id),
        all_href=reading.view.elsewhere().href("/data"),
    )


def _column(city: Compared) -> CoverageCity:
    n_held = sum(p.value is not None for p in city.card.points)
    return CoverageCity(city.id, city.name, city.city.country, city.report.as_of, n_held, 0, 0)


def _stated(city: Compared) -> list[ReportCell]:
    year = city.report.as_of
    return [
        ReportCell(city.id, p.key, p.status, p.value, p.year or year, p.band)
        for p in city.card.points
        if p.status != "not_held"
    ]


def values_table(reading: CompareReading) -> Markup:
    """Every value and printed status of the cities, by category in official order."""
    rows = []
    n_left = 0
    for index, points in enumerate(zip(*(c.card.points for c in reading.cities), strict=True)):
        if reading.kept is not None and points[0].key not in reading.kept:
            continue
        if all(p.status == "not_held" for p in points):
            n_left += 1
            continue
        cells = [
            Value(p, c.card.origins[index], reading.source_href(c.id, p.key))
            for p, c in zip(points, reading.cities, strict=True)
        ]
        rows.append((points[0], cells))
    groups = [
        (key, list(own))
        for key, own in groupby(rows, key=lambda r: (r[0].category, r[0].category_name))
    ]
    return render(
        "compare/values",
        cities=reading.cities,
        groups=groups,
        n_left=n_left,
        files=file_links(reading, "values"),
        cell_text=lambda p: value_text(p.value, p.unit),
    )


def years(reading: CompareReading) -> Markup:
    """The years of publication on one line, empty years named; a warning where far apart."""
    cities = reading.cities
    ids = {c.id for c in cities}
    beside = [c for c in reading.everyone if c.newest_round and c.id not in ids]
    named = beside if len(beside) <= MOST_OTHERS else []
    found = [c.report.as_of for c in cities] + [c.newest_round or 0 for c in named]
    return render(
        "compare/years",
        title=years_title(cities),
        far=far_apart(cities),
        years=[
            (
                year,
                [c for c in cities if c.report.as_of == year],
                [c.name for c in named if c.newest_round == year],
            )
            for year in range(min(found), max(found) + 1)
        ],
        n_unnamed=len(beside) - len(named),
        nothing=_("no report available"),
    )
