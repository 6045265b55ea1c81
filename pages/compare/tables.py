"""Who holds what, all values with their sources, and the years of the reports."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from components.html import render
from components.table.coverage_matrix import WIDE_UP_TO, matrix
from components.view import View
from components.words.i18n import _
from components.words.values import unit_text, value_text
from data.coverage import CoverageCity, ReportCell
from data.queries.compare import Origin
from data.rows import CitySummary, PointRow
from data.source_rows import DefinitionRow
from pages.compare.panels import files
from pages.compare.reading import Compared
from pages.compare.words import FAR_APART, years_apart, years_title

MOST_OTHERS = WIDE_UP_TO
"""Other cities named one by one; of more, only their number."""


class Value(NamedTuple):
    """A city's cell in the table of values."""

    point: PointRow
    origin: Origin | None
    href: str


def heatmap(
    view: View,
    cities: Sequence[Compared],
    points: Sequence[DefinitionRow],
    others: Sequence[CoverageCity],
    cells: Sequence[ReportCell],
) -> Markup:
    """Cities by points, a mark for every kind of "no value": the compared ones first.

    ``others``, ``cells``: the other cities with a report at their newest round, all or none.
    """
    own = [
        CoverageCity(
            c.id, c.name, c.city.country, c.report.as_of, sum(p.value is not None for p in
            c.card.points), 0, 0
        )
        for c in cities
    ]  # fmt: skip
    stated = [
        ReportCell(c.id, p.key, p.status, p.value, p.year or c.report.as_of, p.band)
        for c in cities
        for p in c.card.points
        if p.status != "not_held"
    ]
    keys = {p.key for p in points}
    beside = {c.id for c in others}
    shown = [
        c for c in (*stated, *(x for x in cells if x.city_id in beside)) if c.point_key in keys
    ]
    return render(
        "compare/heatmap",
        matrix=matrix(points, [*own, *others], shown, ()),
        cities=cities,
        n_values=sum(c.value is not None for c in shown),
        n_cells=len(points) * (len(own) + len(others)),
        statuses=sorted({c.status for c in shown if c.value is None}),
        no_target=any(c.value is not None and not c.band for c in shown),
        city_href=lambda c: view.elsewhere().href(f"/city/{c.id}"),
        all_href=view.elsewhere().href("/data"),
    )


def values(view: View, cities: Sequence[Compared], kept: Collection[str] | None) -> Markup:
    """Every value and printed status of the compared cities, by category in official order."""
    rows = []
    n_left = 0
    for index, points in enumerate(zip(*(c.card.points for c in cities), strict=True)):
        if kept is not None and points[0].key not in kept:
            continue
        if all(p.status == "not_held" for p in points):
            n_left += 1
            continue
        rows.append(
            (
                points[0],
                [
                    Value(
                        p,
                        c.card.origins[index],
                        view.elsewhere().href(f"/city/{c.id}", point=p.key, asof=view.asof),
                    )
                    for p, c in zip(points, cities, strict=True)
                ],
            )
        )
    groups = [
        (key, list(own))
        for key, own in groupby(rows, key=lambda r: (r[0].category, r[0].category_name))
    ]
    return render(
        "compare/values",
        cities=cities,
        groups=groups,
        n_left=n_left,
        files=files(view, "values"),
        cell_text=lambda p: value_text(p.value, p.unit),
        unit=lambda p: unit_text(p.unit),
    )


def vintage(cities: Sequence[Compared], others: Sequence[CitySummary]) -> Markup:
    """The years of publication on one line, empty years named; a warning where far apart."""
    ids = {c.id for c in cities}
    beside = [c for c in others if c.newest_round and c.id not in ids]
    named = beside if len(beside) <= MOST_OTHERS else []
    years = [c.report.as_of for c in cities] + [c.newest_round or 0 for c in named]
    return render(
        "compare/vintage",
        title=years_title(cities),
        far=years_apart(cities) > FAR_APART,
        apart=years_apart(cities),
        years=[
            (
                year,
                [c for c in cities if c.report.as_of == year],
                [c.name for c in named if c.newest_round == year],
            )
            for year in range(min(years), max(years) + 1)
        ],
        n_unnamed=len(beside) - len(named),
        nothing=_("no report read"),
    )
