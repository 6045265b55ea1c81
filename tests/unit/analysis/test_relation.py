"""Line and rank correlation against exact fractions and a definition spelled out."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.relation import least_squares, mean_ranks, rank_correlation

PAIRS = st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=2, max_size=15)


@given(PAIRS)
def test_the_line_solves_the_normal_equations_in_exact_fractions(pairs):
    xs, ys = ([Fraction(v) for v in side] for side in zip(*pairs, strict=True))
    n, sx, sy = len(xs), sum(xs), sum(ys)
    sxx, sxy = sum(x * x for x in xs), sum(x * y for x, y in zip(xs, ys, strict=True))
    found = least_squares([float(x) for x in xs], [float(y) for y in ys])
    if n * sxx == sx * sx:
        assert found is None
        return
    slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    assert found.slope == pytest.approx(float(slope), abs=1e-9)
    assert found.intercept == pytest.approx(float((sy - slope * sx) / n), abs=1e-9)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_mean_ranks_are_one_plus_those_below_and_half_the_other_equals(values):
    wanted = [
        1 + sum(o < v for o in values) + (sum(o == v for o in values) - 1) / 2 for v in values
    ]
    assert mean_ranks(values).tolist() == wanted


@given(PAIRS)
def test_rank_correlation_is_that_of_the_signed_pairs(pairs):
    """Spearman's rho from sums over all pairs of units, without a mean or a root of a variance."""
    n = len(pairs)
    ranks = [
        [1 + sum(o < v for o in side) + Fraction(sum(o == v for o in side) - 1, 2) for v in side]
        for side in zip(*pairs, strict=True)
    ]
    across = [
        ((a[i] - a[j]), (b[i] - b[j])) for a, b in [ranks] for i, j in product(range(n), repeat=2)
    ]
    both = sum(p * q for p, q in across)
    alone = sum(p * p for p, _ in across) * sum(q * q for _, q in across)
    found = rank_correlation(*zip(*pairs, strict=True))
    if alone == 0:
        assert found is None
    else:
        assert found == pytest.approx(float(both) / float(alone) ** 0.5, abs=1e-9)


def test_the_textbook_example():
    """IQ and hours of television, the usual worked example of Spearman's rho: -29/165."""
    iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    assert rank_correlation(iq, hours) == pytest.approx(-29 / 165)


@pytest.mark.parametrize(("x", "y"), [([], []), ([1], [1, 2]), ([[1]], [[1]])])
def test_what_is_no_pair_of_measures_is_refused(x, y):
    with pytest.raises(ValueError, match="two measures"):
        rank_correlation(x, y)
