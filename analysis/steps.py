"""The next level within reach, where most is to be gained, strengths and gaps (METHODS §8).

Plain Python on the points of one scorecard: a hundred records, once per page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from analysis.leverage import Change, StepPoint, StepRollup, Weights, is_scored
from analysis.scoring import BAND_EDGES, Score

__all__ = ["Change", "NextStep", "furthest", "most_to_gain", "next_steps", "strengths"]

TOP_BAND = 4
STRONG_BANDS = (3, 4)
WEAK_BANDS = (1, 2)


class NextStep(NamedTuple):
    """The way of one point to its next band, or to its target.

    ``distance`` is positive and in the point's unit, ``more`` says in which direction of the
    value it goes; ``effort`` is the distance as a share of the worst–target span.
    ``points`` is what the U4SSC rule adds: one, or three where a "no" becomes a "yes".
    """

    key: str
    yes_no: bool
    value: float
    needed: float
    distance: float
    more: bool
    band: int
    band_after: int
    progress: float
    progress_after: float
    points: int
    effort: float
    category: Change
    dimension: Change


P = TypeVar("P", bound=StepPoint)


def next_steps(
    points: Sequence[StepPoint],
    rollups: Iterable[StepRollup] = (),
    *,
    score: Score = "points",
    one_per_category: bool = False,
    limit: int | None = None,
) -> list[NextStep]:
    """Steps of all scored points below band 4 to their next band, the shortest way first.

    Equal ways by what they add to the dimension's score, then in the order of ``points``. Gaps that
    a rounding of the printed value could close are left out. ``rollups`` tell which category and
    dimension have a score; one that is not in it has none.
    """
    steps = _steps(points, rollups, score, to_target=False)
    steps.sort(key=lambda s: (s.effort, -round(s.dimension.gain, 9)))
    if one_per_category:
        steps = _first_of_each(steps)
    return steps[:limit]


def most_to_gain(
    points: Sequence[StepPoint],
    rollups: Iterable[StepRollup] = (),
    *,
    score: Score = "points",
    limit: int | None = None,
) -> list[NextStep]:
    """The ways of all scored points below band 4 to their targets, what adds most first.

    Order: gain of the dimension's score, then of the category's, then the order of ``points``.
    """
    steps = _steps(points, rollups, score, to_target=True)
    steps.sort(key=lambda s: (-round(s.dimension.gain, 9), -round(s.category.gain, 9)))
    return steps[:limit]


def strengths(points: Sequence[P], n: int = 5) -> list[P]:
    """The n scored points nearest their target, of bands 3 and 4; ties in the given order."""
    strong = [p for p in points if is_scored(p) and p.band in STRONG_BANDS]
    return sorted(strong, key=lambda p: -(p.progress or 0.0))[:n]


def furthest(points: Sequence[P], n: int = 5) -> list[P]:
    """The n scored points furthest from their target, of bands 1 and 2; ties in the given order.

    No point is both a strength and furthest from its target, however few a city holds.
    """
    weak = [p for p in points if is_scored(p) and p.band in WEAK_BANDS]
    return sorted(weak, key=lambda p: p.progress or 0.0)[:n]


def _steps(
    points: Sequence[StepPoint], rollups: Iterable[StepRollup], score: Score, *, to_target: bool
) -> list[NextStep]:
    held = [p for p in points if is_scored(p)]
    weights = Weights(held, score)
    gates = {(r.level, r.key): r.passes_gate for r in rollups}
    found = (_step(point, weights, gates, to_target=to_target) for point in held)
    return [step for step in found if step is not None]


def _step(
    point: StepPoint, weights: Weights, gates: dict[tuple[str, str], bool], *, to_target: bool
) -> NextStep | None:
    """The step of one scored point, or None where there is none to take."""
    value, low, high, worst = point.value, point.target_low, point.target_high, point.worst
    progress, band = point.progress, point.band
    if value is None or low is None or high is None or worst is None:
        return None
    if progress is None or band is None or band >= TOP_BAND:
        return None
    yes_no = point.unit == "yes/no"
    whole = yes_no or to_target
    band_after = TOP_BAND if whole else band + 1
    after = 100.0 if whole else BAND_EDGES[band - 1]
    needed, span = _needed(value, point.direction, low, high, worst, after)
    distance = abs(needed - value)
    if not yes_no and distance <= _half_last_digit(value):
        return None
    points = band_after - band
    category, dimension = weights.changes(point, points, after - progress, gates)
    return NextStep(
        key=point.key,
        yes_no=yes_no,
        value=value,
        needed=needed,
        distance=distance,
        more=needed > value,
        band=band,
        band_after=band_after,
        progress=progress,
        progress_after=after,
        points=points,
        effort=distance / span,
        category=category,
        dimension=dimension,
    )


def _needed(
    value: float, direction: str, low: float, high: float, worst: float, progress: float
) -> tuple[float, float]:
    """Value with that progress score (inverse of ``scoring.progress``) and the span to target.

    Of a target range, the value on the side where the city stands.
    """
    share = progress / 100.0
    if direction == "target_range":
        span = low - worst if worst < low else worst - high
        missing = (1.0 - share) * span
        return (low - missing if value < low else high + missing), span
    target = high if direction == "lower_is_better" else low
    return worst + share * (target - worst), abs(target - worst)


def _half_last_digit(value: float) -> float:
    """Half a unit of the last printed digit, read from the value itself (65.3 → 0.05; 40.0 → 0.5).

    Zeros before the decimal point count as printed digits.
    """
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    half = 0.5 * 10.0 ** min(int(exponent), 0)
    return half * (1 + 1e-9)


def _first_of_each(steps: Iterable[NextStep]) -> list[NextStep]:
    """The first step of each category."""
    first: dict[str, NextStep] = {}
    for step in steps:
        first.setdefault(step.category.key, step)
    return list(first.values())
