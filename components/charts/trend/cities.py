"""One point in several cities: a line a city on one scale, each named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from components.charts.kit.figure import Figure, Trace
from components.charts.kit.labels import Box
from components.charts.kit.marks import dots, rule
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, fit, keyed, width
from components.charts.trend.labels import End, at_ends, on_target
from components.charts.trend.parts import Observed, Target
from components.charts.trend.scale import Place, Scale, Size, segments

SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "star")
HEIGHT = 400
_NAME = 96
"""Px of a city's name at the end of its line."""


class CityLine(NamedTuple):
    """A city's series of one source; its label is the newest value. token: its colour."""

    name: str
    token: str
    line: Observed


def cities_figure(
    cities: Sequence[CityLine],
    target: Target | None,
    span: tuple[int, int],
    bounds: tuple[float | None, float | None],
) -> Figure:
    """Figure of the cities, at most as many as there are colours; empty without a value."""
    values = [v for city in cities for v in city.line.values] or [0.0, 1.0]
    labels = [keyed(fit(c.name, _NAME), c.token) + f" {c.line.label}" for c in cities]
    right = round(max([60.0, *(width(label, SMALL) for label in labels)])) + 10
    edges = target.edges if target else ()
    scale = Scale([*values, *edges], bounds, span, Size(HEIGHT, right, 6))
    lines: list[list[Place]] = [list(zip(c.line.years, c.line.values, strict=True)) for c in cities]
    ends = [End(c.line.values[-1], label, "ink") for c, label in zip(cities, labels, strict=True)]
    notes = at_ends(scale, ends)
    if target:
        taken = [Box(x - 5, y - 5, x + 5, y + 5) for line in lines for x, y in _px(scale, line)]
        notes.append(on_target(scale, target, lines, taken))
    data = [trace for i, city in enumerate(cities) for trace in _city(city, SYMBOLS[i])]
    rules = [rule(0, edge, 1, edge, "ink", 1.4, xref="paper", layer="between") for edge in edges]
    return scale.figure(data, rules, notes)


def _city(city: CityLine, symbol: str) -> list[Trace]:
    """The line, broken at gaps, and a dot for each value."""
    own = city.line
    x: list[float | None] = []
    y: list[float | None] = []
    for part in segments(own.years):
        x += [*(own.years[i] for i in part), None]
        y += [*(own.values[i] for i in part), None]
    line: Trace = {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": x[:-1],
        "y": y[:-1],
        "line": {"color": LIGHT[city.token], "width": 2.4, "simplify": False},
    }
    said = [f"<b>{city.name}</b><br>{text}" for text in own.words]
    keys = [own.key] * len(own.years)
    return [line, dots(own.years, own.values, city.token, said, keys, size=8, symbol=symbol)]


def _px(scale: Scale, line: Sequence[Place]) -> list[Place]:
    return [(scale.x(year), scale.y(value)) for year, value in line]
