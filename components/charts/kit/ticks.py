"""Round numbers for an axis."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import NamedTuple

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
ZERO_SHARE = 0.35
"""An axis starts at zero unless its lowest value is above this share of the highest."""


class Axis(NamedTuple):
    """Ends of an axis and its round numbers, ascending, in the unit of the values."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def at(self, value: float, start: float, end: float) -> float:
        """``value`` in drawing units, where the axis runs from ``start`` to ``end``."""
        return start + (end - start) * (value - self.low) / (self.high - self.low)


def axis(
    values: Sequence[float], bounds: tuple[float | None, float | None] = (None, None), most: int = 7
) -> Axis:
    """An axis with room for every value; not past the plausible ``bounds`` unless a value is.

    Raises ValueError without values. ``most``: greatest number of ticks.
    """
    low, high = min(values), max(values)
    if 0 < low <= ZERO_SHARE * high:
        low = 0.0
    room = (high - low) * 0.04 or abs(high) * 0.1 or 1.0
    start, end = (low if low == 0 else low - room), high + room
    if bounds[0] is not None and low >= bounds[0]:
        start = max(start, bounds[0] - (room if low == bounds[0] != 0 else 0))
    if min(values) >= 0:
        start = max(start, 0.0)
    if bounds[1] is not None and high <= bounds[1]:
        end = min(end, bounds[1])
    if end <= start:
        start = end - room
    step = _step((end - start) / most)
    first = ceil(start / step - 1e-9)
    last = floor(end / step + 1e-9)
    return Axis(start, end, tuple(float(f"{i * step:.12g}") for i in range(first, last + 1)))


def _step(least: float) -> float:
    """The smallest of 1, 2, 2.5, 5 × a power of ten that is at least ``least``."""
    power = 10.0 ** floor(log10(least))
    return next(power * step for step in STEPS if power * step >= least - 1e-12 * power)
