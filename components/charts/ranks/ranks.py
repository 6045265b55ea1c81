"""Ranks as intervals: a row a city with its median, its 5th–95th percentile, the nominal rank.

Dot: median of the draws. Bar: 5th to 95th percentile. Open triangle: the rank as chosen. Grey
blocks: how often each rank came up. The triangles are the first trace, which a callback moves alone
while a weight is dragged; plotly has some tens of ms for it, so the blocks are one shape, which it
leaves alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from components.charts.kit import axis
from components.charts.kit.figure import Figure, Shape, Trace, figure, note
from components.charts.kit.marks import words
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, fit
from components.words.i18n import _, number

FEW = 12
"""Up to so many cities rows are tall, every rank has its tick and frequent ones their share."""

SHOWN_SHARE, PRINTED_SHARE = 0.005, 0.01
"""A rank that came up less often gets no block, or no number under it."""

MOST_PRINTED = 8
"""Up to so many cities a number finds room under each block on a phone."""

TRIANGLES = 0
"""Place of the ranks as chosen among the traces."""

NAMES, NUMBERS, HEAD = 104, 92, 30  # px for names, for score and balance, for the ticks
TALL, LOW, ABOVE = 66, 26, 0.38
"""Px of a row of few and of many cities; few have their names above, as a share of the row."""
BROADEST, USUAL = 26, 640
"""Most px of a block on a chart that is so many px wide; never broader than most of a rank."""
_EDGE = 16  # px beside the axis of few


class RankRow(NamedTuple):
    """A city in the figure, in the order of the rows. share: how often each rank 1… came up."""

    key: str
    name: str
    nominal: int
    median: float
    low: float
    high: float
    share: tuple[float, ...]
    score: str
    balance: str
    strong: bool = False


def ranks(rows: Sequence[RankRow]) -> Figure:
    """Figure of at least two cities; a click's ``customdata`` is the city's key."""
    few = len(rows) <= FEW
    data = [_triangles(rows), _medians(rows)]
    if len(rows) <= MOST_PRINTED:
        data.append(_shares(rows))
    return (_few if few else _many)(rows, data)


def _few(rows: Sequence[RankRow], data: list[Trace]) -> Figure:
    """Tall rows with names and numbers above them: the axis has the whole width."""
    n = len(rows)
    edges = {"xref": "paper", "yanchor": "middle", "borderpad": 0}
    notes = [
        each
        for i, row in enumerate(rows)
        for each in (
            note(_name(row), 0, i - ABOVE, **edges, xanchor="left", xshift=-_EDGE),
            note(_numbers(row), 1, i - ABOVE, **edges, xanchor="right", xshift=_EDGE),
        )
    ]
    return figure(
        data,
        height=HEAD + TALL * n + 18,
        xaxis=_axis(n),
        yaxis=axis.names([""] * n, 0) | {"showticklabels": False, "range": [n - 0.45, -0.5]},
        margin=(_EDGE, _EDGE, HEAD + 18, 0),
        shapes=[_blocks(rows)],
        notes=[
            *notes,
            _head(_("rank"), 0, HEAD - 2, -_EDGE),
            _head(_("score, balance"), 1, HEAD - 2, _EDGE),
        ],
    )


def _many(rows: Sequence[RankRow], data: list[Trace]) -> Figure:
    """Low rows with names on the left and numbers on the right."""
    n = len(rows)
    at = axis.names([_name(row, NAMES) for row in rows], NAMES * 2)
    return figure(
        [*data, _anchor(n)],
        height=HEAD + LOW * n,
        xaxis=_axis(n),
        yaxis=at,
        yaxis2=at | {"overlaying": "y", "side": "right", "ticktext": [_numbers(r) for r in rows]},
        shapes=[_blocks(rows)],
        transition={"duration": 0},  # so many marks would not run, they would stumble
        margin=(NAMES + 14, NUMBERS, HEAD, 0),
        notes=[_head(_("rank"), 0, 6, -NAMES), _head(_("score, balance"), 1, 6, NUMBERS)],
    )


def _axis(n: int) -> dict[str, Any]:
    ticks = tick_ranks(n)
    texts = [number(rank) for rank in ticks]
    drawn = {"side": "top", "tickvals": ticks, "ticktext": texts, "tickangle": 0}
    return axis.values(0.4, n + 0.6, **drawn)


def _head(text: str, end: int, up: float, across: float) -> dict[str, Any]:
    """Words over the left (0) or right (1) end of the axis, moved by px."""
    return note(
        text, end, 1, xref="paper", yref="paper", xanchor="right" if end else "left",
        yanchor="bottom", xshift=across, yshift=up, borderpad=0,
        font={"size": SMALL, "color": LIGHT["ink-3"]},
    )  # fmt: skip


def _name(row: RankRow, room: float = 210) -> str:
    name = fit(row.name, room)
    return f"<b>{name}</b>" if row.strong else name


def _numbers(row: RankRow) -> str:
    return f"{row.score}   {row.balance}"


def _triangles(rows: Sequence[RankRow]) -> Trace:
    """The open triangles, above their bars: a row's rank as chosen."""
    lift = 0.16 if len(rows) <= FEW else 0.24
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "nominal",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [row.nominal for row in rows],
        "y": [i - lift for i in range(len(rows))],
        "marker": {
            "symbol": "triangle-down-open",
            "size": 9,
            "color": LIGHT["ink-2"],
            "line": {"width": 1.4, "color": LIGHT["ink-2"]},
        },
    }


