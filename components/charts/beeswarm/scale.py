"""The scale of a beeswarm: axis, borders and names of the bands, target."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from components.charts.beeswarm.frame import HEAD, LETTER, Frame, Marks
from components.charts.kit import canvas, shapes
from components.charts.kit.plane import words
from components.charts.kit.ticks import Axis
from components.words.i18n import _, number

BAND_WORD = 38.0
"""Width of the word beside a band's glyph."""


def scale_shapes(axis: Axis, marks: Marks, frame: Frame, foot: float) -> Iterator[shapes.Shape]:
    """Its lines and the glyphs of the bands."""
    yield shapes.line((frame.left, foot), (frame.right, foot), "ink-3", 1)
    for edge, *_bands in marks.edges:
        if axis.low < edge < axis.high:
            x = frame.x(axis, edge)
            yield shapes.line((x, HEAD - 8), (x, foot), "line", 1, "2px,3px")
    for end in marks.target:
        if axis.low <= end <= axis.high:
            x = frame.x(axis, end)
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
    targets = sorted(frame.x(axis, end) for end in marks.target)
    places = []
    for (start, end), band in zip(pairwise(cuts), bands, strict=True):
        low = frame.x(axis, min(max(start, axis.low), axis.high))
        high = frame.x(axis, min(max(end, axis.low), axis.high))
        ends = [low, *(x for x in targets if low < x < high), high]
        low, high = max(pairwise(ends), key=lambda part: part[1] - part[0])
        if high - low >= 20:
            places.append(((low + high) / 2, band, high - low >= BAND_WORD + 26))
    return places


def scale_words(axis: Axis, marks: Marks, frame: Frame, foot: float) -> list[dict[str, Any]]:
    """Traces of its words."""
    ticks = axis.ticks if not frame.phone else axis.ticks[:: 2 if len(axis.ticks) > 5 else 1]
    numbers = [
        (frame.x(axis, tick), foot + 15, _tick(tick, marks.unit, i == 0), "middle center")
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
        x = frame.x(axis, sum(shown) / len(shown))
        text = f"<b>{marks.target_text}</b>"
        half = max(len(marks.target_text), len(marks.basis)) * frame.size * LETTER / 2
        where = frame.beside(x, half)
        traces.append(words([(x, 10, text, where)], "ink", frame.size))
        traces.append(words([(x, 25, marks.basis, where)], "ink-3", frame.size - 1.5))
    return traces


def _tick(value: float, unit: str, first: bool) -> str:
    return f"{number(value)} %" if first and unit.startswith("%") else number(value)
