"""Where a value stands against its 2030 line; one value is enough (METHODS §9)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.scoring import BAND_EDGES

Floats = NDArray[np.float64]

LEVELS = ("met", "near", "below", "no_target")
"""At or past the line; within 5 % of the scale; further away; the point has no line."""

NEAR = BAND_EDGES[-1]
"""Progress score from which a point counts as at its target."""


class Scale(NamedTuple):
    """What each value is measured on (S,), in its point's unit; NaN = no target, no bound.

    worst is NaN where the point is not scored. direction: a word of ``scoring.DIRECTIONS``.
    """

    direction: NDArray[np.str_]
    target_low: Floats
    target_high: Floats
    worst: Floats
    plausible_min: Floats
    plausible_max: Floats
    yes_no: NDArray[np.bool_]

    @property
    def targets(self) -> tuple[NDArray[np.str_], Floats, Floats]:
        """Direction and target as ``line``, ``wanted`` and ``scoring.progress`` take them."""
        return self.direction, self.target_low, self.target_high

    def within(self, value: Floats) -> Floats:
        """Values held within the plausible bounds; NaN stays."""
        # fmax and fmin pass over a missing bound, but would also pass over a missing value.
        inside = np.fmin(np.fmax(value, self.plausible_min), self.plausible_max)
        return np.where(np.isnan(value), np.nan, inside)


def level(progress: ArrayLike) -> NDArray[np.int8]:
    """Position in ``LEVELS`` of progress scores on 0..100, any shape; NaN: no_target."""
    p = np.asarray(progress, dtype=np.float64)
    at = np.where(p >= 100.0, 0, np.where(p >= NEAR, 1, 2))
    return np.where(np.isnan(p), 3, at).astype(np.int8)


def line(value: ArrayLike, direction: ArrayLike, low: ArrayLike, high: ArrayLike) -> Floats:
    """The value that meets the target, in the point's unit: of a range the edge nearer ``value``.

    All arguments broadcast. Inside a range the value itself; NaN without target or for an
    informational point.
    """
    x, least, most = (np.asarray(a, dtype=np.float64) for a in (value, low, high))
    words = np.asarray(direction, dtype=np.str_)
    edge: Floats = np.select(
        [words == "higher_is_better", words == "lower_is_better", words == "target_range"],
        [least, most, np.clip(x, least, most)],
        np.nan,
    )
    return edge


def wanted(value: ArrayLike, direction: ArrayLike, low: ArrayLike, high: ArrayLike) -> Floats:
    """Sign of the change that is wanted at ``value``: 1 rise, -1 fall, 0 inside a target range.

    NaN for an informational point; higher and lower need no target.
    """
    words = np.asarray(direction, dtype=np.str_)
    x = np.asarray(value, dtype=np.float64)
    sign: Floats = np.select(
        [words == "higher_is_better", words == "lower_is_better", words == "target_range"],
        [1.0, -1.0, np.sign(line(x, direction, low, high) - x)],
        np.nan,
    )
    return sign
