"""The radar of a dimension: its categories as axes, as a plotly figure.

Official order, 12 o'clock, clockwise, 0 at the centre, the target on the outer ring. A missing
category breaks the line; it is never zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.charts.kit.figure import Figure, Shape
from components.charts.kit.marks import glyph, missing, rule, single, targets
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import grey
from components.charts.radar import polar
from components.charts.radar.categories import Axis, axes
from components.words.values import score_text
from data.rows import RollupRow

_SPIKE = 7  # px: the middle half of peers where the axes beside it have too few


def radar(rollups: Sequence[RollupRow], statuses: Mapping[str, str], score: Score) -> Figure:
    """Figure of a dimension's categories. ``statuses``: category key -> why it has no score.

    A click's ``customdata`` is the category key. Whether a radar should stand at all is
    ``categories.radar_stands``.

    Raises:
        ValueError: no category can be scored.
    """
    found = axes(rollups, statuses, score)
    if not found:
        raise ValueError("a radar needs at least one category that can be scored")
    angles = polar.angles(len(found))
    line = polar.line([axis.score for axis in found])
    marks = [polar.place(angle, _marked(axis)) for angle, axis in zip(angles, found, strict=True)]
    peers = [
        polar.place(angle, peer)
        for angle, axis in zip(angles, found, strict=True)
        if len(axis.peers) < PEER_BAND_N
        for peer in axis.peers
    ]
    keys = [axis.key for axis in found]
    data = [
        polar.ring_words([line]),
        single([x for x, _y in peers], [y for _x, y in peers]),
        polar.line_trace(line, "ink"),
        polar.names(
            [axis.name for axis in found],
            [f"<b>{score_text(axis.score, axis.band)}</b>" if axis.score is not None else ""
             for axis in found],
            [grey(axis.note) if axis.note else "" for axis in found],
            keys,
        ),
        targets(
            [x for x, _y in marks], [y for _x, y in marks], [axis.hover for axis in found], keys
        ),
    ]  # fmt: skip
    return polar.ground(data, [*_ground(found, angles, score), *_marks(found, marks)])


def _marked(axis: Axis) -> float:
    """Where on its axis a category has its mark: its score, its bounds, or the ring."""
    if axis.score is not None:
        return axis.score
    if axis.low is not None and axis.high is not None:
        return (axis.low + axis.high) / 2
    return 100.0


def _ground(found: Sequence[Axis], angles: Sequence[float], score: Score) -> Iterator[Shape]:
    yield from polar.rings(score)
    yield from _peer_bands(found, angles)
    for angle, axis in zip(angles, found, strict=True):
        yield polar.spoke(angle, broken=axis.score is None)
    yield polar.target_ring()
    for angle, axis in zip(angles, found, strict=True):
        if axis.low is not None and axis.high is not None:
            ends = (*polar.place(angle, axis.low), *polar.place(angle, axis.high))
            yield rule(*ends, "ink-3", 3, dash="2px,3px", layer="below")


def _marks(found: Sequence[Axis], places: Sequence[polar.Point]) -> Iterator[Shape]:
    for place, axis in zip(places, found, strict=True):
        if axis.band is not None:
            yield from glyph(*place, axis.band)
        elif axis.status != "partly_held":
            yield from missing(*place, axis.status)


def _peer_bands(found: Sequence[Axis], angles: Sequence[float]) -> Iterator[Shape]:
    """P25 to P75 of the peers: a closed band, or one piece per run of axes with enough cities."""
    n = len(found)
    held = [len(axis.peers) >= PEER_BAND_N for axis in found]
    middle = [
        quartiles(axis.peers) if enough else None for axis, enough in zip(found, held, strict=True)
    ]

    def edge(indices: Sequence[int], side: int) -> list[polar.Point]:
        return [polar.place(angles[i], q[side]) for i in indices if (q := middle[i]) is not None]

    if all(held) and n > 2:
        yield _area(edge(range(n), 2), edge(range(n), 0))
        return
    for start in (i for i in range(n) if held[i] and not held[i - 1]):
        run = [start]
        while held[(run[-1] + 1) % n]:
            run.append((run[-1] + 1) % n)
        if len(run) > 1:
            yield _area(edge(run, 2) + edge(run, 0)[::-1])
        else:
            ends = (*edge(run, 0)[0], *edge(run, 2)[0])
            yield rule(*ends, "peer-band", _SPIKE, layer="below")


def _area(*outlines: Sequence[polar.Point]) -> Shape:
    """Outlines filled together; one within another is a hole."""
    paths = ("M" + "L".join(f"{x},{y}" for x, y in outline) + "Z" for outline in outlines)
    return {
        "type": "path", "path": "".join(paths), "layer": "below", "fillrule": "evenodd",
        "fillcolor": LIGHT["peer-band"], "line": {"width": 0},
    }  # fmt: skip
