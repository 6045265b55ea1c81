"""The one frame of every chart: type, hover, margins, transition. Axes come from ``kit.axis``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict

from components.charts.kit.palette import FONT, LIGHT
from components.charts.kit.text import TEXT

NARROW = 320
"""Px of the narrowest place a chart must read in; what has room there has room everywhere."""

Trace = dict[str, Any]
Shape = dict[str, Any]


class Figure(TypedDict):
    """A plotly figure as plain values; tests hold it to ``plotly.graph_objects``."""

    data: list[Trace]
    layout: dict[str, Any]
    frames: NotRequired[list[Any]]


class Margin(TypedDict):
    """Px around the plot on a page of 16 px; labels outside the axes take their room from it."""

    l: int  # noqa: E741 - plotly's name
    r: int
    t: int
    b: int


def figure(
    data: Sequence[Trace],
    *,
    height: float,
    xaxis: dict[str, Any],
    yaxis: dict[str, Any],
    margin: tuple[int, int, int, int] = (0, 0, 0, 0),
    shapes: Sequence[Shape] = (),
    notes: Sequence[dict[str, Any]] = (),
    revision: str = "",
    **layout: Any,
) -> Figure:
    """A figure as wide as its place and ``height`` px high.

    ``margin``: left, right, top, bottom in px; ``notes``: annotations; ``revision``: while it stays
    the same the reader's zoom is kept.
    """
    left, right, top, bottom = margin
    return {
        "data": list(data),
        "layout": {
            "autosize": True,
            "height": round(height),
            "margin": Margin(l=left, r=right, t=top, b=bottom) | {"pad": 0},
            "paper_bgcolor": LIGHT["paper"],
            "plot_bgcolor": LIGHT["paper"],
            "font": {"family": FONT, "size": TEXT, "color": LIGHT["ink"]},
            "showlegend": False,
            "hovermode": "closest",
            "hoverdistance": 16,
            "dragmode": False,
            "hoverlabel": {
                "bgcolor": LIGHT["paper"],
                "bordercolor": LIGHT["ink-3"],
                "align": "left",
                "namelength": -1,
                "font": {"family": FONT, "size": TEXT, "color": LIGHT["ink"]},
            },
            "transition": {"duration": 300, "easing": "cubic-in-out"},
            "uirevision": revision or "stay",
            "xaxis": xaxis,
            "yaxis": yaxis,
            "shapes": list(shapes),
            "annotations": list(notes),
            **layout,
        },
    }


def note(text: str, x: Any, y: Any, **placed: Any) -> dict[str, Any]:
    """Words at a place of the axes (or of the paper: ``xref="paper"``), without an arrow."""
    return {"text": text, "x": x, "y": y, "showarrow": False, "align": "left", **placed}
