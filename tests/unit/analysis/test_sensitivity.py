"""Moved targets: who moves, which way, how far at most."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.scoring import band, progress
from analysis.sensitivity import LOOSER, STRICTER, bands_if_moved, moved_targets


@pytest.mark.parametrize(
    ("low", "high", "worst", "direction", "least", "most", "unit", "stricter", "looser"),
    [
        (60, 60, 0, "higher_is_better", 0, 100, "%", (72, 72), (48, 48)),
        (15, 15, 70, "lower_is_better", 0, 2000, "ug/m3", (12, 12), (18, 18)),
        (100, 100, 0, "higher_is_better", 0, 200, "%", (100, 100), (100, 100)),
        (0, 0, 100, "lower_is_better", 0, 100, "%", (0, 0), (0, 0)),
        (1, 1, 0, "higher_is_better", 0, 1, "yes/no", (1, 1), (1, 1)),
        (99, 99, 0, "higher_is_better", 0, 100, "%", (100, 100), (79.2, 79.2)),
        (83, 83, 54, "higher_is_better", 20, 120, "years", (99.6, 99.6), (66.4, 66.4)),
        (10, 10, 11, "lower_is_better", 0, 100, "minutes", (8, 8), (10, 10)),
        (1, 1, 0, "target_range", 0, 10, "ratio", (1, 1), (0.8, 1.2)),
        (2, 4, 0, "target_range", 0, 10, "ratio", (2.4, 3.2), (1.6, 4.8)),
    ],
)
def test_moved_targets(
    low: float,
    high: float,
    worst: float,
    direction: str,
    least: float,
    most: float,
    unit: str,
    stricter: tuple[float, float],
    looser: tuple[float, float],
) -> None:
    point = (low, high, worst, direction, least, most, unit)
    np.testing.assert_allclose(moved_targets(*point, by=STRICTER), stricter)
    np.testing.assert_allclose(moved_targets(*point, by=LOOSER), looser)


def test_a_stricter_target_never_raises_a_band_and_a_looser_never_lowers_it() -> None:
    value = np.linspace(-10, 130, 281)[:, None]
    direction = ["higher_is_better", "lower_is_better", "target_range"]
    low, high, worst = [60, 15, 2], [60, 15, 4], [0, 70, 0]
    least, most, unit = [0, 0, 0], [100, np.nan, 10], ["%", "minutes", "ratio"]
    nominal = band(progress(value, direction, low, high, worst))
    rest = (direction, low, high, worst, least, most, unit)
    assert (bands_if_moved(value, *rest, by=STRICTER) <= nominal).all()
    assert (bands_if_moved(value, *rest, by=LOOSER) >= nominal).all()


def test_a_point_without_target_stays_without_band() -> None:
    nan = np.nan
    assert bands_if_moved([[5.0]], ["informational"], [nan], [nan], [nan], [0], [9], ["%"]) == 0
