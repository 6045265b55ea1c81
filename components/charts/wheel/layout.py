"""Geometry of the U4SSC wheel: equal sectors, ring radii and where the labels stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin
from typing import NamedTuple

from components.words.values import two_lines
from data.rows import PointRow

WIDTH, HEIGHT = 800, 560
CENTRE = (400.0, 280.0)
R_CENTRE, R_DIMENSION, R_CATEGORY, R_POINT = 58.0, (62.0, 98.0), (101.0, 150.0), (153.0, 226.0)
DIMENSION_GAP, GAP, KPI_GAP = 3.0, 0.2, 0.05
"""Degrees: between dimensions, on each side of a KPI or category, between points of one KPI."""

COLUMN, ELBOW, TEXT = R_POINT[1] + 34, R_POINT[1] + 28, R_POINT[1] + 39
ONE_LINE, TWO_LINES = 23.0, 39.0
MARGIN = 22.0


class Sector(NamedTuple):
    """One sector: angles in degrees clockwise from 12 o'clock, gaps already taken off."""

    key: str
    start: float
    stop: float

    @property
    def middle(self) -> float:
        """Angle of its middle."""
        return (self.start + self.stop) / 2


class Label(NamedTuple):
    """A category's name beside the wheel: lines, their y, and the leader to its sector."""

    key: str
    lines: tuple[str, ...]
    right: bool
    y: float
    leader: str


def sectors(points: Sequence[PointRow]) -> tuple[list[Sector], list[Sector], list[Sector]]:
    """Sectors of the points, categories and dimensions, all in official order.

    ``points`` sorted by position; points of one category and dimension stand together.
    """
    dimensions = list(dict.fromkeys(point.dimension for point in points))
    width = (360 - DIMENSION_GAP * len(dimensions)) / len(points)
    outer: list[Sector] = []
    spans: dict[tuple[str, str], tuple[float, float]] = {}
    at = DIMENSION_GAP / 2
    for i, point in enumerate(points):
        before, after = (points[i - 1] if i else None), points[(i + 1) % len(points)]
        if before is not None and before.dimension != point.dimension:
            at += DIMENSION_GAP
        left = KPI_GAP if before is not None and before.kpi_code == point.kpi_code else GAP
        right = KPI_GAP if after.kpi_code == point.kpi_code else GAP
        outer.append(Sector(point.key, at + left, at + width - right))
        for level in (("category", point.category), ("dimension", point.dimension)):
            spans[level] = (spans.get(level, (at, at))[0], at + width)
        at += width
    categories, dimension_ring = (
        [
            Sector(key, start + GAP, stop - GAP)
            for (level, key), (start, stop) in spans.items()
            if level == wanted
        ]
        for wanted in ("category", "dimension")
    )
    return outer, categories, dimension_ring


def ring_path(sector: Sector, radii: tuple[float, float]) -> str:
    """Outline of a sector between two radii."""
    inner, outer = radii
    large = int(sector.stop - sector.start > 180)
    (ax, ay), (bx, by) = place(sector.start, outer), place(sector.stop, outer)
    (cx, cy), (dx, dy) = place(sector.stop, inner), place(sector.start, inner)
    return (
        f"M{ax:.1f} {ay:.1f}A{outer:g} {outer:g} 0 {large} 1 {bx:.1f} {by:.1f}"
        f"L{cx:.1f} {cy:.1f}A{inner:g} {inner:g} 0 {large} 0 {dx:.1f} {dy:.1f}Z"
    )


def arc_path(sector: Sector, radius: float) -> str:
    """The arc a name is written along: clockwise, in the lower half reversed to stay upright."""
    below = 90 < sector.middle % 360 < 270
    r = radius + (4.7 if below else -4.7)
    start, stop = (sector.stop, sector.start) if below else (sector.start, sector.stop)
    large = int(sector.stop - sector.start > 180)
    (ax, ay), (bx, by) = place(start, r), place(stop, r)
    return f"M{ax:.1f} {ay:.1f}A{r:.1f} {r:.1f} 0 {large} {0 if below else 1} {bx:.1f} {by:.1f}"


def labels(categories: Sequence[Sector], names: Sequence[str]) -> list[Label]:
    """Two columns of names, as near to their sectors as their height allows."""
    out: list[Label] = []
    for right in (True, False):
        side = [
            (sector, two_lines(name))
            for sector, name in zip(categories, names, strict=True)
            if (sector.middle % 360 < 180) == right
        ]
        side.sort(key=lambda item: place(item[0].middle, 1)[1])
        wanted = [place(sector.middle, R_POINT[1] + 16)[1] for sector, _lines in side]
        heights = [ONE_LINE if len(lines) == 1 else TWO_LINES for _sector, lines in side]
        for (sector, lines), y in zip(side, spread(wanted, heights), strict=True):
            sign = 1 if right else -1
            (ax, ay), (bx, by) = place(sector.middle, 228), place(sector.middle, 238)
            leader = (
                f"M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}"
                f"L{CENTRE[0] + sign * ELBOW:g} {y:.1f}H{CENTRE[0] + sign * COLUMN:g}"
            )
            out.append(Label(sector.key, tuple(lines), right, y, leader))
    return out


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Least-squares nearest places to ``wanted`` that keep the order and do not overlap.

    Pool-adjacent-violators on the wants with the needed distances taken off, then clipped to the
    drawing.
    """
    offsets = [0.0]
    for above, below in pairwise(heights):
        offsets.append(offsets[-1] + (above + below) / 2)
    blocks: list[list[float]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        blocks.append([want - offset, 1.0])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, n), (b, m) = blocks[-2], blocks[-1]
            blocks[-2:] = [[(a * n + b * m) / (n + m), n + m]]
    flat = [mean for mean, n in blocks for _i in range(int(n))]
    bottom = HEIGHT - MARGIN - offsets[-1]
    return [max(MARGIN, min(bottom, y)) + offset for y, offset in zip(flat, offsets, strict=False)]


def place(angle: float, radius: float) -> tuple[float, float]:
    """Point at ``angle`` degrees clockwise from 12 o'clock."""
    return (CENTRE[0] + radius * sin(angle * pi / 180), CENTRE[1] - radius * cos(angle * pi / 180))
