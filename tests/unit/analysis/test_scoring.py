"""Progress score and band: sides, edges, ranges, and what holds for every value."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring import band, progress

values = st.floats(-1e6, 1e6)


@st.composite
def scales(draw: st.DrawFn) -> tuple[str, float, float, float]:
    """Direction, target_low, target_high, worst of a point that can be scored."""
    direction = draw(st.sampled_from(["higher_is_better", "lower_is_better", "target_range"]))
    low = draw(st.floats(-1000, 1000))
    high = low + draw(st.floats(0, 100)) if direction == "target_range" else low
    span = draw(st.floats(0.01, 1000))
    down = direction == "higher_is_better" or (direction == "target_range" and draw(st.booleans()))
    return direction, low, high, low - span if down else high + span


def test_lower_is_better_is_the_mirror_of_higher_is_better() -> None:
    assert progress([70, 42.5, 15, 3], "lower_is_better", 15, 15, 70).tolist() == [0, 50, 100, 100]
    assert progress([54, 68.5, 83, 90], "higher_is_better", 83, 83, 54).tolist() == [
        0,
        50,
        100,
        100,
    ]


def test_a_float_just_under_an_edge_is_banded_as_the_value_on_it() -> None:
    # 33 % of the PM10 scale (worst 70, target 15) is 51.85 µg/m³.
    assert 100 * (70 - 51.85) / (70 - 15) < 33.0
    p = progress(51.85, "lower_is_better", 15, 15, 70)
    assert p == 33.0
    assert band(p) == 2


@pytest.mark.parametrize(
    ("ratio", "score"),
    [(0.88, 88), (1.12, 88), (1.0, 100), (0.0, 0), (2.0, 0), (2.5, 0), (1.05, 95), (0.95, 95)],
)
def test_target_range_is_mirrored(ratio: float, score: float) -> None:
    assert progress(ratio, "target_range", 1, 1, 0) == score


def test_target_range_with_worst_above() -> None:
    p = progress([1.5, 2, 2.5, 3, 4, 1, 0], "target_range", 2, 3, 5)
    assert p.tolist() == [75, 100, 100, 100, 50, 50, 0]


def test_an_edge_goes_up_and_no_score_has_no_band() -> None:
    p = [0, 32.999999999, 33, 65.999999999, 66, 94.999999999, 95, 100, np.nan]
    assert band(p).tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 0]


@pytest.mark.parametrize(
    ("value", "direction", "target", "worst"),
    [
        (np.nan, "higher_is_better", 1, 0),
        (1, "informational", 1, 0),
        (1, "higher_is_better", np.nan, 0),
        (1, "higher_is_better", 1, 1),
        (1, "higher_is_better", 1, 2),
        (1, "lower_is_better", 2, 1),
        (np.inf, "higher_is_better", 1, 0),
    ],
)
def test_what_cannot_be_scored_is_nan_and_not_zero(
    value: float, direction: str, target: float, worst: float
) -> None:
    assert np.isnan(progress(value, direction, target, target, worst))


def test_an_unknown_direction_is_an_error() -> None:
    with pytest.raises(ValueError, match="sideways"):
        progress([1.0], ["sideways"], 1, 1, 0)


def test_a_matrix_is_scored_column_by_column() -> None:
    p = progress(
        np.array([[50, 20], [np.nan, 10]]),
        ["higher_is_better", "lower_is_better"],
        [100, 10],
        [100, 10],
        [0, 30],
    )
    np.testing.assert_array_equal(p, [[50, 50], [np.nan, 100]])


@given(scales(), values)
def test_scores_stay_on_the_scale(scale: tuple[str, float, float, float], x: float) -> None:
    assert 0 <= progress(x, *scale) <= 100


@given(scales(), values, st.floats(0, 1e6))
def test_a_step_in_the_good_direction_never_costs(
    scale: tuple[str, float, float, float], x: float, by: float
) -> None:
    direction, low, high, _ = scale
    if direction == "higher_is_better":
        better = x + by
    elif direction == "lower_is_better":
        better = x - by
    else:  # towards the range, never out of it again
        better = min(x + by, max(x, low)) if x < low else max(x - by, min(x, high))
    before, after = progress([x, better], *scale)
    assert after >= before
    assert band(after) >= band(before)
