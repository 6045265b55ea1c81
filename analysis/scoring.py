"""Progress score and band of a data point (METHODS §1 and §2).

U4SSC publishes neither its numeric targets nor the formula for lower-is-better points: the
formulas are the product's own. The four bands are those of the 2020 factsheets (Pully p. 12,
Ålesund p. 14, Valencia p. 14): percent of target in [0, 33), [33, 66), [66, 95), 95 and more
gives 1, 2, 3, 4 points.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Score = Literal["points", "continuous"]
"""Which score of an aggregate: U4SSC points in bands, or the continuous mean of progress."""

BAND_EDGES = (33.0, 66.0, 95.0)
"""Lowest progress score of bands 2, 3 and 4; a score exactly on an edge goes up (ours to say)."""

DIRECTIONS = ("higher_is_better", "lower_is_better", "target_range", "informational")
"""The catalogue's words; an informational point is never scored."""

DECIMALS = 9
"""Scores are rounded before they are banded: 33 % of the PM10 scale computes to
32.99999999999999 in floats, and would land a band too low."""


def progress(
    value: ArrayLike,
    direction: ArrayLike,
    target_low: ArrayLike,
    target_high: ArrayLike,
    worst: ArrayLike,
    floor: float = 0.0,
) -> NDArray[np.float64]:
    """Progress score: 0 = worst, 100 = target.

    All arguments broadcast against each other: value ``(R, P)`` with the rest ``(P,)`` is the
    quick way. Value, target and worst share the point's unit.

    - higher is better: ``p = 100 (x - worst) / (target_low - worst)``
    - lower is better: ``p = 100 (worst - x) / (worst - target_high)``
    - target range: 100 inside ``[target_low, target_high]``, falling linearly to 0 at ``worst``;
      the other side falls as steeply (one worst is given, the other is its mirror)

    Clipped to ``floor``..100 (a trend asks for the score uncut below, METHODS §9), rounded to 9
    decimals. NaN where the value, target or worst is missing or
    not finite, the point is informational, or worst does not lie on the bad side of the target
    (such a point cannot be scored). Raises ValueError on a direction outside ``DIRECTIONS``.
    """
    x, low, high, bad = (
        np.asarray(a, dtype=np.float64) for a in (value, target_low, target_high, worst)
    )
    higher, lower, ranged = _masks(direction)
    with np.errstate(invalid="ignore", over="ignore"):
        # The lower-is-better formula is the higher-is-better one with both signs turned, so one
        # division serves both; only the end of the target differs.
        target = np.where(lower, high, low)
        below = bad < low
        span = np.where(ranged, np.where(below, low - bad, bad - high), np.abs(target - bad))
        wrong_side = (higher & (bad >= low)) | (lower & (bad <= high))
        span = np.where(wrong_side | ~(higher | lower | ranged) | ~(span > 0), np.nan, span)
        # What is done of the way: from worst on for one-sided points, span minus what is
        # missing to the nearest end for ranges.
        done = np.where(lower, bad - x, x - bad)
        if ranged.any():
            outside = np.maximum(np.maximum(low - x, x - high), 0.0)
            done = np.where(ranged, span - outside, done)
        p = 100.0 * done / span
        p = np.where(np.isfinite(p), np.clip(p, floor, 100.0), np.nan)
    rounded: NDArray[np.float64] = np.round(p, DECIMALS)
    return rounded


def band(p: ArrayLike) -> NDArray[np.int8]:
    """Band 1..4 (= points) of scores on 0..100, any shape; 0 where the score is NaN.

    Holds for a point's progress score and for an aggregate alike (METHODS §2).
    """
    scores = np.asarray(p, dtype=np.float64)
    bands = np.asarray(~np.isnan(scores), dtype=np.int8)
    for edge in BAND_EDGES:  # three comparisons take a tenth of a search among three edges
        np.add(bands, scores >= edge, out=bands)
    return bands


def _masks(
    direction: ArrayLike,
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Higher, lower, range masks in the direction's own (small) shape."""
    words = np.asarray(direction, dtype=np.str_)
    higher, lower, ranged, informational = (words == word for word in DIRECTIONS)
    known = higher | lower | ranged | informational
    if not known.all():
        unknown = sorted(set(words[~known].tolist()))
        raise ValueError(f"unknown direction {unknown}; known are {list(DIRECTIONS)}")
    return higher, lower, ranged
