"""Scores of an index where there are too few cities for ranks: a dot plot without an order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from components.charts.kit import axis
from components.charts.kit.figure import Figure, figure
from components.charts.kit.marks import beside, dots, rule
from components.words.i18n import _

NAMES, BEYOND, HEAD, ROW = 130, 48, 28, 40  # px
TARGET, CROSSED = 100, 70
"""A label right of an end from ``CROSSED`` on would lie on the line of the target on a phone."""


class ScoreRow(NamedTuple):
    """A city: its score on 0..100, and what it could be if all that is missing were known."""

    key: str
    name: str
    score: float
    low: float
    high: float
    label: str


def index_scores(rows: Sequence[ScoreRow]) -> Figure:
    """Figure of at least one city, in the given order; never an order of merit by itself."""
    at = range(len(rows))
    hover = [f"<b>{row.name}</b><br>{row.label}" for row in rows]
    score = [row.score for row in rows]
    ends = [max(row.score, row.high) for row in rows]
    places = [TARGET if CROSSED < end < TARGET else end for end in ends]
    ticks = {"tickvals": [0, 25, 50, 75, 100], "ticktext": ["0", "25", "50", "75", _("target")]}
    return figure(
        [
            dots(score, at, "ink", hover, [row.key for row in rows]),
            *(
                beside(x, y, f"<b>{row.label}</b>", "right")
                for x, y, row in zip(places, at, rows, strict=True)
            ),
        ],
        height=HEAD + ROW * len(rows),
        xaxis=axis.scores() | ticks | {"side": "top", "range": [-2, 102]},
        yaxis=axis.names([row.name for row in rows], NAMES),
        margin=(NAMES + 14, BEYOND, HEAD, 0),
        shapes=[
            rule(TARGET, -0.5, TARGET, len(rows) - 0.5, "ink"),
            *(
                rule(row.low, i, row.high, i, "ink-3", 3, dash="2px,3px")
                for i, row in enumerate(rows)
                if row.high > row.low
            ),
        ],
    )
