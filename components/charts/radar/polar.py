"""The round ground of radar and overlay: where a score stands, rings, a city's line, words.

On Cartesian axes, not ``scatterpolar``, which offers neither band glyphs as dots, nor an axis that
is broken with its mark on the ring, nor a say over where a label stands. 12 o'clock, clockwise,
0 at the centre, the target on the outer ring.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, inf, pi, sin
from typing import Any

from analysis.scoring import Score
from components.charts.kit.palette import LIGHT
from components.charts.radar import shapes
from components.charts.radar.plane import LINE_STEP, SMALL_SIZE, words

CENTRE = (208.0, 178.0)
RADIUS = 112.0
RINGS = (25, 50, 75)
LABEL_GAP = 13
NARROWEST = 350 / 416
"""Px of a unit on a phone, where type is as large as elsewhere."""
CLEAR = 9.0
"""Units that a ring's number keeps from a line; up and down less, as words are wider than high."""
_FLAT = 1.5

Point = tuple[float, float]
Line = Sequence[Point | None]


def angles(n: int) -> list[float]:
    """Directions of ``n`` axes in radians, clockwise from the top."""
    return [2 * pi * i / n for i in range(n)]


def place(angle: float, score: float) -> Point:
    """Where a score of 0–100 stands on an axis."""
    r = RADIUS * score / 100
    return CENTRE[0] + r * sin(angle), CENTRE[1] - r * cos(angle)


def rings(score: Score) -> list[shapes.Shape]:
    """The rings within the target; 25 is dotted where it is the lowest score there is."""
    drawn = []
    for ring in RINGS:
        lowest = ring == 25 and score == "points"  # the continuous score goes down to zero
        drawn.append(
            shapes.circle(
                CENTRE,
                RADIUS * ring / 100,
                stroke="peer" if lowest else "line",
                width=1,
                dash="2px,3px" if lowest else "solid",
                layer="below",
            )
        )
    return drawn


def spoke(angle: float, broken: bool) -> shapes.Shape:
    """An axis; dotted where a score is missing on it."""
    colour, dash = ("peer", "2px,4px") if broken else ("line", "solid")
    return shapes.line(CENTRE, place(angle, 100), colour, 1, dash)


def target_ring() -> shapes.Shape:
    """The outer ring."""
    return shapes.circle(CENTRE, RADIUS, stroke="ink", width=1.3, layer="below")


def line(scores: Sequence[float | None]) -> Line:
    """Corners of a city's line, one an axis; None breaks it."""
    return [
        None if score is None else place(angle, score)
        for angle, score in zip(angles(len(scores)), scores, strict=True)
    ]


def line_trace(corners: Line, token: str) -> dict[str, Any]:
    """The line as a plotly trace: closed, with a gap at every missing axis."""
    closed = [(None, None) if corner is None else corner for corner in (*corners, corners[0])]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x if x is None else round(x, 1) for x, _y in closed],
        "y": [y if y is None else round(y, 1) for _x, y in closed],
        "hoverinfo": "skip",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": LIGHT[token], "width": 2.2, "simplify": False},
    }


def beside(angle: float, n_lines: int) -> tuple[float, float, str]:
    """Where the first of ``n_lines`` at an axis' end stands: x, y, text position.

    The block of lines hangs below its anchor at the foot, stands on it at the top and is centred
    on it at the sides.
    """
    side = sin(angle)
    position = (
        "middle center" if abs(side) < 0.15 else "middle right" if side > 0 else "middle left"
    )
    x = CENTRE[0] + (RADIUS + LABEL_GAP) * side
    anchor = CENTRE[1] - (RADIUS + LABEL_GAP) * cos(angle)
    return x, anchor - (n_lines - 1) * LINE_STEP * (1 + cos(angle)) / 2, position


def room(angle: float) -> float:
    """Px that a line of words at an axis' end has on a phone."""
    side = abs(sin(angle))
    free = NARROWEST * (CENTRE[0] - (RADIUS + LABEL_GAP) * side)
    return free if side >= 0.15 else 2 * free


def ring_words(lines: Sequence[Line]) -> dict[str, Any]:
    """The rings' numbers, in the gap between two axes where no city's line runs through them.

    The first such gap clockwise from the top; where there is none, the one with most room.
    """
    n = len(lines[0])
    room = [_room(lines, gap) for gap in range(n)]
    gap = next((i for i in range(n) if room[i] >= CLEAR), max(range(n), key=room.__getitem__))
    direction = pi * (2 * gap + 1) / n
    return words(
        [(*place(direction, ring), str(ring), "middle center") for ring in (*RINGS, 100)],
        "ink-2",
        SMALL_SIZE,
    )


def _room(lines: Sequence[Line], gap: int) -> float:
    """Distance of the nearest line to the numbers that stood in the gap after axis ``gap``."""
    direction = pi * (2 * gap + 1) / len(lines[0])
    marks = [place(direction, ring) for ring in (*RINGS, 100)]
    pairs = [tuple(pairwise((*corners, corners[0])))[gap] for corners in lines]
    return min(
        (
            _distance(mark, start, end)
            for start, end in pairs
            if start is not None and end is not None
            for mark in marks
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
