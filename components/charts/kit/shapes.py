"""Bridge for families that are not on the kit yet: shapes in drawing units, y downwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts.kit.palette import LIGHT, band_token

Shape = dict[str, Any]
Point = tuple[float, float]

ARC = 0.5522847498
"""Handle of the cubic Bézier that stands for a quarter circle (plotly paths have no arcs)."""


def line(a: Point, b: Point, colour: str, width: float, dash: str = "solid") -> Shape:
    """A straight line below the data."""
    return {
        "type": "line",
        "x0": _r(a[0]),
        "y0": _r(a[1]),
        "x1": _r(b[0]),
        "y1": _r(b[1]),
        "layer": "below",
        "line": {"color": LIGHT[colour], "width": width, "dash": dash},
    }


def circle(
    centre: Point,
    radius: float,
    *,
    stroke: str | None = None,
    width: float = 0,
    fill: str | None = None,
    dash: str = "solid",
    layer: str = "above",
) -> Shape:
    """A circle, filled or outlined."""
    x, y = centre
    shape: Shape = {
        "type": "circle",
        "layer": layer,
        "x0": _r(x - radius),
        "y0": _r(y - radius),
        "x1": _r(x + radius),
        "y1": _r(y + radius),
        "line": {"color": LIGHT[stroke or fill or "ink"], "width": width, "dash": dash},
    }
    if fill:
        shape["fillcolor"] = LIGHT[fill]
    return shape


def path(
    d: str,
    *,
    stroke: str | None = None,
    width: float = 0,
    fill: str | None = None,
    layer: str = "above",
) -> Shape:
    """An SVG path (M, L, C, Z only) in data units."""
    shape: Shape = {
        "type": "path",
        "path": d,
        "layer": layer,
        "line": {"color": LIGHT[stroke or fill or "ink"], "width": width},
    }
    if fill:
        shape |= {"fillcolor": LIGHT[fill], "fillrule": "evenodd"}
    return shape


def polygon(points: Sequence[Point]) -> str:
    """Closed path through ``points``."""
    return "M" + "L".join(f"{_r(x)},{_r(y)}" for x, y in points) + "Z"


def band_glyph(centre: Point, band: int, size: float = 13.5) -> list[Shape]:
    """▼ ◔ ◑ ● of ``size`` on a disc of paper, so that lines end before it."""
    x, y = centre
    k = size / 12
    colour = band_token(band)
    under = circle(centre, 8 * size / 13.5, fill="paper")
    if band == 1:
        corners = [(x - 5.4 * k, y - 4.6 * k), (x + 5.4 * k, y - 4.6 * k), (x, y + 5.2 * k)]
        return [under, path(polygon(corners), fill=colour)]
    if band == 4:
        return [under, circle(centre, 5.2 * k, fill=colour)]
    radius = 4.5 * k
    ring = circle(centre, radius, stroke=colour, width=1.5 * k, fill="paper")
    quarter = (
        f"M{_r(x)},{_r(y)}L{_r(x)},{_r(y - radius)}"
        f"C{_r(x + ARC * radius)},{_r(y - radius)} {_r(x + radius)},{_r(y - ARC * radius)} "
        f"{_r(x + radius)},{_r(y)}"
    )
    lower = (
        f"C{_r(x + radius)},{_r(y + ARC * radius)} {_r(x + ARC * radius)},{_r(y + radius)} "
        f"{_r(x)},{_r(y + radius)}"
    )
    return [under, ring, path(quarter + (lower if band == 3 else "") + "Z", fill=colour)]


def missing_mark(centre: Point, status: str, size: float = 12) -> list[Shape]:
    """The mark of a missing score: hatched, cross-hatched, dotted or empty."""
    x, y = centre
    half = 5 * size / 12
    under = circle(centre, 8.5 * size / 12, fill="paper")
    if status in ("not_reported", "not_verified"):
        square = path(
            polygon(
                [
                    (x - half, y - half),
                    (x + half, y - half),
                    (x + half, y + half),
                    (x - half, y + half),
                ]
            ),
            stroke="ink-3",
            width=0.9,
            fill="wash",
        )
        strokes = _hatch(centre, half, 1)
        if status == "not_verified":
            strokes += _hatch(centre, half, -1)
        return [under, square, path(strokes, stroke="peer", width=1.2)]
    if status == "not_applicable":
        return [
            under,
            path(f"M{_r(x - half)},{_r(y)}L{_r(x + half)},{_r(y)}", stroke="ink-3", width=1.6),
        ]
    dash = "solid" if status == "no_target" else "1.3px,1.7px"
    return [under, circle(centre, 4.6 * size / 12, stroke="ink-3", width=1.2, dash=dash)]


def _hatch(centre: Point, half: float, slope: int) -> str:
    """Three diagonal strokes clipped to the square."""
    x, y = centre
    strokes = []
    for step in (-0.8, 0.0, 0.8):
        shift = step * half
        low, high = max(-half, -half + shift), min(half, half + shift)
        strokes.append(
            f"M{_r(x + low)},{_r(y - slope * (low - shift))}"
            f"L{_r(x + high)},{_r(y - slope * (high - shift))}"
        )
    return "".join(strokes)


def _r(value: float) -> float:
    return round(value, 1)
