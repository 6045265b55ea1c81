"""Up to six named cities on the same rows: points, or the categories of a dimension.

The form a dumbbell takes from three cities on, and the radar's twin in a comparison. Colours are
Okabe and Ito's, the symbol differs too, and each city is named beside one of its dots.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.scoring import BAND_EDGES
from components.charts.dumbbell.dumbbell import City
from components.charts.kit import canvas, shapes
from components.charts.kit.city_marks import PHONE, SMALL, TEXT, WIDE, dots, fit, named, room
from components.charts.kit.palette import LIGHT
from components.charts.kit.plane import words
from components.words.i18n import _, number

SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "star")


class Row(NamedTuple):
    """A point or category: each city's score on 0–100 in the order of the cities, or None.

    note: why no city has a score, printed in the place of dots.
    """

    name: str
    unit: str
    scores: tuple[float | None, ...]
    values: tuple[str, ...]
    note: str = ""


class Frame(NamedTuple):
    """A drawing: the axis, whether names stand above their line, the height of a row."""

    width: float
    left: float
    right: float
    step: float
    above: bool


WIDE_FRAME = Frame(WIDE, 340.0, 1000.0, 30.0, False)
PHONE_FRAME = Frame(PHONE, 10.0, 346.0, 48.0, True)
COLUMN_FRAME = Frame(416.0, 178.0, 396.0, 27.0, False)
"""A third of the page: the categories of one dimension."""

_TOO_NEAR, _ASIDE = 6.0, 6.0
"""Distance under which dots of one row would hide one another, and how far they part."""


def city_dots(cities: Sequence[City], rows: Sequence[Row], frame: Frame) -> dict[str, Any]:
    """Figure of the rows in the order given; a city without a score in a row has no dot there."""
    lines = _legend(cities, frame.width)
    top = 20.0 * len(lines) + 26
    ys = [top + frame.step * (i + (0.7 if frame.above else 0.5)) for i in range(len(rows))]
    bottom = top + frame.step * len(rows)
    data = [
        words([(0.0, 10 + 20 * i, line, "middle right") for i, line in enumerate(lines)],
              "ink", SMALL),
        words([(min(frame.right + 24, frame.width), top - 12, _("target"), "middle left"),
               *((_x(frame, e), top - 12, number(e), "middle center") for e in BAND_EDGES[:2])],
              "ink-3", SMALL),
        words([_name(frame, row, y) for row, y in zip(rows, ys, strict=True)], "ink", TEXT),
        words([(frame.left + 6, y, row.note, "middle right")
               for row, y in zip(rows, ys, strict=True) if row.note], "ink-3", SMALL),
    ]  # fmt: skip
    for i, city in enumerate(cities):
        held = [
            (row, y, s) for row, y in zip(rows, ys, strict=True) if (s := row.scores[i]) is not None
        ]
        data.append(
            dots(
                [_x(frame, score) for _row, _y, score in held],
                [y + _aside(frame, row, i) for row, y, _score in held],
                city.token,
                [
                    f"<b>{city.name}</b><br>{row.name}<br>{row.values[i]}"
                    for row, _y, _score in held
                ],
                size=11,
                symbol=SYMBOLS[i],
            )
        )
    return {
        "data": data,
        "layout": canvas.layout(frame.width, bottom + 6, _ground(frame, rows, ys, top)),
    }


def _x(frame: Frame, score: float) -> float:
    return frame.left + (frame.right - frame.left) * score / 100


def _aside(frame: Frame, row: Row, index: int) -> float:
    """How far a dot gives way up or down to those of the cities before it on the same place."""
    own = row.scores[index] or 0.0
    before = sum(
        score is not None and abs(_x(frame, score) - _x(frame, own)) < _TOO_NEAR
        for score in row.scores[:index]
    )
    return (before + 1) // 2 * _ASIDE * (-1 if before % 2 else 1)


def _ground(
    frame: Frame, rows: Sequence[Row], ys: Sequence[float], top: float
) -> list[shapes.Shape]:
    bottom = ys[-1] + frame.step / 2 if ys else top
    drawn = [shapes.line((frame.right, top - 4), (frame.right, bottom), "ink", 1.3)]
    drawn += [
        shapes.line((_x(frame, edge), top - 4), (_x(frame, edge), bottom), "line", 1, "2px,3px")
        for edge in BAND_EDGES[:2]
    ]
    for row, y in zip(rows, ys, strict=True):
        if not row.note:
            drawn.append(shapes.line((frame.left, y), (frame.right, y), "line", 1))
        held = [_x(frame, score) for score in row.scores if score is not None]
        if len(held) > 1:
            drawn.append(shapes.line((min(held), y), (max(held), y), "peer", 2))
    return drawn


def _name(frame: Frame, row: Row, y: float) -> tuple[float, float, str, str]:
    if frame.above:
        return 0.0, y - 17, named(row.name, row.unit, frame.width - 8), "middle right"
    if frame is COLUMN_FRAME:
        return frame.left - 10, y, fit(row.name, frame.left - 12, TEXT), "middle left"
    return 0.0, y, named(row.name, row.unit, frame.left - 24), "middle right"


_SIGNS = ("●", "◆", "■", "▲", "✚", "★")


def _legend(cities: Sequence[City], width: float) -> list[str]:
    """The cities with their sign, on as many lines as they need."""
    lines: list[list[str]] = [[]]
    used = 0.0
    for sign, city in zip(_SIGNS, cities, strict=False):
        takes = room(city.name, SMALL) + 34
        if lines[-1] and used + takes > width:
            lines.append([])
            used = 0.0
        used += takes
        lines[-1].append(
            f'<span style="color:{LIGHT[city.token]}">{sign}</span> <b>{city.name}</b>'
        )
    return ["    ".join(line) for line in lines]
