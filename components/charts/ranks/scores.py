"""Scores of an index where there are too few cities for ranks: a dot plot without an order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from components.charts.kit import axis
from components.charts.kit.figure import Figure, figure
from components.charts.kit.marks import dots, rule, words
from components.words.i18n import _

NAMES, BEYOND, HEAD, ROW = 130, 48, 28, 40  # px


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
    labels = [f"\u2003<b>{row.label}</b>" for row in rows]
    ticks = {"tickvals": [0, 25, 50, 75, 100], "ticktext": ["0", "25", "50", "75", _("target")]}
    return figure(
        [
            words(ends, at, labels, "middle right"),
            dots(score, at, "ink", hover, [row.key for row in rows]),
        ],
        height=HEAD + ROW * len(rows),
        xaxis=axis.scores() | ticks | {"side": "top", "range": [-2, 102]},
        yaxis=axis.names([row.name for row in rows], NAMES),
        margin=(NAMES + 14, BEYOND, HEAD, 0),
        shapes=[
            rule(100, -0.5, 100, len(rows) - 0.5, "ink"),
            *(
                rule(row.low, i, row.high, i, "ink-3", 3, dash="2px,3px")
                for i, row in enumerate(rows)
                if row.high > row.low
            ),
        ],
    )
