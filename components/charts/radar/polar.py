"""The round ground of radar and overlay: where a score stands, rings, spokes, a city's line, names.

On Cartesian axes, not ``scatterpolar``, which offers neither band glyphs as dots, nor an axis that
is broken with its mark on the ring, nor a say over where a label stands. 12 o'clock, clockwise,
0 at the centre, the target on the ring of radius 1. The ring grows with its place; type does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, inf, pi, sin
from typing import Any

from analysis.scoring import Score
from components.charts.kit.axis import hidden
from components.charts.kit.figure import NARROW, Figure, Shape, Trace, figure
from components.charts.kit.marks import rule, words
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import TEXT, width, wrapped

RINGS = (25, 50, 75, 100)
HEIGHT = 352
ACROSS, DOWN = 2.0, 1.62
"""Radii from the centre to the edges: beside the ring stand names, over and under it three lines."""
RADIUS = NARROW / 2 / ACROSS
"""Px of a radius in the narrowest place."""
GAP = 0.12
CLEAR = 0.1
"""Radii that a ring's number keeps from a line; up and down less, as words are wider than high."""
_FLAT = 1.5
_INWARDS = 7  # of 100: a ring's number stands within it, so that the ring does not cross it
_SPACE = " "

Point = tuple[float, float]
Line = Sequence[Point | None]


def ground(data: Sequence[Trace], shapes: Sequence[Shape]) -> Figure:
    """A figure of one scale both ways on hidden axes."""
    return figure(
        data,
        height=HEIGHT,
        xaxis=hidden(-ACROSS, ACROSS, constrain="domain"),
        yaxis=hidden(-DOWN, DOWN, scaleanchor="x", constrain="domain"),
        shapes=shapes,
    )


def angles(n: int) -> list[float]:
    """Directions of ``n`` axes in radians, clockwise from the top."""
    return [2 * pi * i / n for i in range(n)]


def place(angle: float, score: float) -> Point:
    """Where a score of 0–100 stands on an axis."""
    return round(sin(angle) * score / 100, 4), round(cos(angle) * score / 100, 4)


def rings(score: Score) -> list[Shape]:
    """The rings within the target; 25 is dotted where it is the lowest score there is."""
    drawn = []
    for ring in RINGS[:-1]:
        lowest = ring == 25 and score == "points"  # the continuous score goes down to zero
        drawn.append(
            _circle(ring, "peer" if lowest else "line", 1, "2px,3px" if lowest else "solid")
        )
    return drawn


def target_ring() -> Shape:
    """The outer ring."""
    return _circle(100, "ink", 1.3, "solid")


def spoke(angle: float, broken: bool) -> Shape:
    """An axis; dotted where a score is missing on it."""
    colour, dash = ("peer", "2px,4px") if broken else ("line", "solid")
    return rule(0, 0, *place(angle, 100), colour, 1, dash=dash, layer="below")


def line(scores: Sequence[float | None]) -> Line:
    """Corners of a city's line, one an axis; None breaks it."""
    return [
        None if score is None else place(angle, score)
        for angle, score in zip(angles(len(scores)), scores, strict=True)
    ]


def line_trace(corners: Line, token: str) -> Trace:
    """The line as a plotly trace: closed, with a gap at every missing axis."""
    closed = [(None, None) if corner is None else corner for corner in (*corners, corners[0])]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _y in closed],
        "y": [y for _x, y in closed],
        "hoverinfo": "skip",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": LIGHT[token], "width": 2.2, "simplify": False},
    }


def names(
    texts: Sequence[str], ends: Sequence[str], below: Sequence[str], keys: Sequence[Any]
) -> Trace:
    """The axes' names at the ring, each with a score behind it or a line below it (or neither).

    A name breaks where it finds no room in the narrowest place. A click names the axis' key.
    """
    directions = angles(len(texts))
    lines = [
        _label(text, end, under, _room(angle, len(texts)))
        for text, end, under, angle in zip(texts, ends, below, directions, strict=True)
    ]
    at = [_outside(angle) for angle in directions]
    trace = words([x for x, _y in at], [y for _x, y in at], lines, [_side(a) for a in directions])
    return trace | {"customdata": list(keys), "hoverinfo": "none"}


