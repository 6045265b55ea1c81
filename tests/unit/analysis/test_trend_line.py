"""Theil–Sen and Mann–Kendall against scipy and pymannkendall, series by series."""

from __future__ import annotations

import numpy as np
import pymannkendall
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.trend_line import TRENDS, fit

YEARS = np.arange(2009.0, 2024.0)
numbers = st.one_of(
    st.integers(0, 6).map(float),  # many equal values
    st.floats(-1e6, 1e6).map(lambda x: round(x, 3)),
    st.just(float("nan")),
)
grids = st.lists(st.lists(numbers, min_size=15, max_size=15), min_size=1, max_size=6)


@given(grids)
def test_every_series_is_as_the_libraries_have_it(rows: list[list[float]]) -> None:
    grid = np.array(rows)
    found = fit(YEARS, grid)
    for i, row in enumerate(grid):
        held = ~np.isnan(row)
        x, y, n = YEARS[held], row[held], int(held.sum())
        assert found.n[i] == n
        if n >= 2:
            theirs = stats.theilslopes(y, x, 0.9)
            assert found.slope[i] == pytest.approx(theirs.slope, rel=1e-12, abs=1e-12)
            at_2030 = theirs.intercept + theirs.slope * 2030
            assert found.at(2030)[i] == pytest.approx(at_2030, rel=1e-9, abs=1e-6)
            if n >= 4:
                assert found.low[i] == pytest.approx(theirs.low_slope, rel=1e-12, abs=1e-12)
                assert found.high[i] == pytest.approx(theirs.high_slope, rel=1e-12, abs=1e-12)
            else:
                assert np.isnan(found.low[i])
                assert np.isnan(found.high[i])
        else:
            assert np.isnan(found.slope[i])
        if n >= 5:
            test = pymannkendall.original_test(y, alpha=0.1)
            assert found.p[i] == pytest.approx(test.p, abs=1e-12)
            assert TRENDS[found.trend[i]] == test.trend.replace("no trend", "none")
        else:
            assert np.isnan(found.p[i])
            assert found.trend[i] == -1


def test_two_values_give_a_slope_and_no_interval() -> None:
    found = fit([2015, 2018, 2020], [[10.0, np.nan, 20.0]])
    assert (found.slope[0], found.at(2030)[0]) == (2.0, 40.0)
    assert np.isnan(found.low[0])


def test_no_series_and_no_year() -> None:
    assert fit(YEARS, np.empty((0, 15))).n.size == 0
    empty = fit([], np.empty((2, 0)))
    assert np.isnan(empty.slope).all()
    assert (empty.trend == -1).all()


def test_rows_beyond_a_block_are_the_same() -> None:
    draws = np.random.default_rng(1).normal(size=(8192 + 5, 6))
    whole, tail = fit(np.arange(6), draws), fit(np.arange(6), draws[8192:])
    assert np.array_equal(whole.slope[8192:], tail.slope)
    assert np.array_equal(whole.p[8192:], tail.p)
