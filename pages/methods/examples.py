"""The worked examples of the methods page, computed by the functions that score the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.aggregate import passes_gate, points_rollup
from analysis.numbers import GATE_PERCENT
from analysis.scoring import BAND_EDGES, band, progress
from components.words.i18n import number
from components.words.values import target_parts, value_text
from data.source_rows import DefinitionRow

BROADBAND = "fixed_broadband_subscriptions"  # the one target U4SSC prints with its edges
LOWER = "pm10"


class Aggregate(NamedTuple):
    """Points of some scored points and what they make; 0 stands for a missing point.

    spoken: ``1 + 3 + 4 + 1``; total over most: 9 of 16; scores on 0–100, printed.
    """

    spoken: str
    total: int
    most: int
    score: str
    low: str
    high: str
    band: int
    n_scored: int
    n_scoreable: int
    shown: bool


class Worked(NamedTuple):
    """One value against its target; numbers printed with their unit."""

    name: str
    value: str
    target: str
    worst: str
    sum: str
    score: str
    band: int


class Edge(NamedTuple):
    """A band edge: percent of the way, and the value of a point that lies on it."""

    percent: str
    value: str
    band: int


def aggregate(points: Sequence[int]) -> Aggregate:
    """U4SSC points score of a few points by METHODS §2 and §3."""
    size = len(points)
    made = points_rollup([points], np.ones((1, size), bool), np.zeros(size, int), 1)
    scored = [p for p in points if p]
    return Aggregate(
        spoken=" + ".join(str(p) for p in scored),
        total=sum(scored),
        most=4 * len(scored),
        score=number(float(made.score[0, 0])),
        low=number(float(made.low[0, 0]), digits=1),
        high=number(float(made.high[0, 0]), digits=1),
        band=int(band(made.score)[0, 0]),
        n_scored=len(scored),
        n_scoreable=size,
        shown=bool(passes_gate(len(scored), size)),
    )


def edges(point: DefinitionRow) -> tuple[Edge, ...]:
    """Values at which a one-sided point reaches bands 2, 3 and 4, each checked by its band."""
    low, high, worst = _scale(point)
    values = [worst + (low - worst) * edge / 100 for edge in BAND_EDGES]
    bands = band(progress(values, point.direction, low, high, worst))
    return tuple(
        Edge(number(edge), value_text(round(value, 9), point.unit), int(reached))
        for edge, value, reached in zip(BAND_EDGES, values, bands, strict=True)
    )


def worked(point: DefinitionRow, value: float) -> Worked:
    """The sum of one value with the numbers put in."""
    low, high, worst = _scale(point)
    score = float(progress(value, point.direction, low, high, worst))
    x, bad, goal = number(value), number(worst), number(low)
    higher = f"100 × ({x} − {bad}) / ({goal} − {bad})"
    lower = f"100 × ({bad} − {x}) / ({bad} − {goal})"
    return Worked(
        name=point.name,
        value=value_text(value, point.unit),
        target=" ".join(t for t in target_parts(low, high, point.unit) if t),
        worst=value_text(worst, point.unit),
        sum=lower if point.direction == "lower_is_better" else higher,
        score=number(score, digits=1),
        band=int(band(score)),
    )


def share_needed(n_scoreable: int) -> int:
    """Least number of points with which a group of ``n_scoreable`` passes the gate."""
    return next(n for n in range(n_scoreable + 1) if passes_gate(n, n_scoreable))


GATE = GATE_PERCENT


def _scale(point: DefinitionRow) -> tuple[float, float, float]:
    """Target, its high end and worst of a scored point."""
    if point.target_low is None or point.target_high is None or point.worst is None:
        raise ValueError(f"{point.key} is not scored")
    return point.target_low, point.target_high, point.worst
