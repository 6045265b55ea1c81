"""The worked examples printed in the U4SSC factsheets (2020) and those of METHODS §2–3."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.aggregate import passes_gate, points_rollup
from analysis.scoring import band, progress
from tests.golden import independent


def points_score(points: list[int]) -> tuple[float, float, float, int]:
    """Score, low, high and band of one group of points, 0 = not held."""
    r = points_rollup([points], np.ones((1, len(points)), bool), np.zeros(len(points), int), 1)
    return float(r.score[0, 0]), float(r.low[0, 0]), float(r.high[0, 0]), int(band(r.score)[0, 0])


@pytest.mark.parametrize(
    ("points", "score", "band_of_it"),
    [([1, 3, 4, 1], 56.25, 2), ([3, 4, 2], 75.0, 3)],
    ids=["9 of 16", "9 of 12"],
)
def test_printed_sums(points: list[int], score: float, band_of_it: int) -> None:
    assert points_score(points) == (score, score, score, band_of_it)


@pytest.mark.parametrize(
    ("broadband", "points"),
    [(0, 1), (19.79, 1), (19.8, 2), (39.59, 2), (39.6, 3), (56.99, 3), (57.0, 4), (60, 4), (90, 4)],
)
def test_fixed_broadband_edges(broadband: float, points: int) -> None:
    p = progress(broadband, "higher_is_better", 60, 60, 0)
    assert p == pytest.approx(min(broadband / 60 * 100, 100), abs=1e-9)
    assert band(p) == points


def test_bounds_of_a_dimension_held_to_two_thirds() -> None:
    score, low, high, _ = points_score([3] * 22 + [0] * 9)
    assert score == 75.0
    assert (round(low, 1), round(high, 1)) == (60.5, 82.3)
    assert passes_gate(22, 31)


def test_leaving_out_the_weak_point_raises_the_score() -> None:
    assert round(points_score([1, 3, 4, 1])[0]) == 56
    assert round(points_score([3, 4, 1])[0]) == 67


def test_66_and_94_percent_of_target_are_worth_the_same() -> None:
    assert band([66.0, 94.0]).tolist() == [3, 3]
    assert points_score([1, 1, 1])[0] == 25.0


POINTS: list[independent.Row] = [
    {"direction": "lower_is_better", "target_low": 15.0, "target_high": 15.0, "worst": 70.0},
    {"direction": "higher_is_better", "target_low": 42.5, "target_high": 42.5, "worst": 0.0},
    {"direction": "target_range", "target_low": 1.0, "target_high": 1.0, "worst": 0.0},
    {"direction": "target_range", "target_low": 2.0, "target_high": 3.0, "worst": 5.0},
]


@pytest.mark.parametrize("point", POINTS, ids=[p["direction"] for p in POINTS])
def test_both_computations_agree_on_every_hundredth(point: independent.Row) -> None:
    point = {**point, "unit": "ratio", "plausible_min": 0.0, "plausible_max": None}
    values = [i / 100 for i in range(-200, 8001)]
    scale = (point[k] for k in ("direction", "target_low", "target_high", "worst"))
    computed = progress(values, *scale)
    exact = [independent.progress(point, v) for v in values]
    np.testing.assert_allclose(computed, [float(e or 0) for e in exact], rtol=0, atol=2e-9)
    assert band(computed).tolist() == [independent.band(e) for e in exact]
