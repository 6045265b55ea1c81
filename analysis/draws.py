"""Every debatable choice of an index, drawn: the scores of METHODS §6's simulation.

Sources: OECD/JRC Handbook on Constructing Composite Indicators (2008), ch. 7; Saisana, Saltelli,
Tarantola 2005, doi 10.1111/j.1467-985X.2005.00350.x.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.composite import Bools, Floats, Parents, aggregate, goodness, leaf_weights
from analysis.index import (
    Choice,
    Points,
    Table,
    Weighting,
    base_weights,
    chain,
    full_weights,
    in_points,
    may_take_percentiles,
    targets,
)
from analysis.scoring import progress

Ints = NDArray[np.int64]
WEIGHT_SPREAD = 0.25
TARGET_SPREAD = 0.20
_CHUNK = 60
"""Draws computed at once: few enough for a cache, many enough for numpy."""


class _Gaps(NamedTuple):
    """Missing cells (M,) of the ranked cities and who may fill them (D, M): rows of the pool."""

    row: Ints
    column: Ints
    filler: Ints


def drawn_scores(
    table: Table, ranked: Table, choice: Choice, draws: int, random: np.random.Generator
) -> Floats:
    """Index scores (D, R) of the ``ranked`` cities of the ``table`` in every draw."""
    points, n_cities = ranked.points, len(ranked.ids)
    n_points = len(points.kpi)
    weightings = _weightings(points, choice)
    geometric = random.random(draws) < 0.5
    percentile = random.random(draws) < 0.5
    other = random.random(draws) < 0.5
    if not may_take_percentiles(n_cities):
        percentile[:] = False
    if len(weightings) == 1:
        other[:] = False
    by = TARGET_SPREAD * random.uniform(-1.0, 1.0, (draws, n_points))
    low, high = targets(points, by)
    parents = [chain(points, weighting) for weighting in weightings]
    weights = [
        [w * (1.0 + WEIGHT_SPREAD * random.uniform(-1.0, 1.0, (draws, w.size))) for w in levels]
        for levels in (base_weights(points, p, choice.weights) for p in parents)
    ]
    pool = _pool(table)
    gaps = _gaps(pool, ranked, draws, random)
    held = ranked.applicable & pool.held.any(axis=0)
    leaves = [_leaves(held, *way) for way in zip(parents, weights, strict=True)]
    better = goodness(pool.value, points.direction, points.target_low, points.target_high)
    better_ranked = goodness(ranked.value, points.direction, points.target_low, points.target_high)
    scores = np.empty((draws, n_cities))
    for part in _parts(geometric, percentile, other):
        first, way = part[0], int(other[part[0]])
        if percentile[first]:
            p = _percentiles(_filled(better_ranked, better, gaps, part), held)
        else:
            value = _filled(ranked.value, pool.value, gaps, part)
            p = progress(
                value, points.direction, low[part, None, :], high[part, None, :], points.worst
            )
            p = in_points(p) if weightings[way] == "points" else p
        leaf, which = leaves[way]
        scores[part] = aggregate(
            p, leaf[which[None], part[:, None]], "geometric" if geometric[first] else "arithmetic"
        )
    return scores


def _weightings(points: Points, choice: Choice) -> list[Weighting]:
    """The chosen weighting and the one it is tossed against, if the two differ.

    Equal by KPI against equal by category; where the reader chose by dimension or the points
    score, that stands in for the one it is nearer to.
    """
    against: Weighting = "category" if choice.weighting in ("kpi", "points") else "kpi"
    other = choice._replace(weighting=against)
    if choice.weighting != "points" and np.allclose(
        full_weights(points, choice), full_weights(points, other)
    ):
        return [choice.weighting]
    return [choice.weighting, against]


def _pool(table: Table) -> Table:
    """Every city in the order of its id: who may fill a gap."""
    return table.rows(np.argsort(np.array(table.ids, dtype=np.str_), kind="stable"))


def _gaps(pool: Table, ranked: Table, draws: int, random: np.random.Generator) -> _Gaps:
    """Which city fills which gap in which draw: each that holds the point with equal chance."""
    holders = pool.held
    row, column = np.nonzero(ranked.applicable & ~ranked.held & holders.any(axis=0))
    filler = np.empty((draws, row.size), dtype=np.int64)
    u = random.random((draws, row.size))
    for i, point in enumerate(column):
        who = np.flatnonzero(holders[:, point])
        filler[:, i] = who[(u[:, i] * who.size).astype(np.int64)]
    return _Gaps(row, column, filler)


def _parts(*coins: Bools) -> Iterator[Ints]:
    """Draws in handfuls that fell the same way."""
    way = sum(coin.astype(np.int64) << i for i, coin in enumerate(coins))
    for side in np.unique(way):
        draws = np.flatnonzero(way == side)
        for start in range(0, draws.size, _CHUNK):
            yield draws[start : start + _CHUNK]


def _filled(own: Floats, pool: Floats, gaps: _Gaps, part: Ints) -> Floats:
    """Values (d, R, P) of these draws with their gaps filled."""
    filled = np.repeat(own[None], part.size, axis=0)
    filled[:, gaps.row, gaps.column] = pool[gaps.filler[part], gaps.column]
    return filled


def _percentiles(better: Floats, held: Bools) -> Floats:
    """``composite.percentiles`` of every draw (d, R, P) at once, NaN where not held.

    Ties are found by sorting once: equal values are neighbours, and take the mean of their places.
    """
    d, n_cities, n_points = better.shape
    values = np.where(held, better, np.inf).transpose(0, 2, 1).reshape(-1, n_cities)
    order = np.argsort(values, axis=1, kind="stable")
    ordered = np.take_along_axis(values, order, axis=1)
    place = np.arange(n_cities)
    starts = np.ones(ordered.shape, dtype=bool)
    starts[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    first = np.maximum.accumulate(np.where(starts, place, 0), axis=1)
    ends = np.ones(ordered.shape, dtype=bool)
    ends[:, :-1] = starts[:, 1:]
    last = np.minimum.accumulate(np.where(ends, place, n_cities)[:, ::-1], axis=1)[:, ::-1]
    middle = np.empty(values.shape)
    np.put_along_axis(middle, order, (first + last) / 2.0, axis=1)
    n = held.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = 100.0 * middle.reshape(d, n_points, n_cities).transpose(0, 2, 1) / (n - 1)
    return np.where(held & (n > 1), share, np.nan)


def _leaves(held: Bools, parents: Parents, weights: list[Floats]) -> tuple[Floats, Ints]:
    """Weights (K, D, P) of the K sets of points that apply, and each city's set (R,)."""
    patterns, which = np.unique(held, axis=0, return_inverse=True)
    shape = (0, weights[0].shape[0], held.shape[1])
    leaf = [leaf_weights(pattern, parents, weights) for pattern in patterns]
    return (np.stack(leaf) if leaf else np.zeros(shape)), which.ravel()
