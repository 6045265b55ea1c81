"""A city's points as a scenario finds them, and which goals for 2030 a reader may set.

Nothing is corrected in silence: a goal is taken or refused with a reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from analysis.composite import goodness
from analysis.trend_methods import GOAL_YEAR

REFUSALS = (
    "unknown_point",
    "no_value",  # no value today to start from
    "goal_year_over",  # the newest value is of 2030 or later
    "not_a_number",
    "not_yes_no",
    "beyond_bounds",  # of what is plausible for the point
    "wrong_side",  # worse than today's value
)


class ScenarioPoint(NamedTuple):
    """A data point as a scenario finds it, values in its unit; None where there is none.

    other: the value is of other statistics. too_old: it is older than the window, so no page judges
    its trend; it may still be aimed at. in_score: it stands in the city's scorecard; any other
    value moves lines, never scores.
    applicable: False where the city's report says that the point does not apply. projected: where
    the Theil–Sen line stands in 2030; pace: its slope, in the unit a year. judged: its target rests
    on judgement.
    """

    key: str
    kpi_code: str
    category: str
    dimension: str
    unit: str
    direction: str
    scored: bool
    value: float | None
    year: int | None
    target_low: float | None
    target_high: float | None
    worst: float | None
    plausible_min: float | None
    plausible_max: float | None
    progress: float | None
    band: int | None
    projected: float | None
    pace: float | None
    other: bool
    too_old: bool
    in_score: bool
    applicable: bool
    judged: bool

    @property
    def yes_no(self) -> bool:
        """Whether only 0 and 1 can be aimed at."""
        return self.unit == "yes/no"

    @property
    def targets(self) -> tuple[str, float, float]:
        """Direction and target, NaN where there is none."""
        low, high = self.target_low, self.target_high
        return (
            self.direction,
            math.nan if low is None else low,
            math.nan if high is None else high,
        )


class Admitted(NamedTuple):
    """Goals that were taken and, by point, why the others were not (a word of ``REFUSALS``)."""

    goals: dict[str, float]
    refused: dict[str, str]


def admit(points: Iterable[ScenarioPoint], goals: Mapping[str, float]) -> Admitted:
    """A reader's goals for 2030 by point, each taken or refused."""
    of = {point.key: point for point in points}
    refused = {key: _refusal(of.get(key), goal) for key, goal in goals.items()}
    return Admitted(
        {key: float(goal) for key, goal in goals.items() if refused[key] is None},
        {key: reason for key, reason in refused.items() if reason is not None},
    )


def _refusal(point: ScenarioPoint | None, goal: float) -> str | None:
    if point is None:
        return "unknown_point"
    if point.value is None or point.year is None:
        return "no_value"
    if point.year >= GOAL_YEAR:
        return "goal_year_over"
    if not math.isfinite(goal):
        return "not_a_number"
    if point.yes_no and goal not in (0.0, 1.0):
        return "not_yes_no"
    least, most = point.plausible_min, point.plausible_max
    if (least is not None and goal < least) or (most is not None and goal > most):
        return "beyond_bounds"
    today, then = better_is_more(point, (point.value, goal))
    return "wrong_side" if then < today else None


def better_is_more(point: ScenarioPoint, values: Sequence[float]) -> list[float]:
    """Values of a point turned so that more is better; NaN where neither is."""
    turned: list[float] = goodness(values, *point.targets).tolist()
    return turned
