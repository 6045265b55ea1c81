"""Why is A ahead of B: what each shared point contributes to the gap (METHODS §7).

``c_i = w_i (s_i^A - s_i^B)`` with the weights rescaled on the points both hold. The same between
two years of one city. Scores of an arithmetic mean only: they alone part into sums.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.composite import Parents, leaf_weights

Floats = NDArray[np.float64]


class Decomposition(NamedTuple):
    """The gap between two scores on their shared points, on 0..100.

    shared (P,) bool; weight (P,), 0 where not shared, sums to 1; contribution (P,), positive where
    A is ahead, 0 where not shared. ``start`` is B's score on the shared points, ``end`` A's;
    start + contributions = end. Both are NaN where nothing is shared.
    """

    shared: NDArray[np.bool_]
    weight: Floats
    contribution: Floats
    start: float
    end: float

    @property
    def gap(self) -> float:
        """How far A is ahead of B; negative where behind."""
        return self.end - self.start


class Printed(NamedTuple):
    """Numbers as they are printed: ``start + sum(steps) == end`` in whole last digits."""

    start: float
    steps: tuple[float, ...]
    end: float


def decompose(a: ArrayLike, b: ArrayLike, parents: Parents = ()) -> Decomposition:
    """Contributions of the points to the gap between A and B.

    a, b (P,): scores of the points on 0..100, NaN = not held. For the points score hand in
    25 x points and no parents (every point counts once); for the continuous score progress scores
    and ``composite.hierarchy(kpi, category, dimension)``: equal weights at each level, rescaled
    over the shared points (METHODS §4).
    """
    of_a, of_b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    shared = ~(np.isnan(of_a) | np.isnan(of_b))
    weight = leaf_weights(shared, parents)
    if not shared.any():
        return Decomposition(shared, weight, np.zeros(shared.shape), np.nan, np.nan)
    of_a, of_b = np.where(shared, of_a, 0.0), np.where(shared, of_b, 0.0)
    return Decomposition(
        shared, weight, weight * (of_a - of_b), float(weight @ of_b), float(weight @ of_a)
    )


def printed(decomposition: Decomposition, digits: int = 2) -> Printed:
    """Start, one step a point (P,) and end with so many decimals, so that the print adds up.

    Largest-remainder rounding: every step is rounded down, and the last digits that are then
    missing go to the steps with the largest remainders. A step of nothing stays 0. Raises
    ValueError where nothing is shared.
    """
    if not decomposition.shared.any():
        raise ValueError("nothing shared, nothing to print")
    unit = 10.0**digits
    # Float noise must not part 12.5 from 12.499999999999998: look at nine decimals only.
    start, end = (
        round(round(score, 9) * unit) for score in (decomposition.start, decomposition.end)
    )
    exact = np.round(decomposition.contribution * unit, 9)
    steps = np.floor(exact).astype(np.int64)
    order = np.argsort(steps - exact, kind="stable")  # largest remainder first
    order = order[exact[order] != 0.0]
    missing = end - start - int(steps.sum())
    if missing >= 0:
        steps[order[:missing]] += 1
    else:
        steps[order[missing:]] -= 1
    return Printed(
        round(start / unit, digits),
        tuple(round(int(step) / unit, digits) for step in steps),
        round(end / unit, digits),
    )
