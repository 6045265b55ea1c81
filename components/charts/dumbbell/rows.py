"""What charts of rows share: a name above each line, words at its right, cities in the legend.

A name above its line has the whole width, at 320 px as at 1,100; row ``i`` stands at ``i`` on the
axis, its marks ``cliponaxis`` free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from components.charts.kit import axis
from components.charts.kit.figure import Figure, Shape, Trace, figure, note
from components.charts.kit.marks import words
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, TEXT, fit, grey, width

SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "star")
STEP = 46
"""Px of a row with its name above its line."""

HIDDEN = {"showlegend": False}
NARROW = 320
"""Px of the narrowest place a chart must read in."""

_TICKS, _LINE, _KEY = 24, 21, 40  # px: the axis' numbers, a line of the legend, a key beside a name
_CROSSED = 84  # of 100: words right of a dot from here on would lie on the target line
_ABOVE, _BELOW = 0.86, 0.34  # of a row: over the first, under the last
_RISE = 8  # px from a line to the words over it


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
    names: Sequence[tuple[str, str]],
    right: Sequence[str],
    xaxis: dict[str, Any],
    cities: Sequence[City] = (),
    *,
    sides: tuple[int, int] = (14, 14),
    shapes: Sequence[Shape] = (),
    grid: bool = True,
) -> Figure:
    """Traces on rows with names above them and words right of the axis' end.

    names: with their units; cities: those of the legend; sides: px left and right of the axis;
    grid: whether each row has a line of its own.
    """
    count = len(names)
    plot = STEP * (count - 1 + _ABOVE + _BELOW)
    head = _TICKS + _LINE * legend_lines(city.name for city in cities) + 6
    left, wanted = sides
    beyond = round(max([wanted, *(width(text) + 6 for text in right if text)]))
    room = NARROW - (beyond if any(right) else 0)
    rows = [row - _RISE / STEP for row in range(count)]
    return figure(
        [*data, words([xaxis["range"][1]] * count, rows, right, "top right") | HIDDEN],
        height=plot + head,
        xaxis=xaxis | {"side": "top", "layer": "below traces"},
        yaxis=axis.names([], 0, range=[count - 1 + _BELOW, -_ABOVE])
        | {"tickvals": list(range(count)), "showticklabels": False}
        | {"showgrid": grid, "gridcolor": LIGHT["line"], "layer": "below traces"},
        margin=(left, beyond, head, 0),
        shapes=shapes,
        notes=[_name(row, named(*name, room), left) for row, name in enumerate(names)],
        showlegend=bool(cities),
        legend=legend((_TICKS + 4) / plot),
    )


def _name(row: int, text: str, left: int) -> dict[str, Any]:
    """Words over a row from the left edge of the chart: no trace could begin left of its axis."""
    place = {"xref": "paper", "xanchor": "left", "xshift": -left, "yanchor": "bottom"}
    return note(text, 0, row, **place, yshift=_RISE, borderpad=0)


def legend(above: float) -> dict[str, Any]:
    """A legend over the axis, ``above`` the plot as a share of its height; it hides nothing."""
    return {
        "orientation": "h", "x": 0, "xanchor": "left", "y": 1 + above, "yanchor": "bottom",
        "itemclick": False, "itemdoubleclick": False, "bgcolor": LIGHT["paper"],
        "font": {"size": TEXT, "color": LIGHT["ink"]},
    }  # fmt: skip


def legend_lines(names: Iterable[str], room: float = NARROW) -> int:
    """Lines that a legend takes in ``room`` px."""
    lines, used = 0, float(room)
    for name in names:
        takes = width(name) + _KEY
        if used + takes > room:
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
    return (before + 1) // 2 * 0.22 * (-1 if before % 2 else 1)


def values_beside(x: Sequence[float], texts: Sequence[str], sides: Sequence[str]) -> Trace:
    """Values next to the dots of each row, ``left`` or ``right``, beyond the target near it."""
    space = "\u2003"
    spaced = [
        f"{text}{space}" if side == "left" else f"{space}{text}"
        for text, side in zip(texts, sides, strict=True)
    ]
    at = [
        100.0 if side == "right" and _CROSSED < score < 100 else score
        for score, side in zip(x, sides, strict=True)
    ]
    places = [f"middle {side}" for side in sides]
    return words(at, range(len(at)), spaced, places, "ink-2", SMALL) | HIDDEN
