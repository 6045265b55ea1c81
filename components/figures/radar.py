"""The radar of a dimension: its categories as axes, as a plotly figure.

Drawn on Cartesian axes, not ``scatterpolar``, which offers neither band glyphs as dots, nor an
axis that is broken with its mark on the ring, nor a say over where a label stands. Official order,
12 o'clock, clockwise, 0 at the centre, the target on the outer ring. A missing category breaks the
line; it is never zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, pi, sin
from typing import Any

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.figures import shapes
from components.figures.palette import LIGHT
from components.figures.plane import (
    LABEL_SIZE,
    LINE_STEP,
    SMALL_SIZE,
    Axis,
    axes,
    hover_targets,
    layout,
    words,
)
from components.figures.words import score_text, two_lines
from data.rows import RollupRow

CENTRE = (208.0, 178.0)
RADIUS = 119.0
RINGS = (25, 50, 75)
LABEL_GAP = 14  # “Buildings 100” ends within the plane


def radar(
    rollups: Sequence[RollupRow], statuses: Mapping[str, str], score: Score
) -> dict[str, Any]:
    """Figure of a dimension's categories. ``statuses``: category key -> why it has no score.

    A click's ``customdata`` is the category key. Needs at least one axis; whether a radar should
    stand at all is ``plane.radar_stands``.
    """
    found = axes(rollups, statuses, score)
    if not found:
        raise ValueError("a radar needs at least one category that can be scored")
    angles = [2 * pi * i / len(found) for i in range(len(found))]
    ticks = _place(pi / len(found), 100)
    ring_words = [
        (
            CENTRE[0] + (ticks[0] - CENTRE[0]) * r / 100,
            CENTRE[1] + (ticks[1] - CENTRE[1]) * r / 100,
            str(r),
            "middle center",
        )
        for r in (*RINGS, 100)
    ]
    dots = [
        _place(angle, axis.score if axis.score is not None else 100)
        for angle, axis in zip(angles, found, strict=True)
    ]
    names, notes = _labels(found, angles)
    data = [
        words(ring_words, "ink-2", SMALL_SIZE),
        _own_line(found, dots),
        words([item for item, _key in names], "ink", LABEL_SIZE, [key for _item, key in names]),
        words([item for item, _key in notes], "ink-3", LABEL_SIZE, [key for _item, key in notes]),
        hover_targets(dots, found),
    ]
    return {"data": data, "layout": layout(list(_shapes(found, angles, dots, score)))}


def _place(angle: float, score: float) -> tuple[float, float]:
    r = RADIUS * score / 100
    return CENTRE[0] + r * sin(angle), CENTRE[1] - r * cos(angle)


def _shapes(
    found: Sequence[Axis],
    angles: Sequence[float],
    dots: Sequence[tuple[float, float]],
    score: Score,
) -> Iterator[shapes.Shape]:
    for r in RINGS:
        # 25 is the lowest points score there is; the continuous score goes down to zero.
        lowest = r == 25 and score == "points"
        yield shapes.circle(
            CENTRE,
            RADIUS * r / 100,
            stroke="peer" if lowest else "line",
            width=1,
            dash="2px,3px" if lowest else "solid",
            layer="below",
        )
    yield from _peer_bands(found, angles)
    for angle, axis in zip(angles, found, strict=True):
        gone = axis.score is None
        yield shapes.line(
            CENTRE,
            _place(angle, 100),
            "peer" if gone else "line",
            1,
            "2px,4px" if gone else "solid",
        )
    yield shapes.circle(CENTRE, RADIUS, stroke="ink", width=1.3, layer="below")
    for angle, axis in zip(angles, found, strict=True):
        if len(axis.peers) < PEER_BAND_N:
            for peer in axis.peers:
                yield shapes.circle(_place(angle, peer), 3.2, fill="peer", layer="below")
        if axis.low is not None and axis.high is not None:
            yield shapes.line(
                _place(angle, axis.low), _place(angle, axis.high), "ink-3", 3, "2px,3px"
            )
    for dot, axis in zip(dots, found, strict=True):
        if axis.band is not None:
            yield from shapes.band_glyph(dot, axis.band)
        elif axis.status != "partly_held":
            yield from shapes.missing_mark(dot, axis.status)


def _peer_bands(found: Sequence[Axis], angles: Sequence[float]) -> Iterator[shapes.Shape]:
    """P25 to P75 of the peers: a closed band, or one piece per run of axes with enough cities."""
    n = len(found)
    held = [len(axis.peers) >= PEER_BAND_N for axis in found]
    middle = [
        quartiles(axis.peers) if enough else None for axis, enough in zip(found, held, strict=True)
    ]

    def edge(indices: Sequence[int], side: int) -> list[tuple[float, float]]:
        return [_place(angles[i], q[side]) for i in indices if (q := middle[i]) is not None]

    if all(held) and n > 2:
        ring = range(n)
        yield shapes.path(
            shapes.polygon(edge(ring, 2)) + shapes.polygon(edge(ring, 0)),
            fill="peer-band",
            layer="below",
        )
        return
    for start in (i for i in range(n) if held[i] and not held[i - 1]):
        run = [start]
        while held[(run[-1] + 1) % n]:
            run.append((run[-1] + 1) % n)
        if len(run) > 1:
            outline = edge(run, 2) + edge(run, 0)[::-1]
            yield shapes.path(shapes.polygon(outline), fill="peer-band", layer="below")
        else:
            inner, outer = edge(run, 0)[0], edge(run, 2)[0]
            yield shapes.line(inner, outer, "peer-band", 7)


def _own_line(found: Sequence[Axis], dots: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """The city's line, closed, with a gap at every missing axis."""
    x: list[float | None] = []
    y: list[float | None] = []
    for i in [*range(len(found)), 0]:
        shown = found[i].score is not None
        x.append(round(dots[i][0], 1) if shown else None)
        y.append(round(dots[i][1], 1) if shown else None)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": LIGHT["ink"], "width": 2.2, "simplify": False},
    }


def _labels(found: Sequence[Axis], angles: Sequence[float]) -> tuple[list[Any], list[Any]]:
    """Names with their score in bold, and the grey notes: ``((x, y, text, position), key)``."""
    names: list[Any] = []
    notes: list[Any] = []
    for axis, angle in zip(found, angles, strict=True):
        lines = two_lines(axis.name)
        if axis.score is not None:
            lines[-1] += f" <b>{score_text(axis.score, axis.band)}</b>"
        total = len(lines) + bool(axis.note)
        x = CENTRE[0] + (RADIUS + LABEL_GAP) * sin(angle)
        anchor = CENTRE[1] - (RADIUS + LABEL_GAP) * cos(angle)
        side = sin(angle)
        position = (
            "middle center" if abs(side) < 0.15 else "middle right" if side > 0 else "middle left"
        )
        # The block of lines hangs below its anchor at the foot, stands on it at the top and is
        # centred on it at the sides.
        top = anchor - (total - 1) * LINE_STEP * (1 + cos(angle)) / 2
        for i, text in enumerate(lines):
            names.append(((x, top + i * LINE_STEP, text, position), axis.key))
        if axis.note:
            notes.append(((x, top + len(lines) * LINE_STEP, axis.note, position), axis.key))
    return names, notes
