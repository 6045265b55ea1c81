"""The radar of a dimension: its categories as axes, as a plotly figure.

Official order, 12 o'clock, clockwise, 0 at the centre, the target on the outer ring. A missing
category breaks the line; it is never zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.charts.kit.figure import Figure
from components.charts.kit.text import width
from components.charts.radar import polar, shapes
from components.charts.radar.categories import Axis, axes
from components.charts.radar.plane import LABEL_SIZE, LINE_STEP, ground, hover_targets, words
from components.words.values import score_text, two_lines
from data.rows import RollupRow


def radar(rollups: Sequence[RollupRow], statuses: Mapping[str, str], score: Score) -> Figure:
    """Figure of a dimension's categories. ``statuses``: category key -> why it has no score.

    A click's ``customdata`` is the category key. Needs at least one axis; whether a radar should
    stand at all is ``plane.radar_stands``.
    """
    found = axes(rollups, statuses, score)
    if not found:
        raise ValueError("a radar needs at least one category that can be scored")
    angles = polar.angles(len(found))
    dots = [
        polar.place(angle, axis.score if axis.score is not None else 100)
        for angle, axis in zip(angles, found, strict=True)
    ]
    line = polar.line([axis.score for axis in found])
    names, notes = _labels(found, angles)
    data = [
        polar.ring_words([line]),
        polar.line_trace(line, "ink"),
        words([item for item, _key in names], "ink", LABEL_SIZE, [key for _item, key in names]),
        words([item for item, _key in notes], "ink-3", LABEL_SIZE, [key for _item, key in notes]),
        hover_targets(dots, found),
    ]
    return ground(data, list(_shapes(found, angles, dots, score)))


def _shapes(
    found: Sequence[Axis],
    angles: Sequence[float],
    dots: Sequence[tuple[float, float]],
    score: Score,
) -> Iterator[shapes.Shape]:
    yield from polar.rings(score)
    yield from _peer_bands(found, angles)
    for angle, axis in zip(angles, found, strict=True):
        yield polar.spoke(angle, broken=axis.score is None)
    yield polar.target_ring()
    for angle, axis in zip(angles, found, strict=True):
        if len(axis.peers) < PEER_BAND_N:
            for peer in axis.peers:
                yield shapes.circle(polar.place(angle, peer), 3.2, fill="peer", layer="below")
        if axis.low is not None and axis.high is not None:
            yield shapes.line(
                polar.place(angle, axis.low), polar.place(angle, axis.high), "ink-3", 3, "2px,3px"
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
        return [polar.place(angles[i], q[side]) for i in indices if (q := middle[i]) is not None]

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


def _labels(found: Sequence[Axis], angles: Sequence[float]) -> tuple[list[Any], list[Any]]:
    """Names with their score in bold, and the grey notes: ``((x, y, text, position), key)``."""
    names: list[Any] = []
    notes: list[Any] = []
    for axis, angle in zip(found, angles, strict=True):
        lines = two_lines(axis.name)
        if axis.score is not None:
            number = f"<b>{score_text(axis.score, axis.band)}</b>"
            together = f"{lines[-1]} {number}"
            fits = width(together) <= polar.room(angle)
            lines = [*lines[:-1], together] if fits else [*lines, number]
        x, top, position = polar.beside(angle, len(lines) + bool(axis.note))
        for i, text in enumerate(lines):
            names.append(((x, top + i * LINE_STEP, text, position), axis.key))
        if axis.note:
            notes.append(((x, top + len(lines) * LINE_STEP, axis.note, position), axis.key))
    return names, notes
