"""Two data points against each other: targets cut the plane, no line through few cities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from components.charts.kit import canvas, shapes
from components.charts.kit.palette import FONT, LIGHT
from components.charts.kit.plane import words
from components.charts.kit.ticks import Axis
from components.words.i18n import _, number

Item = tuple[float, float, str, str]
"""Words of a drawing: x, y, text, textposition."""


class Pair(NamedTuple):
    """A city on both measures. other: both values from other statistics, else from reports."""

    key: str
    name: str
    x: float
    y: float
    other: bool
    chosen: bool
    hover: str


class Side(NamedTuple):
    """One measure. target: its ends; better: 1 more, -1 less, 0 neither; title: under the axis."""

    axis: Axis
    title: str
    target: tuple[float, ...]
    better: int
    percent: bool


class Frame(NamedTuple):
    """Measures of a drawing in its units."""

    width: float
    height: float
    left: float
    top: float
    right: float
    foot: float
    size: float
    ticks: int


WIDE = Frame(760, 500, 62, 44, 736, 442, 12.5, 7)
PHONE = Frame(358, 380, 44, 40, 348, 322, 12, 4)

RADIUS = 5.2
LETTER, ROW = 0.56, 14.0


def scatter(
    pairs: Sequence[Pair],
    across: Side,
    up: Side,
    line: tuple[float, float] | None,
    frame: Frame,
) -> dict[str, Any]:
    """The figure. ``line`` is (intercept, slope) where there are enough cities for one."""
    spots = [(_x(across, frame, p.x), _y(up, frame, p.y)) for p in pairs]
    drawn = [*_grid(across, up, frame), *_dots(pairs, spots)]
    if line is not None:
        drawn += _fit(line, across, up, frame)
    data = [*_words(across, up, frame), *_names(pairs, spots, frame), _targets(pairs, spots)]
    return {
        "data": [trace for trace in data if trace["x"]],
        "layout": canvas.layout(frame.width, frame.height, drawn),
    }


def _x(side: Side, frame: Frame, value: float) -> float:
    return side.axis.at(value, frame.left, frame.right)


def _y(side: Side, frame: Frame, value: float) -> float:
    return side.axis.at(value, frame.foot, frame.top)


def _grid(across: Side, up: Side, frame: Frame) -> Iterator[shapes.Shape]:
    """Axes, the targets that cut the plane, and the part where both are met."""
    corner = _corner(across, up, frame)
    if corner:
        yield shapes.path(shapes.polygon(corner), fill="wash", layer="below")
    for tick in up.axis.ticks:
        y = _y(up, frame, tick)
        yield shapes.line((frame.left, y), (frame.right, y), "line", 1)
    yield shapes.line((frame.left, frame.foot), (frame.right, frame.foot), "ink-3", 1)
    for end in across.target:
        if across.axis.low <= end <= across.axis.high:
            x = _x(across, frame, end)
            yield shapes.line((x, frame.top - 8), (x, frame.foot), "ink", 1.4)
    for end in up.target:
        if up.axis.low <= end <= up.axis.high:
            y = _y(up, frame, end)
            yield shapes.line((frame.left, y), (frame.right, y), "ink", 1.4)


def _dots(pairs: Sequence[Pair], spots: Sequence[tuple[float, float]]) -> list[shapes.Shape]:
    """Reports as full dots of ink, other statistics as grey rings."""
    full = "".join(canvas.disc(s, RADIUS) for p, s in zip(pairs, spots, strict=True) if not p.other)
    open_ = "".join(
        canvas.disc(s, RADIUS - 0.8) for p, s in zip(pairs, spots, strict=True) if p.other
    )
    drawn = []
    if open_:
        drawn.append(shapes.path(open_, stroke="peer", width=1.8, fill="paper"))
    if full:
        drawn.append(shapes.path(full, fill="ink-2") | {"opacity": 0.82})
    mine = [s for p, s in zip(pairs, spots, strict=True) if p.chosen]
    return drawn + canvas.rings(mine, RADIUS + 2.6)


def _fit(line: tuple[float, float], across: Side, up: Side, frame: Frame) -> list[shapes.Shape]:
    """The line inside the frame."""
    intercept, slope = line
    ends = [across.axis.low, across.axis.high]
    if slope:
        ends += [(edge - intercept) / slope for edge in (up.axis.low, up.axis.high)]
    slack = 1e-9 * (up.axis.high - up.axis.low)
    inside = sorted(
        x
        for x in ends
        if across.axis.low <= x <= across.axis.high
        and up.axis.low - slack <= intercept + slope * x <= up.axis.high + slack
    )
    if len(inside) < 2:
        return []
    a, b = inside[0], inside[-1]
    return [
        shapes.line(
            (_x(across, frame, a), _y(up, frame, intercept + slope * a)),
            (_x(across, frame, b), _y(up, frame, intercept + slope * b)),
            "ink-3", 1.6, "6px,4px",
        )
    ]  # fmt: skip


def _words(across: Side, up: Side, frame: Frame) -> list[dict[str, Any]]:
    xs = across.axis.ticks[:: max(1, -(-len(across.axis.ticks) // frame.ticks))]
    numbers = [
        (_x(across, frame, t), frame.foot + 15, _tick(across, t, i), "middle center")
        for i, t in enumerate(xs)
    ]
    numbers += [
        (frame.left - 7, _y(up, frame, t), _tick(up, t, i), "middle left")
        for i, t in enumerate(up.axis.ticks)
    ]
    titles = [
        (frame.right, frame.foot + 36, f"{across.title} →", "middle left"),
        (0.0, 12.0, f"↑ {up.title}", "middle right"),
    ]
    small = []
    for end in across.target[:1]:
        if across.axis.low <= end <= across.axis.high:
            x = _x(across, frame, end)
            where = "middle left" if x > (frame.left + frame.right) / 2 else "middle right"
            small.append((x, frame.top - 14, _("target %(value)s", value=number(end)), where))
    corner = _corner(across, up, frame)
    if corner:
        left, right = sorted((corner[0][0], corner[1][0]))
        top, foot = sorted((corner[0][1], corner[2][1]))
        text = _("both at target")
        if right - left > len(text) * frame.size * LETTER + 12 and foot - top > ROW + 6:
            small.append(((left + right) / 2, top + 10, text, "middle center"))
    return [
        words(numbers, "ink-3", frame.size - 0.5),
        words(titles, "ink-2", frame.size),
        words(small, "ink-3", frame.size - 0.5),
    ]


def _tick(side: Side, value: float, place: int) -> str:
    return f"{number(value)} %" if side.percent and place == 0 else number(value)


def _corner(across: Side, up: Side, frame: Frame) -> list[tuple[float, float]] | None:
    """The quadrant where both targets are met; None where a measure has no target in sight."""
    ends = []
    for side in (across, up):
        if not side.better or not side.target:
            return None
        if not side.axis.low <= side.target[0] <= side.axis.high:
            return None
        ends.append(side.axis.high if side.better > 0 else side.axis.low)
    x0, x1 = _x(across, frame, across.target[0]), _x(across, frame, ends[0])
    y0, y1 = _y(up, frame, up.target[0]), _y(up, frame, ends[1])
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def _names(
    pairs: Sequence[Pair], spots: Sequence[tuple[float, float]], frame: Frame
) -> list[dict[str, Any]]:
    """Names where they fit: chosen cities first, then reports, then the ends of the plane."""
    order = sorted(
        range(len(pairs)),
        key=lambda i: (not pairs[i].chosen, pairs[i].other, -_reach(spots, i), i),
    )
    taken = [(x - 7, y - 7, x + 7, y + 7) for x, y in spots]
    strong: list[Item] = []
    plain: list[Item] = []
    for i in order:
        if not pairs[i].chosen and len(strong) + len(plain) >= 14:
            break
        x, y = spots[i]
        width = len(pairs[i].name) * frame.size * LETTER + 2
        for dx, dy, where in (
            (9, 0, "middle right"), (-9, 0, "middle left"),
            (0, -ROW, "middle center"), (0, ROW, "middle center"),
        ):  # fmt: skip
            left = x + 9 if dx > 0 else x - 9 - width if dx < 0 else x - width / 2
            box = (left, y + dy - 7, left + width, y + dy + 7)
            inside = (
                box[0] >= frame.left
                and box[2] <= frame.width
                and box[1] >= frame.top - 4
                and box[3] <= frame.foot
            )
            if inside and not any(_cross(box, other) for j, other in enumerate(taken) if j != i):
                taken.append(box)
                item = (x + dx, y + dy, pairs[i].name, where)
                (strong if pairs[i].chosen else plain).append(item)
                break
    bold = [(x, y, f"<b>{text}</b>", where) for x, y, text, where in strong]
    return [words(bold, "ink", frame.size), words(plain, "ink-2", frame.size - 0.5)]


def _reach(spots: Sequence[tuple[float, float]], i: int) -> float:
    """How far a dot stands from the middle of all."""
    n = len(spots)
    mx, my = sum(x for x, _ in spots) / n, sum(y for _, y in spots) / n
    return abs(spots[i][0] - mx) + abs(spots[i][1] - my)


def _cross(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _targets(pairs: Sequence[Pair], spots: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """Invisible marks that carry the words of each dot and its city."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(x, 2) for x, _y in spots],
        "y": [round(y, 2) for _x, y in spots],
        "marker": {"size": 2 * RADIUS, "opacity": 0, "color": LIGHT["ink"]},
        "customdata": [pair.key for pair in pairs],
        "text": [pair.hover for pair in pairs],
        "hovertemplate": "%{text}<extra></extra>",
        "textfont": {"family": FONT},
    }
