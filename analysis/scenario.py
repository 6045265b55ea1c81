"""What 2030 would look like if points stood elsewhere: a scenario, not a forecast.

Goals by point in; points, categories, dimensions, the whole and the 2030 lines before and after
out. The sums are those of the scorecard (``aggregate``), taken twice.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.aggregate import (
    PointsRollup,
    Tree,
    continuous_rollup,
    passes_gate,
    points_rollup,
)
from analysis.composite import hierarchy
from analysis.level import LEVELS, level
from analysis.scenario_goals import ScenarioPoint
from analysis.scenario_lines import MovedLines, count
from analysis.scoring import band, progress
from analysis.trend_methods import GOAL_YEAR

Floats = NDArray[np.float64]


class MovedPoint(NamedTuple):
    """A point with a goal. Values in its unit, progress on 0..100, band 1..4, None without target.

    level: a word of ``LEVELS``. yearly: change a year from the newest value to the goal in 2030,
    None for a yes/no point. in_score: whether it moves scores, or its line alone.
    """

    key: str
    value: float
    goal: float
    year: int
    yearly: float | None
    progress: float | None
    progress_after: float | None
    band: int | None
    band_after: int | None
    level: str
    level_after: str
    too_old: bool
    in_score: bool
    judged: bool


class MovedScore(NamedTuple):
    """An aggregate before and after, on 0..100; None where nothing of it is held.

    level: category | dimension | overall. n_moved: goals that reach it.
    """

    level: str
    key: str
    n_scored: int
    n_scoreable: int
    passes_gate: bool
    points: float | None
    points_after: float | None
    band: int | None
    band_after: int | None
    continuous: float | None
    continuous_after: float | None
    n_moved: int


class Scenario(NamedTuple):
    """What the goals move. lines: of each group, then of all groups together under "all"."""

    points: tuple[MovedPoint, ...]
    scores: tuple[MovedScore, ...]
    lines: tuple[MovedLines, ...]


def play(
    points: Sequence[ScenarioPoint],
    goals: Mapping[str, float],
    groups: Mapping[str, Sequence[str]] | None = None,
) -> Scenario:
    """A scenario of a city: all its data points, held or not, and goals for some that are held.

    goals: admitted ones or those of a preset. groups: point keys whose lines are counted together.
    Raises KeyError where a goal names a point without a value.
    """
    held = {point.key: point for point in points if point.value is not None}
    then = {key: (held[key].value, goal) for key, goal in goals.items()}
    values = np.array(
        [then.get(p.key, (p.value, p.value)) for p in points], dtype=np.float64
    ).reshape(-1, 2).T  # fmt: skip
    scores = progress(
        values,
        np.array([p.direction for p in points], dtype=np.str_),
        _column(points, "target_low"),
        _column(points, "target_high"),
        np.where([p.scored for p in points], _column(points, "worst"), np.nan),
    )
    moved = tuple(
        _point(p, goals[p.key], scores[:, i]) for i, p in enumerate(points) if p.key in goals
    )
    return Scenario(moved, _scores(points, scores, goals), count(points, scores, groups or {}))


def yearly(value: float, year: int, goal: float) -> float:
    """Change a year from a value to a goal in 2030, in the unit. ``year`` is before 2030."""
    return (goal - value) / (GOAL_YEAR - year)


def _point(p: ScenarioPoint, goal: float, scores: Floats) -> MovedPoint:
    value, year = p.value, p.year
    if value is None or year is None:
        raise KeyError(p.key)
    (before, after), bands, levels = scores.tolist(), band(scores).tolist(), level(scores).tolist()
    return MovedPoint(
        p.key, value, goal, year, None if p.yes_no else yearly(value, year, goal),
        _known(before), _known(after),
        bands[0] or None, bands[1] or None, LEVELS[levels[0]], LEVELS[levels[1]],
        p.too_old, p.in_score, p.judged,
    )  # fmt: skip


def _scores(
    points: Sequence[ScenarioPoint], scores: Floats, goals: Mapping[str, float]
) -> tuple[MovedScore, ...]:
    """Aggregates of the scoreable points; a value from outside the scorecard counts as not held."""
    columns = [i for i, p in enumerate(points) if p.scored]
    if not columns:
        return ()
    of = [points[i] for i in columns]
    p = np.where([point.in_score for point in of], scores[:, columns], np.nan)
    applicable = np.array([point.applicable for point in of])
    moved = np.array([point.in_score and point.key in goals for point in of])
    labels = ([x.kpi_code for x in of], [x.category for x in of], [x.dimension for x in of])
    tree = Tree(*hierarchy(*labels))
    mean = continuous_rollup(p, np.broadcast_to(applicable, p.shape), tree)
    answers: list[MovedScore] = []
    for name, keys, means in (
        ("category", labels[1], mean.category),
        ("dimension", labels[2], mean.dimension),
        ("overall", ["overall"] * len(of), mean.overall[:, None]),
    ):
        number = {key: i for i, key in enumerate(dict.fromkeys(keys))}
        group = np.array([number[key] for key in keys])
        own = points_rollup(band(p), np.broadcast_to(applicable, p.shape), group, len(number))
        reached = np.bincount(group, weights=moved, minlength=len(number))
        answers += [_score(name, key, i, own, means, int(reached[i])) for key, i in number.items()]
    return tuple(answers)


def _score(
    name: str, key: str, i: int, own: PointsRollup, means: Floats, reached: int
) -> MovedScore:
    n, total = int(own.n_scored[0, i]), int(own.n_scored[0, i] + own.n_missing[0, i])
    bands = band(own.score[:, i]).tolist()
    points, continuous = (column[:, i].tolist() for column in (own.score, means))
    return MovedScore(
        name, key, n, total, bool(passes_gate(n, total)), _known(points[0]), _known(points[1]),
        bands[0] or None, bands[1] or None, _known(continuous[0]), _known(continuous[1]), reached,
    )  # fmt: skip


def _known(number: float) -> float | None:
    return None if math.isnan(number) else number


def _column(points: Sequence[ScenarioPoint], name: str) -> Floats:
    return np.array([getattr(point, name) for point in points], dtype=np.float64)
