"""Where dots and words go: each dot exactly at its value, as near to the axis as it fits.

Pure functions of numbers, in drawing units. Nothing is drawn at random: same dots, same drawing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

SLACK = 1e-9


class Word(NamedTuple):
    """A label to be placed. x, y: its dot, y off the axis; width: of its text."""

    key: str
    x: float
    y: float
    width: float


class Placed(NamedTuple):
    """A label's place: left end of its text, the line it stands on (0 = nearest), its side."""

    word: Word
    left: float
    above: bool
    row: int


def pack(xs: Sequence[float], radius: float, most: float = float("inf")) -> list[float] | None:
    """Heights off the axis of dots of one size, so that none overlaps another.

    ``xs`` are kept as they are. The dots are set from left to right, equal ones in the given
    order, each at the free height nearest to the axis, below before above. None where a dot would
    stand further than ``most`` from the axis.
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
        height = down if down <= up else -up
        if abs(height) > most:
            return None
        heights[index] = height
        insort(set_down, (x, height))
    return heights


def _forbidden(x: float, near: tuple[float, float], reach: float) -> tuple[float, float]:
    """Heights at which a dot at ``x`` would overlap the one already there (open interval)."""
    half = sqrt(max(reach * reach - (x - near[0]) ** 2, 0.0))
    return near[1] - half, near[1] + half


def _first_free(taken: Sequence[tuple[float, float]]) -> float:
    """Least height from 0 upwards outside every interval; ``taken`` ascends by its first ends."""
    height = 0.0
    for start, end in taken:
        if start >= height - SLACK:
            break
        if end > height + SLACK:
            height = end
    return height


def place(words: Sequence[Word], left: float, right: float, rows: int) -> list[Placed]:
    """Labels in ``rows`` lines above and below their lane, the important ones first.

    A label that finds no free place is left out. Words keep inside ``left``..``right``.
    """
    lines: dict[tuple[bool, int], list[tuple[float, float]]] = {
        (above, row): [] for above in (True, False) for row in range(rows)
    }
    placed = []
    for word in words:
        found = _place_one(word, left, right, lines)
        if found is not None:
            insort(lines[found.above, found.row], (found.left, found.left + word.width))
            placed.append(found)
    return placed


GAP = 9.0
"""Least distance between two labels on one line."""


def _place_one(
    word: Word,
    left: float,
    right: float,
    lines: dict[tuple[bool, int], list[tuple[float, float]]],
) -> Placed | None:
    sides = (True, False) if word.y <= 0 else (False, True)
    rows = sorted({row for _above, row in lines})
    for row in rows:
        for above in sides:
            for share in (0.5, 0.15, 0.85):
                start = min(max(word.x - word.width * share, left), right - word.width)
                if _is_free(lines[above, row], start, start + word.width):
                    return Placed(word, start, above, row)
    return None


def _is_free(line: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    """Whether ``start``..``end`` keeps its distance from every label of the line."""
    after = bisect_right(line, (start, float("inf")))
    before_ok = after == 0 or line[after - 1][1] + GAP <= start
    return before_ok and (after == len(line) or end + GAP <= line[after][0])
