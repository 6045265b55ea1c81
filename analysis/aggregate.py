"""From points to category, dimension and overall (METHODS §2–4).

Works on dense matrices: rows = city rounds ``R``, columns = the scoreable points ``P`` in
catalogue order. A point is scored (held and applicable), missing (applicable, not held) or not
applicable: out of everything. Scores are on 0..100; NaN = there is none.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.numbers import GATE_MIN_POINTS, GATE_PERCENT
from analysis.scoring import DECIMALS

Floats = NDArray[np.float64]
Mean = Literal["arithmetic", "geometric"]
Weighting = Literal["category", "kpi"]


class PointsRollup(NamedTuple):
    """Arrays (R, G). ``n_scored + n_missing`` is the group's n_scoreable."""

    n_scored: NDArray[np.int64]
    n_missing: NDArray[np.int64]
    score: Floats
    low: Floats
    high: Floats


class Tree(NamedTuple):
    """Parents by index: point → KPI (P,), KPI → category (K,), category → dimension (C,).

    The number of nodes of a level is the length of its parent array; dimensions are counted by
    the largest index. A category without a scoreable point (Food Security) may be in it: NaN.
    """

    point_kpi: NDArray[np.int64]
    kpi_category: NDArray[np.int64]
    category_dimension: NDArray[np.int64]


class ContinuousRollup(NamedTuple):
    """Category (R, C), dimension (R, D), overall (R,), each with its bounds."""

    category: Floats
    category_low: Floats
    category_high: Floats
    dimension: Floats
    dimension_low: Floats
    dimension_high: Floats
    overall: Floats
    overall_low: Floats
    overall_high: Floats


def group_sum(values: ArrayLike, group: ArrayLike, n_groups: int) -> Floats:
    """Sum of the columns of each group: (R, P) with group (P,) → (R, n_groups).

    Also counts, with a boolean matrix (whole numbers stay exact in float64). A group (L, P) puts
    each column into L groups at once, say those of several levels.
    """
    groups = np.atleast_2d(group)
    member = np.zeros((groups.shape[1], n_groups))
    member[np.arange(groups.shape[1]), groups] = 1.0
    sums: Floats = np.asarray(values, dtype=np.float64) @ member
    return sums


def points_rollup(
    points: ArrayLike, applicable: ArrayLike, group: ArrayLike, n_groups: int
) -> PointsRollup:
    """U4SSC points score of each group with its bounds.

    The rule of the 2020 factsheets: Pully p. 12, Ålesund p. 14, Valencia p. 14.
    points (R, P): 1..4, 0 = not held. applicable (R, P) bool. group (P,) or (L, P): index of each
    point's group (on each level, see ``group_sum``). With n scored, m missing, S = sum of points,
    in percent:
    ``score = S / 4n``, ``low = (S + m) / 4(n + m)``, ``high = (S + 4m) / 4(n + m)``.
    Score is NaN where n = 0, bounds where n + m = 0.
    """
    given, counts = np.asarray(points), np.asarray(applicable, dtype=bool)
    scored = counts & (given > 0)
    n = group_sum(scored, group, n_groups)
    m = group_sum(counts & ~scored, group, n_groups)
    s = group_sum(np.where(scored, given, 0), group, n_groups)
    return PointsRollup(
        n_scored=n.astype(np.int64),
        n_missing=m.astype(np.int64),
        score=_ratio(100.0 * s, 4.0 * n),
        low=_ratio(100.0 * (s + m), 4.0 * (n + m)),
        high=_ratio(100.0 * (s + 4.0 * m), 4.0 * (n + m)),
    )


def continuous_rollup(
    p: ArrayLike,
    applicable: ArrayLike,
    tree: Tree,
    mean: Mean = "arithmetic",
    weighting: Weighting = "category",
) -> ContinuousRollup:
    """Continuous score: mean of progress scores point → KPI → category → dimension → overall.

    p (R, P) on 0..100, NaN = not held; applicable (R, P) bool. Equal weights at each level;
    branches without a score drop out and the weights rescale. Bounds: every missing applicable
    point at 0, then at 100, on the full tree.
    weighting "kpi": dimension and overall are the mean of their KPIs, whatever the category.
    mean "geometric": every mean is taken of ``log(1 + 0.99 p)`` and turned back (the offset
    keeps one zero from wiping out the rest; OECD/JRC Handbook 2008, ch. 6).
    Rounded to 9 decimals, so that the order of the points cannot move a band.
    """
    held = np.asarray(p, dtype=np.float64)
    counts = np.asarray(applicable, dtype=bool)
    held = np.where(counts, held, np.nan)
    missing = counts & np.isnan(held)
    score, low, high = (
        _climb(np.where(missing, fill, held), tree, mean, weighting)
        for fill in (np.nan, 0.0, 100.0)
    )
    return ContinuousRollup(
        *(level for levels in zip(score, low, high, strict=True) for level in levels)
    )


def passes_gate(n_scored: ArrayLike, n_scoreable: ArrayLike) -> NDArray[np.bool_]:
    """Whether an aggregate may be shown as a score (METHODS §3; 65 %: OECD/JRC rule of thumb).

    At least 65 % of the scoreable points held and at least 3 of them; a group with only 1 or 2
    scoreable points passes when it holds them all. Any shape, element by element.
    """
    n, of = np.asarray(n_scored, dtype=np.int64), np.asarray(n_scoreable, dtype=np.int64)
    covered = (n >= GATE_MIN_POINTS) & (100 * n >= GATE_PERCENT * of)
    tiny = (of > 0) & (of < GATE_MIN_POINTS) & (n == of)
    passes: NDArray[np.bool_] = covered | tiny
    return passes


def _climb(p: Floats, tree: Tree, mean: Mean, weighting: Weighting) -> tuple[Floats, ...]:
    """Category, dimension and overall of one filled matrix."""
    n_kpis, n_categories = tree.kpi_category.size, tree.category_dimension.size
    n_dimensions = int(tree.category_dimension.max()) + 1
    leaves = np.log1p(0.99 * p) if mean == "geometric" else p
    kpis = _mean(leaves, tree.point_kpi, n_kpis)
    category = _mean(kpis, tree.kpi_category, n_categories)
    if weighting == "kpi":
        dimension = _mean(kpis, tree.category_dimension[tree.kpi_category], n_dimensions)
        overall = _mean(kpis, np.zeros(n_kpis, dtype=np.int64), 1)[:, 0]
    else:
        dimension = _mean(category, tree.category_dimension, n_dimensions)
        overall = _mean(dimension, np.zeros(n_dimensions, dtype=np.int64), 1)[:, 0]
    levels = (category, dimension, overall)
    if mean == "geometric":
        levels = (np.expm1(category) / 0.99, np.expm1(dimension) / 0.99, np.expm1(overall) / 0.99)
    return tuple(np.round(level, DECIMALS) for level in levels)


def _mean(values: Floats, group: NDArray[np.int64], n_groups: int) -> Floats:
    """Mean of the columns of each group that have a value; NaN where none has."""
    has = ~np.isnan(values)
    total = group_sum(np.where(has, values, 0.0), group, n_groups)
    return _ratio(total, group_sum(has, group, n_groups))


def _ratio(part: Floats, whole: Floats) -> Floats:
    """Quotient, NaN where whole is 0."""
    out = np.full(part.shape, np.nan)
    np.divide(part, whole, out=out, where=whole > 0)
    return out
