"""The radar's twin: the same categories, scale and scores as rows of a dot plot.

Stands in the radar's place where fewer than three categories are scored, and on the reader's
switch. Categories too thin for a score show their bounds dotted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.charts.kit import axis as axis_of
from components.charts.kit.figure import Figure, Shape, figure
from components.charts.kit.marks import band, glyph, missing, rule, targets, words
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL
from components.charts.radar.categories import Axis, axes
from components.words.i18n import _
from components.words.values import score_text
from data.rows import RollupRow

NAMES = 138  # px for the names of categories
BEYOND = 40  # px right of the target: a full score stands there
HEAD = 24
NEAR = 9  # of 100: a peer's dot so near would stand under the number
LEFT_FREE = 52  # a note ends before bounds that begin beyond this
CROSSED = 88  # a number right of a dot from here on would lie on the target line


def dotplot(rollups: Sequence[RollupRow], statuses: Mapping[str, str], score: Score) -> Figure:
    """Figure of a dimension's categories as rows; same arguments as ``radar.radar``.

    A click's ``customdata`` is the category key.
    """
    found = axes(rollups, statuses, score)
    if not found:
        raise ValueError("a dot plot needs at least one category that can be scored")
    names = [axis.name if axis.score is not None else _faint(axis.name) for axis in found]
    peers = [(peer, row) for row, axis in enumerate(found) if _single(axis) for peer in axis.peers]
    at = [axis.score if axis.score is not None else 0 for axis in found]
    data = [
        _peer_dots(peers),
        targets(at, range(len(found)), [a.hover for a in found], [a.key for a in found]),
        *(_label(row, axis) for row, axis in enumerate(found)),
    ]
    ticks = {"tickvals": [25, 50, 75, 100], "ticktext": ["25", "50", "75", _("target")]}
    return figure(
        data,
        height=HEAD + axis_of.ROW * len(found),
        xaxis=axis_of.scores() | ticks | {"side": "top", "range": [-3, 104]},
        yaxis=axis_of.names(names, NAMES),
        margin=(NAMES + 12, BEYOND, HEAD, 0),
        shapes=list(_shapes(found)),
    )


def _faint(name: str) -> str:
    return f'<span style="color:{LIGHT["ink-3"]}">{name}</span>'


def _single(axis: Axis) -> bool:
    """Whether peers stand one by one: too few for a band."""
    return len(axis.peers) < PEER_BAND_N and (axis.score is not None or axis.low is not None)


def _peer_dots(peers: Sequence[tuple[float, int]]) -> dict[str, object]:
    return {
        "type": "scatter",
        "mode": "markers",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "x": [x for x, _row in peers],
        "y": [row for _x, row in peers],
        "marker": {"size": 6.5, "color": LIGHT["peer"]},
    }


def _shapes(found: Sequence[Axis]) -> Iterator[Shape]:
    for row, axis in enumerate(found):
        if len(axis.peers) >= PEER_BAND_N:
            middle = quartiles(axis.peers)
            yield band(middle.p25, row - 0.26, middle.p75, row + 0.26)
    yield rule(100, -0.5, 100, len(found) - 0.5, "ink")
    for row, axis in enumerate(found):
        if axis.score is not None and axis.band is not None:
            yield from glyph(axis.score, row, axis.band)
        elif axis.low is not None and axis.high is not None:
            yield rule(axis.low, row, axis.high, row, "ink-3", 3, dash="2px,3px")
        else:
            yield from missing(0, row, axis.status, 11)


def _label(row: int, axis: Axis) -> dict[str, object]:
    """The score next to its dot, clear of peers and of the target line, or why there is none."""
    if axis.score is not None:
        text = f"<b>{score_text(axis.score, axis.band)}</b>"
        near = [peer for peer in axis.peers if _single(axis)]
        right = any(axis.score < peer < axis.score + NEAR for peer in near)
        left = any(axis.score - NEAR < peer < axis.score for peer in near)
        crossed = CROSSED < axis.score < 99.5
        side = "left" if (right or crossed) and not left and axis.score < 99.5 else "right"
        x = 101 if side == "right" and crossed else axis.score
        return words([x], [row], [_apart(text, side)], f"middle {side}")
    if axis.high is not None and axis.low is not None:
        side, x = ("left", axis.low) if axis.low > LEFT_FREE else ("right", axis.high)
        return words([x], [row], [_apart(axis.note, side)], f"middle {side}", "ink-3", SMALL)
    return words([0], [row], [_apart(axis.note, "right")], "middle right", "ink-3", SMALL)


def _apart(text: str, side: str) -> str:
    """Room between words and their mark."""
    space = "\u2003"
    return f"{space}{text}" if side == "right" else f"{text}{space}"
