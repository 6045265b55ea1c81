"""One data point across all cities: two kinds of source as two lanes on one scale.

Every dot stands exactly at its value and is the glyph of its band; crowded dots move off the axis,
never along it (``beeswarm_pack``). Two drawings share one code: 1040 units wide, and 358 for a
phone, where the name of a lane stands above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from components.figures import canvas, shapes
from components.figures.beeswarm_pack import Placed, Word, pack, place
from components.figures.palette import LIGHT
from components.figures.plane import words
from components.figures.ticks import Axis
from components.i18n import _, number

Item = tuple[float, float, str, str]
"""Words of a drawing: x, y, text, textposition."""


class Dot(NamedTuple):
    """One city. value: in the point's unit; old: outside the window; hover: lines of words."""

    key: str
    name: str
    value: float
    band: int | None
    old: bool
    chosen: bool
    hover: str


class LaneDrawing(NamedTuple):
    """One kind of source. lines: small print under the name; label_all: every dot has its name."""

    name: str
    lines: tuple[str, ...]
    dots: tuple[Dot, ...]
    median: float | None
    middle: tuple[float, float] | None
    label_all: bool


class Marks(NamedTuple):
    """What the scale carries.

    target: its one or two ends; edges: borders of the bands with the bands on their left and
    right, ascending; basis: where the target comes from.
    """

    unit: str
    target: tuple[float, ...]
    target_text: str
    basis: str
    edges: tuple[tuple[float, int, int], ...]


class Frame(NamedTuple):
    """Measures of a drawing in its units."""

    width: float
    left: float
    right: float
    radii: tuple[float, ...]
    most: float
    size: float
    rows: int

    @property
    def phone(self) -> bool:
        """Whether lane names stand above their lanes."""
        return self.left < 100


WIDE = Frame(1040, 152, 1018, (7.0, 6.0, 5.0, 4.0, 3.2, 2.6), 130, 12.5, 2)
PHONE = Frame(358, 12, 346, (6.5, 5.5, 4.5, 3.6, 2.8, 2.2), 90, 12, 3)

HEAD, ROW, LETTER = 62.0, 17.0, 0.58
"""Room above the lanes, height of a line of words, width of a letter as a share of its size."""

BAND_WORD = 38.0
"""Width of the word beside a band's glyph."""

BIN = 8.0
"""Width of a bar where there are too many cities for single dots."""


class _Lane(NamedTuple):
    """A lane with its dots in place. y: of its axis; half: its reach; radius 0: drawn as bars."""

    lane: LaneDrawing
    y: float
    half: float
    radius: float
    heights: tuple[float, ...]
    labels: tuple[Placed, ...]


def beeswarm(
    lanes: Sequence[LaneDrawing], axis: Axis, marks: Marks, frame: Frame
) -> dict[str, Any]:
    """The figure. Lanes without a dot are left out by the caller."""
    set_lanes = list(_stack(lanes, axis, frame))
    foot = set_lanes[-1].y + set_lanes[-1].half + 14
    if any(lane.median is not None for lane in lanes[-1:]):
        foot += 16
    height = foot + 28
    drawn = [
        *_scale(axis, marks, frame, foot),
        *(shape for each in set_lanes for shape in _lane_shapes(each, axis, frame)),
    ]
    data = [*_scale_words(axis, marks, frame, foot)]
    for each in set_lanes:
        data += _lane_words(each, axis, frame)
    return {
        "data": [trace for trace in data if trace["x"]],
        "layout": canvas.layout(frame.width, height, drawn),
    }


def _x(axis: Axis, frame: Frame, value: float) -> float:
    return axis.at(value, frame.left, frame.right)


def _stack(lanes: Sequence[LaneDrawing], axis: Axis, frame: Frame) -> Iterator[_Lane]:
    """The lanes from top to bottom, each as high as its dots and words need."""
    top = HEAD
    for lane in lanes:
        xs = [_x(axis, frame, dot.value) for dot in lane.dots]
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
        yield _Lane(lane, y, half, radius, tuple(heights), tuple(labels))
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


def _scale(axis: Axis, marks: Marks, frame: Frame, foot: float) -> Iterator[shapes.Shape]:
    """Axis, borders of the bands, target."""
    yield shapes.line((frame.left, foot), (frame.right, foot), "ink-3", 1)
    for edge, *_bands in marks.edges:
        if axis.low < edge < axis.high:
            x = _x(axis, frame, edge)
            yield shapes.line((x, HEAD - 8), (x, foot), "line", 1, "2px,3px")
    for end in marks.target:
        if axis.low <= end <= axis.high:
            x = _x(axis, frame, end)
            yield shapes.line((x, HEAD - 14), (x, foot), "ink", 1.5)
    for x, band, named in _band_places(axis, marks, frame):
        shift = BAND_WORD / 2 if named else 0.0
        yield from canvas.glyphs([(x - shift, HEAD - 20)], band, 4.6)


