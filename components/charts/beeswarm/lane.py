"""A lane of a beeswarm: its dots and names set in place, then drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from components.charts.beeswarm.frame import LETTER, ROW, Dot, Frame, LaneDrawing
from components.charts.beeswarm.pack import Placed, Word, pack, place
from components.charts.kit import canvas, shapes
from components.charts.kit.palette import LIGHT
from components.charts.kit.plane import words
from components.charts.kit.ticks import Axis
from components.words.i18n import _, number

Item = tuple[float, float, str, str]
"""Words of a drawing: x, y, text, textposition."""

BIN = 8.0
"""Width of a bar where there are too many cities for single dots."""


class Lane(NamedTuple):
    """A lane with its dots in place.

    top: where its own room begins; y: of its axis; half: its reach with all words; reach: of its
    dots; radius 0: drawn as bars.
    """

    lane: LaneDrawing
    top: float
    y: float
    half: float
    reach: float
    radius: float
    heights: tuple[float, ...]
    labels: tuple[Placed, ...]


def stack(lanes: Sequence[LaneDrawing], axis: Axis, frame: Frame, top: float) -> Iterator[Lane]:
    """The lanes from ``top`` to bottom, each as high as its dots and words need."""
    for lane in lanes:
        xs = [frame.x(axis, dot.value) for dot in lane.dots]
        radius, heights = _fit(xs, frame)
        reach = max((abs(h) for h in heights), default=0.0) + max(radius, 6.0)
        labels = place(_labels(lane, xs, heights, frame), frame.left - 6, frame.width, frame.rows)
        if frame.phone:
            top += 22 + 15 * len(lane.lines)
        above = max((p.row + 1 for p in labels if p.above), default=0) * ROW
        below = max((p.row + 1 for p in labels if not p.above), default=0) * ROW
        least = 26.0 if frame.phone else 44.0
        y = top + max(reach + above + 14, least)
        half = max(reach + below + 8, least)
        yield Lane(lane, top, y, half, reach, radius, tuple(heights), tuple(labels))
        top = y + half + (18 if lane.median is not None else 0)


def _fit(xs: Sequence[float], frame: Frame) -> tuple[float, list[float]]:
    """The largest dots that fit the lane, radius 0 (bars) where none does."""
    for radius in frame.radii:
        heights = pack(xs, radius + 0.45, frame.most)
        if heights is not None:
            return radius, heights
    return 0.0, [0.0] * len(xs)


def _labels(
    lane: LaneDrawing, xs: Sequence[float], heights: Sequence[float], frame: Frame
) -> list[Word]:
    """Chosen cities first, then all (or the ends of the lane), from the outside inwards."""
    order = sorted(range(len(xs)), key=lambda i: (xs[i], i))
    inside = [i for i in order if not lane.dots[i].old] or order
    ends = [inside[0], inside[-1]] if inside else []
    if lane.middle:
        ends += [
            min(inside, key=lambda i, edge=edge: abs(lane.dots[i].value - edge))  # type: ignore[misc]
            for edge in lane.middle
        ]
    first = [i for i in order if lane.dots[i].chosen]
    rest = order if lane.label_all else []
    wanted = list(dict.fromkeys([*first, *ends, *rest]))
    return [
        Word(
            lane.dots[i].key,
            xs[i],
            heights[i],
            _width(lane.dots[i], frame, lane.label_all or lane.dots[i].chosen),
        )
        for i in wanted
    ]


def _width(dot: Dot, frame: Frame, strong: bool) -> float:
    """Of a label; a name in bold takes a tenth more."""
    return (len(_label(dot)) + 0.1 * strong * len(dot.name)) * frame.size * LETTER + 4


def _label(dot: Dot) -> str:
    return f"{dot.name} {number(dot.value)}"


def lane_shapes(each: Lane, axis: Axis, frame: Frame) -> Iterator[shapes.Shape]:
    """Middle half, median, lines to the names, glyphs, rings."""
    lane, y = each.lane, each.y
    top, bottom = y - each.half + 8, y + each.half
    if lane.middle:
        low, high = (frame.x(axis, end) for end in lane.middle)
        box = [(low, top), (high, top), (high, bottom), (low, bottom)]
        yield shapes.path(shapes.polygon(box), fill="peer-band", layer="below")
    if lane.median is not None:
        x = frame.x(axis, lane.median)
        yield shapes.line((x, top), (x, bottom), "ink-3", 1.2)
    spots = {
        dot.key: (frame.x(axis, dot.value), y + height)
        for dot, height in zip(lane.dots, each.heights, strict=True)
    }
    shown = lane.dots
    if not each.radius:
        yield from _bars(lane, axis, frame, y)
        shown = tuple(d for d in lane.dots if d.key in {p.word.key for p in each.labels})
    for label in each.labels:
        x, at = spots[label.word.key]
        yield shapes.line((x, at), (x, _label_y(each, label) + (6 if label.above else -6)),
                          "peer", 0.9)  # fmt: skip
    radius = each.radius or 5.0
    order = sorted(shown, key=lambda d: (not d.old, d.band or 0))
    for (old, band), dots in groupby(order, key=lambda d: (d.old, d.band)):
        yield from canvas.glyphs([spots[d.key] for d in dots], band, radius, faded=old)
    yield from canvas.rings([spots[d.key] for d in shown if d.chosen], radius + 2.4)


def _bars(lane: LaneDrawing, axis: Axis, frame: Frame, y: float) -> Iterator[shapes.Shape]:
    """Counts of cities in steps of the scale, where single dots would not fit."""
    counts: dict[int, int] = {}
    for dot in lane.dots:
        if not dot.old:
            step = int((frame.x(axis, dot.value) - frame.left) // BIN)
            counts[step] = counts.get(step, 0) + 1
    most = max(counts.values(), default=1)
    for step, count in sorted(counts.items()):
        x, half = frame.left + step * BIN, frame.most * 0.6 * count / most
        box = [(x, y - half), (x + BIN - 1, y - half), (x + BIN - 1, y + half), (x, y + half)]
        yield shapes.path(shapes.polygon(box), fill="peer", layer="below")


def _label_y(each: Lane, label: Placed) -> float:
    distance = (each.reach if each.radius else 10.0) + 11 + ROW * label.row
    return each.y - distance if label.above else each.y + distance


def lane_words(each: Lane, axis: Axis, frame: Frame) -> list[dict[str, Any]]:
    """Traces of its name, its labels and what is said of each dot."""
    lane = each.lane
    n = len(lane.lines)
    start = each.top - 15 * n - 8 if frame.phone else each.y - 7.5 * n
    name = [(0.0, start, f"<b>{lane.name}</b>", "middle right")]
    small = [(0.0, start + 16 + 15 * i, line, "middle right") for i, line in enumerate(lane.lines)]
    dots = {dot.key: dot for dot in lane.dots}
    strong: list[Item] = []
    plain: list[Item] = []
    for label in each.labels:
        dot = dots[label.word.key]
        text = (
            f"<b>{dot.name}</b> {number(dot.value)}"
            if dot.chosen or lane.label_all
            else _label(dot)
        )
        item = (label.left, _label_y(each, label), text, "middle right")
        (strong if dot.chosen or lane.label_all else plain).append(item)
    traces = [
        words(name, "ink", frame.size + 0.5),
        words(small, "ink-2", frame.size - 0.5),
        words(strong, "ink", frame.size),
        words(plain, "ink-2", frame.size),
        _targets(each, axis, frame),
    ]
    if lane.median is not None:
        x = frame.x(axis, lane.median)
        text = _("median %(value)s", value=number(lane.median))
        where = frame.beside(x, len(text) * frame.size * LETTER / 2)
        foot = each.y + each.half + 9
        traces.append(words([(x, foot, f"<b>{text}</b>", where)], "ink-2", frame.size - 0.5))
    return traces


def _targets(each: Lane, axis: Axis, frame: Frame) -> dict[str, Any]:
    """Invisible marks that carry the words of each dot and its city."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(frame.x(axis, dot.value), 2) for dot in each.lane.dots],
        "y": [round(each.y + height, 2) for height in each.heights],
        "marker": {"size": 2 * (each.radius or 3), "opacity": 0, "color": LIGHT["ink"]},
        "customdata": [dot.key for dot in each.lane.dots],
        "text": [dot.hover for dot in each.lane.dots],
        "hovertemplate": "%{text}<extra></extra>",
    }
