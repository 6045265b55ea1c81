"""What a map shows: a data point or an aggregate, and the list to choose another from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from components.controls.point_choice import in_lens
from components.view import View
from components.words.i18n import _
from data.queries.map import HeldAggregate
from data.source_rows import DefinitionRow

PATH = "/map"
OVERALL = "overall"


class Measure(NamedTuple):
    """level: point, category, dimension or overall; where: what it belongs to; scored: banded.

    point: the definition of a data point, None for an aggregate.
    """

    level: str
    key: str
    name: str
    where: str
    unit: str
    scored: bool
    point: DefinitionRow | None = None


class Option(NamedTuple):
    """A line of the list; held: how many cities have it."""

    name: str
    href: str
    held: int
    current: bool
    search: str


class Group(NamedTuple):
    """A category of the list with its points; dimension is set on the first of each."""

    dimension: Option | None
    category: Option
    points: list[Option]


def of_point(point: DefinitionRow) -> Measure:
    """A data point as a measure."""
    where = f"{point.dimension_name} · {point.category_name}"
    return Measure("point", point.key, point.name, where, point.unit, point.scored, point)


def aggregates(points: Sequence[DefinitionRow]) -> dict[str, Measure]:
    """Every aggregate by its key in the address, in official order."""
    found = {OVERALL: Measure(OVERALL, OVERALL, _("Overall score"), _("All dimensions"), "", True)}
    for p in points:
        found.setdefault(
            p.dimension,
            Measure("dimension", p.dimension, p.dimension_name, _("Dimension"), "", True),
        )
        found.setdefault(
            p.category,
            Measure("category", p.category, p.category_name, p.dimension_name, "", True),
        )
    return found


def first_measure(
    points: Sequence[DefinitionRow], held: Mapping[str, int], n_cities: int
) -> Measure:
    """What the page opens on: the overall score where half the cities have one.

    Else the point that most cities hold.
    """
    if 2 * held.get(OVERALL, 0) > n_cities:
        return aggregates(points)[OVERALL]
    return of_point(max(points, key=lambda p: (held.get(p.key, 0), -points.index(p))))


def held_by_key(points: Mapping[str, int], found: Sequence[HeldAggregate]) -> dict[str, int]:
    """How many cities hold each measure, by its key; no key of a point names an aggregate."""
    return {**points, **{row.key: row.n_cities for row in found}}


def options(
    view: View, points: Sequence[DefinitionRow], held: Mapping[str, int], current: Measure
) -> tuple[Option, list[Group]]:
    """The overall score, then every category with its points; a lens keeps its own points only."""
    known = aggregates(points)

    def of(measure: Measure, also: str = "") -> Option:
        changes = {"kpi": None, "measure": measure.key}
        if measure.point:
            changes = {"kpi": measure.key, "measure": None}
        return Option(
            measure.name,
            view.href(PATH, **changes, asof=None),
            held.get(measure.key, 0),
            (measure.level, measure.key) == (current.level, current.key),
            f"{measure.name} {measure.key} {measure.where} {also}".lower(),
        )

    groups = []
    dimension = ""
    for category, own in groupby(in_lens(view, points), key=lambda p: p.category):
        rows = list(own)
        first = rows[0].dimension != dimension
        dimension = rows[0].dimension
        groups.append(
            Group(
                of(known[dimension]) if first else None,
                of(known[category]),
                [of(of_point(p), p.kpi_name) for p in rows],
            )
        )
    return of(known[OVERALL]), groups
