"""What one point weighs in the score of its category and dimension (METHODS §2, §4, §8)."""

# The protocols name columns; data/rows.py says what they hold.
# ruff: noqa: D102

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from analysis.scoring import Score


class StepPoint(Protocol):
    """What a step needs of a point; value, targets and worst share the point's unit."""

    @property
    def key(self) -> str: ...
    @property
    def kpi_code(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def dimension(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def scored(self) -> bool: ...
    @property
    def value(self) -> float | None: ...
    @property
    def target_low(self) -> float | None: ...
    @property
    def target_high(self) -> float | None: ...
    @property
    def worst(self) -> float | None: ...
    @property
    def progress(self) -> float | None: ...
    @property
    def band(self) -> int | None: ...


class StepRollup(Protocol):
    """What a step needs of an aggregate: whether it is shown as a score at all."""

    @property
    def level(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def passes_gate(self) -> bool: ...


class Change(NamedTuple):
    """An aggregate before and after the step, on 0..100.

    ``has_score`` False: held too thinly to score, so the page says "adds one point" and prints
    neither number.
    """

    key: str
    before: float
    after: float
    has_score: bool

    @property
    def gain(self) -> float:
        """What the aggregate's score gains, on 0..100."""
        return self.after - self.before


class Weights:
    """Scores of the held points' categories and dimensions, and what one point adds to them.

    Points score: a point weighs 1/(4n) of its group. Continuous: equal weights on the tree point
    → KPI → category → dimension, rescaled over what is held (METHODS §4).
    """

    def __init__(self, held: Sequence[StepPoint], score: Score) -> None:
        self._by_points = score == "points"
        self._in_category = Counter(p.category for p in held)
        self._in_dimension = Counter(p.dimension for p in held)
        self._in_kpi = Counter(p.kpi_code for p in held)
        kpis = {(p.category, p.kpi_code) for p in held}
        self._kpis = Counter(category for category, _ in kpis)
        categories = {(p.dimension, p.category) for p in held}
        self._categories = Counter(dimension for dimension, _ in categories)
        self._before: defaultdict[str, float] = defaultdict(float)
        for p in held:
            amount = float(p.band or 0) if self._by_points else float(p.progress or 0.0)
            in_category, in_dimension = self._shares(p)
            self._before[p.category] += amount * in_category
            self._before[p.dimension] += amount * in_dimension

    def changes(
        self, p: StepPoint, points: int, progress: float, gates: dict[tuple[str, str], bool]
    ) -> tuple[Change, Change]:
        """Category and dimension of a point that gains so many points and so much progress."""
        amount = float(points) if self._by_points else progress
        category, dimension = (
            Change(
                key,
                round(self._before[key], 9),
                round(self._before[key] + amount * share, 9),
                gates.get((level, key), False),
            )
            for level, key, share in zip(
                ("category", "dimension"), (p.category, p.dimension), self._shares(p), strict=True
            )
        )
        return category, dimension

    def _shares(self, p: StepPoint) -> tuple[float, float]:
        """Weight of a point in its category's and its dimension's score."""
        if self._by_points:
            return 25.0 / self._in_category[p.category], 25.0 / self._in_dimension[p.dimension]
        in_category = 1.0 / (self._in_kpi[p.kpi_code] * self._kpis[p.category])
        return in_category, in_category / self._categories[p.dimension]


def is_scored(point: StepPoint) -> bool:
    """Held and with a score."""
    return point.scored and point.progress is not None and point.band is not None
