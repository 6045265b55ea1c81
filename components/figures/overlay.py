"""Two cities in one radar: the categories of a dimension, a line each, no fill (VISUAL).

The rules are those of ``radar``: official order from 12 o'clock, 0 at the centre, target on the
ring, a missing category breaks its city's line. The scores stand under each axis' name.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any

from analysis.scoring import Score
from components.figures import shapes
from components.figures.city_marks import dots
from components.figures.dumbbell import City
from components.figures.palette import LIGHT
from components.figures.plane import LABEL_SIZE, LINE_STEP, SMALL_SIZE, Axis, layout, words
from components.figures.radar import CENTRE, LABEL_GAP, RADIUS, RINGS
from components.figures.words import score_text, two_lines

Point = tuple[float, float]


def overlay(
    cities: tuple[City, City], axes: tuple[Sequence[Axis], Sequence[Axis]], score: Score
) -> dict[str, Any]:
    """Figure of both cities; ``axes``: the same categories in the same order, a city each."""
    n = len(axes[0])
    angles = [2 * pi * i / n for i in range(n)]
    ticks = pi / n
    data = [
        words(
            [(*_place(ticks, ring), str(ring), "middle center") for ring in (*RINGS, 100)],
            "ink-2",
            SMALL_SIZE,
        )
    ]
    for city, own, symbol in zip(cities, axes, ("circle", "diamond"), strict=True):
        held = [(angle, a) for angle, a in zip(angles, own, strict=True) if a.score is not None]
        places = [_place(angle, a.score or 0.0) for angle, a in held]
        data.append(_line(city, own, angles))
        data.append(
            dots(
                [x for x, _y in places],
                [y for _x, y in places],
                city.token,
                [f"<b>{city.name}</b><br>{a.hover}" for _angle, a in held],
                size=10,
                symbol=symbol,
            )
        )
    data += _labels(cities, axes, angles)
    return {"data": data, "layout": layout(_ground(axes, angles, score))}


def _place(angle: float, score: float) -> Point:
    r = RADIUS * score / 100
    return CENTRE[0] + r * sin(angle), CENTRE[1] - r * cos(angle)


def _ground(
    axes: tuple[Sequence[Axis], Sequence[Axis]], angles: Sequence[float], score: Score
) -> list[shapes.Shape]:
    drawn = []
    for ring in RINGS:
        lowest = ring == 25 and score == "points"
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
    for angle, first, second in zip(angles, *axes, strict=True):
        gone = first.score is None or second.score is None
        colour, dash = ("peer", "2px,4px") if gone else ("line", "solid")
        drawn.append(shapes.line(CENTRE, _place(angle, 100), colour, 1, dash))
    drawn.append(shapes.circle(CENTRE, RADIUS, stroke="ink", width=1.3, layer="below"))
    return drawn


def _line(city: City, own: Sequence[Axis], angles: Sequence[float]) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    for i in [*range(len(own)), 0]:
        score = own[i].score
        at = _place(angles[i], score) if score is not None else (None, None)
        x.append(at[0] if at[0] is None else round(at[0], 1))
        y.append(at[1] if at[1] is None else round(at[1], 1))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": LIGHT[city.token], "width": 2.2, "simplify": False},
    }


def _labels(
    cities: tuple[City, City],
    axes: tuple[Sequence[Axis], Sequence[Axis]],
    angles: Sequence[float],
) -> list[dict[str, Any]]:
    """Name of each axis and both scores, their signs in the cities' colours; – where none is."""
    names: list[Any] = []
    for angle, *both in zip(angles, *axes, strict=True):
        scores = "  ".join(
            f'<span style="color:{LIGHT[city.token]}">{sign}</span> <b>'
            + ("–" if axis.score is None else score_text(axis.score, axis.band))
            + "</b>"
            for city, axis, sign in zip(cities, both, ("●", "◆"), strict=True)
        )
        lines = [*two_lines(both[0].name), scores]
        side = sin(angle)
        where = (
            "middle center" if abs(side) < 0.15 else "middle right" if side > 0 else "middle left"
        )
        x = CENTRE[0] + (RADIUS + LABEL_GAP) * side
        anchor = CENTRE[1] - (RADIUS + LABEL_GAP) * cos(angle)
        top = anchor - (len(lines) - 1) * LINE_STEP * (1 + cos(angle)) / 2
        names += [(x, top + i * LINE_STEP, text, where) for i, text in enumerate(lines)]
    return [words(names, "ink", LABEL_SIZE)]
