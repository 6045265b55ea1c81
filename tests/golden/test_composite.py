"""Composites, percentiles, tiers and rank correlations computed another way than the product's.

Plain Python: exact fractions, and the definitions as they are written in METHODS §4, §6 and §7.
"""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import groupby
from statistics import geometric_mean

import numpy as np
import pytest

from analysis.composite import composite, normalise, percentiles
from analysis.decomposition import decompose, printed
from analysis.ranks import tiers

# Five units by six indicators; None = missing. The second indicator is better when lower.
VALUES: list[list[int | None]] = [
    [40, 10, 7, None, 3, 90],
    [55, 30, 7, 2, 5, 10],
    [10, None, 9, 4, None, 40],
    [100, 0, 1, 6, 4, None],
    [40, 30, 7, 2, 3, 40],
]
WORST = [0, 50, 0, 0, 1, 0]
TARGET = [80, 5, 9, 5, 5, 60]
KPI = "aabccd"
CATEGORY = "xxxyyy"
WEIGHTS = {"x": Fraction(1, 3), "y": Fraction(2, 3)}


def exact_progress(x: int, worst: int, target: int) -> Fraction:
    return min(max(Fraction(100) * (x - worst) / (target - worst), Fraction(0)), Fraction(100))


def nested(row: list[int | None], weights: dict[str, Fraction]) -> Fraction:
    """Mean of the categories of the means of the KPIs of the means of the points."""
    leaves = [
        (c, k, exact_progress(x, w, t))
        for c, k, x, w, t in zip(CATEGORY, KPI, row, WORST, TARGET, strict=True)
        if x is not None
    ]
    total, of = Fraction(0), Fraction(0)
    for category, members in groupby(leaves, key=lambda leaf: leaf[0]):
        kpis = [
            [p for *_rest, p in own] for _k, own in groupby(list(members), key=lambda leaf: leaf[1])
        ]
        mean = sum((sum(k, Fraction(0)) / len(k) for k in kpis), Fraction(0)) / len(kpis)
        total += weights[category] * mean
        of += weights[category]
    return total / of


def matrix() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array(VALUES, dtype=float)


def test_arithmetic_composite_in_exact_fractions() -> None:
    found = composite(
        matrix(), WORST, TARGET, groups=(KPI, CATEGORY), weights=[[1] * 6, [1] * 4, [1, 2]]
    )
    assert found == pytest.approx([float(nested(row, WEIGHTS)) for row in VALUES], abs=1e-9)


def test_geometric_composite_is_the_product_of_powers() -> None:
    row = VALUES[1]
    lifted = [
        1 + 0.99 * float(exact_progress(x, w, t))
        for x, w, t in zip(row, WORST, TARGET, strict=True)
        if x is not None
    ]
    found = composite(matrix(), WORST, TARGET, mean="geometric")[1]
    assert found == pytest.approx((geometric_mean(lifted) - 1) / 0.99, abs=1e-9)


def test_percentiles_with_ties_by_counting() -> None:
    found = normalise(matrix(), WORST, TARGET, "percentile")
    for j in range(6):
        sign = 1 if TARGET[j] > WORST[j] else -1
        held = [(i, sign * x) for i, row in enumerate(VALUES) if (x := row[j]) is not None]
        for i, own in held:
            below = sum(other < own for _i, other in held)
            equal = sum(other == own for _i, other in held) - 1
            exact = Fraction(100) * (below + Fraction(equal, 2)) / (len(held) - 1)
            assert found[i, j] == pytest.approx(float(exact), abs=1e-9)
    assert math.isnan(percentiles([[1.0], [np.nan]])[0, 0])


def test_drawn_percentiles_are_the_same_sum() -> None:
    from analysis.draws import _percentiles

    random = np.random.default_rng(5)
    values = random.integers(0, 5, (7, 9, 4)).astype(float)
    held = random.random((9, 4)) < 0.8
    for one, drawn in zip(values, _percentiles(values, held), strict=True):
        np.testing.assert_allclose(drawn, percentiles(np.where(held, one, np.nan)))


def test_waterfall_of_riyadh_and_valencia_adds_up_as_in_the_mock() -> None:
    a, b = [100, 75, 25, 100, 50], [25, 75, 100, 50, None]
    found = decompose(np.array(a, float), np.array(b, dtype=float))
    shared = [(Fraction(x), Fraction(y)) for x, y in zip(a, b, strict=True) if y is not None]
    assert found.end == float(sum(x for x, _y in shared) / len(shared))
    assert found.contribution.tolist() == [
        *(float((x - y) / len(shared)) for x, y in shared), 0.0,
    ]  # fmt: skip
    assert printed(found, 0) == (62, (19, 0, -19, 13, 0), 75)


def test_tiers_by_walking_down() -> None:
    low, high = [1, 1, 2, 4, 4, 6], [1, 3, 3, 5, 6, 6]
    # Opened by 1–1; 2–3 begins after 1; 4–5 after 3; 6–6 after 5.
    assert tiers(low, high, range(6)).tolist() == [1, 1, 2, 3, 3, 4]


def spearman(a: list[float], b: list[float]) -> Fraction:
    """Pearson's correlation of mid-ranks, squared with its sign: exact for rational ranks."""

    def mid(values: list[float]) -> list[Fraction]:
        return [
            Fraction(2 * sum(o < v for o in values) + sum(o == v for o in values) + 1, 2)
            for v in values
        ]

    x, y = mid(a), mid(b)
    mx, my = sum(x) / len(x), sum(y) / len(y)
    xy = sum((p - mx) * (q - my) for p, q in zip(x, y, strict=True))
    return xy * abs(xy) / (sum((p - mx) ** 2 for p in x) * sum((q - my) ** 2 for q in y))


def test_percentile_and_progress_of_one_indicator_rank_alike() -> None:
    values = np.array([[40.0], [55.0], [10.0], [79.0], [40.0]])
    progress = normalise(values, [0], [80])[:, 0].tolist()
    percentile = normalise(values, [0], [80], "percentile")[:, 0].tolist()
    assert spearman(progress, percentile) == 1
    assert spearman(progress, [-p for p in percentile]) == -1
