"""One point towards 2030: its values, the pace it needs, where the present pace leads.

Two sizes, ``LARGE`` for a judged point, ``SMALL`` for a history. x is the same rule on all charts
of a page, y is the point's own. Two sources are two lines (METHODS §5); a gap breaks its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts.kit.figure import Figure, Trace
from components.charts.kit.labels import Box
from components.charts.kit.marks import rule
from components.charts.kit.palette import LIGHT
from components.charts.trend.labels import End, at_ends, newest, on_target
from components.charts.trend.parts import Observed, Peers, Projection, TrendDrawing, extent
from components.charts.trend.scale import Place, Scale, Size, broken, segments, way

LARGE, SMALL = Size(264, 88, 4), Size(168, 12, 3)

FAN = 0.18
"""Opacity of the interval of the projection."""

_NUMBERED = 6
"""Up to so many values are drawn as dots, each a round that counts."""

_LINE: dict[str, Any] = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}


def trend_figure(d: TrendDrawing, size: Size) -> Figure:
    """Figure of a drawing with at least one value."""
    scale = Scale(extent(d), d.bounds, d.span, size)
    last = scale.span[1]
    lines: list[list[Place]] = [list(zip(o.years, o.values, strict=True)) for o in d.lines]
    data, ends = _peers(d.peers), list[End]()
    if d.projection:
        fan, middle = _projection(d.projection, last)
        data += fan
        lines.append(middle)
        ends.append(End(middle[-1][1], d.projection.label, "ink-2"))
    if d.pace:
        needed: list[Place] = [(d.pace.year, d.pace.value), (last, d.pace.goal)]
        data.append(_path(needed, "sdg11-ink", 2, "2px,4px"))
        lines.append(needed)
        ends.append(End(d.pace.goal, f"<b>{d.pace.label}</b>", "sdg11-ink"))
    for i, line in enumerate(d.lines):
        token = "city-b" if i else "peer" if d.grey else "city-a"
        data += _observed(line, token, ring=i > 0)
    shapes = []
    taken = [Box(x - 5, y - 5, x + 5, y + 5) for x, y in _dots_of(scale, d.lines)]
    if d.target:
        lines += [[(scale.span[0], edge), (last, edge)] for edge in d.target.edges]
        shapes = [
            rule(0, edge, 1, edge, "ink", 1.3, xref="paper", layer="between")
            for edge in d.target.edges
        ]
    notes = newest(scale, d.lines, lines, taken)
    if d.target:
        notes.append(on_target(scale, d.target, lines, taken))
    return scale.figure(data, shapes, [*notes, *at_ends(scale, ends)])


def _dots_of(scale: Scale, lines: Sequence[Observed]) -> list[Place]:
    return [(scale.x(line.years[-1]), scale.y(line.values[-1])) for line in lines]


def _peers(peers: Peers) -> list[Trace]:
    """The middle half as an area, the median or single lines, behind everything."""
    found: list[Trace] = []
    for part in segments([year for year, _low, _high in peers.band]):
        rows: list[tuple[float, float, float]] = [peers.band[i] for i in part]
        if len(rows) == 1:  # a year alone has no width
            year, low, high = rows[0]
            rows = [(year - 0.2, low, high), (year + 0.2, low, high)]
        upper = [(year, high) for year, _low, high in rows]
        lower = [(year, low) for year, low, _high in reversed(rows)]
        found += [_area([*upper, *lower], "peer-band")] if rows else []
    if peers.medians:
        found.append(_broken(peers.medians, 1.3))
    return [*found, *(_broken(line, 0.8) for line in peers.lines)]


def _broken(line: Sequence[tuple[int, float]], width: float) -> Trace:
    x, y = broken(line)
    return {**_LINE, "x": x, "y": y, "line": {"color": LIGHT["peer"], "width": width}}


def _projection(p: Projection, last: int) -> tuple[list[Trace], list[Place]]:
    """The interval and the middle, and the latter's corners."""
    start = (float(p.year), p.fitted)
    middle = way(start, p.middle, last)
    line = _path(middle, "city-a", 1.4, "5px,4px")
    if not p.outer:
        return [line], middle
    low, high = (way(start, ray, last) for ray in p.outer)
    fan = _area([*high, *reversed(low[1:])], "city-a") | {"opacity": FAN}
    return [fan, line], middle


def _observed(line: Observed, token: str, ring: bool) -> list[Trace]:
    """Line, dots where they count, values that are not used, and words for the pointer."""
    x: list[float | None] = []
    y: list[float | None] = []
    alone = []
    for part in segments(line.years):
        x += [*(line.years[i] for i in part), None]
        y += [*(line.values[i] for i in part), None]
        alone += [part[0]] if len(part) == 1 else []
    n = len(line.years)
    traces: list[Trace] = []
    if len(alone) < n:
        stroke = {"color": LIGHT[token], "width": 2.2, "simplify": False}
        traces.append({**_LINE, "x": x[:-1], "y": y[:-1], "line": stroke, "connectgaps": False})
    shown = range(n) if n <= _NUMBERED else sorted({*alone, n - 1})
    marker = {
        "size": 9,
        "color": LIGHT["paper" if ring else token],
        "line": {"color": LIGHT[token], "width": 2.2 if ring else 0},
    }
    traces.append(_dots([(line.years[i], line.values[i]) for i in shown], marker))
    if line.spare:
        thin = {"size": 6, "color": LIGHT["paper"], "line": {"color": LIGHT[token], "width": 1}}
        traces.append(_dots(line.spare, thin))
    pointer = _dots(list(zip(line.years, line.values, strict=True)), {"size": 16, "opacity": 0})
    pointer["marker"]["color"] = LIGHT["ink"]
    pointer |= {"text": list(line.words), "customdata": [line.key] * n}
    return [*traces, pointer | {"hoverinfo": "text", "hovertemplate": "%{text}<extra></extra>"}]


def _path(places: Sequence[Place], token: str, width: float, dash: str) -> Trace:
    return {
        **_LINE,
        "x": [x for x, _y in places],
        "y": [y for _x, y in places],
        "line": {"color": LIGHT[token], "width": width, "dash": dash, "simplify": False},
    }


def _area(corners: Sequence[Place], token: str) -> Trace:
    return {
        **_LINE,
        "x": [x for x, _y in corners],
        "y": [y for _x, y in corners],
        "fill": "toself",
        "fillcolor": LIGHT[token],
        "line": {"width": 0, "color": LIGHT[token]},
    }


def _dots(places: Sequence[Place], marker: dict[str, Any]) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [x for x, _y in places],
        "y": [y for _x, y in places],
        "marker": marker,
    }
