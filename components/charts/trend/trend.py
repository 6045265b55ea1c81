"""One point towards 2030: its observed line, the pace it needs, where the present one leads.

Two frames, ``LARGE`` for a judged point, ``SMALL`` for a history. x is the same rule on all charts
of a page, y is the point's own. Two sources are two lines (METHODS §5); a gap breaks its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from components.charts.kit import canvas, shapes
from components.charts.kit.city_marks import SMALL as TEXT
from components.charts.kit.city_marks import TINY
from components.charts.kit.palette import LIGHT
from components.charts.kit.plane import words
from components.charts.trend.labels import Box, Label, clear, right_column
from components.charts.trend.scale import Frame, Place, Ray, Scale, segments, way

Steps = list[Place]

FAN = 0.18
"""Opacity of the interval of the projection."""

_BESIDE = ((9, -13), (9, 14), (12, 0), (-9, -14), (-9, 15), (9, -26), (9, 27))
"""Places of the words of a newest value from its dot, the best first."""

_NUMBERED = 6
"""So many values or fewer are drawn as dots, each a round that counts."""


class Observed(NamedTuple):
    """Values of one source, oldest first. label: the newest value; words: of each, for a pointer.

    spare: values of a year in which a more recent one stands, as (year, value).
    """

    years: Sequence[int]
    values: Sequence[float]
    label: str
    words: Sequence[str]
    spare: Sequence[tuple[int, float]] = ()


class Target(NamedTuple):
    """Edges of the 2030 line, lowest first, and its words."""

    edges: Sequence[float]
    label: str


class Projection(NamedTuple):
    """The fitted line in ``year``, its way on, and the outer ways of its interval."""

    year: int
    fitted: float
    middle: Ray
    outer: tuple[Ray, Ray] | None
    label: str


class Pace(NamedTuple):
    """From the newest value to the line."""

    year: int
    value: float
    goal: float
    label: str


class Peers(NamedTuple):
    """Of other cities: middle half by year as (year, low, high), medians, else single lines."""

    band: Sequence[tuple[int, float, float]] = ()
    medians: Sequence[tuple[int, float]] = ()
    lines: Sequence[Sequence[tuple[int, float]]] = ()


class TrendDrawing(NamedTuple):
    """What a chart shows. span: first and last year of the page's rule; grey: history only."""

    span: tuple[int, int]
    lines: Sequence[Observed]
    target: Target | None = None
    pace: Pace | None = None
    projection: Projection | None = None
    peers: Peers = Peers()
    bounds: tuple[float | None, float | None] = (None, None)
    grey: bool = False


def trend_figure(drawing: TrendDrawing, frame: Frame) -> dict[str, Any]:
    """Figure of a drawing with at least one value."""
    d = drawing
    scale = Scale(_extent(d), d.bounds, d.span, frame)
    drawn = [*scale.ground(), *_peers(scale, d.peers)]
    lines = [_steps(scale, line) for line in d.lines]
    ends: list[Label] = []
    data: list[dict[str, Any]] = []
    if d.projection:
        fan, middle = _projection(scale, d.projection)
        drawn += fan
        lines.append(middle)
        ends.append(Label(middle[-1][1], d.projection.label, "ink-2"))
    if d.target:
        levels = [scale.y(edge) for edge in d.target.edges]
        lines += [[(frame.left, y), (frame.right, y)] for y in levels]
        drawn += [shapes.line((frame.left, y), (frame.right, y), "ink", 1.3) for y in levels]
    if d.pace:
        way_up = [scale.at(d.pace.year, d.pace.value), scale.at(d.span[1], d.pace.goal)]
        data.append(_line(way_up, "sdg11-ink", 2, "2px,4px"))
        lines.append(way_up)
        ends.append(Label(way_up[-1][1], f"<b>{d.pace.label}</b>", "sdg11-ink"))
    for i, line in enumerate(d.lines):
        token = "city-b" if i else "peer" if d.grey else "city-a"
        data += _observed(scale, line, token, ring=i > 0)
    data += _labels(scale, d, lines)
    data += [
        words([(frame.right + 6, y, label.text, "middle right")], label.colour, TINY)
        for label, y in right_column(ends, frame)
    ]
    return {
        "data": [*data, scale.words()],
        "layout": canvas.layout(frame.width, frame.height, drawn),
    }


def _extent(d: TrendDrawing) -> list[float]:
    """Every value that has to have its place on the axis."""
    held = [v for line in d.lines for v in (*line.values, *(v for _year, v in line.spare))]
    held += d.target.edges if d.target else ()
    if d.projection:
        rays = (d.projection.middle, *(d.projection.outer or ()))
        held += [d.projection.fitted, *(ray.end for ray in rays)]
    held += [v for _year, low, high in d.peers.band for v in (low, high)]
    held += [v for line in (d.peers.medians, *d.peers.lines) for _year, v in line]
    return held


def _steps(scale: Scale, line: Observed) -> Steps:
    return [scale.at(year, value) for year, value in zip(line.years, line.values, strict=True)]


