"""Every point of a page between worst and its 2030 target: a lollipop a row, under its heading.

A name stands above its line and has the whole width, at 320 px as at 1,100; rows stand at their px
on the axis, so that a heading may be of another height.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from components.charts.kit import axis
from components.charts.kit.figure import Figure, Shape, Trace, figure, note
from components.charts.kit.marks import glyph, rule, targets
from components.charts.kit.palette import LIGHT, band_token
from components.charts.kit.text import SMALL, grey, width, wrapped
from components.words.i18n import _

FADED = 0.5
"""Opacity of a value that is too old: where all are, they still have to be read."""

ROW = 42
"""Px of a point: its name, below it the line with its mark; a name on two lines takes more."""

NARROW = 320
_HEAD, _LINE, _AIR = 34, 18, 12  # px: over all rows, a line of a heading, below a group
_RIGHT = 96  # px for target and year
_MARK = 29  # px from the top of a row, with a name of one line, to its mark
_STEM = 2.6


class Second(NamedTuple):
    """The value of another source of the point: a mark of its own, no lollipop."""

    progress: float
    band: int
    faded: bool
    report: bool


class Row(NamedTuple):
    """A point. progress: 0..100, None where ``note`` says why there is no mark.

    report: a U4SSC report's value next to other statistics in the chart: ringed. key: what a click
    names.
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
    key: str = ""
    second: Second | None = None


class Group(NamedTuple):
    """A heading (code in bold, name, how much of it has values) and its points."""

    code: str
    name: str
    note: str
    rows: tuple[Row, ...]


class Mark(NamedTuple):
    """A value on the chart. y: px from the top; row: what it says, None for a second value."""

    x: float
    y: float
    band: int
    faded: bool
    report: bool
    row: Row | None


def level_figure(groups: Sequence[Group]) -> Figure:
    """Figure of the groups in the order given."""
    notes: list[dict[str, Any]] = []
    marks: list[Mark] = []
    rows: list[float] = []
    y = 8.0
    for group in groups:
        if group.name or group.code:
            notes += _heading(group, y)
            y += _height(group)
        for row in group.rows:
            name = _named(row)
            extra = _LINE * (_lines(name) - 1)
            notes += _words(row, name, y, y + extra + _MARK)
            marks += _marks(row, y + extra + _MARK)
            rows.append(y + extra + _MARK)
            y += ROW + extra
        y += _AIR
    return figure(
        [*_stems(marks), _rings(marks), _pointers(marks)],
        height=y + _HEAD,
        xaxis=axis.values(
            0, 100, range=[-1, 103], side="top", showgrid=False, tickvals=[0, 100],
            ticktext=[_("worst"), f"<b>{_('2030 target')}</b>"],
        ),
        yaxis=axis.hidden(y, 0),
        margin=(10, _RIGHT, _HEAD, 0),
        shapes=[*(rule(100, at - 11, 100, at + 11, "ink", 1.6, layer="below") for at in rows),
                *_glyphs(marks)],
        notes=notes,
        transition={"duration": 0},  # glyphs are shapes, which do not move along
    )  # fmt: skip


def _heading(group: Group, y: float) -> Iterator[dict[str, Any]]:
    """Code and name, below them what is available."""
    room = NARROW - 16
    code = f"<b>{group.code}</b>  " if group.code else ""
    name = wrapped(group.name, room - width(code))
    name = f"{code}{name}" if code else f"<b>{name}</b>"
    at = {"xref": "paper", "xanchor": "left", "xshift": -10, "borderpad": 0, "yanchor": "top"}
    yield note(name, 0, y, **at)
    small = {"size": SMALL, "color": LIGHT["ink-3"]}
    said = wrapped(group.note, room, SMALL)
    yield note(said, 0, y + _LINE * _lines(name), **at, font=small)


def _height(group: Group) -> float:
    code = f"<b>{group.code}</b>  " if group.code else ""
    lines = _lines(wrapped(group.name, NARROW - 16 - width(code)))
    return _LINE * (lines + _lines(wrapped(group.note, NARROW - 16, SMALL))) + 6


def _lines(text: str) -> int:
    return text.count("<br>") + 1


def _words(row: Row, name: str, y: float, middle: float) -> Iterator[dict[str, Any]]:
    """Name and value over the line; target and year right of it, or why there is no mark."""
    left = {"xref": "paper", "xanchor": "left", "borderpad": 0}
    right = {"xref": "paper", "xanchor": "right", "xshift": _RIGHT - 4, "borderpad": 0}
    ink = {"yanchor": "top", "font": {"color": LIGHT["ink-3" if row.faded else "ink"]}}
    small = {"size": SMALL, "color": LIGHT["ink-3"]}
    yield note(name, 0, y + 2, **left, **ink)
    yield note(f"<b>{row.value}</b>", 1, y + 2, **right, **ink)
    end = " · ".join(part for part in (row.line, row.year) if part)
    yield note(end, 1, middle, **right, font=small)
    if row.progress is None:
        yield note(row.note, 0, middle, **left, font=small)


def _named(row: Row) -> str:
    """The name with its unit in grey on one line, else both on two."""
    room = NARROW - width(f"<b>{row.value}</b>") - 28
    if not row.unit:
        return wrapped(row.name, room)
    if width(f"{row.name}, {row.unit}") <= room:
        return f"{row.name}{grey(f', {row.unit}')}"
    return wrapped(f"{row.name}, {row.unit}", room)


def _marks(row: Row, y: float) -> Iterator[Mark]:
    if row.second:
        yield Mark(row.second.progress, y, *row.second[1:], None)
    if row.progress is not None and row.band is not None:
        yield Mark(row.progress, y, row.band, row.faded, row.report, row)


def _stems(marks: Sequence[Mark]) -> Iterator[Trace]:
    """A line from worst to each mark, all of a band in one trace."""
    for band in (1, 2, 3, 4):
        for faded in (False, True):
            own = [m for m in marks if m.row and (m.band, m.faded) == (band, faded)]
            if own:
                yield {
                    "type": "scatter",
                    "mode": "lines",
                    "hoverinfo": "skip",
                    "x": [x for m in own for x in (0, m.x, None)][:-1],
                    "y": [y for m in own for y in (m.y, m.y, None)][:-1],
                    "opacity": FADED if faded else 1,
                    "line": {"color": LIGHT[band_token(band)], "width": _STEM},
                }


def _glyphs(marks: Sequence[Mark]) -> Iterator[Shape]:
    for mark in marks:
        for shape in glyph(mark.x, mark.y, mark.band):
            yield shape | {"opacity": FADED} if mark.faded else shape


def _rings(marks: Sequence[Mark]) -> Trace:
    own = [m for m in marks if m.report]
    return {
        "type": "scatter",
        "mode": "markers",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "x": [m.x for m in own],
        "y": [m.y for m in own],
        "marker": {
            "size": 20, "symbol": "circle-open", "color": LIGHT["ink"],
            "opacity": [FADED if m.faded else 1 for m in own], "line": {"width": 1.6},
        },
    }  # fmt: skip


def _pointers(marks: Sequence[Mark]) -> Trace:
    told = [(m, m.row) for m in marks if m.row]
    return targets(
        [m.x for m, _row in told],
        [m.y for m, _row in told],
        [row.hover for _m, row in told],
        [row.key for _m, row in told],
    )
