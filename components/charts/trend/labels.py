"""Places of words in a small chart, so that none lies on a line or on other words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from components.charts.kit.city_marks import TINY, room
from components.charts.trend.scale import Frame, Place

_STEP = 4.0
"""Distance at which lines are sampled."""

_OVER_WORDS, _LATER = 40.0, 0.5
"""What it costs to lie on other words, and to be a later choice; a sampled step of a line: 1."""


class Box(NamedTuple):
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float


class Label(NamedTuple):
    """Words at the end of a line."""

    y: float
    text: str
    colour: str


def clear(
    text: str,
    size: float,
    places: Sequence[Place],
    lines: Sequence[Sequence[Place]],
    taken: list[Box],
    plot: Frame,
) -> Place:
    """Centre of the words at the place with least under it; the place is taken from then on.

    places: where they might stand, the best first: to the right of a place left of the middle's
    right end, else held within the plot. lines: the corners of each line that is drawn.
    """
    width, height = room(text, size) + 4, size + 2
    sampled = [step for line in lines for step in _sampled(line)]
    best: tuple[float, Box] | None = None
    for rank, (x, y) in enumerate(places):
        middle = min(max(x + width / 2 if x < plot.right - width else x - width / 2,
                         plot.left + width / 2), plot.right - width / 2)  # fmt: skip
        level = min(max(y, plot.top - 8), plot.bottom - height / 2)
        box = Box(middle - width / 2, level - height / 2, middle + width / 2, level + height / 2)
        cost = _OVER_WORDS * sum(_meet(box, other) for other in taken)
        cost += sum(_inside(box, step) for step in sampled) + _LATER * rank
        if best is None or cost < best[0]:
            best = cost, box
    if best is None:
        raise ValueError("words need a place")
    box = best[1]
    taken.append(box)
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def right_column(labels: Sequence[Label], plot: Frame, least: float = TINY + 3) -> list[
    tuple[Label, float]
]:  # fmt: skip
    """Labels beside the right edge, each at its height or moved apart from its neighbours."""
    placed: list[tuple[Label, float]] = []
    for label in sorted(labels, key=lambda each: each.y):
        y = max(label.y, placed[-1][1] + least) if placed else label.y
        placed.append((label, y))
    over = placed[-1][1] - (plot.bottom - 2) if placed else 0.0
    if over > 0:
        floor = plot.bottom - 2
        for i in range(len(placed) - 1, -1, -1):
            label, y = placed[i]
            placed[i] = (label, min(y, floor))
            floor = placed[i][1] - least
    return placed


def _meet(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


def _inside(box: Box, step: Place) -> bool:
    return box.left <= step[0] <= box.right and box.top <= step[1] <= box.bottom


def _sampled(corners: Sequence[Place]) -> list[Place]:
    found = list(corners)
    for (x0, y0), (x1, y1) in pairwise(corners):
        n = int(max(abs(x1 - x0), abs(y1 - y0)) / _STEP)
        found += [(x0 + (x1 - x0) * i / n, y0 + (y1 - y0) * i / n) for i in range(1, n)]
    return found
