"""The line through a series and whether there is a trend: Theil–Sen and Mann–Kendall (METHODS §9).

Many series at once: rows are series ``S``, columns years ``Y``, NaN = no value. Written out in
numpy because it runs over a hundred thousand series in a build and over a city's when a reader
moves the first year; the tests hold it against ``scipy.stats.theilslopes`` and
``pymannkendall.original_test``.

Sources: Theil 1950; Sen 1968, doi 10.1080/01621459.1968.10480934 (interval: equation 2.6);
Mann 1945; Kendall 1975.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

CONFIDENCE = 0.90
"""Of the slope's interval."""

ALPHA = 0.10
"""Significance level of the trend test."""

TREND_N = 5
"""Least observations for the trend test."""

TRENDS = ("increasing", "decreasing", "none")

INTERVAL_N = 4
"""Least observations for the slope's interval: Sen's ranks of three values lie beyond their slopes
(scipy then gives the outermost slopes, of two values an interval without width)."""

_BLOCK = 8192
_Z = NormalDist().inv_cdf((1.0 + CONFIDENCE) / 2.0)


class Line(NamedTuple):
    """One entry a series (S,): slope a year in the unit, its 90 % interval, and the trend test.

    slope: median of the slopes of all pairs, NaN under two values. low, high: NaN under
    ``INTERVAL_N`` values. centre_year, centre_value: medians, which the line passes through.
    n: values. p: of the trend test; trend: position in ``TRENDS``; NaN, -1 under ``TREND_N``.
    """

    slope: Floats
    low: Floats
    high: Floats
    centre_year: Floats
    centre_value: Floats
    n: NDArray[np.int64]
    p: Floats
    trend: NDArray[np.int8]

    def at(self, year: ArrayLike) -> Floats:
        """Value of each line in ``year`` (S,) or one for all."""
        years = np.asarray(year, dtype=np.float64)
        fitted: Floats = self.centre_value + self.slope * (years - self.centre_year)
        return fitted


def fit(years: ArrayLike, values: ArrayLike) -> Line:
    """Line and trend test of each series: years (Y,) ascending, values (S, Y), NaN = none."""
    when = np.asarray(years, dtype=np.float64)
    grid = np.asarray(values, dtype=np.float64)
    blocks = [_fit(when, grid[i : i + _BLOCK]) for i in range(0, max(len(grid), 1), _BLOCK)]
    return Line(*(np.concatenate(columns) for columns in zip(*blocks, strict=True)))


def _fit(years: Floats, values: Floats) -> Line:
    """One block of series, small enough for the processor's cache."""
    first, second = np.triu_indices(years.size, 1)
    slopes = (values[:, second] - values[:, first]) / (years[second] - years[first])
    held = ~np.isnan(values)
    n = held.sum(axis=1)
    score = (slopes > 0).sum(axis=1) - (slopes < 0).sum(axis=1)
    sigma = np.sqrt(_variance(n, slopes == 0, first, second, years.size))
    slopes.sort(axis=1)  # NaN last
    slope = _median(slopes, n * (n - 1) // 2)
    low, high = _interval(slopes, n * (n - 1) // 2, sigma)
    p, trend = _mann_kendall(n, score, sigma)
    return Line(
        slope, low, high,
        _median(np.sort(np.where(held, years, np.nan), axis=1), n),
        _median(np.sort(values, axis=1), n),
        n, p, trend,
    )  # fmt: skip


def _variance(
    n: NDArray[np.int64], equal: Bools, first: NDArray[Any], second: NDArray[Any], n_years: int
) -> Floats:
    """Variance of Kendall's score, corrected for equal values; equal (S, pairs)."""
    total = (n * (n - 1) * (2 * n + 5)).astype(np.float64)
    tied = np.flatnonzero(equal.any(axis=1))
    if tied.size:
        # A group of k equal values takes k (k-1) (2k+5): (k-1) (2k+5) for each of its members.
        of_pair = np.zeros((first.size, n_years))
        of_pair[np.arange(first.size), first] = of_pair[np.arange(first.size), second] = 1.0
        others = equal[tied] @ of_pair
        total[tied] -= (others * (2.0 * others + 7.0)).sum(axis=1)
    variance: Floats = total / 18.0
    return variance


def _interval(slopes: Floats, n_pairs: NDArray[np.int64], sigma: Floats) -> tuple[Floats, Floats]:
    """Sen's ranks in the sorted slopes (S, pairs); NaN where there are too few."""
    upper = np.round((n_pairs + _Z * sigma) / 2.0).astype(np.int64)
    lower = np.round((n_pairs - _Z * sigma) / 2.0).astype(np.int64) - 1
    known = n_pairs >= INTERVAL_N * (INTERVAL_N - 1) // 2
    rows = np.arange(len(slopes))
    low, high = (
        np.where(known, _pick(slopes, rows, np.where(known, rank, 0)), np.nan)
        for rank in (lower, upper)
    )
    return low, high


def _mann_kendall(
    n: NDArray[np.int64], score: NDArray[np.int64], sigma: Floats
) -> tuple[Floats, NDArray[np.int8]]:
    """Two-sided p with the correction for continuity, and the trend at ``ALPHA``."""
    z = np.divide(
        score - np.sign(score), sigma, out=np.zeros(len(n)), where=sigma > 0
    )  # all values equal: no trend, p = 1
    different, where = np.unique(np.abs(z), return_inverse=True)
    p = np.array([math.erfc(value / math.sqrt(2.0)) for value in different.tolist()])[where]
    trend = np.where(p >= ALPHA, 2, np.where(z > 0, 0, 1))
    enough = n >= TREND_N
    return np.where(enough, p, np.nan), np.where(enough, trend, -1).astype(np.int8)


def _median(ordered: Floats, n: NDArray[np.int64]) -> Floats:
    """Median of the first n of each sorted row; NaN where n = 0."""
    rows = np.arange(len(ordered))
    below, above = np.maximum(n - 1, 0) // 2, n // 2
    middle = (_pick(ordered, rows, below) + _pick(ordered, rows, above)) / 2.0
    return np.where(n > 0, middle, np.nan)


def _pick(table: Floats, rows: NDArray[np.int64], column: NDArray[np.int64]) -> Floats:
    """One entry of each row; NaN of a table without columns."""
    if not table.shape[1]:
        return np.full(len(rows), np.nan)
    found: Floats = table[rows, np.minimum(column, table.shape[1] - 1)]
    return found
