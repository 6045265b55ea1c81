"""What a map shows: a data point or an aggregate, and the aggregates to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from components.words.i18n import _, ngettext
from data.source_rows import DefinitionRow

OVERALL = "overall"
_INDENT = "\u2003"


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
    points: Sequence[DefinitionRow], recent: Mapping[str, int], n_overall: int, n_cities: int
) -> Measure:
    """The overall score where half the cities have one, else the point of most recent values.

    recent: cities with a value inside the window, by point; n_overall: cities with an overall score.
    """
    if 2 * n_overall > n_cities:
        return aggregates(points)[OVERALL]
    return of_point(max(points, key=lambda p: (recent.get(p.key, 0), -points.index(p))))


def score_options(
    points: Sequence[DefinitionRow], held: Mapping[str, int]
) -> list[tuple[str, str]]:
    """Every aggregate as (key, words), a category under its dimension; how many cities have it."""
    return [
        (
            measure.key,
            f"{_INDENT if measure.level == 'category' else ''}{measure.name} ({_count(n)})",
        )
        for measure in aggregates(points).values()
        for n in (held.get(measure.key, 0),)
    ]


def _count(n: int) -> str:
    return ngettext("%(num)d city", "%(num)d cities", n) if n else _("no city")
