"""Bridge for families that are not on the kit yet: a plane of fixed units, y downwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts.kit.palette import FONT, LIGHT
from components.charts.radar.categories import Axis

__all__ = ["Axis", "layout", "words"]

WIDTH, HEIGHT = 416, 352
LABEL_SIZE = 13.4


def layout(
    shapes: list[dict[str, Any]], width: float = WIDTH, height: float = HEIGHT
) -> dict[str, Any]:
    """Minimal layout: fixed plane of whole units, hidden axes, no template, tokens only."""
    width, height = round(width), round(height)
    fixed = {"visible": False, "fixedrange": True, "autorange": False}
    return {
        "width": width,
        "height": height,
        "autosize": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": LIGHT["paper"],
        "plot_bgcolor": LIGHT["paper"],
        "font": {"family": FONT, "size": LABEL_SIZE, "color": LIGHT["ink"]},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 24,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": LIGHT["paper"],
            "bordercolor": LIGHT["ink-3"],
            "align": "left",
            "font": {"family": FONT, "size": LABEL_SIZE, "color": LIGHT["ink"]},
        },
        "xaxis": fixed | {"range": [0, width]},
        "yaxis": fixed | {"range": [height, 0], "scaleanchor": "x"},
        "shapes": shapes,
    }


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
