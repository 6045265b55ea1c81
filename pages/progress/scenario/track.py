"""The scale of a point's slider: its ends and step, and the bands behind it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.scenario_goals import ScenarioPoint
from analysis.scoring import BAND_EDGES, band, progress

_STEPS = 200
"""About so many steps of a slider from end to end, of 1, 2 or 5 in the last digit."""


class Track(NamedTuple):
    """A slider's ends and step in the point's unit; ``mirrored``: its better end is the low one.

    bands: pieces from end to end as (share of the way from, to, band), in the order they are drawn.
    """

    low: float
    high: float
    step: float
    mirrored: bool
    bands: tuple[tuple[float, float, int], ...]

    def share(self, value: float) -> float:
        """Place of a value on the track, 0..1, from the worse end of a one-sided point."""
        span = self.high - self.low
        at = min(1.0, max(0.0, (value - self.low) / span if span else 0.5))
        return 1.0 - at if self.mirrored else at


def track(point: ScenarioPoint, goals: Iterable[float]) -> Track | None:
    """The slider of a point: from its worst to its target, with today's value and the goals given.

    None without a target, for yes/no points and where nothing lies between the ends.
    """
    corners = _corners(point)
    if not corners or point.yes_no or point.value is None:
        return None
    ends = [*corners, point.value, *goals]
    least = -math.inf if point.plausible_min is None else point.plausible_min
    most = math.inf if point.plausible_max is None else point.plausible_max
    low, high = max(min(ends), least), min(max(ends), most)
    if high <= low:
        return None
    step = _step((high - low) / _STEPS)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    low, high = (float(f"{max(low, least):.12g}"), float(f"{min(high, most):.12g}"))
    found = Track(low, high, step, point.direction == "lower_is_better", ())
    return found._replace(bands=_bands(found, point, corners))


def _corners(point: ScenarioPoint) -> list[float]:
    """Values between which progress (METHODS §1) is a straight line, ascending; empty unscored."""
    low, high, worst = point.target_low, point.target_high, point.worst
    if not point.scored or low is None or high is None or worst is None:
        return []
    if point.direction == "target_range":
        span = low - worst if worst < low else worst - high
        return [low - span, low, high, high + span]
    return sorted((worst, high if point.direction == "lower_is_better" else low))


def _bands(
    found: Track, point: ScenarioPoint, corners: Sequence[float]
) -> tuple[tuple[float, float, int], ...]:
    scale = (*point.targets, math.nan if point.worst is None else point.worst)
    cuts = {found.low, found.high, *corners}
    for (a, b), (p, q) in zip(
        pairwise(corners), pairwise(progress(corners, *scale).tolist()), strict=True
    ):
        if p != q:
            cuts |= {a + (edge - p) / (q - p) * (b - a) for edge in BAND_EDGES}
    inside = sorted(x for x in cuts if found.low <= x <= found.high)
    middles = [(a + b) / 2 for a, b in pairwise(inside)]
    merged: list[tuple[float, float, int]] = []
    pieces = zip(pairwise(map(found.share, inside)), band(progress(middles, *scale)).tolist(),
                 strict=True)  # fmt: skip
    for (a, b), of in sorted(((*sorted(ends),), of) for ends, of in pieces):
        if merged and merged[-1][2] == of:
            merged[-1] = (merged[-1][0], b, of)
        else:
            merged.append((a, b, of))
    return tuple(merged)


def _step(size: float) -> float:
    """The largest of 1, 2 and 5 in some decimal place that is not above ``size``."""
    place = math.floor(math.log10(size))
    digit = max(d for d in (1, 2, 5) if d <= size / 10.0**place + 1e-9)
    return float(f"{digit}e{place}")
