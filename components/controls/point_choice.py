"""Which data point a benchmark shows, its neighbours, and the list to choose another from."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import NamedTuple

from components.controls.lenses import chosen_lens
from components.view import View
from components.words.i18n import _
from data.queries.benchmark import HeldCount
from data.source_rows import DefinitionRow

PATH = "/benchmark"


class Place(NamedTuple):
    """Where a point stands among those a reader flips through. name: of the lens or category."""

    name: str
    number: int
    total: int
    previous: DefinitionRow | None
    following: DefinitionRow | None


class Option(NamedTuple):
    """A data point in the list to choose from. held: how many cities have a value."""

    key: str
    name: str
    href: str
    reports: int
    other: int
    current: bool
    search: str


class Group(NamedTuple):
    """A category of the list; dimension is set on the first of each."""

    dimension: str
    name: str
    options: list[Option]


def first_choice(points: Sequence[DefinitionRow], held: Sequence[HeldCount]) -> DefinitionRow:
    """The point most cities report: what the page opens on."""
    counts = {row.point_key: (row.n_reports, row.n_other) for row in held}
    return max(points, key=lambda p: (counts.get(p.key, (0, 0)), -points.index(p)))


def in_lens(view: View, points: Sequence[DefinitionRow]) -> list[DefinitionRow]:
    """The points the reader's lens keeps, all without one."""
    lens = chosen_lens(view)
    return [p for p in points if p.key in set(lens.points)] if lens else list(points)


def place(view: View, point: DefinitionRow, points: Sequence[DefinitionRow]) -> Place:
    """The point's neighbours in its lens or category; at the ends the flip goes round."""
    lens = chosen_lens(view)
    if lens and point.key in lens.points:
        name, own = _(lens.name), in_lens(view, points)
    else:
        name = point.category_name
        own = [p for p in points if p.category == point.category]
    at = own.index(point)
    alone = len(own) == 1
    return Place(
        name,
        at + 1,
        len(own),
        None if alone else own[at - 1],
        None if alone else own[(at + 1) % len(own)],
    )


def options(
    view: View, points: Sequence[DefinitionRow], held: Sequence[HeldCount], current: str
) -> list[Group]:
    """The list to choose from, in official order; a lens keeps its own points only."""
    counts = {row.point_key: row for row in held}
    groups = []
    dimension = ""
    for _key, own in groupby(in_lens(view, points), key=lambda p: p.category):
        rows = list(own)
        heading = rows[0].dimension_name if rows[0].dimension_name != dimension else ""
        dimension = rows[0].dimension_name
        groups.append(
            Group(
                heading,
                rows[0].category_name,
                [_option(view, p, counts.get(p.key), current) for p in rows],
            )
        )
    return groups


def _option(view: View, point: DefinitionRow, held: HeldCount | None, current: str) -> Option:
    return Option(
        point.key,
        point.name,
        view.href(PATH, kpi=point.key),
        held.n_reports if held else 0,
        held.n_other if held else 0,
        point.key == current,
        " ".join(
            (point.name, point.key, point.kpi_name, point.category_name, point.dimension_name)
        ).lower(),
    )


def similar(wanted: str, points: Sequence[DefinitionRow]) -> list[DefinitionRow]:
    """Points whose key or name is close to what was asked for."""
    words = wanted.replace("_", " ").replace("-", " ")
    names = {p.name.lower(): p for p in points} | {p.key.replace("_", " "): p for p in points}
    close = [names[name] for name in get_close_matches(words, names, n=8, cutoff=0.5)]
    partly = [
        p for p in points if any(w in p.name.lower().split() for w in words.split() if len(w) > 2)
    ]
    return list(dict.fromkeys([*close, *partly]))[:6]
