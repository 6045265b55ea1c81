"""Sizes and extents of the map in its own units (``etl.projection``: 20,000 wide)."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

WIDTH, HEIGHT = 20_000.0, 9_734.0

LEAST, MOST, UNKNOWN = 3.6, 15.0, 3.2
"""Radii of marks in pixels of a page 1440 wide; of a city whose population is unknown."""
_BASE, _ROOT = 2.6, 4.2

MOSTLY = 0.8
"""Share of the cities that a first view holds at least."""
FARTHEST = 24.0
"""Nearest zoom: how many times the world is wider than what is seen."""


class Box(NamedTuple):
    """A part of the map."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Spot(NamedTuple):
    """A view: centre in map units, zoom 1 shows the width of the world."""

    x: float
    y: float
    zoom: float


WORLD = Box(600.0, 150.0, 19_400.0, 8_350.0)
"""All land but Antarctica."""
EUROPE = Box(8_950.0, 330.0, 11_700.0, 2_420.0)
"""From Iceland's longitude to Moscow, from Malta to the North Cape."""
_LEAST_BOX = 1_500.0
"""Smallest width and height of a box round cities: one city is seen with its country."""


def radius(population: int | None) -> float:
    """Radius of a mark, its area growing with the population."""
    if population is None:
        return UNKNOWN
    return min(MOST, max(LEAST, _BASE + _ROOT * sqrt(population / 1e6)))


def around(places: Sequence[tuple[float, float]]) -> Box:
    """The box that holds the places; the world where there are none."""
    if not places:
        return WORLD
    xs, ys = [x for x, _y in places], [y for _x, y in places]
    across = max(0.0, _LEAST_BOX - (max(xs) - min(xs))) / 2
    up = max(0.0, _LEAST_BOX - (max(ys) - min(ys))) / 2
    return Box(min(xs) - across, min(ys) - up, max(xs) + across, max(ys) + up)


def opening(places: Sequence[tuple[float, float]]) -> Box:
    """What a map opens on: Europe where most cities stand there, else all cities."""
    near = [place for place in places if EUROPE.holds(*place)]
    return around(near if len(near) >= MOSTLY * len(places) else places)


def fitted(box: Box, width: float, height: float, margin: float) -> Spot:
    """The view that shows a box whole in a frame of pixels, ``margin`` of them free each side."""
    scale = min(
        (width - 2 * margin) / (box.right - box.left),
        (height - 2 * margin) / (box.bottom - box.top),
    )
    zoom = min(FARTHEST, max(1.0, scale * WIDTH / width))
    return Spot((box.left + box.right) / 2, (box.top + box.bottom) / 2, zoom)
