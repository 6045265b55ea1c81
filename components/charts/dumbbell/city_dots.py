"""Up to six named cities on the same rows: points, or the categories of a dimension.

The form a dumbbell takes from three cities on, and the radar's twin in a comparison. Colours are
Okabe and Ito's; each city has a marker of its own as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from components.charts.dumbbell.rows import (
    NARROW,
    SYMBOLS,
    City,
    beside,
    legend,
    legend_lines,
    rows_figure,
    scores,
)
from components.charts.kit import axis
from components.charts.kit.figure import Figure, Trace, figure
from components.charts.kit.marks import dots, rule, words
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL

__all__ = ["SYMBOLS", "City", "Row", "city_dots"]

_NAMES, _HEAD, _LINE = 138, 24, 21  # px of names on the left, of the axis, of a line of the legend
_NEAR = 4.0  # of 100: dots so near would hide one another in a third of the page


class Row(NamedTuple):
    """A point or category: each city's score on 0–100 in the order of the cities, or None.

    hover: what the pointer reads at each dot; note: why no city has a score, in the place of dots;
    keys: what a click on each dot names.
    """

    name: str
    unit: str
    scores: tuple[float | None, ...]
    hover: tuple[str, ...]
    note: str = ""
    keys: tuple[Any, ...] = ()


def city_dots(cities: Sequence[City], rows: Sequence[Row], on_left: bool = False) -> Figure:
    """Figure of the rows in the order given; a city without a score in a row has no dot there.

    ``on_left``: names stand left of their line, for a column of the page.
    """
    data = [_spans(rows), *(_dots(city, rows, i, on_left) for i, city in enumerate(cities))]
    target = rule(100, 0, 100, 1, "ink", 1.3, yref="paper", layer="below")
    if not on_left:
        names = [(row.name, row.unit) for row in rows]
        return rows_figure(data, names, [""] * len(rows), scores(), cities, shapes=[target])
    at = [i for i, row in enumerate(rows) if row.note]
    notes = words([0] * len(at), at, [rows[i].note for i in at], "middle right", "ink-3", SMALL)
    plot = axis.ROW * len(rows)
    lines = legend_lines((city.name for city in cities), NARROW - _NAMES)
    return figure(
        [*data, notes | {"showlegend": False}],
        height=plot + _HEAD + _LINE * lines + 6,
        xaxis=scores(side="top", layer="below traces"),
        yaxis=axis.names([row.name for row in rows], _NAMES)
        | {"showgrid": True, "gridcolor": LIGHT["line"]},
        margin=(_NAMES + 12, 12, _HEAD + _LINE * lines + 6, 0),
        shapes=[target],
        showlegend=True,
        legend=legend((_HEAD + 4) / plot) | {"xref": "container"},
    )


def _dots(city: City, rows: Sequence[Row], index: int, small: bool) -> Trace:
    held = [(i, row, s) for i, row in enumerate(rows) if (s := row.scores[index]) is not None]
    near = _NEAR if small else 2.5
    trace = dots(
        [score for _i, _row, score in held],
        [i + beside(row.scores, index, near) for i, row, _score in held],
        city.token,
        [row.hover[index] for _i, row, _score in held],
        [row.keys[index] if row.keys else row.name for _i, row, _score in held],
        size=11,
        symbol=SYMBOLS[index],
    )
    return trace | {"name": city.name}


def _spans(rows: Sequence[Row]) -> Trace:
    """From the lowest to the highest score of each row."""
    ends = [
        (i, min(held), max(held))
        for i, row in enumerate(rows)
        if len(held := [s for s in row.scores if s is not None]) > 1
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "showlegend": False,
        "x": [x for _i, low, high in ends for x in (low, high, None)],
        "y": [y for i, _low, _high in ends for y in (i, i, None)],
        "line": {"color": LIGHT["peer"], "width": 2},
    }
