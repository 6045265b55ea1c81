"""Words and marks of charts with a row a point and a colour a city.

Each such chart is drawn twice: ``WIDE`` for a column of a page, ``PHONE`` for 390 px. The browser
enlarges either as a whole (charts.js), so type stays near its drawn size.
"""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from components.charts.kit.palette import LIGHT

WIDE, PHONE = 1040.0, 358.0
TEXT, SMALL, TINY = 13.4, 12.0, 11.0
_LETTER = 0.53
"""Mean width of a letter of Inter as a share of its size."""


def room(text: str, size: float) -> float:
    """Width that a text takes, about."""
    return len(text) * size * _LETTER


def fit(text: str, width: float, size: float) -> str:
    """The text, shortened with an ellipsis where it is wider than ``width``.

    What stands behind a colon tells points of one KPI apart and stays.
    """
    most = int(width / (size * _LETTER))
    if len(text) <= most:
        return text
    head, colon, tail = text.rpartition(": ")
    if colon and len(tail) < most / 2:
        return f"{head[: most - len(tail) - 3].rstrip(' ,/')}…: {tail}"
    return text[: max(1, most - 1)].rstrip(" ,:/") + "…"


def named(name: str, unit: str, width: float) -> str:
    """A point's name with its unit in grey where both find room, else as much of the name."""
    if unit and room(f"{name}, {unit}", TEXT) <= width:
        return f"{name}{grey(', ' + unit)}"
    return fit(name, width, TEXT)


def named_on_two(name: str, unit: str, width: float) -> tuple[str, str]:
    """The same on two lines where one is too short: the unit below, or the rest of a long name."""
    first, *rest = wrap(name, int(width / (TEXT * _LETTER)), break_long_words=False)
    if rest:
        below = " ".join(rest) + (grey(f", {unit}") if unit else "")
        return first, below
    one = named(name, unit, width)
    return one, grey(unit) if unit and one == name else ""


def grey(text: str) -> str:
    """Words of less weight inside a text."""
    return f'<span style="color:{LIGHT["ink-3"]}">{text}</span>'


def keyed(text: str, token: str) -> str:
    """Words in ink behind a dot of their city's colour: colours too light for type stay marks."""
    return f'<span style="color:{LIGHT[token]}">●</span> <b>{text}</b>'


def dots(
    x: list[float],
    y: list[float],
    token: str,
    hover: list[str],
    *,
    size: float = 12,
    symbol: str = "circle",
) -> dict[str, Any]:
    """Markers of one city on a rim of paper, with their words for the pointer."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(value, 1) for value in x],
        "y": [round(value, 1) for value in y],
        "marker": {
            "size": size,
            "symbol": symbol,
            "color": LIGHT[token],
            "opacity": 1,
            # The sixth colour is too light for paper alone.
            "line": {"color": LIGHT["ink" if token == "city-f" else "paper"], "width": 1.2},
        },
        "text": hover,
        "hovertemplate": "%{text}<extra></extra>",
    }
