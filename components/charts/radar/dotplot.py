"""The radar's twin: the same categories, scale and scores as rows of a dot plot.

Stands in the radar's place where fewer than three categories are scored, and on the reader's
switch. Categories too thin for a score show their bounds dotted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.charts.kit import shapes
from components.charts.kit.plane import (
    HEIGHT,
    LABEL_SIZE,
    SMALL_SIZE,
    Axis,
    axes,
    hover_targets,
    layout,
    words,
)
from components.words.i18n import _
from components.words.values import score_text
from data.rows import RollupRow

LEFT, RIGHT = 168.0, 378.0  # a score of 100 stands to the right of its dot
TOP, HEAD = 22.0, 11.0
ROW_MAX, ROW_MIN = 30.0, 26.0
REASON_X = 170.0
LABEL_GAP, NUMBER_WIDTH, NOTE_WIDTH = 11.0, 26.0, 78.0
"""Distance of words from their mark, and the room a score or a note needs."""
LETTER_WIDTH, HALF_LINE = 6.2, 9.0
"""Of a note: a line of the grid leaves it free."""


def dotplot(
    rollups: Sequence[RollupRow], statuses: Mapping[str, str], score: Score
) -> dict[str, Any]:
    """Figure of a dimension's categories as rows; same arguments as ``radar.radar``."""
    found = axes(rollups, statuses, score)
    if not found:
        raise ValueError("a dot plot needs at least one category that can be scored")
    step = max(ROW_MIN, min(ROW_MAX, (HEIGHT - TOP - 4) / len(found)))
    rows = [TOP + step * (i + 0.5) for i in range(len(found))]
    foot = TOP + step * len(found)
    head = [(_x(tick), HEAD, str(tick), "middle center") for tick in (25, 50, 75)]
    head.append((RIGHT, HEAD, _("target"), "middle center"))
    pairs = list(zip(found, rows, strict=True))
    named = [((0.0, y, axis.name, "middle right"), axis) for axis, y in pairs]
    scored = [named_row for named_row in named if named_row[1].score is not None]
    other = [named_row for named_row in named if named_row[1].score is None]
    data = [
        words(head, "ink-3", SMALL_SIZE + 1),
        words([item for item, _a in scored], "ink", LABEL_SIZE, [a.key for _i, a in scored]),
        words([item for item, _a in other], "ink-3", LABEL_SIZE, [a.key for _i, a in other]),
        words(
            [_score_label(axis, y) for axis, y in pairs if axis.score is not None],
            "ink",
            LABEL_SIZE,
        ),
        words(
            [_reason(axis, y) for axis, y in pairs if axis.score is None], "ink-3", SMALL_SIZE + 1
        ),
        hover_targets(
            [(_x(axis.score) if axis.score is not None else REASON_X, y) for axis, y in pairs],
            found,
        ),
    ]
    return {"data": data, "layout": layout(list(_shapes(pairs, foot)), height=foot + 4)}


def _x(score: float) -> float:
    return LEFT + (RIGHT - LEFT) * score / 100


def _shapes(pairs: Sequence[tuple[Axis, float]], foot: float) -> Iterator[shapes.Shape]:
    for axis, y in pairs:
        if len(axis.peers) >= PEER_BAND_N:
            middle = quartiles(axis.peers)
            corners = [
                (_x(middle.p25), y - 7),
                (_x(middle.p75), y - 7),
                (_x(middle.p75), y + 7),
                (_x(middle.p25), y + 7),
            ]
            yield shapes.path(shapes.polygon(corners), fill="peer-band", layer="below")
    for tick in (25, 50, 75):
        yield shapes.path(_grid_line(tick, pairs, foot), stroke="line", width=1, layer="below")
    yield shapes.line((RIGHT, TOP), (RIGHT, foot), "ink", 1.3)
    for axis, y in pairs:
        if len(axis.peers) < PEER_BAND_N and (axis.score is not None or axis.low is not None):
            for peer in axis.peers:
                yield shapes.circle((_x(peer), y), 3.2, fill="peer", layer="below")
        if axis.score is not None and axis.band is not None:
            yield from shapes.band_glyph((_x(axis.score), y), axis.band, 15)
        elif axis.low is not None and axis.high is not None:
            yield shapes.line((_x(axis.low), y), (_x(axis.high), y), "ink-3", 3, "2px,3px")
        else:
            yield from shapes.missing_mark((REASON_X, y), axis.status, 11)


def _grid_line(tick: int, pairs: Sequence[tuple[Axis, float]], foot: float) -> str:
    """Path of the line of a score from top to foot, broken where a note stands on it."""
    x, start, parts = _x(tick), TOP, []
    for axis, y in pairs:
        if axis.score is None and _covers(_reason(axis, y), x):
            parts.append((start, y - HALF_LINE))
            start = y + HALF_LINE
    return " ".join(f"M{x:g},{top:g} L{x:g},{end:g}" for top, end in [*parts, (start, foot)])


def _covers(note: tuple[float, float, str, str], x: float) -> bool:
    start, _y, text, side = note
    width = LETTER_WIDTH * len(text)
    return start < x < start + width if side.endswith("right") else start - width < x < start


def _score_label(axis: Axis, y: float) -> tuple[float, float, str, str]:
    """The score beside its dot, clear of peer dots and of the target line; else beyond the line."""
    score = axis.score or 0.0
    x = _x(score)
    text = f"<b>{score_text(score, axis.band)}</b>"
    dots = [_x(peer) for peer in axis.peers] if len(axis.peers) < PEER_BAND_N else []
    crowded = any(x + 8 < mark < x + LABEL_GAP + NUMBER_WIDTH for mark in (*dots, RIGHT))
    free_left = not any(x - LABEL_GAP - NUMBER_WIDTH < dot < x - 8 for dot in dots)
    if crowded and free_left:
        return x - LABEL_GAP, y, text, "middle left"
    crossed = x + 8 < RIGHT < x + LABEL_GAP + NUMBER_WIDTH
    return (RIGHT + LABEL_GAP / 2 if crossed else x + LABEL_GAP), y, text, "middle right"


def _reason(axis: Axis, y: float) -> tuple[float, float, str, str]:
    """Why there is no score: beside its mark, or on the freer side of the dotted bounds."""
    if axis.low is None or axis.high is None:
        return REASON_X + LABEL_GAP, y, axis.note, "middle right"
    low, high = _x(axis.low), _x(axis.high)
    dots = [_x(peer) for peer in axis.peers] if len(axis.peers) < PEER_BAND_N else []
    after = sum(high < dot < high + NOTE_WIDTH for dot in dots) + 9 * (high + NOTE_WIDTH > RIGHT)
    before = sum(low - NOTE_WIDTH < dot < low for dot in dots) + 9 * (low - NOTE_WIDTH < LEFT - 20)
    if after <= before:
        return high + 6, y, axis.note, "middle right"
    return low - 6, y, axis.note, "middle left"
