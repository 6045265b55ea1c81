"""Names on a map without collision: greedy, eight places round each mark, by priority.

``assets/js/map.js`` lays the same labels out anew for every zoom; this is for files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from components.charts.kit.city_marks import room

SIZE = 12.5
BROAD = 1.12
"""Room left for a reader without the font: others are wider."""
_GAP = 3.0
_DIAGONAL = 0.75


class Named(NamedTuple):
    """A mark with the name that it would like to carry, in pixels. Priority is the order given."""

    x: float
    y: float
    radius: float
    text: str


class Label(NamedTuple):
    """A name in its place: the middle of its line; anchor as in SVG."""

    x: float
    y: float
    anchor: str
    text: str


Box = tuple[float, float, float, float]


def labels(marks: Sequence[Named], width: float, height: float) -> list[Label]:
    """Names that found a place inside the frame, over no other name and no mark."""
    taken = [_round(mark) for mark in marks]
    found = []
    for i, mark in enumerate(marks):
        if not (mark.text and 0 <= mark.x <= width and 0 <= mark.y <= height):
            continue
        for label, box in _places(mark):
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_meet(box, other) for j, other in enumerate(taken) if j != i):
                found.append(label)
                taken.append(box)
                break
    return found


def _round(mark: Named) -> Box:
    r = mark.radius
    return (mark.x - r, mark.y - r, mark.x + r, mark.y + r)


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _places(mark: Named) -> list[tuple[Label, Box]]:
    """Right, left, above, below, then the four corners."""
    far, near = mark.radius + _GAP, (mark.radius + _GAP) * _DIAGONAL
    up, long = mark.radius + _GAP + SIZE / 2, room(mark.text, SIZE) * BROAD
    spots = [
        (far, 0.0, "start"), (-far, 0.0, "end"), (0.0, -up, "middle"), (0.0, up, "middle"),
        (near, -near, "start"), (near, near, "start"), (-near, -near, "end"), (-near, near, "end"),
    ]  # fmt: skip
    out = []
    for dx, dy, anchor in spots:
        x, y = mark.x + dx, mark.y + dy
        left = {"start": x, "middle": x - long / 2, "end": x - long}[anchor]
        box = (left, y - SIZE * 0.55, left + long, y + SIZE * 0.55)
        out.append((Label(x, y, anchor, mark.text), box))
    return out
