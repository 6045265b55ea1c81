"""Two things measured in turn, so that a busy machine slows both alike; a row of the table."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from typing import NamedTuple

Sample = Callable[[], float]


class Row(NamedTuple):
    """A line of the table. ours, reference: medians in ``unit``; ratio: median of the pairs.

    goal None: a figure for the reader, without a promise. at_least: the ratio is to be high.
    """

    what: str
    ours: float
    reference: float | None
    unit: str
    ratio: float | None
    goal: float | None
    n: int
    at_least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None without one."""
        if self.goal is None or self.ratio is None:
            return None
        return self.ratio >= self.goal if self.at_least else self.ratio <= self.goal


def compare(
    what: str,
    ours: Sample,
    reference: Sample,
    *,
    unit: str,
    goal: float | None,
    n: int,
    warmup: int = 1,
    at_least: bool = False,
) -> Row:
    """``n`` pairs of samples, the order turned round each time, after ``warmup`` pairs unseen."""
    pairs: list[tuple[float, float]] = []
    for turn in range(warmup + n):
        if turn % 2:
            theirs = reference()
            pair = (ours(), theirs)
        else:
            pair = (ours(), reference())
        if turn >= warmup:
            pairs.append(pair)
    return Row(
        what,
        statistics.median(mine for mine, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        unit,
        statistics.median(mine / theirs for mine, theirs in pairs),
        goal,
        n,
        at_least,
    )
