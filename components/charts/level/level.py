"""Points on one rule from worst to their 2030 line: a lollipop a point, grouped, with columns.

Drawn twice: ``WIDE_LEVEL`` for a column of the page, ``PHONE_LEVEL`` for 390 px with a point's
name above its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from components.charts.kit import canvas, shapes
from components.charts.kit.city_marks import SMALL, TEXT, TINY, fit, grey, named, room
from components.charts.kit.palette import band_token
from components.charts.kit.plane import words
from components.words.i18n import _

FADED = 0.5
"""Opacity of a value that is too old: where all are, they still have to be read."""


class Second(NamedTuple):
    """The value of another source of the point: a mark of its own, no lollipop."""

    progress: float
    band: int
    faded: bool
    report: bool


class Row(NamedTuple):
    """A point. progress: 0..100, None where ``note`` says why there is no mark.

    report: a U4SSC report's value beside other statistics in the chart: ringed.
    """

    name: str
    unit: str
    value: str
    line: str
    year: str
    progress: float | None
    band: int | None
    faded: bool
    report: bool
    note: str
    hover: str
    second: Second | None = None


class Group(NamedTuple):
    """A heading (code in bold, name, how much of it is held) and its points."""

    code: str
    name: str
    note: str
    rows: tuple[Row, ...]


class Frame(NamedTuple):
    """A drawing: the rule from left to right, columns, and whether a name has a line of its own."""

    width: float
    left: float
    right: float
    columns: tuple[float, float, float]
    row: float
    heading: float
    above: bool


WIDE_LEVEL = Frame(980, 350, 716, (780, 872, 980), 30, 32, False)
PHONE_LEVEL = Frame(358, 8, 250, (264, 264, 358), 50, 46, True)

_TOP = 26.0
_RADIUS = 6.5


def level_figure(groups: Sequence[Group], frame: Frame) -> dict[str, Any]:
    """Figure of the groups in the order given."""
    drawn: list[shapes.Shape] = []
    heads: list[tuple[float, float, str, str]] = []
    greys: list[tuple[float, float, str, str]] = []
    inks: list[tuple[float, float, str, str]] = []
    hover: list[tuple[float, float, str]] = []
    marks: dict[tuple[int, bool], list[tuple[float, float]]] = {}
    rings: dict[bool, list[tuple[float, float]]] = {False: [], True: []}
    y = _TOP
    for group in groups:
        if group.name or group.code:
            drawn.append(shapes.line((0, y), (frame.width, y), "line", 1))
            heads += _heading(group, y, frame)
            greys += _note(group, y, frame)
            y += frame.heading
        for row in group.rows:
            middle = y + (frame.row * 0.66 if frame.above else frame.row / 2)
            (greys if row.faded else inks).extend(_row(row, y, middle, frame))
            if row.progress is None or row.band is None:
                greys.append((frame.left, middle, row.note, "middle right"))
            else:
                at = (_x(row.progress, frame), middle)
                stem = shapes.line((frame.left, middle), at, band_token(row.band), 2.6)
                drawn += _faded([stem], row.faded)
                marks.setdefault((row.band, row.faded), []).append(at)
                rings[row.faded] += [at] if row.report else []
                hover.append((*at, row.hover))
            if row.second:
                beside = (_x(row.second.progress, frame), middle)
                marks.setdefault((row.second.band, row.second.faded), []).append(beside)
                rings[row.second.faded] += [beside] if row.second.report else []
            y += frame.row
        if group.rows:
            if frame.above:  # a heading runs across
                top = y - frame.row * len(group.rows) + 16
                drawn.append(shapes.line((frame.right, top), (frame.right, y), "ink", 1.6))
            y += 6
    if not frame.above:
        drawn.append(shapes.line((frame.right, _TOP - 6), (frame.right, y), "ink", 1.6))
    for (band, faded), centres in sorted(marks.items()):
        drawn += _faded(canvas.glyphs(centres, band, _RADIUS), faded)
    for faded, centres in rings.items():
        drawn += _faded(canvas.rings(centres, _RADIUS + 2.6), faded)
    return {
        "data": [
            words(_titles(frame), "ink-3", TINY),
            words([(frame.right, _TOP - 14, f"<b>{_('2030 line')}</b>", "middle center")],
                  "ink", TINY),
            words(heads, "ink", TEXT),
            words(inks, "ink", SMALL + 0.6),
            words(greys, "ink-3", SMALL),
            _targets(hover),
        ],
        "layout": canvas.layout(frame.width, y + 8, drawn),
    }  # fmt: skip


def _faded(drawn: list[shapes.Shape], faded: bool) -> list[shapes.Shape]:
    return [shape | {"opacity": FADED} for shape in drawn] if faded else drawn


def _titles(frame: Frame) -> list[tuple[float, float, str, str]]:
    y = _TOP - 14
    found = [(frame.left, y, _("worst"), "middle right")]
    if frame.above:
        return found
    value, line, year = frame.columns
    return [
        *found,
        (value, y, _("value"), "middle right"),
        (line, y, _("line"), "middle right"),
        (year, y, _("year"), "middle left"),
    ]


def _heading(group: Group, y: float, frame: Frame) -> list[tuple[float, float, str, str]]:
    code = f"<b>{group.code}</b>  " if group.code else ""
    space = frame.width if frame.above else frame.right - 150
    name = fit(group.name, space - room(group.code, TEXT) - 16, TEXT)
    weight = name if group.code else f"<b>{name}</b>"
    return [(0, y + (15 if frame.above else 17), f"{code}{weight}", "middle right")]


def _note(group: Group, y: float, frame: Frame) -> list[tuple[float, float, str, str]]:
    if frame.above:
        return [(0, y + 32, group.note, "middle right")]
    return [(frame.width, y + 17, group.note, "middle left")]


def _row(row: Row, y: float, middle: float, frame: Frame) -> list[tuple[float, float, str, str]]:
    value = f"<b>{row.value}</b>"
    if frame.above:
        right = [part for part in (row.line, row.year) if part]
        return [
            (0, y + 12, named(row.name, row.unit, frame.width - room(row.value, TEXT) - 12),
             "middle right"),
            (frame.width, y + 12, value, "middle left"),
            (frame.width, middle, grey(" · ".join(right)), "middle left"),
        ]  # fmt: skip
    at, line, year = frame.columns
    return [
        (20, middle, named(row.name, row.unit, frame.left - 34), "middle right"),
        (at, middle, value, "middle right"),
        (line, middle, row.line, "middle right"),
        (year, middle, row.year, "middle left"),
    ]


def _targets(hover: Sequence[tuple[float, float, str]]) -> dict[str, Any]:
    """Invisible marks that carry the words for a pointer."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(x, 1) for x, _y, _words in hover],
        "y": [round(y, 1) for _x, y, _words in hover],
        "marker": {"size": 22, "opacity": 0},
        "text": [said for _x, _y, said in hover],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _x(progress: float, frame: Frame) -> float:
    return frame.left + (frame.right - frame.left) * progress / 100
