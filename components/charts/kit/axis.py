"""Plotly's own axes in our dress: scores, values in a unit, years, names of rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts.kit.palette import FONT, LIGHT
from components.charts.kit.text import SMALL, TEXT, wrapped

ROW, ROW_OF_TWO = 30, 38
"""Px of a row of names on one line, and where one of them takes two."""

_PLAIN: dict[str, Any] = {"fixedrange": True, "zeroline": False, "showline": False, "ticks": ""}


def hidden(low: float, high: float, **extra: Any) -> dict[str, Any]:
    """An axis of drawing units that nobody reads: for radars alone."""
    return {"visible": False, "fixedrange": True, "range": [low, high], **extra}


def scores(**extra: Any) -> dict[str, Any]:
    """0 to 100, the target at 100: ticks at the edges of bands would crowd, so every quarter."""
    return values(0, 100, tickvals=[0, 25, 50, 75, 100], **extra)


def values(low: float, high: float, **extra: Any) -> dict[str, Any]:
    """A value axis from ``low`` to ``high`` with few ticks in the reader's format."""
    return {
        **_PLAIN,
        "range": [low, high],
        "nticks": 6,
        "gridcolor": LIGHT["line"],
        "tickfont": {"family": FONT, "size": SMALL, "color": LIGHT["ink-3"]},
        "separatethousands": True,
        **extra,
    }


def years(first: int, last: int, **extra: Any) -> dict[str, Any]:
    """Whole years without a grid."""
    return values(first, last, showgrid=False, tickformat="d", **extra)


def row(labels: Sequence[str], room: float) -> int:
    """Px of a row that holds each of the labels on lines of ``room`` px."""
    return ROW_OF_TWO if any("<br>" in wrapped(label, room) for label in labels) else ROW


def names(labels: Sequence[str], room: float, **extra: Any) -> dict[str, Any]:
    """Rows from the top, each with its name on at most two lines of ``room`` px.

    Rows stand at 0, 1, 2 …
    """
    return {
        **_PLAIN,
        "range": [len(labels) - 0.5, -0.5],
        "tickvals": list(range(len(labels))),
        "ticktext": [wrapped(label, room) for label in labels],
        "showgrid": False,
        "ticklabelstandoff": 6,
        "tickfont": {"family": FONT, "size": TEXT, "color": LIGHT["ink"]},
        **extra,
    }
