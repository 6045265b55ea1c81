"""An index of cities as the reader chose it: points, weights, mean, scale (METHODS §4 and §6).

``Table`` holds the cities' values of the chosen points, ``Choice`` how they become one number;
``nominal`` is that number. Which rank it gives, and how sure that is, is ``analysis.ranks``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.aggregate import passes_gate
from analysis.composite import (
    Bools,
    Floats,
    Mean,
    Parents,
    Scale,
    aggregate,
    goodness,
    hierarchy,
    leaf_weights,
    percentiles,
)
from analysis.numbers import GATE_MIN_POINTS, PEER_BAND_N
from analysis.scoring import band, progress
from analysis.sensitivity import moved_targets

Weighting = Literal["points", "kpi", "category", "dimension"]
POINT_STEP = 25.0
"""A band of the points score on 0..100: one point of four (METHODS §2)."""


class Points(NamedTuple):
    """The chosen points (P,), all scoreable, in catalogue order.

    group: whose weight the reader sets, an index from 0; every node of the tree below the reader's
    groups lies in one of them.
    """

    kpi: tuple[str, ...]
    category: tuple[str, ...]
    dimension: tuple[str, ...]
    group: NDArray[np.int64]
    direction: NDArray[np.str_]
    unit: NDArray[np.str_]
    target_low: Floats
    target_high: Floats
    worst: Floats
    plausible_min: Floats
    plausible_max: Floats
    judged: Bools


class Table(NamedTuple):
    """Values (R, P) of one source kind, NaN = not held; applicable (R, P): not ruled out."""

    ids: tuple[str, ...]
    value: Floats
    applicable: Bools
    points: Points

    @property
    def held(self) -> Bools:
        """What counts: applicable and with a value."""
        held: Bools = self.applicable & ~np.isnan(self.value)
        return held

    def rows(self, keep: Any) -> Table:
        """Some of the cities."""
        at = np.arange(len(self.ids))[keep]
        ids = tuple(self.ids[i] for i in at)
        return Table(ids, self.value[at], self.applicable[at], self.points)


class Choice(NamedTuple):
    """How an index is made. weights: one a group, only their ratios matter; None = equal.

    weighting "points": the U4SSC points score, every point once, in bands instead of progress.
    """

    weights: tuple[float, ...] | None = None
    mean: Mean = "arithmetic"
    weighting: Weighting = "category"
    scale: Scale = "progress"


class Nominal(NamedTuple):
    """Scores (R,) on 0..100 and their bounds: all that is missing at its worst, then at its best.

    balance: geometric over arithmetic mean of the same scores, at most 1: how evenly it is earned.
    """

    score: Floats
    low: Floats
    high: Floats
    balance: Floats


def may_rank(table: Table, choice: Choice) -> Bools:
    """Cities (R,) that may be ranked: the gate of METHODS §3 for the points that weigh something.

    An index of 1 or 2 points is no aggregate and never ranked, even if it is held in full.
    """
    parents = chain(table.points, choice.weighting)
    weights = base_weights(table.points, parents, choice.weights)
    counts = leaf_weights(table.applicable, parents, weights) > 0
    n_scored, n_scoreable = (table.held & counts).sum(axis=1), counts.sum(axis=1)
    may: Bools = passes_gate(n_scored, n_scoreable) & (n_scored >= GATE_MIN_POINTS)
    return may


def may_take_percentiles(n_cities: int) -> bool:
    """Whether percentiles mean anything (METHODS §3)."""
    return n_cities >= PEER_BAND_N


def chain(points: Points, weighting: Weighting) -> Parents:
    """The levels between point and index: none, KPI, and category, and dimension."""
    depth = ("points", "kpi", "category", "dimension").index(weighting)
    return hierarchy(*(points.kpi, points.category, points.dimension)[:depth])


def base_weights(points: Points, parents: Parents, weights: Sequence[float] | None) -> list[Floats]:
    """Weights of the nodes, one array a level: the reader's on the highest that lies in groups.

    All the rest are 1. Weights that are all zero would leave nothing: they count as equal.
    """
    own = np.ones(int(points.group.max(initial=-1)) + 1)
    if weights is not None and any(weights[i] > 0 for i in np.unique(points.group)):
        own = np.asarray(weights, dtype=np.float64)
    up = np.arange(len(points.kpi))
    levels, at, group = [np.ones(up.size)], 0, points.group
    for level, parent in enumerate(parents, start=1):
        up = parent[up]
        node_group = np.zeros(int(up.max(initial=-1)) + 1, dtype=np.int64)
        node_group[up] = points.group
        levels.append(np.ones(node_group.size))
        if (node_group[up] == points.group).all():
            at, group = level, node_group
    levels[at] = own[group]
    return levels


def point_scores(table: Table, choice: Choice, by: ArrayLike = 0.0) -> Floats:
    """Scores (R, P) of the points on 0..100, as chosen; judged targets moved by the share ``by``.

    Percentiles are taken of the values, which no target moves.
    """
    points = table.points
    value = np.where(table.applicable, table.value, np.nan)
    if choice.scale == "percentile":
        return percentiles(goodness(value, points.direction, points.target_low, points.target_high))
    low, high = targets(points, by)
    p = progress(value, points.direction, low, high, points.worst)
    return in_points(p) if choice.weighting == "points" else p


def in_points(p: ArrayLike) -> Floats:
    """Progress scores in the four steps of the points score: 25, 50, 75, 100; NaN stays."""
    bands = band(p)
    steps: Floats = np.where(bands > 0, POINT_STEP * bands, np.nan)
    return steps


def targets(points: Points, by: ArrayLike) -> tuple[Floats, Floats]:
    """Target ends (P,) or (D, P), the judged ones moved by the share ``by``, (P,) or (D, P)."""
    moved_low, moved_high = moved_targets(
        points.target_low, points.target_high, points.worst, points.direction,
        points.plausible_min, points.plausible_max, points.unit, by,
    )  # fmt: skip
    low = np.where(points.judged, moved_low, points.target_low)
    return low, np.where(points.judged, moved_high, points.target_high)


def nominal(table: Table, choice: Choice, by: float = 0.0) -> Nominal:
    """The index as chosen: branches without a value drop out and their weights rescale."""
    scores = point_scores(table, choice, by)
    parents = chain(table.points, choice.weighting)
    weights = base_weights(table.points, parents, choice.weights)
    held = leaf_weights(~np.isnan(scores), parents, weights)
    full = leaf_weights(table.applicable, parents, weights)
    worst = POINT_STEP if choice.weighting == "points" and choice.scale == "progress" else 0.0
    missing = table.applicable & np.isnan(scores)
    low, high = (
        aggregate(np.where(missing, fill, scores), full, choice.mean) for fill in (worst, 100.0)
    )
    arithmetic, geometric = (aggregate(scores, held, mean) for mean in ("arithmetic", "geometric"))
    balance = np.full(arithmetic.shape, np.nan)
    np.divide(geometric, arithmetic, out=balance, where=arithmetic > 0)
    score = arithmetic if choice.mean == "arithmetic" else geometric
    return Nominal(score, low, high, balance)


def group_sizes(points: Points, choice: Choice) -> Floats:
    """Share (G,) of each group in an index that is held in full, before the reader's weights."""
    parents = chain(points, choice.weighting)
    leaf = leaf_weights(
        np.ones(len(points.kpi), dtype=bool), parents, base_weights(points, parents, None)
    )
    sizes: Floats = np.bincount(points.group, weights=leaf).astype(np.float64)
    return sizes


def full_weights(points: Points, choice: Choice) -> Floats:
    """Weights of the points (P,) where everything is held."""
    parents = chain(points, choice.weighting)
    weights = base_weights(points, parents, choice.weights)
    return leaf_weights(np.ones(len(points.kpi), dtype=bool), parents, weights)
