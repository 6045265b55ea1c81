"""Where dots go: each exactly at its value, as near to the middle of its lane as it fits.

Pure functions of numbers, in px. Nothing is drawn at random: same dots, same drawing.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from math import sqrt

RADII = (6.0, 5.2, 4.4, 3.6, 2.8, 2.2)
RIM = 0.45
"""Px kept free round a dot."""
_SLACK = 1e-9


def fitted(xs: Sequence[float], most: float) -> tuple[float, list[float]]:
    """Radius and heights: the largest dots that stay within ``most`` px of the middle.

    Where the smallest do not either, heights are pressed together and dots overlap.
    """
    for radius in RADII:
        heights = pack(xs, radius + RIM)
        reach = max(map(abs, heights), default=0.0)
        if reach <= most:
            return radius, heights
    return RADII[-1], [height * most / reach for height in heights]


def pack(xs: Sequence[float], radius: float) -> list[float]:
    """Heights off the middle of dots of one size, so that none overlaps another.

    ``xs`` are kept as they are. The dots are set from left to right, equal ones in the given
    order, each at the free height nearest to the middle, below before above.
    """
    heights = [0.0] * len(xs)
    set_down: list[tuple[float, float]] = []
    reach = 2 * radius
    for index in sorted(range(len(xs)), key=lambda i: (xs[i], i)):
        x = xs[index]
        start = bisect_left(set_down, (x - reach, float("-inf")))
        taken = [_forbidden(x, near, reach) for near in set_down[start:]]
        down = _first_free(sorted(taken))
        up = _first_free(sorted((-high, -low) for low, high in taken))
        heights[index] = down if down <= up else -up
        insort(set_down, (x, heights[index]))
    return heights


def _forbidden(x: float, near: tuple[float, float], reach: float) -> tuple[float, float]:
    """Heights at which a dot at ``x`` would overlap the one already there (open interval)."""
    half = sqrt(max(reach * reach - (x - near[0]) ** 2, 0.0))
    return near[1] - half, near[1] + half


def _first_free(taken: Sequence[tuple[float, float]]) -> float:
    """Least height from 0 upwards outside every interval; ``taken`` ascends by its first ends."""
    height = 0.0
    for start, end in taken:
        if start >= height - _SLACK:
            break
        if end > height + _SLACK:
            height = end
    return height
