"""The one placer of labels: words that meet no other words and no mark.

Places are px on a chart of its narrowest likely width, so that what is free there is free on a wide
one, where marks stand further apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from components.charts.kit.text import TEXT, width

LINE = 1.25
"""Height of a line of type as a multiple of its size."""


class Box(NamedTuple):
    """A rectangle in px, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share a place."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Placed(NamedTuple):
    """Words with their place: the side of their mark in plotly's words, and their box."""

    text: str
    position: str
    box: Box


SIDES = ("middle right", "middle left", "top center", "bottom center", "top right", "bottom left",
         "top left", "bottom right")  # fmt: skip
"""Places next to a mark, the best first, as plotly's ``textposition`` has them."""


def box(text: str, x: float, y: float, position: str, away: float, size: float = TEXT) -> Box:
    """Box of words at ``position`` of a mark at ``x``, ``y``, ``away`` px from its centre."""
    wide, high = width(text, size), size * LINE
    level, side = position.split(" ")
    left = {"right": x + away, "left": x - away - wide, "center": x - wide / 2}[side]
    shift = 0.0 if level == "middle" else away
    top = {"middle": y - high / 2, "top": y - shift - high, "bottom": y + shift}[level]
    return Box(left, top, left + wide, top + high)


def place(
    words: Iterable[tuple[str, float, float]],
    frame: Box,
    taken: Iterable[Box] = (),
    *,
    away: float = 9,
    size: float = TEXT,
    sides: Sequence[str] = SIDES,
) -> list[Placed | None]:
    """A free place for each of ``words`` (text, x, y), the important ones first; None where none is.

    ``taken``: boxes of marks and lines; what is placed is taken for those that follow.
    """
    held, found = list(taken), []
    for text, x, y in words:
        options = ((side, box(text, x, y, side, away, size)) for side in sides)
        free = next(
            (
                Placed(text, side, at)
                for side, at in options
                if frame.left <= at.left and at.right <= frame.right
                and frame.top <= at.top and at.bottom <= frame.bottom
                and not any(at.meets(other) for other in held)
            ),
            None,
        )  # fmt: skip
        if free:
            held.append(free.box)
        found.append(free)
    return found


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places in their wanted order, ``gap`` apart, as near as can be, within ``low``..``high``.

    Labels at the ends of lines: neighbours that want one place share the way they must move. Where
    there is not room for all they start at ``low`` and go on beyond ``high``.
    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    groups: list[tuple[float, int]] = []  # sum of wishes less the gaps before them, and members
    for rank, index in enumerate(order):
        total, count = wanted[index] - gap * rank, 1
        while groups and groups[-1][0] / groups[-1][1] >= total / count:
            before = groups.pop()
            total, count = total + before[0], count + before[1]
        groups.append((total, count))
    last = max(low, high - gap * (len(order) - 1))
    starts = [min(max(total / count, low), last) for total, count in groups for _ in range(count)]
    placed = [0.0] * len(wanted)
    for rank, (index, start) in enumerate(zip(order, starts, strict=True)):
        placed[index] = start + gap * rank
    return placed
