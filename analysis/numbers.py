"""How few is too few, and the order statistics shown where there are enough (METHODS §3, §6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

GATE_PERCENT = 65
"""Least share of scoreable points held for a score (OECD/JRC Handbook 2008: rule of thumb)."""

GATE_MIN_POINTS = 3
"""Least scored points of an aggregate, unless it has fewer scoreable ones and holds them all."""

PEER_BAND_N = 8
"""Least cities for a peer band, percentiles or the outlier check; below, single dots."""

MEDIAN_N = 5
"""Least cities for a median; also below this no ranks (METHODS §6)."""

TREND_FIT_N = 20
"""Least cities for a trend line or fit in a scatter."""

MAP_TIMELINE_N = 3
"""Least cities in a year for that year to stand on the map's timeline."""

SHARED_POINTS_N = 5
"""Least shared points for a score gap or waterfall between two cities; below, a table."""


class Quartiles(NamedTuple):
    """25th, 50th and 75th percentile, in the unit of the values."""

    p25: float
    median: float
    p75: float


def quartiles(values: Sequence[float]) -> Quartiles:
    """Linear quantiles (numpy's "linear", R's type 7) of values sorted ascending.

    Raises ValueError on an empty sequence: how many are enough is the caller's to check.
    """
    if not values:
        raise ValueError("quartiles need at least one value")
    return Quartiles(*(_quantile(values, q) for q in (0.25, 0.5, 0.75)))


def place(own: float, others: Iterable[float]) -> int:
    """1 + number strictly better; higher is better (scores, not raw values). Equals share it."""
    return 1 + sum(other > own for other in others)


def _quantile(values: Sequence[float], q: float) -> float:
    position = q * (len(values) - 1)
    below = int(position)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (position - below)