def _label(name: str, end: str, below: str, room: float) -> str:
    """Lines of a name, the score behind the last word where it finds room, and the line below."""
    lines = wrapped(name, room, lines=3)
    if end:
        last = lines.rpartition("<br>")[2]
        lines += (_SPACE if width(f"{last}{_SPACE}{end}") <= room else "<br>") + end
    return f"{lines}<br>{below}" if below else lines


def _outside(angle: float) -> Point:
    """Where a name begins; askew it needs no gap upwards, and leaves the next one its place."""
    return (
        round(sin(angle) * (1 + GAP), 4),
        round(cos(angle) * (1 + GAP * cos(2 * angle)), 4),
    )


def _side(angle: float) -> str:
    """Position of a name outside the ring: above it at the top, below it at the foot."""
    across, up = sin(angle), cos(angle)
    level = "top" if up > 0.55 else "bottom" if up < -0.55 else "middle"
    side = "center" if abs(across) < 0.15 else "right" if across > 0 else "left"
    return f"{level} {side}"


def _room(angle: float, n: int) -> float:
    """Px that a line of a name has in the narrowest place."""
    side = abs(sin(angle))
    if side >= 0.15:
        return RADIUS * (ACROSS - (1 + GAP) * side)
    neighbour = RADIUS * (1 + GAP) * sin(2 * pi / n)
    beside = abs(cos(2 * pi / n)) > 0.55  # names of the next axes stand at the same height
    return 2 * neighbour - TEXT / 2 if beside else RADIUS * ACROSS


def ring_words(lines: Sequence[Line]) -> Trace:
    """The rings' numbers, in the gap between two axes where no city's line runs through them.

    The first such gap clockwise from the top; where there is none, the one with most room.
    """
    n = len(lines[0])
    free = [_free(lines, gap) for gap in range(n)]
    gap = next((i for i in range(n) if free[i] >= CLEAR), max(range(n), key=free.__getitem__))
    marks = _marks(gap, n)
    texts = [str(ring) for ring in RINGS]
    return words(
        [x for x, _y in marks], [y for _x, y in marks], texts, "middle center", "ink-2", 11
    )


def _marks(gap: int, n: int) -> list[Point]:
    """Places of the rings' numbers after axis ``gap``, each within its ring."""
    direction = pi * (2 * gap + 1) / n
    return [place(direction, ring - _INWARDS) for ring in RINGS]


def _free(lines: Sequence[Line], gap: int) -> float:
    """Distance of the nearest line to the numbers that stood in the gap after axis ``gap``."""
    pairs = [tuple(pairwise((*corners, corners[0])))[gap] for corners in lines]
    return min(
        (
            _distance(mark, start, end)
            for start, end in pairs
            if start is not None and end is not None
            for mark in _marks(gap, len(lines[0]))
        ),
        default=inf,
    )


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a stretch of line, ``_FLAT`` times as far up and down as sideways."""
    x, y = end[0] - start[0], (end[1] - start[1]) * _FLAT
    to_x, to_y = point[0] - start[0], (point[1] - start[1]) * _FLAT
    length = x * x + y * y
    t = min(1.0, max(0.0, (to_x * x + to_y * y) / length)) if length else 0.0
    return hypot(to_x - t * x, to_y - t * y)


def _circle(ring: float, colour: str, width: float, dash: str) -> Shape:
    r = ring / 100
    return {
        "type": "circle", "layer": "below", "x0": -r, "x1": r, "y0": -r, "y1": r,
        "line": {"color": LIGHT[colour], "width": width, "dash": dash},
    }  # fmt: skip
