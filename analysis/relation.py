"""How two measures of the same units go together: a straight line and a rank correlation.

Shown from ``numbers.TREND_FIT_N`` units on (METHODS §3); below, single dots say it all.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray


class Line(NamedTuple):
    """``y = intercept + slope * x``, in the units of the two measures."""

    intercept: float
    slope: float


def least_squares(x: ArrayLike, y: ArrayLike) -> Line | None:
    """The line with the least squared distances in ``y``; None where all ``x`` are the same."""
    xs, ys = _pairs(x, y)
    off = xs - xs.mean()
    spread = float(off @ off)
    if spread <= 0:
        return None
    slope = float(off @ (ys - ys.mean())) / spread
    return Line(float(ys.mean() - slope * xs.mean()), slope)


def rank_correlation(x: ArrayLike, y: ArrayLike) -> float | None:
    """Spearman's rho in -1..1, ties at their mean rank; None where a measure has one value only."""
    xs, ys = (mean_ranks(v) for v in _pairs(x, y))
    a, b = xs - xs.mean(), ys - ys.mean()
    spread = float(np.sqrt((a @ a) * (b @ b)))
    return float(np.clip((a @ b) / spread, -1.0, 1.0)) if spread > 0 else None


def mean_ranks(values: ArrayLike) -> NDArray[np.float64]:
    """Ranks from 1, ascending; equal values share the mean of theirs."""
    v = np.asarray(values, dtype=np.float64)
    ordered = np.sort(v)
    first = np.searchsorted(ordered, v, side="left")
    last = np.searchsorted(ordered, v, side="right")
    mean: NDArray[np.float64] = (first + last + 1) / 2
    return mean


def _pairs(x: ArrayLike, y: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    xs, ys = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if xs.shape != ys.shape or xs.ndim != 1 or not xs.size:
        raise ValueError("two measures of the same units are needed, at least one unit")
    return xs, ys
