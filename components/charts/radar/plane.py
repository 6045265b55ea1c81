"""The plane of a radar: 416 × 352 units, y downwards, as wide as its place allows.

Type keeps its size while the plane grows; places of words have room for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts.kit.axis import hidden
from components.charts.kit.figure import Figure, Shape, Trace, figure
from components.charts.kit.palette import FONT, LIGHT
from components.charts.radar.categories import Axis

WIDTH, HEIGHT = 416, 352
LABEL_SIZE, SMALL_SIZE, LINE_STEP = 13, 11.4, 16


def ground(data: Sequence[Trace], shapes: Sequence[Shape]) -> Figure:
    """A figure on the plane: hidden axes of one scale, so that it grows with its place."""
    return figure(
        data,
        height=HEIGHT,
        xaxis=hidden(0, WIDTH, constrain="domain"),
        yaxis=hidden(HEIGHT, 0, scaleanchor="x", constrain="domain"),
        shapes=shapes,
    )


def words(
    items: Sequence[tuple[float, float, str, str]],
    colour: str,
    size: float,
    keys: Sequence[str] | None = None,
) -> dict[str, Any]:
    """A text trace of ``(x, y, text, textposition)``; with ``keys`` a click names its category."""
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "text",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [round(x, 1) for x, *_rest in items],
        "y": [round(item[1], 1) for item in items],
        "text": [item[2] for item in items],
        "textposition": [item[3] for item in items],
        "textfont": {"family": FONT, "size": size, "color": LIGHT[colour]},
    }
    if keys is not None:
        trace |= {"customdata": list(keys), "hoverinfo": "none"}
    return trace


def hover_targets(points: Sequence[tuple[float, float]], found: Sequence[Axis]) -> dict[str, Any]:
    """Invisible markers that carry the hover words and the category key of a click."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(x, 1) for x, _y in points],
        "y": [round(y, 1) for _x, y in points],
        "marker": {"size": 30, "opacity": 0, "color": LIGHT["ink"]},
        "customdata": [axis.key for axis in found],
        "text": [axis.hover for axis in found],
        "hovertemplate": "%{text}<extra></extra>",
    }
