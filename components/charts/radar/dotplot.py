"""The radar's twin: the same categories, scale and scores as rows of a dot plot.

Stands in the radar's place where fewer than three categories are scored, and on the reader's
switch. Categories too thin for a score show their bounds dotted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.charts.kit import axis as axis_of
from components.charts.kit.figure import NARROW, Figure, Shape, Trace, figure
from components.charts.kit.labels import Box, place
from components.charts.kit.marks import band, beside, glyph, missing, rule, single, targets, words
from components.charts.kit.text import SMALL, TEXT, grey
from components.charts.radar.categories import Axis, axes
from components.words.i18n import _
from components.words.values import score_text
from data.rows import RollupRow

NAMES = 138  # px for the names of categories
BEYOND = 40  # px right of the target: a full score stands there
HEAD = 24
LOW, HIGH = -3, 104
TARGET = 100
_PLOT = NARROW - NAMES - 12 - BEYOND  # px of the axis in the narrowest place
_AWAY = 13.0  # px from the middle of a mark to its words
_DOT = 4.0  # px round a peer's dot or the target line that words leave free


def dotplot(rollups: Sequence[RollupRow], statuses: Mapping[str, str], score: Score) -> Figure:
    """Figure of a dimension's categories as rows; same arguments as ``radar.radar``.

    A click's ``customdata`` is the category key.

    Raises:
        ValueError: no category can be scored.
    """
    found = axes(rollups, statuses, score)
    if not found:
        raise ValueError("a dot plot needs at least one category that can be scored")
    names = [axis.name if axis.score is not None else grey(axis.name) for axis in found]
    peers = [(peer, row) for row, axis in enumerate(found) if _single(axis) for peer in axis.peers]
    data = [
        single([x for x, _row in peers], [row for _x, row in peers]),
        targets(
            [_marked(axis) for axis in found], range(len(found)),
            [axis.hover for axis in found], [axis.key for axis in found],
        ),
        *(_label(row, axis) for row, axis in enumerate(found)),
    ]  # fmt: skip
    ticks = {"tickvals": [25, 50, 75, TARGET], "ticktext": ["25", "50", "75", _("target")]}
    return figure(
        data,
        height=HEAD + axis_of.row(names, NAMES) * len(found),
        xaxis=axis_of.scores() | ticks | {"side": "top", "range": [LOW, HIGH]},
        yaxis=axis_of.names(names, NAMES),
        margin=(NAMES + 12, BEYOND, HEAD, 0),
        shapes=list(_shapes(found)),
    )


def _single(axis: Axis) -> bool:
    """Whether peers stand one by one: too few for a band."""
    return len(axis.peers) < PEER_BAND_N and (axis.score is not None or axis.low is not None)


def _marked(axis: Axis) -> float:
    """Where in its row a category has its mark: its score, its bounds, or the foot of the axis."""
    if axis.score is None and axis.low is not None and axis.high is not None:
        return (axis.low + axis.high) / 2
    return axis.score or 0.0


def _shapes(found: Sequence[Axis]) -> Iterator[Shape]:
    for row, axis in enumerate(found):
        if len(axis.peers) >= PEER_BAND_N:
            middle = quartiles(axis.peers)
            yield band(middle.p25, row - 0.26, middle.p75, row + 0.26)
    yield rule(TARGET, -0.5, TARGET, len(found) - 0.5, "ink")
    for row, axis in enumerate(found):
        if axis.score is not None and axis.band is not None:
            yield from glyph(axis.score, row, axis.band)
        elif axis.low is not None and axis.high is not None:
            yield rule(axis.low, row, axis.high, row, "ink-3", 3, dash="2px,3px")
        else:
            yield from missing(0, row, axis.status, 11)


def _label(row: int, axis: Axis) -> Trace:
    """The score next to its dot, clear of peers and of the target line, or why there is none."""
    if axis.score is not None:
        text = f"<b>{score_text(axis.score, axis.band)}</b>"
        side = _free(text, [(axis.score, "right"), (axis.score, "left")], axis)
        if side is None:
            return beside(TARGET, row, text, "right")
        return beside(axis.score, row, text, side)
    if axis.low is None or axis.high is None:
        return beside(0, row, axis.note, "right", "ink-3", SMALL)
    side = _free(axis.note, [(axis.high, "right"), (axis.low, "left")], axis, SMALL)
    if side is None:  # over the bounds there is room for it
        middle = min(max((axis.low + axis.high) / 2, 30.0), 70.0)
        return words([middle], [row - 0.08], [axis.note], "top center", "ink-3", SMALL)
    return beside(axis.high if side == "right" else axis.low, row, axis.note, side, "ink-3", SMALL)


def _free(
    text: str, places: Sequence[tuple[float, str]], axis: Axis, size: float = TEXT
) -> str | None:
    """The first side on which words meet neither a peer nor the target line in the narrowest place."""
    marks = [*(axis.peers if _single(axis) else ()), *([TARGET] if axis.score != TARGET else [])]
    taken = [Box(_px(at) - _DOT, -_DOT, _px(at) + _DOT, _DOT) for at in marks]
    frame = Box(_px(LOW), -axis_of.ROW / 2, _px(HIGH) + BEYOND, axis_of.ROW / 2)
    for score, side in places:
        if place(
            [(text, _px(score), 0)], frame, taken, away=_AWAY, size=size, sides=[f"middle {side}"]
        )[0]:
            return side
    return None


def _px(score: float) -> float:
    return _PLOT * (score - LOW) / (HIGH - LOW)
