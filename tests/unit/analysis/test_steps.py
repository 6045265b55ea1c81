"""Next steps: each really reaches its band, its gain is what recomputing gives, order is stable."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.aggregate import Tree, continuous_rollup, points_rollup
from analysis.scoring import band, progress
from analysis.steps import furthest, most_to_gain, next_steps, strengths


class Point(NamedTuple):
    """A scorecard point as the queries hand it over, cut to what a step reads."""

    key: str
    value: float | None
    direction: str = "higher_is_better"
    target_low: float | None = 100.0
    target_high: float | None = 100.0
    worst: float | None = 0.0
    unit: str = "%"
    category: str = "c"
    dimension: str = "d"
    kpi_code: str = "k"
    scored: bool = True

    @property
    def progress(self) -> float | None:
        if self.value is None or not self.scored:
            return None
        scale = (self.direction, self.target_low, self.target_high, self.worst)
        return float(progress(self.value, *scale))  # type: ignore[arg-type]

    @property
    def band(self) -> int | None:
        return None if self.progress is None else int(band(self.progress))


class Rollup(NamedTuple):
    level: str
    key: str
    passes_gate: bool


SCALES: tuple[dict[str, Any], ...] = (
    {"direction": "higher_is_better", "target_low": 60.0, "target_high": 60.0, "worst": 0.0},
    {"direction": "higher_is_better", "target_low": 83.0, "target_high": 83.0, "worst": 54.0},
    {"direction": "lower_is_better", "target_low": 15.0, "target_high": 15.0, "worst": 70.0},
    {"direction": "lower_is_better", "target_low": 0.275, "target_high": 0.275, "worst": 0.63},
    {"direction": "target_range", "target_low": 1.0, "target_high": 1.0, "worst": 0.0},
    {"direction": "target_range", "target_low": 2.0, "target_high": 3.0, "worst": 5.0},
)
values = st.one_of(st.none(), st.floats(-20, 120), st.floats(0, 3), st.integers(0, 100).map(float))
cards = st.lists(st.tuples(values, st.sampled_from(SCALES), st.integers(0, 5)), max_size=12).map(
    lambda drawn: [
        Point(
            f"p{i}", value, **scale, kpi_code=f"k{k}", category=f"c{k // 2}", dimension=f"d{k // 4}"
        )
        for i, (value, scale, k) in enumerate(drawn)
    ]
)


def categories(points: list[Point], score: str) -> np.ndarray:
    """Scores of categories c0..c2 and dimensions d0, d1, by the roll-ups of the store."""
    kpi = np.array([int(p.kpi_code[1:]) for p in points])
    tree = Tree(kpi, np.arange(6) // 2, np.array([0, 0, 1]))
    everywhere = np.ones((1, len(points)), dtype=bool)
    if score == "continuous":
        p = np.array([[np.nan if p.progress is None else p.progress for p in points]])
        r = continuous_rollup(p, everywhere, tree)
        return np.concatenate([r.category[0], r.dimension[0]])
    bands = [[p.band or 0 for p in points]]
    by_category = points_rollup(bands, everywhere, kpi // 2, 3).score[0]
    return np.concatenate([by_category, points_rollup(bands, everywhere, kpi // 4, 2).score[0]])


@pytest.mark.parametrize("score", ["points", "continuous"])
@given(points=cards)
def test_a_step_taken_reaches_the_next_band_and_gains_what_it_says(
    score: str, points: list[Point]
) -> None:
    for step in next_steps(points, score=score):  # type: ignore[arg-type]
        i = next(i for i, p in enumerate(points) if p.key == step.key)
        after = [*points[:i], points[i]._replace(value=step.needed), *points[i + 1 :]]
        assert after[i].band == points[i].band + 1 == step.band_after  # type: ignore[operator]
        assert (step.needed > step.value) == step.more
        c, d = int(step.category.key[1:]), 3 + int(step.dimension.key[1:])
        then, now = categories(after, score), categories(points, score)
        for change, level in ((step.category, c), (step.dimension, d)):
            assert change.before == pytest.approx(now[level], abs=1e-8)
            assert change.after == pytest.approx(then[level], abs=1e-8)


def test_a_no_goes_to_yes_and_adds_three_points() -> None:
    points = [Point("plan", 0.0, target_low=1.0, target_high=1.0, unit="yes/no"), Point("b", 96.0)]
    (step,) = next_steps(points)
    assert (step.yes_no, step.needed, step.band_after, step.points) == (True, 1.0, 4, 3)
    assert (step.category.before, step.category.after) == (62.5, 100.0)


def test_gaps_that_rounding_could_close_are_left_out() -> None:
    pm10: dict[str, Any] = {
        "direction": "lower_is_better",
        "target_low": 15.0,
        "target_high": 15.0,
        "worst": 70.0,
    }
    # 66 % of the PM10 scale is 33.7 µg/m³: 34 could be 33.5, 33.8 could not be 33.7.
    assert next_steps([Point("a", 34.0, **pm10)]) == []
    assert next_steps([Point("a", 33.8, **pm10)])[0].needed == pytest.approx(33.7)
    assert len(next_steps([Point("a", 65.99)])) == 1


def test_the_shortest_way_comes_first() -> None:
    points = [Point("far", 40.0), Point("small", 31.5), Point("tiny", 65.3), Point("done", 99.0)]
    steps = next_steps(points)
    assert [s.key for s in steps] == ["tiny", "small", "far"]
    assert steps[0].effort == pytest.approx(0.007)


def test_most_is_gained_where_the_way_to_the_target_adds_most() -> None:
    points = [
        Point("near", 70.0),
        Point("low", 10.0),
        Point("alone", 70.0, kpi_code="l", category="small", dimension="e"),
        Point("done", 99.0),
    ]
    by_points = most_to_gain(points)
    # Alone in its dimension one band of four is 25; among three points three bands of twelve are.
    assert [s.dimension.gain for s in by_points] == pytest.approx([25, 25, 25 / 3])
    assert [s.key for s in by_points] == ["low", "alone", "near"]
    assert all((s.band_after, s.progress_after) == (4, 100.0) for s in by_points)
    continuous = most_to_gain(points, score="continuous", limit=2)
    assert [s.key for s in continuous] == ["low", "alone"]


def test_one_per_category_and_limit() -> None:
    points = [Point("a", 65.0), Point("b", 64.0), Point("c", 60.0, category="other")]
    assert [s.key for s in next_steps(points, one_per_category=True)] == ["a", "c"]
    assert [s.key for s in next_steps(points, limit=1)] == ["a"]


def test_a_step_says_whether_its_category_has_a_score() -> None:
    (step,) = next_steps([Point("a", 60.0)], [Rollup("category", "c", True)])
    assert step.category.has_score
    assert not step.dimension.has_score


def test_points_without_a_score_take_no_step_and_carry_no_weight() -> None:
    unscored = Point("u", 5.0, scored=False, target_low=None, target_high=None, worst=None)
    (step,) = next_steps([Point("a", 60.0), Point("empty", None), unscored])
    assert (step.category.before, step.category.after) == (50.0, 75.0)


def test_strengths_and_furthest_share_no_point_and_keep_the_order_of_ties() -> None:
    points = [
        Point(str(v) + n, v) for n, v in zip("abcdef", (100.0, 10, 70, 100, 40, 10), strict=True)
    ]
    assert [p.key[-1] for p in strengths(points, 2)] == ["a", "d"]
    assert [p.key[-1] for p in strengths(points)] == ["a", "d", "c"]
    assert [p.key[-1] for p in furthest(points)] == ["b", "f", "e"]
