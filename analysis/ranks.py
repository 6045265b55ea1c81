"""Ranks as intervals: what is left of a rank when every debatable choice is drawn (METHODS §6).

Sources: OECD/JRC Handbook on Constructing Composite Indicators (2008), ch. 7; Saisana, Saltelli,
Tarantola 2005, doi 10.1111/j.1467-985X.2005.00350.x.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from analysis.composite import Floats
from analysis.draws import Ints, drawn_scores
from analysis.index import Choice, Nominal, Table, may_rank, nominal

DRAWS = 1000
SEED = 20260101


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


class Standing(NamedTuple):
    """The cities (R,) that pass the gate, in the order of their ids, and their ranks as chosen."""

    table: Table
    nominal: Nominal
    rank: Ints


def standing(table: Table, choice: Choice) -> Standing:
    """Scores and ranks as chosen, without a draw. No city: arrays of length 0."""
    at = np.flatnonzero(may_rank(table, choice))
    at = at[np.argsort(np.array([table.ids[i] for i in at], dtype=np.str_), kind="stable")]
    ranked = table.rows(at)
    found = nominal(ranked, choice)
    return Standing(ranked, found, ranks(found.score))


def ranking(table: Table, choice: Choice, draws: int = DRAWS, seed: int = SEED) -> Ranking:
    """Nominal ranks and their intervals of the cities at or above the gate.

    ``table`` holds every city, the thinly held ones too: their values may fill a gap. Each draw
    takes weights w (1 + 0.25 U(-1, 1)) at each level, a coin for arithmetic or geometric, one for
    the chosen score or percentile (n ≥ 8), one for the two weightings where they differ, each
    judged target moved by up to ±20 %, and each missing value from the cities that hold the point.
    Random numbers belong to the city's place in the order of ``ids``: permuting rows changes
    nothing. No city: arrays of length 0.
    """
    ranked, found, rank = standing(table, choice)
    drawn = ranks(drawn_scores(table, ranked, choice, draws, np.random.default_rng(seed)))
    low, median, high = (
        np.quantile(drawn, (0.05, 0.5, 0.95), axis=0) if ranked.ids else np.zeros((3, 0))
    )
    n = len(ranked.ids)
    share = np.zeros((n, n))
    for city, own in enumerate(drawn.T):
        share[city] = np.bincount(own - 1, minlength=n) / draws
    order = np.lexsort((high, low, rank, median))  # equal cities next to each other: one tier
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