def _labels(scale: Scale, d: TrendDrawing, lines: Sequence[Steps]) -> list[dict[str, Any]]:
    """The newest value of each source, and the words of the 2030 line, where nothing is drawn."""
    frame, taken = scale.frame, list[Box]()
    found = []
    for i, line in enumerate(d.lines):
        x, y = scale.at(line.years[-1], line.values[-1])
        # The dot's own place is taken for every later word.
        taken.append(Box(x - 5, y - 5, x + 5, y + 5))
        places = [(x + dx, y + dy) for dx, dy in _BESIDE]
        spot = clear(line.label, TEXT, places, lines, taken, frame)
        text = (*spot, f"<b>{line.label}</b>", "middle center")
        found.append(words([text], "ink-2" if i else "ink", TEXT))
    if d.target:
        levels = [scale.y(edge) for edge in d.target.edges]
        places = [
            (x, y)
            for x in (frame.left + 2, (frame.left + frame.right) / 2, frame.right)
            for y in (min(levels) - 8, max(levels) + 9)
        ]
        spot = clear(d.target.label, TINY, places, lines, taken, frame)
        found.append(words([(*spot, d.target.label, "middle center")], "ink", TINY))
    return found


def _peers(scale: Scale, peers: Peers) -> list[shapes.Shape]:
    drawn = []
    for part in segments([year for year, _low, _high in peers.band]):
        rows: list[tuple[float, float, float]] = [peers.band[i] for i in part]
        if len(rows) == 1:  # a year alone has no width
            year, low, high = rows[0]
            rows = [(year - 0.2, low, high), (year + 0.2, low, high)]
        upper = [scale.at(year, high) for year, _low, high in rows]
        lower = [scale.at(year, low) for year, low, _high in rows]
        if rows:
            band = shapes.polygon([*upper, *reversed(lower)])
            drawn.append(shapes.path(band, fill="peer-band", layer="below"))
    if peers.medians:
        drawn += _thin(scale, peers.medians, 1.3)
    for line in peers.lines:
        drawn += _thin(scale, line, 0.8)
    return drawn


def _thin(scale: Scale, line: Sequence[tuple[int, float]], width: float) -> list[shapes.Shape]:
    path = ""
    for part in segments([year for year, _value in line]):
        at = [scale.at(*line[i]) for i in part]
        if len(at) == 1:
            at = [(at[0][0] - 1.5, at[0][1]), (at[0][0] + 1.5, at[0][1])]
        path += "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in at)
    return [shapes.path(path, stroke="peer", width=width, layer="below")]


def _projection(scale: Scale, p: Projection) -> tuple[list[shapes.Shape], Steps]:
    """The interval and the middle, and the latter's corners."""
    start, last = (float(p.year), p.fitted), scale.span[1]
    drawn = []
    if p.outer:
        low, high = (way(start, ray, last) for ray in p.outer)
        outline = [scale.at(*step) for step in [*high, *reversed(low[1:])]]
        fan = shapes.path(shapes.polygon(outline), fill="city-a", layer="below")
        drawn.append(fan | {"opacity": FAN})
    middle = [scale.at(*step) for step in way(start, p.middle, last)]
    drawn += [shapes.line(a, b, "city-a", 1.4, "5px,4px") for a, b in pairwise(middle)]
    return drawn, middle


def _observed(scale: Scale, line: Observed, token: str, ring: bool) -> list[dict[str, Any]]:
    steps = _steps(scale, line)
    x: list[float | None] = []
    y: list[float | None] = []
    alone = []
    for part in segments(line.years):
        x += [*(round(steps[i][0], 1) for i in part), None]
        y += [*(round(steps[i][1], 1) for i in part), None]
        alone += [part[0]] if len(part) == 1 else []
    traces = []
    if len(alone) < len(steps):
        drawn = _line([], token, 2.2)
        traces.append(drawn | {"x": x[:-1], "y": y[:-1], "connectgaps": False})
    dots = range(len(steps)) if len(steps) <= _NUMBERED else sorted({*alone, len(steps) - 1})
    marker: dict[str, Any] = {
        "size": 9, "color": LIGHT["paper" if ring else token],
        "line": {"color": LIGHT[token], "width": 2.2 if ring else 0},
    }  # fmt: skip
    traces.append(_dots([steps[i] for i in dots], marker))
    if line.spare:
        thin = {"size": 6, "color": LIGHT["paper"], "line": {"color": LIGHT[token], "width": 1}}
        traces.append(_dots([scale.at(*spare) for spare in line.spare], thin))
    hover = _dots(steps, {"size": 16, "opacity": 0, "color": LIGHT["ink"]})
    hover["text"] = list(line.words)
    traces.append(hover | {"hoverinfo": "text", "hovertemplate": "%{text}<extra></extra>"})
    return traces


def _line(steps: Steps, token: str, width: float, dash: str = "solid") -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [round(x, 1) for x, _y in steps],
        "y": [round(y, 1) for _x, y in steps],
        "line": {"color": LIGHT[token], "width": width, "dash": dash, "simplify": False},
    }


def _dots(steps: Steps, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [round(x, 1) for x, _y in steps],
        "y": [round(y, 1) for _x, y in steps],
        "marker": marker,
    }
