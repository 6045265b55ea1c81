"""Marks on real axes: band glyphs and missing marks of a fixed size in px, and a city's dots.

Plotly has no half-filled marker, so a glyph is a small path anchored at its place in the data.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts.kit.figure import Shape, Trace
from components.charts.kit.palette import LIGHT, band_token

_ARC = 0.5522847498  # of a quarter circle by a Bézier curve


def glyph(x: Any, y: Any, band: int, size: float = 13) -> list[Shape]:
    """▼ ◔ ◑ ● of band 1–4 at a place of the axes, on a disc of paper."""
    k = size / 12
    colour = band_token(band)
    under = _circle(x, y, 7.4 * k, fill="paper")
    if band == 1:
        corners = ((-5.4 * k, 4.6 * k), (5.4 * k, 4.6 * k), (0, -5.2 * k))
        return [under, _path(x, y, _polygon(corners), fill=colour)]
    if band == 4:
        return [under, _circle(x, y, 5.2 * k, fill=colour)]
    ring = _circle(x, y, 4.5 * k, stroke=colour, width=1.5 * k, fill="paper")
    return [under, ring, _path(x, y, _part(4.5 * k, half=band == 3), fill=colour)]


def missing(x: Any, y: Any, status: str, size: float = 12) -> list[Shape]:
    """The mark of a missing score: hatched, cross-hatched, a dash, dotted or empty."""
    k = size / 12
    under = _circle(x, y, 7.4 * k, fill="paper")
    if status in ("not_reported", "not_verified"):
        h = 5 * k
        square = _polygon(((-h, -h), (h, -h), (h, h), (-h, h)))
        strokes = _hatch(h, 1) + (_hatch(h, -1) if status == "not_verified" else "")
        return [
            under,
            _path(x, y, square, stroke="ink-3", width=0.9, fill="wash"),
            _path(x, y, strokes, stroke="peer", width=1.2),
        ]
    if status == "not_applicable":
        return [under, _path(x, y, f"M{-5 * k:g},0L{5 * k:g},0", stroke="ink-3", width=1.6)]
    dash = "solid" if status == "no_target" else "1.3px,1.7px"
    return [under, _circle(x, y, 4.6 * k, stroke="ink-3", width=1.2, dash=dash)]


def dots(
    x: Sequence[Any],
    y: Sequence[Any],
    token: str,
    hover: Sequence[str],
    keys: Sequence[Any],
    *,
    size: float = 12,
    symbol: str = "circle",
    opacity: float | Sequence[float] = 1,
) -> Trace:
    """Markers of one city on a rim of paper; ``keys`` are their customdata, what a click names."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": list(x),
        "y": list(y),
        "marker": {
            "size": size,
            "symbol": symbol,
            "color": LIGHT[token],
            "opacity": opacity if isinstance(opacity, int | float) else list(opacity),
            # The sixth colour is too light for paper alone.
            "line": {"color": LIGHT["ink" if token == "city-f" else "paper"], "width": 1.2},
        },
        "text": list(hover),
        "customdata": list(keys),
        "hovertemplate": "%{text}<extra></extra>",
    }


def targets(x: Sequence[Any], y: Sequence[Any], hover: Sequence[str], keys: Sequence[Any]) -> Trace:
    """Invisible markers over glyphs: words for the pointer, and the key that a click names."""
    trace = dots(x, y, "ink", hover, keys, size=22)
    trace["marker"] = {"size": 22, "opacity": 0, "color": LIGHT["ink"]}
    return trace


def single(x: Sequence[Any], y: Sequence[Any]) -> Trace:
    """Small grey dots of peers too few for a band: they say nothing to the pointer."""
    return {
        "type": "scatter",
        "mode": "markers",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "x": list(x),
        "y": list(y),
        "marker": {"size": 6.5, "color": LIGHT["peer"]},
    }


def words(
    x: Sequence[Any], y: Sequence[Any], texts: Sequence[str], position: str | Sequence[str],
    colour: str = "ink", size: float = 13,
) -> Trace:  # fmt: skip
    """A trace of words at places of the axes."""
    return {
        "type": "scatter",
        "mode": "text",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": list(x),
        "y": list(y),
        "text": list(texts),
        "textposition": position if isinstance(position, str) else list(position),
        "textfont": {"size": size, "color": LIGHT[colour]},
    }


def beside(x: Any, y: Any, text: str, side: str, colour: str = "ink", size: float = 13) -> Trace:
    """Words next to a mark, clear of it; ``side``: ``left`` or ``right``."""
    space = "\u2003"  # plotly sets words right at their place
    spaced = f"{space}{text}" if side == "right" else f"{text}{space}"
    return words([x], [y], [spaced], f"middle {side}", colour, size)


def rule(
    x0: Any, y0: Any, x1: Any, y1: Any, colour: str, width: float = 1.3, **extra: Any
) -> Shape:
    """A straight line between two places of the axes (``xref="paper"`` for the whole width)."""
    line = {"color": LIGHT[colour], "width": width, "dash": extra.pop("dash", "solid")}
    return {"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": line, **extra}


def band(x0: Any, y0: Any, x1: Any, y1: Any, colour: str = "peer-band", **extra: Any) -> Shape:
    """A filled box behind the marks: the middle half of the peers."""
    return {
        "type": "rect", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "layer": "below",
        "fillcolor": LIGHT[colour], "line": {"width": 0}, **extra,
    }  # fmt: skip


def _circle(x: Any, y: Any, r: float, **drawn: Any) -> Shape:
    return _anchored("circle", x, y, drawn) | {"x0": -r, "x1": r, "y0": -r, "y1": r}


def _path(x: Any, y: Any, path: str, **drawn: Any) -> Shape:
    return _anchored("path", x, y, drawn) | {"path": path}


def _anchored(kind: str, x: Any, y: Any, drawn: dict[str, Any]) -> Shape:
    """A shape in px round a place of the axes, y upwards."""
    stroke, fill = drawn.get("stroke"), drawn.get("fill")
    return {
        "type": kind,
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": x,
        "yanchor": y,
        **({"fillcolor": LIGHT[fill]} if fill else {}),
        "line": {
            "color": LIGHT[stroke or "paper"],
            "width": drawn.get("width", 0) if stroke else 0,
            "dash": drawn.get("dash", "solid"),
        },
    }


def _polygon(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points) + "Z"


def _part(r: float, half: bool) -> str:
    """The right half of a disc, or its upper right quarter."""
    k = _ARC * r
    quarter = f"M0,0L0,{r:.2f}C{k:.2f},{r:.2f} {r:.2f},{k:.2f} {r:.2f},0"
    lower = f"C{r:.2f},{-k:.2f} {k:.2f},{-r:.2f} 0,{-r:.2f}"
    return quarter + (lower if half else "") + "Z"


def _hatch(half: float, slope: int) -> str:
    """Three diagonal strokes clipped to the square."""
    strokes = []
    for step in (-0.8, 0.0, 0.8):
        shift = step * half
        low, high = max(-half, -half + shift), min(half, half + shift)
        strokes.append(
            f"M{low:.2f},{slope * (low - shift):.2f}L{high:.2f},{slope * (high - shift):.2f}"
        )
    return "".join(strokes)
