"""Bridge for families that are not on the kit yet."""

from components.charts.radar.shapes import (
    ARC,
    Point,
    Shape,
    band_glyph,
    circle,
    line,
    missing_mark,
    path,
    polygon,
)

__all__ = [
    "ARC",
    "Point",
    "Shape",
    "band_glyph",
    "circle",
    "line",
    "missing_mark",
    "path",
    "polygon",
]
