"""Ranks as intervals: a row a city with its median, its 5th–95th percentile, the nominal rank.

Dot: median of the draws. Bar: 5th to 95th percentile. Open triangle: the rank as chosen. Grey
blocks: how often each rank came up. Two drawings, one for a wide page and one for a phone; the
triangles are one trace, so that the browser can move them while a weight is dragged.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from components.charts.kit import plane, shapes
from components.charts.kit.palette import LIGHT
from components.words.i18n import _, number

FEW = 12
"""Up to so many cities rows are tall, every rank has its tick and frequent ones their share."""

SHOWN_SHARE, PRINTED_SHARE = 0.005, 0.01
"""A rank that came up less often gets no block, or no number under it."""


class RankRow(NamedTuple):
    """A city in the figure, in the order of the rows. share: how often each rank 1… came up."""

    name: str
    nominal: int
    median: float
    low: float
    high: float
    share: tuple[float, ...]
    score: str
    balance: str
    strong: bool = False


class Frame(NamedTuple):
    """Where things stand on a drawing, in its units."""

    width: float
    left: float
    right: float
    top: float
    row: float
    line: float
    phone: bool

    def x(self, rank: float, n: int) -> float:
        """Place of a rank among n."""
        return self.left if n < 2 else self.left + (self.right - self.left) * (rank - 1) / (n - 1)


def frame(n: int, phone: bool = False) -> Frame:
    """The drawing for n cities. ``line``: height of the bar within its row."""
    few = n <= FEW
    if phone:
        return Frame(358, 20, 340, 34, 66 if few else 44, 30 if few else 27, True)
    return Frame(980, 190, 760, 44, 52 if few else 24, 16 if few else 10, False)


def ranks(rows: Sequence[RankRow], phone: bool = False) -> dict[str, Any]:
    """Figure of at least two cities; the last trace holds the triangles, one a row."""
    n = len(rows)
    at = frame(n, phone)
    heights = [at.top + at.row * i + at.line for i in range(n)]
    foot = at.top + at.row * n
    pairs = list(zip(rows, heights, strict=True))
    data = [
        _ticks(at, n),
        _names(at, [pair for pair in pairs if not pair[0].strong], False),
        _names(at, [pair for pair in pairs if pair[0].strong], True),
        _scores(at, pairs),
        *([_shares(at, pairs)] if n <= FEW else []),
        _medians(at, pairs),
        nominals(at, [row.nominal for row in rows], heights),
    ]
    drawn = [_grid(at, n, foot), _blocks(at, pairs), _bars(at, pairs)]
    layout = plane.layout([shape for shape in drawn if shape], at.width, foot + 6)
    return {"data": [trace for trace in data if trace["x"]], "layout": layout}


def nominals(at: Frame, nominal: Sequence[int], heights: Sequence[float]) -> dict[str, Any]:
    """Trace of the open triangles, above their bars."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "nominal",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [round(at.x(rank, len(nominal)), 2) for rank in nominal],
        "y": [round(y - 10, 1) for y in heights],
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


def _ticks(at: Frame, n: int) -> dict[str, Any]:
    items = [
        (at.x(rank, n), at.top - 26, _("rank 1") if rank == 1 else number(rank), "middle center")
        for rank in tick_ranks(n)
    ]
    if at.phone:
        items[0] = (0.0, at.top - 26, items[0][2], "middle right")
    else:
        items += [
            (868.0, at.top - 26, _("score as chosen"), "middle left"),
            (978.0, at.top - 26, _("balance"), "middle left"),
        ]
    return plane.words(items, "ink-3", 12)


def _names(at: Frame, pairs: Sequence[tuple[RankRow, float]], strong: bool) -> dict[str, Any]:
    x, lift = (0.0, 22.0) if at.phone else (0.0, 0.0)
    return plane.words(
        [
            (x, y - lift, f"<b>{row.name}</b>" if strong else row.name, "middle right")
            for row, y in pairs
        ],
        "ink",
        13.5,
    )


