"""A lane of a beeswarm set in place: how high its dots stand and where its names go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from components.charts.beeswarm.pack import fitted
from components.charts.beeswarm.rows import Dot, Lane, Scale
from components.charts.kit.labels import Box, place
from components.charts.kit.text import SMALL, grey, width
from components.words.i18n import number

NARROW = 330.0
"""Px of the axis that dots and names are set for: a phone's. On a wider one they stand apart."""
MOST = 76.0
"""Px that dots may stand off the middle of their lane."""
ROW, ROWS = 17.0, 3
"""Height and number of the lines of names above and below the dots."""
HEADING = 20.0
_SIDES = ("middle center", "middle right", "middle left")
_APART = 7.0  # px between names on one line


class Named(NamedTuple):
    """A name with its place. y: px from the middle of the lane; position: in plotly's words."""

    dot: Dot
    text: str
    y: float
    position: str


class Placed(NamedTuple):
    """A lane with everything in place, in px from the top of the plot.

    heading: its words; middle: where dots without a neighbour stand; radius: of dots; heights: off
    the middle; top, bottom: of its dots and names.
    """

    lane: Lane
    heading: str
    heading_y: float
    middle: float
    radius: float
    heights: tuple[float, ...]
    names: tuple[Named, ...]
    top: float
    bottom: float


def stack(lanes: Sequence[Lane], scale: Scale, top: float) -> Iterator[Placed]:
    """The lanes from ``top`` downwards, each as high as its dots and names need."""
    for lane in lanes:
        radius, heights = fitted([scale.at(dot.value, NARROW) for dot in lane.dots], MOST)
        reach = max(map(abs, heights), default=0.0) + radius
        names = list(_names(lane, scale, heights, reach))
        above = max([reach, *(-name.y + ROW / 2 for name in names)]) + 8
        below = max([reach, *(name.y + ROW / 2 for name in names)]) + 8
        heading = f"<b>{lane.name}</b>  {grey(lane.about)}"
        broken = width(heading) > NARROW
        start = top + HEADING * (2 if broken else 1)
        yield Placed(
            lane,
            heading.replace("  ", "<br>") if broken else heading,
            top + HEADING * (1 if broken else 0.5),
            start + above,
            radius,
            tuple(heights),
            tuple(names),
            start,
            start + above + below,
        )
        top = start + above + below + (ROW if lane.median is not None else 0) + 12


def _names(lane: Lane, scale: Scale, heights: Sequence[float], reach: float) -> Iterator[Named]:
    """Chosen cities first, then the ends of the lane, then all where all may be named."""
    taken: list[Box] = []
    for i in _wanted(lane):
        dot = lane.dots[i]
        strong = dot.chosen or lane.label_all
        text = (
            f"<b>{dot.name}</b> {number(dot.value)}"
            if strong
            else f"{dot.name} {number(dot.value)}"
        )
        found = _free(text, scale.at(dot.value, NARROW), heights[i] <= 0, reach, taken)
        if found:
            taken.append(found[2])
            yield Named(dot, text, *found[:2])


def _wanted(lane: Lane) -> list[int]:
    order = sorted(range(len(lane.dots)), key=lambda i: (lane.dots[i].value, i))
    inside = [i for i in order if not lane.dots[i].old] or order
    chosen = [i for i in order if lane.dots[i].chosen]
    near = [min(inside, key=lambda i: abs(lane.dots[i].value - edge)) for edge in lane.middle or ()]
    every = order if lane.label_all else []
    return list(dict.fromkeys([*chosen, *inside[:1], *inside[-1:], *near, *every]))


def _free(
    text: str, x: float, upwards: bool, reach: float, taken: Sequence[Box]
) -> tuple[float, str, Box] | None:
    """Height, side and room of a name on the nearest line that is free there."""
    frame = Box(0, float("-inf"), NARROW, float("inf"))
    for row in range(ROWS):
        for up in (upwards, not upwards):
            distance = reach + 10 + ROW * row
            y = -distance if up else distance
            (found,) = place([(text, x, y)], frame, taken, away=0, size=SMALL, sides=_SIDES)
            if found:
                box = found.box
                room = box._replace(left=box.left - _APART, right=box.right + _APART)
                return y, found.position, room
    return None
