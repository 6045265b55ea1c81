"""What happens to a band if the targets were 20 % harder or easier (METHODS §2, §6).

U4SSC publishes no numeric targets, so most are judged: an aggregate says beside its band what
the band would be with moved targets. Absolute targets are not a matter of judgement and stay:
0, 100 % and the plausible bounds, yes and no.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.scoring import band, progress

STRICTER = 0.2
LOOSER = -0.2


def moved_targets(
    target_low: ArrayLike,
    target_high: ArrayLike,
    worst: ArrayLike,
    direction: ArrayLike,
    plausible_min: ArrayLike,
    plausible_max: ArrayLike,
    unit: ArrayLike,
    by: ArrayLike = STRICTER,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Targets moved by the share ``by`` of their own value: above 0 stricter, below 0 looser.

    One entry a point (P,), in the point's unit; returns (low, high), capped at the plausible
    bounds (NaN = no bound). Higher is better: ``target (1 + by)``; lower is better:
    ``target (1 - by)``; a target range narrows or widens at both ends and narrows at most to its
    middle. A target that would reach ``worst`` stays: beyond it nothing could be scored.
    One ``by`` a point and draw (D, P) gives targets (D, P).
    """
    low, high, bad, least, most, by = (
        np.asarray(a, dtype=np.float64)
        for a in (target_low, target_high, worst, plausible_min, plausible_max, by)
    )
    words, units = np.asarray(direction, dtype=np.str_), np.asarray(unit, dtype=np.str_)
    lower, ranged = words == "lower_is_better", words == "target_range"
    new_low = low * np.where(lower, 1.0 - by, 1.0 + by)
    new_high = high * np.where(lower | ranged, 1.0 - by, 1.0 + by)
    middle = (low + high) / 2.0
    crossed = ranged & (new_low > new_high)
    new_low, new_high = np.where(crossed, middle, new_low), np.where(crossed, middle, new_high)
    new_low, new_high = (np.fmin(np.fmax(end, least), most) for end in (new_low, new_high))
    reaches_worst = np.where(bad < low, new_low <= bad, new_high >= bad)
    stays = (units == "yes/no") | reaches_worst

    def fixed(end: NDArray[np.float64]) -> NDArray[np.bool_]:
        whole = (units == "%") & (end == 100.0)
        still: NDArray[np.bool_] = stays | whole | (end == 0.0) | (end == least) | (end == most)
        return still

    return np.where(fixed(low), low, new_low), np.where(fixed(high), high, new_high)


def bands_if_moved(
    value: ArrayLike,
    direction: ArrayLike,
    target_low: ArrayLike,
    target_high: ArrayLike,
    worst: ArrayLike,
    plausible_min: ArrayLike,
    plausible_max: ArrayLike,
    unit: ArrayLike,
    by: float = STRICTER,
) -> NDArray[np.int8]:
    """Band of each value (R, P) against its moved target; the points to roll up again.

    The rest has one entry a point (P,). 0 where the value is NaN or the point is not scored.
    """
    low, high = moved_targets(
        target_low, target_high, worst, direction, plausible_min, plausible_max, unit, by
    )
    return band(progress(value, direction, low, high, worst))
