"""Behind the ranks: tiers, one change at a time, the points, cities without a rank, files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from components.html import render
from components.words.i18n import _, number
from components.words.values import held_text, target_parts, value_parts
from data.queries.index import IndexCity
from data.source_rows import DefinitionRow
from exports.formats import FORMATS
from pages.index_lab import words
from pages.index_lab.reading import PATH, IndexReading, Thin

MOST_COLUMNS = 8
"""Cities that stand side by side in a table; of more, the first ones and those of the address."""
MANY_POINTS = 12
"""A longer table of points opens only when it is asked for."""


class Cell(NamedTuple):
    """A value in the table of points with the address of its source, or why there is none."""

    text: str
    band: int | None
    status: str
    href: str


def tables(reading: IndexReading) -> Markup:
    """Tiers, one change at a time, the points, the cities without a rank, files."""
    view, shown = reading.view, _columns(reading)
    cities = [reading.cities[reading.ids[i]] for i in shown]
    wide = len(reading.ids) > MOST_COLUMNS
    picked = [i for i in shown if reading.ids[i] in view.cities] if wide else shown
    return render(
        "index_lab/tables",
        tiers=words.tiers(reading) if reading.has_ranks else [],
        changes=_changes(reading, picked),
        from_choice=words.as_chosen(reading),
        change_cities=[reading.names[i] for i in picked],
        wide_changes=wide,
        points=_points(reading, cities),
        many_points=len(reading.block.rows) > MANY_POINTS,
        n_shown=len(shown),
        n_ranked=len(reading.ids),
        nobody=words.listed(list(reading.nobody)),
        point_cities=cities,
        thin=[_thin(row) for row in reading.thin],
        n_empty=reading.n_empty,
        files=[
            (title, [(kind, view.href(f"{PATH}/{name}.{kind}")) for kind in FORMATS])
            for title, name in (
                (_("Ranks"), "ranks"),
                (_("Values and scores"), "points"),
                (_("One change at a time"), "changes"),
            )
        ],
        source=words.source_line(reading),
    )


def _columns(reading: IndexReading) -> Sequence[int]:
    """Which ranked cities stand in tables: all of a few, else the address's and the first ones."""
    order = reading.order
    if len(order) <= MOST_COLUMNS:
        return order
    named = [i for i in order if reading.ids[i] in reading.view.cities][:MOST_COLUMNS]
    rest = [i for i in order if i not in named]
    return sorted(named + rest[: MOST_COLUMNS - len(named)], key=order.index)


def _changes(reading: IndexReading, shown: Sequence[int]) -> list[dict[str, Any]]:
    before = reading.standing.rank
    rows = []
    for change in reading.changes:
        n, moved = words.moves(change, reading)
        rows.append(
            {
                "name": words.change_name(change, reading),
                "n": n,
                "words": moved,
                "ranks": [(int(before[i]), int(change.rank[i])) for i in shown],
            }
        )
    return rows


def _points(reading: IndexReading, cities: Sequence[IndexCity]) -> list[dict[str, Any]]:
    if not cities:
        return []
    rows = []
    for row in reading.block.rows:
        sign = {"higher_is_better": "≥ ", "lower_is_better": "≤ "}.get(row.direction, "")
        target = target_parts(row.target_low, row.target_high, row.unit)[0]
        rows.append(
            {
                "name": row.name,
                "unit": value_parts(0.5, row.unit)[1],
                "target": target if row.unit == "yes/no" else sign + target,
                "cells": [_cell(reading, city, row) for city in cities],
            }
        )
    return rows


def _cell(reading: IndexReading, city: IndexCity, row: DefinitionRow) -> Cell:
    found = reading.cells.get((city.id, row.key))
    if found is None or found.value is None:
        return Cell("", None, found.status if found else "not_held", "")
    href = reading.view.elsewhere().href(f"/city/{city.id}/source/{row.key}", asof=city.as_of)
    return Cell(value_parts(found.value, row.unit)[0], found.band, found.status, href)


def _thin(row: Thin) -> dict[str, str]:
    return {
        "name": row.city.name,
        "held": held_text(row.n_held, row.n_scoreable),
        "could": _(
            "provisional score %(score)s, could be %(low)s–%(high)s",
            score=number(row.score, 0),
            low=number(row.low, 0),
            high=number(row.high, 0),
        ),
    }
