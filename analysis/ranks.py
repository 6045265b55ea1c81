"""Ranks as intervals: what is left of a rank when every debatable choice is drawn (METHODS §6).

Sources: OECD/JRC Handbook on Constructing Composite Indicators (2008), ch. 7; Saisana, Saltelli,
Tarantola 2005, doi 10.1111/j.1467-985X.2005.00350.x.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.composite import (
    Bools,
    Floats,
    Mean,
    Parents,
    Scale,
    aggregate,
    goodness,
    leaf_weights,
)
from analysis.index import (
    Choice,
    Nominal,
    Points,
    Table,
    Weighting,
    base_weights,
    chain,
    in_points,
    may_rank,
    may_take_percentiles,
    nominal,
    targets,
)
from analysis.scoring import progress

Ints = NDArray[np.int64]
DRAWS = 1000
SEED = 20260101
WEIGHT_SPREAD = 0.25
TARGET_SPREAD = 0.20
_CHUNK = 60
"""Draws computed at once: few enough for a cache, many enough for numpy."""


class Ranking(NamedTuple):
    """Of the cities that pass the gate (R,), in the table's order; ``order`` sorts by median.

    rank is nominal; median, low (5th) and high (95th percentile) are of the drawn ranks; share
    (R, R): how often each rank 1… came up, 0..1; tier (R,) from 1. Equal medians stand in nominal
    order.
    """

    ids: tuple[str, ...]
    nominal: Nominal
    rank: Ints
    median: Floats
    low: Floats
    high: Floats
    share: Floats
    order: Ints
    tier: Ints


def ranking(table: Table, choice: Choice, draws: int = DRAWS, seed: int = SEED) -> Ranking:
    """Nominal ranks and their intervals of the cities at or above the gate.

    ``table`` holds every city, the thinly held ones too: their values may fill a gap. Each draw
    takes weights w (1 + 0.25 U(-1, 1)) at each level, a coin for arithmetic or geometric, one for
    the chosen score or percentile (n ≥ 8), one for the two weightings where they differ, each
    judged target moved by up to ±20 %, and each missing value from the cities that hold the point.
    Random numbers belong to the city's place in the order of ``ids``: permuting rows changes
    nothing. No city: arrays of length 0.
    """
    at = np.flatnonzero(may_rank(table, choice))
    at = at[np.argsort(np.array([table.ids[i] for i in at], dtype=np.str_), kind="stable")]
    ranked = table.rows(at)
    found = nominal(ranked, choice)
    rank = ranks(found.score)
    drawn = _drawn(table, ranked, choice, draws, np.random.default_rng(seed))
    low, median, high = (
        np.quantile(drawn, (0.05, 0.5, 0.95), axis=0) if at.size else np.zeros((3, 0))
    )
    share = np.zeros((at.size, at.size))
    for city, own in enumerate(drawn.T):
        share[city] = np.bincount(own - 1, minlength=at.size) / draws
    order = np.lexsort((rank, median))
    return Ranking(
        ranked.ids, found, rank, median, low, high, share, order, tiers(low, high, order)
    )


def ranks(scores: ArrayLike) -> Ints:
    """``1 + number strictly better`` along the last axis (…, R); a NaN score is behind all."""
    values = np.asarray(scores, dtype=np.float64)
    values = np.where(np.isnan(values), -np.inf, values)
    out = np.empty(values.shape, dtype=np.int64)
    for at in np.ndindex(values.shape[:-1]):
        row = values[at]
        out[at] = 1 + row.size - np.searchsorted(np.sort(row), row, side="right")
    return out


def tiers(low: ArrayLike, high: ArrayLike, order: ArrayLike) -> Ints:
    """Tier (R,) from 1 of cities with rank intervals (R,), walked down in ``order``.

    A city opens a new tier when its low (best) rank is worse than the high (worst) rank of the
    tier's first city: the two never met.
    """
    best, worst = np.asarray(low), np.asarray(high)
    tier = np.zeros(best.size, dtype=np.int64)
    number, first = 0, None
    for city in np.asarray(order, dtype=np.int64):
        if first is None or best[city] > worst[first]:
            number, first = number + 1, city
        tier[city] = number
    return tier


class Change(NamedTuple):
    """The nominal ranks (R,) after one change to the choice.

    what: mean | scale | weighting | stricter | looser | doubled | left_out; to: the new word or the
    number of the group whose weight changes.
    """

    what: str
    to: str | int | None
    rank: Ints


def one_at_a_time(table: Table, choice: Choice) -> list[Change]:
    """What each single change does to the nominal ranks; ``table``: the ranked cities only."""
    scales: tuple[Scale, ...] = ("progress", "percentile")
    weightings: tuple[Weighting, ...] = ("points", "kpi", "category", "dimension")
    means: tuple[Mean, ...] = ("arithmetic", "geometric")
    alternatives: list[tuple[str, str | int, Choice]] = [
        ("mean", mean, choice._replace(mean=mean)) for mean in means if mean != choice.mean
    ]
    if may_take_percentiles(len(table.ids)):
        alternatives += [
            ("scale", scale, choice._replace(scale=scale))
            for scale in scales
            if scale != choice.scale
        ]
    seen = [_full(table.points, choice)]
    for weighting in weightings:
        other = choice._replace(weighting=weighting)
        weights = _full(table.points, other)
        # The points score changes the score too, so it differs even where the weights do not.
        same = any(np.allclose(weights, known) for known in seen)
        if weighting != choice.weighting and (weighting == "points" or not same):
            alternatives.append(("weighting", weighting, other))
            seen.append(weights)
    changes = [
        Change(what, to, ranks(nominal(table, other).score)) for what, to, other in alternatives
    ]
    changes += [
        Change(what, None, ranks(nominal(table, choice, by).score))
        for what, by in (("stricter", TARGET_SPREAD), ("looser", -TARGET_SPREAD))
    ]
    groups = np.unique(table.points.group)
    own = choice.weights or (1.0,) * (int(groups.max(initial=-1)) + 1)
    if groups.size > 1:
        for factor, what in ((2.0, "doubled"), (0.0, "left_out")):
            for group in groups[np.asarray(own)[groups] > 0]:
                moved = tuple(w * factor if i == group else w for i, w in enumerate(own))
                if any(moved):
                    other = choice._replace(weights=moved)
                    changes.append(Change(what, int(group), ranks(nominal(table, other).score)))
    return changes


def _full(points: Points, choice: Choice) -> Floats:
    """Weights of the points (P,) where everything is held."""
    parents = chain(points, choice.weighting)
    weights = base_weights(points, parents, choice.weights)
    return leaf_weights(np.ones(len(points.kpi), dtype=bool), parents, weights)


class _Gaps(NamedTuple):
    """Missing cells (M,) of the ranked cities and who may fill them (D, M): rows of the pool."""

    row: Ints
    column: Ints
    filler: Ints


def _drawn(
    table: Table, ranked: Table, choice: Choice, draws: int, random: np.random.Generator
) -> Ints:
    """Ranks (D, R) of every draw."""
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
    return ranks(scores)


def _weightings(points: Points, choice: Choice) -> list[Weighting]:
    """The chosen weighting and the one it is tossed against, if the two differ.

    Equal by KPI against equal by category; where the reader chose by dimension or the points
    score, that stands in for the one it is nearer to.
    """
    against: Weighting = "category" if choice.weighting in ("kpi", "points") else "kpi"
    other = choice._replace(weighting=against)
    if choice.weighting != "points" and np.allclose(_full(points, choice), _full(points, other)):
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
