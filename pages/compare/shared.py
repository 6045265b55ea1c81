"""The points that cities share, and the gap between two of them: pure sums over typed rows.

Only points available for both are compared (METHODS §7). The score of the page, taken over the
shared points, tells who is ahead.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from analysis.composite import hierarchy
from analysis.decomposition import decompose, printed
from analysis.numbers import SHARED_POINTS_N
from analysis.scoring import Score
from components.scores.finding import score_of
from data.queries.compare import Card
from data.rows import CitySummary, PointRow, RoundRow

TOKENS = ("city-a", "city-b", "city-c", "city-d", "city-e", "city-f")
MOST_CITIES = len(TOKENS)
_STEP = 25.0
"""Score of one U4SSC point: bands 1–4 are 25–100 (METHODS §2)."""


class Compared(NamedTuple):
    """A city in the comparison. token: its colour; report: the round it stands on."""

    city: CitySummary
    token: str
    report: RoundRow
    card: Card

    @property
    def id(self) -> str:
        """City id."""
        return self.city.id

    @property
    def name(self) -> str:
        """City name."""
        return self.city.name


class SharedPoint(NamedTuple):
    """A point scored for both, the leader's row first.

    gap: progress of the leader less that of the other; weight: share of the score;
    contribution and step: its part of the gap between the scores, exact and as printed.
    """

    first: PointRow
    second: PointRow
    gap: float
    weight: float
    contribution: float
    step: float


class Pair(NamedTuple):
    """Two cities on the points both hold; ``ahead`` has the higher score on them, or they tie.

    start, end: printed scores on the shared points of the one behind and the one ahead; beyond:
    printed, what is available for only one adds to the gap of the totals, None under the gate;
    no_target: held by both without a target; only_ahead, only_behind: scored for one of them.
    """

    ahead: Compared
    behind: Compared
    points: tuple[SharedPoint, ...]
    start: float
    end: float
    beyond: float | None
    no_target: tuple[str, ...]
    only_ahead: int
    only_behind: int

    @property
    def gap(self) -> float:
        """Points of the score between them, as printed."""
        return round(self.end - self.start, 2)

    @property
    def enough(self) -> bool:
        """Whether a score gap may be shown (METHODS §3)."""
        return len(self.points) >= SHARED_POINTS_N

    @property
    def n_judged(self) -> int:
        """Shared points whose target is a judgement."""
        return sum(p.first.confidence == "judgement" for p in self.points)


def value_of(point: PointRow, score: Score) -> float | None:
    """Score of a point on 0–100 by the page's one score."""
    if score == "continuous":
        return point.progress
    return _STEP * point.band if point.band else None


def pair(one: Compared, other: Compared, score: Score, kept: Collection[str] | None = None) -> Pair:
    """Both cities on their shared points; ``kept``: the points of a lens, None = all."""
    rows = [
        (a, b)
        for a, b in zip(one.card.points, other.card.points, strict=True)
        if kept is None or a.key in kept
    ]
    scored = [(a, b) for a, b in rows if a.progress is not None and b.progress is not None]
    only_one = sum(a.progress is not None and b.progress is None for a, b in rows)
    only_other = sum(b.progress is not None and a.progress is None for a, b in rows)
    no_target = tuple(
        a.name for a, b in rows if not a.scored and a.value is not None and b.value is not None
    )
    if not scored:
        return Pair(one, other, (), 0.0, 0.0, None, no_target, only_one, only_other)
    found = contributions(scored, score)
    if found.gap < 0:
        one, other, only_one, only_other = other, one, only_other, only_one
        found = contributions([(b, a) for a, b in scored], score)
    points = list(found.points)
    points.sort(key=lambda p: (-p.gap, p.first.position))
    beyond = None if kept is not None else _beyond(one, other, score, found.end - found.start)
    return Pair(
        one, other, tuple(points), found.start, found.end, beyond, no_target, only_one, only_other
    )  # fmt: skip


class Contributions(NamedTuple):
    """Points scored in two scorecards, in the order given; start and end as printed, gap exact."""

    points: tuple[SharedPoint, ...]
    start: float
    end: float
    gap: float


def contributions(scored: Sequence[tuple[PointRow, PointRow]], score: Score) -> Contributions:
    """What each point adds from the second scorecard's score to the first's (METHODS §7).

    scored: rows of the same point, scored in both; at least one.
    """
    parents = (
        hierarchy(*([getattr(a, f) for a, _b in scored] for f in _LEVELS))
        if score == "continuous"
        else ()
    )
    scores = [[value_of(p, score) or 0.0 for p in side] for side in zip(*scored, strict=True)]
    found = decompose(scores[0], scores[1], parents)
    bars = printed(found)
    points = tuple(
        SharedPoint(a, b, (a.progress or 0) - (b.progress or 0), float(w), float(c), step)
        for (a, b), w, c, step in zip(
            scored, found.weight, found.contribution, bars.steps, strict=True
        )
    )
    return Contributions(points, bars.start, bars.end, round(found.gap, 9))


_LEVELS = ("kpi_code", "category", "dimension")


def _beyond(ahead: Compared, behind: Compared, score: Score, shared_gap: float) -> float | None:
    """Printed rest of the gap between the totals, only where both pass the coverage gate."""
    totals = [
        r for c in (ahead, behind) for r in c.card.rollups if r.level == "overall" and r.passes_gate
    ]
    if len(totals) < 2:
        return None
    first, second = (score_of(r, score) for r in totals)
    return round(round(first - second, 2) - shared_gap, 2)


class SharedRow(NamedTuple):
    """A point scored for two or more of the cities: their rows in the order of the cities."""

    points: tuple[PointRow, ...]

    @property
    def scores(self) -> tuple[float | None, ...]:
        """Progress of each city."""
        return tuple(p.progress for p in self.points)

    @property
    def spread(self) -> float:
        """From the lowest to the highest progress score."""
        held = [s for s in self.scores if s is not None]
        return max(held) - min(held)


def shared_rows(
    cities: Sequence[Compared], kept: Collection[str] | None = None
) -> tuple[SharedRow, ...]:
    """Points scored for at least two, the widest spread first."""
    rows = [
        SharedRow(points)
        for points in zip(*(c.card.points for c in cities), strict=True)
        if (kept is None or points[0].key in kept)
        and sum(p.progress is not None for p in points) > 1
    ]
    return tuple(sorted(rows, key=lambda r: (-r.spread, r.points[0].position)))


def n_by_pair(
    cities: Sequence[Compared], kept: Collection[str] | None = None
) -> list[tuple[Compared, Compared, int]]:
    """Every two of the cities with their number of shared scored points."""
    held = {
        c.id: np.array(
            [p.progress is not None and (kept is None or p.key in kept) for p in c.card.points]
        )
        for c in cities
    }
    return [(a, b, int((held[a.id] & held[b.id]).sum())) for a, b in combinations(cities, 2)]
