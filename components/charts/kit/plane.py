"""Bridge for families that are not on the kit yet: a plane of fixed units."""

from __future__ import annotations

from typing import Any

from components.charts.kit.palette import FONT, LIGHT
from components.charts.radar.categories import (
    MIN_RADAR_AXES,
    Axis,
    axes,
    radar_stands,
    summary,
)
from components.charts.radar.plane import (
    HEIGHT,
    LABEL_SIZE,
    LINE_STEP,
    SMALL_SIZE,
    WIDTH,
    hover_targets,
    words,
)

__all__ = [
    "HEIGHT", "LABEL_SIZE", "LINE_STEP", "MIN_RADAR_AXES", "SMALL_SIZE", "WIDTH", "Axis", "axes",
    "hover_targets", "layout", "radar_stands", "summary", "words",
]  # fmt: skip


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