def _band_places(axis: Axis, marks: Marks, frame: Frame) -> list[tuple[float, int, bool]]:
    """Middle of every band wide enough for its glyph, and whether for its name too.

    A band the target cuts is named beside the line.
    """
    if not marks.edges:
        return []
    cuts = [axis.low, *(edge for edge, *_b in marks.edges), axis.high]
    bands = [marks.edges[0][1], *(right for _e, _l, right in marks.edges)]
    targets = sorted(_x(axis, frame, end) for end in marks.target)
    places = []
    for (start, end), band in zip(pairwise(cuts), bands, strict=True):
        low = _x(axis, frame, min(max(start, axis.low), axis.high))
        high = _x(axis, frame, min(max(end, axis.low), axis.high))
        ends = [low, *(x for x in targets if low < x < high), high]
        low, high = max(pairwise(ends), key=lambda part: part[1] - part[0])
        if high - low >= 20:
            places.append(((low + high) / 2, band, high - low >= BAND_WORD + 26))
    return places


def _scale_words(axis: Axis, marks: Marks, frame: Frame, foot: float) -> list[dict[str, Any]]:
    ticks = axis.ticks if not frame.phone else axis.ticks[:: 2 if len(axis.ticks) > 5 else 1]
    numbers = [
        (_x(axis, frame, tick), foot + 15, _tick(tick, marks.unit, i == 0), "middle center")
        for i, tick in enumerate(ticks)
    ]
    traces = [words(numbers, "ink-3", frame.size - 0.5)]
    named = [
        (x - BAND_WORD / 2 + 9, HEAD - 20, _("band %(band)s", band=band), "middle right")
        for x, band, room in _band_places(axis, marks, frame)
        if room
    ]
    traces.append(words(named, "ink-3", frame.size - 1.5))
    shown = [end for end in marks.target if axis.low <= end <= axis.high]
    if shown:
        x = _x(axis, frame, sum(shown) / len(shown))
        text = f"<b>{marks.target_text}</b>"
        half = max(len(marks.target_text), len(marks.basis)) * frame.size * LETTER / 2
        where = _beside(x, half, frame)
        traces.append(words([(x, 10, text, where)], "ink", frame.size))
        traces.append(words([(x, 25, marks.basis, where)], "ink-3", frame.size - 1.5))
    return traces


def _beside(x: float, half: float, frame: Frame) -> str:
    """Position of words ``2 * half`` wide over ``x`` that keeps them inside the drawing."""
    if x - half < 0:
        return "middle right"
    return "middle left" if x + half > frame.width else "middle center"


def _tick(value: float, unit: str, first: bool) -> str:
    return f"{number(value)} %" if first and unit.startswith("%") else number(value)


def _lane_shapes(each: _Lane, axis: Axis, frame: Frame) -> Iterator[shapes.Shape]:
    lane, y = each.lane, each.y
    top, bottom = y - each.half + 8, y + each.half
    if lane.middle:
        low, high = (_x(axis, frame, end) for end in lane.middle)
        box = [(low, top), (high, top), (high, bottom), (low, bottom)]
        yield shapes.path(shapes.polygon(box), fill="peer-band", layer="below")
    if lane.median is not None:
        x = _x(axis, frame, lane.median)
        yield shapes.line((x, top), (x, bottom), "ink-3", 1.2)
    spots = {
        dot.key: (_x(axis, frame, dot.value), y + height)
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
            step = int((_x(axis, frame, dot.value) - frame.left) // BIN)
            counts[step] = counts.get(step, 0) + 1
    most = max(counts.values(), default=1)
    for step, count in sorted(counts.items()):
        x, half = frame.left + step * BIN, frame.most * 0.6 * count / most
        box = [(x, y - half), (x + BIN - 1, y - half), (x + BIN - 1, y + half), (x, y + half)]
        yield shapes.path(shapes.polygon(box), fill="peer", layer="below")


def _label_y(each: _Lane, label: Placed) -> float:
    reach = max((abs(h) for h in each.heights), default=0.0) + max(each.radius, 6.0)
    reach = reach if each.radius else 10.0
    distance = reach + 11 + ROW * label.row
    return each.y - distance if label.above else each.y + distance


def _lane_words(each: _Lane, axis: Axis, frame: Frame) -> list[dict[str, Any]]:
    lane = each.lane
    if frame.phone:
        above = max((p.row + 1 for p in each.labels if p.above), default=0) * ROW
        reach = max((abs(h) for h in each.heights), default=0.0) + max(each.radius, 6.0)
        start = each.y - max(reach + above + 14, 26.0) - 15 * len(lane.lines) - 8
    else:
        start = each.y - 7.5 * len(lane.lines)
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
        x = _x(axis, frame, lane.median)
        text = _("median %(value)s", value=number(lane.median))
        where = _beside(x, len(text) * frame.size * LETTER / 2, frame)
        foot = each.y + each.half + 9
        traces.append(words([(x, foot, f"<b>{text}</b>", where)], "ink-2", frame.size - 0.5))
    return traces


def _targets(each: _Lane, axis: Axis, frame: Frame) -> dict[str, Any]:
    """Invisible marks that carry the words of each dot and its city."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(_x(axis, frame, dot.value), 2) for dot in each.lane.dots],
        "y": [round(each.y + height, 2) for height in each.heights],
        "marker": {"size": 2 * (each.radius or 3), "opacity": 0, "color": LIGHT["ink"]},
        "customdata": [dot.key for dot in each.lane.dots],
        "text": [dot.hover for dot in each.lane.dots],
        "hovertemplate": "%{text}<extra></extra>",
    }
