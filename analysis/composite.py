"""A composite index of any matrix: normalise, weight, aggregate (METHODS §4 and §6).

Rows are units (cities) ``R``, columns indicators (points) ``P``; NaN = not held. Scores are on
0..100. Nothing here knows the catalogue: ``composite`` reproduces published indices
(docs/composite-example.md). Leading axes broadcast, so one call serves a thousand draws.
Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), ch. 5 and 6.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.aggregate import group_sum
from analysis.scoring import DECIMALS, progress

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Mean = Literal["arithmetic", "geometric"]
Scale = Literal["progress", "percentile"]
Parents = tuple[NDArray[np.int64], ...]
"""Parents by index, level by level: ``parents[0]`` (P,) names each leaf's node of the first level,
``parents[1]`` those nodes' nodes of the second …; the last level hangs on the root. ``()``: the
leaves hang on the root themselves."""

GEOMETRIC_FLOOR = 0.01
"""Geometric means are taken of ``1 + 0.99 p``: one zero must not wipe out the rest."""


def hierarchy(*labels: Sequence[Hashable]) -> Parents:
    """Parents from one label a leaf for each level, innermost first: (KPI, category, dimension).

    Nodes are numbered by first appearance. A label that stands in two groups of the level above
    is two nodes, so the answer is always a tree. Raises ValueError where lengths differ.
    """
    nodes = [tuple(zip(*labels[i:], strict=True)) for i in range(len(labels))]
    parents: list[NDArray[np.int64]] = []
    below: Sequence[Hashable] = range(len(nodes[0])) if nodes else ()
    for above in nodes:
        number = {node: i for i, node in enumerate(dict.fromkeys(above))}
        parent = dict(zip(below, above, strict=True))
        parents.append(np.array([number[node] for node in parent.values()], dtype=np.int64))
        below = above
    return tuple(parents)


def leaf_weights(
    held: ArrayLike, parents: Parents = (), weights: Sequence[ArrayLike] | None = None
) -> Floats:
    """What each leaf weighs in the whole, (…, P): at every level rescaled over what is held.

    held (…, P) bool; weights: one array a level, leaves first, each (…, nodes of that level), not
    negative; None = equal. A branch without a held leaf, or with weights of zero only, drops out.
    Every row sums to 1, or to 0 where nothing is left. Only ratios of weights matter, so each
    level is scaled by its largest first: 1e300 does not overflow.
    """
    present = np.asarray(held, dtype=bool)
    n_leaves = present.shape[-1]
    up = np.arange(n_leaves)
    leaf: Floats = np.ones(n_leaves)
    for level in range(len(parents) + 1):
        n = present.shape[-1]
        own = np.ones(n) if weights is None else np.asarray(weights[level], dtype=np.float64)
        most = np.max(own, axis=-1, keepdims=True, initial=0.0)
        own = np.where(present, own / np.where(most > 0, most, 1.0), 0.0)
        last = level == len(parents)
        parent = np.zeros(n, dtype=np.int64) if last else parents[level]
        n_parents = 1 if last else int(parent.max(initial=-1)) + 1
        total = group_sum(own, parent, n_parents)
        share = own / np.where(total > 0, total, 1.0)[..., parent]
        leaf = leaf * share[..., up]
        present, up = total > 0, parent[up]
    return leaf


def aggregate(
    scores: ArrayLike,
    leaf: ArrayLike,
    mean: Mean = "arithmetic",
    floor: float = GEOMETRIC_FLOOR,
) -> Floats:
    """Weighted mean of the last axis, (…), on 0..100; NaN where the weights are all zero.

    scores (…, P) on 0..100; leaf (…, P) from ``leaf_weights``; a NaN score must weigh nothing.
    The geometric mean is taken of ``100 floor + (1 - floor) p`` and turned back; floor 0 is the
    plain one. Rounded to 9 decimals, so that the order of the columns cannot part a tie.
    """
    p, w = np.asarray(scores, dtype=np.float64), np.asarray(leaf, dtype=np.float64)
    p = np.where(w > 0, p, 0.0 if mean == "arithmetic" else 100.0)
    if mean == "geometric":
        with np.errstate(divide="ignore"):
            logs: Floats = np.log(100.0 * floor + (1.0 - floor) * p)
        p = np.where(w > 0, logs, 0.0)
    total: Floats = np.asarray(np.einsum("...p,...p->...", p, w), dtype=np.float64)
    if mean == "geometric":
        return _whole((np.exp(total) - 100.0 * floor) / (1.0 - floor), w)
    return _whole(total, w)


def _whole(total: Floats, weights: Floats) -> Floats:
    known: Floats = np.where(weights.sum(axis=-1) > 0, total, np.nan)
    rounded: Floats = np.round(known, DECIMALS)
    return rounded


def goodness(
    value: ArrayLike, direction: ArrayLike, target_low: ArrayLike, target_high: ArrayLike
) -> Floats:
    """Values turned so that more is better, unclipped: what a percentile is taken of.

    Of a target range, minus the distance outside it. Shapes as in ``scoring.progress``.
    """
    x, words = np.asarray(value, dtype=np.float64), np.asarray(direction, dtype=np.str_)
    low, high = (np.asarray(a, dtype=np.float64) for a in (target_low, target_high))
    outside = np.maximum(np.maximum(low - x, x - high), 0.0)
    ranged = np.where(words == "target_range", -outside, np.nan)
    turned: Floats = np.where(
        words == "higher_is_better", x, np.where(words == "lower_is_better", -x, ranged)
    )
    return turned


def percentiles(better: ArrayLike) -> Floats:
    """``100 (below + half of the equal others) / (n - 1)`` in each column (R, P), n of it held.

    better: more is better, NaN = not held. NaN too where only one unit holds the column.
    """
    values = np.asarray(better, dtype=np.float64)
    out = np.full(values.shape, np.nan)
    for column, into in zip(values.T, out.T, strict=True):
        held = ~np.isnan(column)
        own, n = column[held], int(held.sum())
        if n > 1:
            ordered = np.sort(own)
            below = np.searchsorted(ordered, own, side="left")
            equal = np.searchsorted(ordered, own, side="right") - below - 1
            into[held] = 100.0 * (below + 0.5 * equal) / (n - 1)
    return out


def normalise(
    values: ArrayLike, worst: ArrayLike, target: ArrayLike, scale: Scale = "progress"
) -> Floats:
    """Progress from worst (0) to target (100), clipped; or percentile. More is better in both.

    values (R, P), worst and target (P,) in the indicator's unit; which of the two is larger says
    which way is better.
    """
    bad, good = np.asarray(worst, dtype=np.float64), np.asarray(target, dtype=np.float64)
    direction = np.where(good > bad, "higher_is_better", "lower_is_better")
    if scale == "percentile":
        return percentiles(goodness(values, direction, good, good))
    return progress(values, direction, good, good, bad)


def composite(
    values: ArrayLike,
    worst: ArrayLike,
    target: ArrayLike,
    *,
    groups: Sequence[Sequence[Hashable]] = (),
    weights: Sequence[ArrayLike] | None = None,
    mean: Mean = "arithmetic",
    scale: Scale = "progress",
    floor: float = GEOMETRIC_FLOOR,
) -> Floats:
    """The index of every unit, (R,): the engine as one plain function.

    values (R, P), NaN = missing; worst, target (P,); groups: one label an indicator for each
    level, innermost first; weights: one array a level, leaves first, in the order of first
    appearance (``leaf_weights``). NaN for a unit that holds nothing.
    """
    scores = normalise(values, worst, target, scale)
    leaf = leaf_weights(~np.isnan(scores), hierarchy(*groups), weights)
    return aggregate(scores, leaf, mean, floor)
