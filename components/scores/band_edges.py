"""Where the bands of a data point begin, in its own unit."""

from __future__ import annotations

from analysis.scoring import BAND_EDGES
from data.source_rows import DefinitionRow

Edge = tuple[float, int, int]


def edges(point: DefinitionRow) -> tuple[Edge, ...]:
    """Borders of the bands as (value, band on its left, band on its right), ascending.

    The inverse of ``analysis.scoring.progress``; empty where the point has no scale.
    """
    low, high, worst = point.target_low, point.target_high, point.worst
    if not point.scored or low is None or high is None or worst is None:
        return ()
    rising = [(worst + (low - worst) * p / 100, b, b + 1) for b, p in enumerate(BAND_EDGES, 1)]
    falling = [(worst - (worst - high) * p / 100, b + 1, b) for b, p in enumerate(BAND_EDGES, 1)]
    if point.direction == "higher_is_better":
        found = rising
    elif point.direction == "lower_is_better":
        found = falling
    else:
        # One worst is given; the other side falls as steeply (METHODS §1).
        span = low - worst if worst < low else worst - high
        found = [(low - span * (1 - p / 100), b, b + 1) for b, p in enumerate(BAND_EDGES, 1)]
        found += [(high + span * (1 - p / 100), b + 1, b) for b, p in enumerate(BAND_EDGES, 1)]
    return tuple(sorted(found))


def next_band(point: DefinitionRow, value: float, band: int) -> tuple[float, int] | None:
    """The value at which the next better band begins and that band, None at target."""
    if band >= 4:
        return None
    found = [value_at for value_at, left, right in edges(point) if max(left, right) == band + 1
             and min(left, right) == band]  # fmt: skip
    return (min(found, key=lambda at: abs(at - value)), band + 1) if found else None