def _scores(at: Frame, pairs: Sequence[tuple[RankRow, float]]) -> dict[str, Any]:
    if at.phone:
        items = [
            (at.width, y - 22, f"{row.score} · {row.balance}", "middle left") for row, y in pairs
        ]
    else:
        items = [
            item
            for row, y in pairs
            for item in (
                (868.0, y, row.score, "middle left"),
                (978.0, y, row.balance, "middle left"),
            )
        ]
    return plane.words(items, "ink-2", 13)


def _shares(at: Frame, pairs: Sequence[tuple[RankRow, float]]) -> dict[str, Any]:
    """Shares in words, where a rank's place has room for them."""
    n = len(pairs)
    room = (at.right - at.left) / max(1, n - 1)
    items = [
        (at.x(rank, n), y + 27, _("%(share)s %%", share=number(100 * share, 0)), "middle center")
        for row, y in pairs
        for rank, share in enumerate(row.share, start=1)
        if share >= PRINTED_SHARE and room >= 34
    ]
    return plane.words(items, "ink-3", 11)


def _medians(at: Frame, pairs: Sequence[tuple[RankRow, float]]) -> dict[str, Any]:
    n = len(pairs)
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(at.x(row.median, n), 2) for row, _y in pairs],
        "y": [round(y, 1) for _row, y in pairs],
        "marker": {"symbol": "circle", "size": 11 if n <= FEW else 8, "color": LIGHT["ink"]},
        "text": [
            "<br>".join(
                (
                    f"<b>{row.name}</b>",
                    _("median rank %(rank)s", rank=number(row.median)),
                    _("90 of 100 draws: %(ranks)s", ranks=interval(row.low, row.high)),
                    _("as chosen: rank %(rank)s, score %(s)s", rank=row.nominal, s=row.score),
                )
            )
            for row, _y in pairs
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }


def interval(low: float, high: float) -> str:
    """Two ranks as words; one where they are the same."""
    if low == high:
        return number(low)
    return _("%(low)s to %(high)s", low=number(low), high=number(high))


def _grid(at: Frame, n: int, foot: float) -> shapes.Shape:
    lines = "".join(
        f"M{round(at.x(rank, n), 1)},{at.top - 14}L{round(at.x(rank, n), 1)},{foot}"
        for rank in tick_ranks(n)
    )
    return shapes.path(lines, stroke="line", width=1, layer="below")


def _blocks(at: Frame, pairs: Sequence[tuple[RankRow, float]]) -> shapes.Shape | None:
    """All grey blocks as one path, hanging under the bars."""
    n = len(pairs)
    width = min(26.0, 0.86 * (at.right - at.left) / max(1, n - 1))
    tall = 12.0 if n <= FEW else 9.0
    drop = 5.0 if n <= FEW else 3.0
    path = "".join(
        shapes.polygon(
            [
                (x - width / 2, y + drop),
                (x + width / 2, y + drop),
                (x + width / 2, y + drop + max(1.0, tall * share)),
                (x - width / 2, y + drop + max(1.0, tall * share)),
            ]
        )
        for row, y in pairs
        for rank, share in enumerate(row.share, start=1)
        if share >= SHOWN_SHARE
        for x in [at.x(rank, n)]
    )
    return shapes.path(path, fill="peer", layer="below") | {"opacity": 0.55} if path else None


def _bars(at: Frame, pairs: Sequence[tuple[RankRow, float]]) -> shapes.Shape:
    """All bars with their ends as one path."""
    n = len(pairs)
    lines = []
    for row, y in pairs:
        low, high = round(at.x(row.low, n), 1), round(at.x(row.high, n), 1)
        lines.append(f"M{low},{y}L{high},{y}")
        lines += [f"M{x},{y - 4}L{x},{y + 4}" for x in (low, high)]
    return shapes.path("".join(lines), stroke="ink", width=2, layer="below")