def tick_ranks(n: int) -> list[int]:
    """Ranks that are named on the axis."""
    if n <= FEW:
        return list(range(1, n + 1))
    step = 5 if n <= 40 else 10
    return [1, *range(step, n + 1, step)]


def interval(low: float, high: float) -> str:
    """Two ranks as words; one where they are the same."""
    if low == high:
        return number(low)
    return _("%(low)s to %(high)s", low=number(low), high=number(high))


def _blocks(rows: Sequence[RankRow]) -> Shape:
    """Grey blocks under the bars as one outline: the higher, the oftener a rank came up."""
    path, half = ["M0,0"], min(0.43, BROADEST / 2 * len(rows) / USUAL)
    for i, row in enumerate(rows):
        top = i + 0.09
        for rank, share in enumerate(row.share, start=1):
            if share >= SHOWN_SHARE:
                left, right, foot = rank - half, rank + half, top + max(0.03, 0.2 * share)
                path.append(
                    f"M{left:.3f},{top:.3f}L{right:.3f},{top:.3f}"
                    f"L{right:.3f},{foot:.3f}L{left:.3f},{foot:.3f}Z"
                )
    return {
        "type": "path",
        "path": "".join(path),
        "fillcolor": LIGHT["peer"],
        "line": {"width": 0, "color": LIGHT["peer"]},
        "opacity": 0.55,
        "layer": "below",
    }


def _shares(rows: Sequence[RankRow]) -> Trace:
    """Shares in words under their blocks."""
    found = [
        (rank, row, share)
        for row, each in enumerate(rows)
        for rank, share in enumerate(each.share, start=1)
        if share >= PRINTED_SHARE
    ]
    return words(
        [rank for rank, _row, _share in found],
        [row + 0.38 for _rank, row, _share in found],
        [_("%(share)s %%", share=number(100 * share, 0)) for _rank, _row, share in found],
        "middle center",
        "ink-3",
        11,
    )


def _medians(rows: Sequence[RankRow]) -> Trace:
    """Dots of the medians; their error bars are the intervals."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [row.median for row in rows],
        "y": list(range(len(rows))),
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [row.high - row.median for row in rows],
            "arrayminus": [row.median - row.low for row in rows],
            "color": LIGHT["ink"],
            "thickness": 2,
            "width": 4,
        },
        "marker": {"size": 11 if len(rows) <= FEW else 8, "color": LIGHT["ink"]},
        "customdata": [row.key for row in rows],
        "text": [
            "<br>".join(
                (
                    f"<b>{row.name}</b>",
                    _("median rank %(rank)s", rank=number(row.median)),
                    _("in 90 of 100 draws: %(ranks)s", ranks=interval(row.low, row.high)),
                    _("as chosen: rank %(rank)s, score %(s)s", rank=row.nominal, s=row.score),
                )
            )
            for row in rows
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _anchor(n: int) -> Trace:
    """Plotly draws a second axis only where a trace stands on it."""
    return {
        "type": "scatter",
        "mode": "none",
        "x": [1],
        "y": [n - 1],
        "yaxis": "y2",
        "hoverinfo": "skip",
    }
