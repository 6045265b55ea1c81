"""How many points are at their 2030 line, before and after a scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.level import LEVELS, level
from analysis.scenario_goals import ScenarioPoint

ALL = "all"
"""Key of all groups together."""


class Lines(NamedTuple):
    """How many points of a group are at their 2030 line; not_held: the rest of those with one."""

    met: int
    near: int
    below: int
    not_held: int


class MovedLines(NamedTuple):
    """The lines of a group (an SDG target, say) before and after. Every point counts once."""

    key: str
    before: Lines
    after: Lines


def count(
    points: Sequence[ScenarioPoint],
    scores: NDArray[np.float64],
    groups: Mapping[str, Sequence[str]],
) -> tuple[MovedLines, ...]:
    """Lines of each group of point keys and of all together; unscored points have none.

    scores (2, P): progress of the points before and after, NaN = not held.
    """
    at = {point.key: i for i, point in enumerate(points) if point.scored}
    everyone = [key for keys in groups.values() for key in keys]
    answers = []
    for name, keys in {**groups, ALL: everyone}.items():
        columns = [at[key] for key in dict.fromkeys(keys) if key in at]
        answers.append(MovedLines(name, _lines(scores[0, columns]), _lines(scores[1, columns])))
    return tuple(answers)


def _lines(scores: NDArray[np.float64]) -> Lines:
    return Lines(*np.bincount(level(scores), minlength=len(LEVELS)).tolist())
