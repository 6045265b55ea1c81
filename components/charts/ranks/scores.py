"""Scores of a few cities as a dot plot: what stands where there are too few for ranks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from components.charts.kit import plane, shapes
from components.charts.kit.palette import LIGHT
from components.words.i18n import _, number

TICKS = (0, 25, 50, 75)


class ScoreRow(NamedTuple):
    """A city: its score on 0..100, and what it could be if all that is missing were known."""

    name: str
    score: float
    low: float
    high: float
    label: str


def index_scores(rows: Sequence[ScoreRow], phone: bool = False) -> dict[str, Any]:
    """Figure of at least one city, in the given order; never an order of merit by itself."""
    width, left, right = (358.0, 14.0, 300.0) if phone else (980.0, 190.0, 860.0)
    top, step, line = (34.0, 52.0, 34.0) if phone else (34.0, 38.0, 19.0)
    foot = top + step * len(rows)

    def x(score: float) -> float:
        return left + (right - left) * score / 100

    heights = [top + step * i + line for i in range(len(rows))]
    names = [
        (0.0, y - (22 if phone else 0), row.name, "middle right")
        for row, y in zip(rows, heights, strict=True)
    ]
    labels = [
        (x(max(row.score, row.high)) + 12, y, f"<b>{row.label}</b>", "middle right")
        for row, y in zip(rows, heights, strict=True)
    ]
    head = [(x(tick), 12.0, number(tick), "middle center") for tick in TICKS]
    head.append((right, 12.0, _("target"), "middle center"))
    dots = {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(x(row.score), 1) for row in rows],
        "y": [round(y, 1) for y in heights],
        "marker": {"symbol": "circle", "size": 11, "color": LIGHT["ink"]},
        "text": [f"<b>{row.name}</b><br>{row.label}" for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
    }

    def drawn() -> Iterator[shapes.Shape]:
        for tick in TICKS:
            yield shapes.line((x(tick), top - 10), (x(tick), foot), "line", 1)
        yield shapes.line((right, top - 10), (right, foot), "ink", 1.3)
        for row, y in zip(rows, heights, strict=True):
            if row.high > row.low:
                yield shapes.line((x(row.low), y), (x(row.high), y), "ink-3", 3, "2px,3px")

    data = [
        plane.words(head, "ink-3", 12),
        plane.words(names, "ink", 13.5),
        plane.words(labels, "ink", 13.5),
        dots,
    ]
    return {"data": data, "layout": plane.layout(list(drawn()), width, foot + 6)}
