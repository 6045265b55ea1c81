"""Ranks as intervals: a row a city with its median, its 5th–95th percentile, the nominal rank.

Dot: median of the draws. Bar: 5th to 95th percentile. Open triangle: the rank as chosen. Grey
blocks: how often each rank came up. The triangles are the first trace, which a callback moves alone
while a weight is dragged (``triangles``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from components.charts.kit import axis
from components.charts.kit.figure import Figure, Trace, figure, note
from components.charts.kit.marks import words
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL
from components.words.i18n import _, number

FEW = 12
"""Up to so many cities rows are tall, every rank has its tick and frequent ones their share."""

SHOWN_SHARE, PRINTED_SHARE = 0.005, 0.01
"""A rank that came up less often gets no block, or no number under it."""

NAMES, NUMBERS, HEAD = 130, 96, 30  # px for names, for score and balance, for the ticks
TALL, LOW = 54, 26  # px of a row


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
    n, few = len(rows), len(rows) <= FEW
    height = TALL if few else LOW
    names = [f"<b>{row.name}</b>" if row.strong else row.name for row in rows]
    at = axis.names(names, NAMES)
    ticks = tick_ranks(n)
    beside = [f"{row.score}   {row.balance}" for row in rows]
    return figure(
        [
            triangles([row.nominal for row in rows]),
            _blocks(rows),
            *([_shares(rows)] if few else []),
            _medians(rows),
            _anchor(n),
        ],
        height=HEAD + height * n,
        xaxis=axis.values(
            0.4,
            n + 0.6,
            side="top",
            tickvals=ticks,
            ticktext=[_("rank 1") if rank == 1 else number(rank) for rank in ticks],
        ),
        yaxis=at,
        yaxis2=at | {"overlaying": "y", "side": "right", "ticktext": beside},
        barmode="overlay",
        transition={"duration": 0},  # triangles follow the hand
        margin=(NAMES + 14, NUMBERS, HEAD, 0),
        notes=[
            note(
                _("score, balance"),
                1,
                1,
                xref="paper",
                yref="paper",
                xanchor="left",
                yanchor="bottom",
                xshift=8,
                yshift=6,
                font={"size": SMALL, "color": LIGHT["ink-3"]},
            )
        ],
    )


def triangles(nominal: Sequence[int]) -> Trace:
    """Trace of the open triangles, above their bars: a row's rank as chosen."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "nominal",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": list(nominal),
        "y": [row - 0.24 for row in range(len(nominal))],
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


def _blocks(rows: Sequence[RankRow]) -> Trace:
    """Grey blocks under the bars: the higher, the oftener a rank came up."""
    found = [
        (rank, row, share)
        for row, each in enumerate(rows)
        for rank, share in enumerate(each.share, start=1)
        if share >= SHOWN_SHARE
    ]
    return {
        "type": "bar",
        "x": [rank for rank, _row, _share in found],
        "base": [row + 0.1 for _rank, row, _share in found],
        "y": [max(0.03, 0.24 * share) for _rank, _row, share in found],
        "width": 0.86,
        "hoverinfo": "skip",
        "marker": {"color": LIGHT["peer"], "opacity": 0.55, "line": {"width": 0}},
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
        [row + 0.42 for _rank, row, _share in found],
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
                    _("90 of 100 draws: %(ranks)s", ranks=interval(row.low, row.high)),
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
