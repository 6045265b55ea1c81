"""One point in several cities: a line a city on one scale, each named beside its newest value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from components.charts.dumbbell.city_dots import SYMBOLS
from components.charts.kit import canvas, shapes
from components.charts.kit.city_marks import SMALL, dots, keyed
from components.charts.kit.palette import LIGHT
from components.charts.kit.plane import words
from components.charts.trend.labels import Box, clear
from components.charts.trend.scale import Frame, Scale, segments
from components.charts.trend.trend import Observed, Target

WIDE_CITIES = Frame(1040, 460, 46, 1010, 22, 424, 5)
PHONE_CITIES = Frame(358, 330, 36, 346, 22, 296, 4)


class CityLine(NamedTuple):
    """A city's series of one source; its label names the city. token: its colour."""

    name: str
    token: str
    line: Observed


def cities_figure(
    cities: Sequence[CityLine],
    target: Target | None,
    span: tuple[int, int],
    bounds: tuple[float | None, float | None],
    frame: Frame,
) -> dict[str, Any]:
    """Figure of at least one city, at most as many as there are colours of cities."""
    held = [value for city in cities for value in city.line.values]
    scale = Scale([*held, *(target.edges if target else ())], bounds, span, frame)
    drawn = scale.ground()
    lines = []
    data: list[dict[str, Any]] = []
    if target:
        drawn += [shapes.line((frame.left, scale.y(e)), (frame.right, scale.y(e)), "ink", 1.4)
                  for e in target.edges]  # fmt: skip
    for i, (name, token, line) in enumerate(cities):
        steps = [scale.at(y, v) for y, v in zip(line.years, line.values, strict=True)]
        lines.append(steps)
        data += [
            {
                "type": "scatter",
                "mode": "lines",
                "hoverinfo": "skip",
                "x": [round(steps[j][0], 1) for j in part],
                "y": [round(steps[j][1], 1) for j in part],
                "line": {"color": LIGHT[token], "width": 2.4, "simplify": False},
            }
            for part in segments(line.years)
            if len(part) > 1
        ]
        said = [f"<b>{name}</b><br>{text}" for text in line.words]
        data.append(dots([x for x, _y in steps], [y for _x, y in steps], token, said, size=8,
                         symbol=SYMBOLS[i]))  # fmt: skip
    return {
        "data": [*data, *_labels(scale, cities, target, lines), scale.words()],
        "layout": canvas.layout(frame.width, frame.height, drawn),
    }


def _labels(
    scale: Scale,
    cities: Sequence[CityLine],
    target: Target | None,
    lines: Sequence[Sequence[tuple[float, float]]],
) -> list[dict[str, Any]]:
    frame = scale.frame
    taken = [Box(x - 5, y - 5, x + 5, y + 5) for line in lines for x, y in line]
    found = []
    if target:
        y = min(scale.y(edge) for edge in target.edges)
        places = [(frame.right, y - 9), (frame.left + 4, y - 9), (frame.right, y + 10)]
        spot = clear(target.label, SMALL, places, lines, taken, frame)
        found.append((*spot, f"<b>{target.label}</b>", "middle center"))
    for city, line in zip(cities, lines, strict=True):
        x, y = line[-1]
        places = [(x + dx, y + dy) for dy in (0, -15, 15, -30, 30, -45, 45) for dx in (10, -10)]
        plain = f"● {city.name} {city.line.label}"
        spot = clear(plain, SMALL, places, lines, taken, frame)
        label = f"{keyed(city.name, city.token)} {city.line.label}"
        found.append((*spot, label, "middle center"))
    return [words(found, "ink", SMALL)]
