"""Two cities point by point: two dots on a line from worst to target, sorted by signed gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from components.charts.dumbbell.rows import (
    NARROW,
    City,
    beside,
    rows_figure,
    scores,
    values_beside,
)
from components.charts.kit.figure import Figure, Trace
from components.charts.kit.marks import dots, rule
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, grey, width
from components.words.i18n import _, number

__all__ = ["LEVEL", "City", "Gap", "dumbbell", "gap_text"]

LEVEL = 0.05
"""Gap in points of progress under which two values are printed as level."""

_SYMBOLS = ("circle", "diamond")
_APART = "\u2002"  # between the target line and words
_EDGE = 16  # px from the middle of a dot to its value


class Gap(NamedTuple):
    """A point that two cities share: progress on 0–100 and printed values, the leader's first.

    hover: what the pointer reads at each dot; keys: what a click on it names.
    """

    name: str
    unit: str
    progress: tuple[float, float]
    values: tuple[str, str]
    hover: tuple[str, str] = ("", "")
    keys: tuple[Any, Any] = ("", "")

    @property
    def size(self) -> float:
        """How far the first city is ahead, in points of progress."""
        return self.progress[0] - self.progress[1]


def dumbbell(cities: tuple[City, City], rows: Sequence[Gap]) -> Figure:
    """Figure of the shared points, in the order given; ``cities``: the leader first."""
    data = [*_bars(cities, rows), *_values(rows)]
    for side in (1, 0):
        trace = dots(
            [row.progress[side] for row in rows],
            [i + beside(row.progress, side) for i, row in enumerate(rows)],
            cities[side].token,
            [row.hover[side] or _hover(cities[side], row, side) for row in rows],
            [row.keys[side] for row in rows],
            symbol=_SYMBOLS[side],
        )
        data.append(trace | {"name": cities[side].name, "legendrank": side})
    return rows_figure(
        data,
        [(row.name, row.unit) for row in rows],
        [_lead(cities, row) for row in rows],
        scores(),
        cities,
        sides=_sides(rows),
        shapes=[rule(100, 0, 100, 1, "ink", 1.3, yref="paper", layer="below")],
    )


def gap_text(gap: float) -> str:
    """How far ahead, with its sign: ``+7.3``; nothing to say where level."""
    return "" if abs(gap) < LEVEL else f"+{number(abs(gap), 1)}"


def _bars(cities: tuple[City, City], rows: Sequence[Gap]) -> Iterator[Trace]:
    """The gaps, each in the colour of the city ahead."""
    for side, city in enumerate(cities):
        own = [
            (i, row) for i, row in enumerate(rows)
            if abs(row.size) >= LEVEL and (row.size > 0) == (side == 0)
        ]  # fmt: skip
        yield {
            "type": "scatter",
            "mode": "lines",
            "hoverinfo": "skip",
            "showlegend": False,
            "x": [x for _i, row in own for x in (*row.progress, None)],
            "y": [y for i, _row in own for y in (i, i, None)],
            "opacity": 0.38,
            "line": {"color": LIGHT[city.token], "width": 3},
        }


def _values(rows: Sequence[Gap]) -> Iterator[Trace]:
    """Each value on the outer side of its dot."""
    for side in (0, 1):
        left = [
            row.progress[side] < row.progress[1 - side]
            or (row.progress[0] == row.progress[1] and side == 1)
            for row in rows
        ]
        yield values_beside(
            [row.progress[side] for row in rows],
            [row.values[side] for row in rows],
            ["left" if it else "right" for it in left],
        )


def _sides(rows: Sequence[Gap]) -> tuple[int, int]:
    """Px that values need beyond the ends of the axis in the narrowest place."""
    left = right = 14.0
    for row in rows:
        low, high = sorted(zip(row.progress, row.values, strict=True), key=lambda pair: pair[0])
        track = NARROW - 120
        left = max(left, width(low[1], SMALL) + _EDGE - low[0] / 100 * track)
        right = max(right, width(high[1], SMALL) + _EDGE - (1 - high[0] / 100) * track)
    return round(left), round(right)


def _lead(cities: tuple[City, City], row: Gap) -> str:
    if abs(row.size) < LEVEL:
        return _APART + grey(_("level"))
    side = 0 if row.size > 0 else 1
    sign = ("●", "◆")[side]
    colour = LIGHT[cities[side].token]
    return f'{_APART}<span style="color:{colour}">{sign}</span> {gap_text(row.size)}'


def _hover(city: City, row: Gap, side: int) -> str:
    progress = _("%(n)s of 100", n=number(row.progress[side], 1))
    return f"<b>{city.name}</b><br>{row.name}<br>{row.values[side]}, {progress}"
