"""What charts of rows share: a name above each line, words at its right, cities in the legend.

A name above its line has the whole width, at 320 px as at 1,100; row ``i`` stands at ``i`` on the
axis, its marks ``cliponaxis`` free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from components.charts.kit import axis
from components.charts.kit.figure import Figure, Shape, Trace, figure
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, TEXT, fit, grey, width

SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "star")
STEP = 44
"""Px of a row with its name above its line."""

NARROW = 320
"""Px of the narrowest place a chart must read in."""

_TICKS, _LINE, _KEY = 24, 21, 40  # px: the axis' numbers, a line of the legend, a key beside a name
_ABOVE, _BELOW = 0.72, 0.36  # rows of room over the first and under the last line


class City(NamedTuple):
    """A city as charts name it. token: its colour."""

    name: str
    token: str


def named(name: str, unit: str, room: float) -> str:
    """A point's name with its unit in grey where both find room, else as much of the name."""
    if unit and width(f"{name}, {unit}") <= room:
        return f"{name}{grey(f', {unit}')}"
    return fit(name, room)


def rows_figure(
    data: Sequence[Trace],
    names: Sequence[str],
    right: Sequence[str],
    xaxis: dict[str, Any],
    cities: Sequence[City] = (),
    *,
    sides: tuple[int, int] = (8, 8),
    shapes: Sequence[Shape] = (),
    grid: bool = True,
) -> Figure:
    """Traces on rows with their names above and words at their right, as ``xaxis`` measures them.

    Traces on ``y2`` lie above the others. ``cities``: those of the legend; ``sides``: px left and
    right of the axis; ``grid``: whether each row has a line of its own.
    """
    plot = STEP * (len(names) - 1 + _ABOVE + _BELOW)
    lines = legend_lines([city.name for city in cities])
    span = [len(names) - 1 + _BELOW, -_ABOVE]
    ticks = axis.names(names, 0) | {
        "range": span, "ticktext": list(names), "ticklabelposition": "inside top",
        "showgrid": grid, "gridcolor": LIGHT["line"],
    }  # fmt: skip
    return figure(
        data,
        height=plot + _TICKS + _LINE * lines + 6,
        xaxis=xaxis | {"side": "top", "layer": "below traces"},
        yaxis=ticks | {"ticklabelstandoff": -sides[0]},
        yaxis2=ticks | {
            "ticktext": list(right), "overlaying": "y", "side": "right", "showgrid": False,
            "ticklabelstandoff": -sides[1],
        },
        margin=(*sides, _TICKS + _LINE * lines + 6, 0),
        shapes=shapes,
        showlegend=bool(cities),
        legend=legend((_TICKS + 4) / plot),
    )  # fmt: skip


def legend(above: float) -> dict[str, Any]:
    """A legend over the axis, ``above`` the plot as a share of its height; it hides nothing."""
    return {
        "orientation": "h", "x": 0, "xanchor": "left", "y": 1 + above, "yanchor": "bottom",
        "itemclick": False, "itemdoubleclick": False, "bgcolor": LIGHT["paper"],
        "font": {"size": TEXT, "color": LIGHT["ink"]},
    }  # fmt: skip


def legend_lines(names: Iterable[str]) -> int:
    """Lines that a legend takes in the narrowest place."""
    lines, used = 0, float(NARROW)
    for name in names:
        takes = width(name) + _KEY
        if used + takes > NARROW:
            lines, used = lines + 1, 0.0
        used += takes
    return lines


def scores(**extra: Any) -> dict[str, Any]:
    """The axis from the worst score to the target."""
    ticks = {"tickvals": [0, 25, 50, 75, 100], "ticktext": ["0", "25", "50", "75", _TARGET]}
    return axis.scores(showgrid=True) | ticks | extra


_TARGET = "<b>100</b>"


def beside(row: Sequence[float | None], index: int, near: float = 2.5) -> float:
    """How far, in rows, the dot ``index`` gives way to those before it on about the same place."""
    own = row[index] or 0.0
    before = sum(x is not None and abs(x - own) < near for x in row[:index])
    return (before + 1) // 2 * 0.13 * (-1 if before % 2 else 1)


def values_beside(
    x: Sequence[float], y: Sequence[float], texts: Sequence[str], sides: Sequence[str]
) -> Trace:
    """Values next to their dots, ``left`` or ``right`` of each."""
    space = "\u2002"
    return {
        "type": "scatter",
        "mode": "text",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
        "x": list(x),
        "y": list(y),
        "text": [
            f"{text}{space}" if side == "left" else f"{space}{text}"
            for text, side in zip(texts, sides, strict=True)
        ],
        "textposition": [f"middle {side}" for side in sides],
        "textfont": {"size": SMALL, "color": LIGHT["ink-2"]},
    }
