"""How alike cities are: weighted Euclid over a reader's mix of criteria (METHODS §10).

Every criterion gives a difference between two cities: for numbers the difference of their z-scores
over the cities compared, for words 0 (the same) or 1 (another), for the reported profile the root
mean square of the z-score differences over the shared points. With weights w the distance is
sqrt(sum w d² / sum w) over the criteria known for both, so that an unknown one is left out and
makes nobody nearer or further.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CRITERIA = ("population", "region", "income", "latitude", "profile")
"""Order of the last axis of ``differences``."""

PROFILE_N = 10
"""Least points two cities share for their reported profiles to be compared (METHODS §10)."""

NEAREST = 8
"""Cities a group by likeness holds: as many as a peer band needs (METHODS §3)."""

LATITUDE_BANDS = ("tropical", "subtropical", "temperate", "cold")
"""From the equator outwards."""


class Features(NamedTuple):
    """What is known of N cities. region, income, latitude: codes from 0, -1 where unknown.

    population: log10 of inhabitants, NaN where unknown; profile: (N, points) progress scores, NaN
    where not held.
    """

    population: Floats
    region: Ints
    income: Ints
    latitude: Ints
    profile: Floats


def codes(words: Sequence[str | None]) -> Ints:
    """Words as codes from 0, -1 for an unknown one."""
    order = {word: code for code, word in enumerate(sorted({w for w in words if w is not None}))}
    return np.array([-1 if w is None else order[w] for w in words], dtype=np.int64)


def z_scores(values: Floats) -> Floats:
    """Values (N, …) as standard deviations from the mean of the known ones of their column.

    NaN stays NaN; a column without spread is 0. Population standard deviation (divided by n).
    """
    known = ~np.isnan(values)
    n = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, values, 0.0).sum(axis=0) / n
    off = np.where(known, values - mean, 0.0)
    spread = np.sqrt((off**2).sum(axis=0) / n)
    # Equal floats may leave a mean that is off by a rounding: no spread, not an enormous z.
    flat = spread <= 1e-12 * np.maximum(np.abs(mean), 1.0)
    return np.where(known, off / np.where(flat, 1.0, spread) * ~flat, np.nan)


def differences(features: Features, own: int) -> Floats:
    """(N, 5) differences of every city from ``own``, NaN where unknown for either."""
    population = z_scores(features.population)
    columns = [np.abs(population - population[own])]
    for code in (features.region, features.income, features.latitude):
        unknown = (code < 0) | (code[own] < 0)
        columns.append(np.where(unknown, np.nan, (code != code[own]).astype(np.float64)))
    off = z_scores(features.profile)
    off = off - off[own]
    shared = ~np.isnan(off)
    n = shared.sum(axis=1)
    square = np.where(shared, off, 0.0) ** 2
    apart = np.sqrt(square.sum(axis=1) / np.maximum(n, 1))
    columns.append(np.where(n >= PROFILE_N, apart, np.nan))
    return np.column_stack(columns)


def weights(mix: Mapping[str, float]) -> Floats:
    """Weights in the order of CRITERIA: 1 for one not named; all alike where every one is zero.

    Scaled to a largest weight of 1, so that only their proportions count.
    """
    found = np.array([mix.get(name, 1.0) for name in CRITERIA], dtype=np.float64)
    return found / found.max() if found.max() > 0 else np.ones(len(CRITERIA))


def distances(difference: Floats, weight: Floats) -> Floats:
    """(N,) distances; NaN where no criterion with a weight is known for both cities."""
    known = ~np.isnan(difference)
    total = (known * weight).sum(axis=1)
    square = (np.where(known, difference, 0.0) ** 2 * weight).sum(axis=1)
    mean = np.divide(square, total, out=np.full(len(total), np.nan), where=total > 0)
    rounded: Floats = np.round(np.sqrt(mean), 9)
    return rounded


def nearest(distance: Floats, ids: Sequence[str]) -> list[int]:
    """Places of the cities with a distance, nearest first; equals in the order of their ids."""
    known = [i for i in range(len(ids)) if not np.isnan(distance[i])]
    return sorted(known, key=lambda i: (distance[i], ids[i]))
