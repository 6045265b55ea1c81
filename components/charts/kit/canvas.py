"""A plane of any size for drawings in units, and band glyphs by the hundred on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from components.charts.kit import plane, shapes
from components.charts.kit.palette import band_token

Point = tuple[float, float]

FADED = 0.32
"""Opacity of a value that is too old to count."""


def layout(width: float, height: float, drawn: Sequence[shapes.Shape]) -> dict[str, Any]:
    """Layout of a fixed drawing, y downwards, scaled as a whole by charts.js."""
    return plane.layout(list(drawn), width, height) | {"hoverdistance": 12}


def glyphs(
    centres: Sequence[Point], band: int | None, radius: float, faded: bool = False
) -> list[shapes.Shape]:
    """The glyph of one band at every centre, in two shapes however many there are.

    A band of None is a value without a target: an empty circle.
    """
    if not centres:
        return []
    if band is None:
        rings = "".join(disc(centre, radius - 0.6) for centre in centres)
        drawn = [shapes.path(rings, stroke="ink-3", width=1.2, fill="paper")]
    elif band == 1:
        drawn = [shapes.path("".join(_triangle(c, radius) for c in centres), fill=band_token(1))]
    elif band == 4:
        drawn = [shapes.path("".join(disc(c, radius) for c in centres), fill=band_token(4))]
    else:
        width = max(1.0, radius * 0.24)
        inner = radius - width / 2
        colour = band_token(band)
        rings = "".join(disc(centre, inner) for centre in centres)
        parts = "".join(_part(centre, inner, half=band == 3) for centre in centres)
        drawn = [
            shapes.path(rings, stroke=colour, width=width, fill="paper"),
            shapes.path(parts, fill=colour),
        ]
    return [shape | {"opacity": FADED} for shape in drawn] if faded else drawn


def rings(centres: Iterable[Point], radius: float) -> list[shapes.Shape]:
    """A ring of ink round each centre: the cities the reader asked for."""
    found = "".join(disc(centre, radius) for centre in centres)
    return [shapes.path(found, stroke="ink", width=1.8)] if found else []


def disc(centre: Point, radius: float) -> str:
    """Path of a circle: four Bézier curves (plotly's paths have no arcs)."""
    x, y = centre
    k = shapes.ARC * radius
    return (
        f"M{x - radius:.2f},{y:.2f}"
        f"C{x - radius:.2f},{y - k:.2f} {x - k:.2f},{y - radius:.2f} {x:.2f},{y - radius:.2f}"
        f"C{x + k:.2f},{y - radius:.2f} {x + radius:.2f},{y - k:.2f} {x + radius:.2f},{y:.2f}"
        f"C{x + radius:.2f},{y + k:.2f} {x + k:.2f},{y + radius:.2f} {x:.2f},{y + radius:.2f}"
        f"C{x - k:.2f},{y + radius:.2f} {x - radius:.2f},{y + k:.2f} {x - radius:.2f},{y:.2f}Z"
    )


def _triangle(centre: Point, radius: float) -> str:
    x, y = centre
    k = radius / 5.2
    return (
        f"M{x - 5.4 * k:.2f},{y - 4.4 * k:.2f}L{x + 5.4 * k:.2f},{y - 4.4 * k:.2f}"
        f"L{x:.2f},{y + 5.2 * k:.2f}Z"
    )


def _part(centre: Point, radius: float, half: bool) -> str:
    """The right half of a disc, or its upper right quarter."""
    x, y = centre
    k = shapes.ARC * radius
    quarter = (
        f"M{x:.2f},{y:.2f}L{x:.2f},{y - radius:.2f}"
        f"C{x + k:.2f},{y - radius:.2f} {x + radius:.2f},{y - k:.2f} {x + radius:.2f},{y:.2f}"
    )
    lower = f"C{x + radius:.2f},{y + k:.2f} {x + k:.2f},{y + radius:.2f} {x:.2f},{y + radius:.2f}"
    return quarter + (lower if half else "") + "Z"
