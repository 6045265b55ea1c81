"""Roll-ups: the tree in exact fractions, bounds that hold, order that does not matter, the gate."""

from __future__ import annotations

from fractions import Fraction
from statistics import geometric_mean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.aggregate import Tree, continuous_rollup, passes_gate, points_rollup

# Five KPIs, three categories, two dimensions; KPI 0 has three points, KPI 3 two.
TREE = Tree(
    point_kpi=np.array([0, 0, 0, 1, 2, 3, 3, 4]),
    kpi_category=np.array([0, 0, 1, 2, 2]),
    category_dimension=np.array([0, 0, 1]),
)
CATEGORY = TREE.kpi_category[TREE.point_kpi]
P = CATEGORY.size
ALL = np.ones((1, P), dtype=bool)

given_points = arrays(np.int8, (1, P), elements=st.integers(0, 4))
full_points = arrays(np.int8, (1, P), elements=st.integers(1, 4))
held = arrays(np.bool_, (1, P))
scores = arrays(np.float64, (1, P), elements=st.floats(0, 100))


def exact(p: list[float | None], weighting: str = "category") -> list[Fraction | None]:
    """Categories, dimensions, overall of one round by the definition, in fractions."""

    def mean(values: list[Fraction | None]) -> Fraction | None:
        known = [v for v in values if v is not None]
        return sum(known, Fraction(0)) / len(known) if known else None

    def of(values: list[Fraction | None], parents: list[int], n: int) -> list[Fraction | None]:
        return [mean([v for v, q in zip(values, parents, strict=True) if q == k]) for k in range(n)]

    kpis = of([None if v is None else Fraction(v) for v in p], TREE.point_kpi.tolist(), 5)
    categories = of(kpis, TREE.kpi_category.tolist(), 3)
    if weighting == "kpi":
        parents = TREE.category_dimension[TREE.kpi_category].tolist()
        return [*categories, *of(kpis, parents, 2), mean(kpis)]
    dimensions = of(categories, TREE.category_dimension.tolist(), 2)
    return [*categories, *dimensions, mean(dimensions)]


@pytest.mark.parametrize("weighting", ["category", "kpi"])
@given(p=scores, mask=held)
def test_the_tree_equals_exact_fractions(weighting: str, p: np.ndarray, mask: np.ndarray) -> None:
    p = np.where(mask, p, np.nan)
    r = continuous_rollup(p, ALL, TREE, weighting=weighting)  # type: ignore[arg-type]
    computed = [*r.category[0], *r.dimension[0], r.overall[0]]
    wanted = exact([None if np.isnan(v) else v for v in p[0].tolist()], weighting)
    np.testing.assert_allclose(
        computed, [np.nan if w is None else float(w) for w in wanted], rtol=0, atol=1e-9
    )


def test_geometric_means_on_the_shifted_scale() -> None:
    p = np.array([[0.0, 100, 50, 80, 20, np.nan, 60, 0]])
    r = continuous_rollup(p, ALL, TREE, mean="geometric")
    first = geometric_mean([1, 100, 50.5])
    category = [geometric_mean([first, 80.2]), 20.8, geometric_mean([60.4, 1])]
    overall = geometric_mean([geometric_mean(category[:2]), category[2]])
    np.testing.assert_allclose(r.category[0], (np.array(category) - 1) / 0.99, atol=1e-8)
    np.testing.assert_allclose(r.overall[0], (overall - 1) / 0.99, atol=1e-8)


@given(points=full_points, mask=held)
def test_points_bounds_hold_whatever_the_missing_points_are(
    points: np.ndarray, mask: np.ndarray
) -> None:
    r = points_rollup(np.where(mask, points, 0), ALL, CATEGORY, 3)
    filled = points_rollup(points, ALL, CATEGORY, 3)
    assert (r.low <= filled.score).all()
    assert (filled.score <= r.high).all()
    has = r.n_scored > 0
    assert (r.low[has] <= r.score[has]).all()
    assert (r.score[has] <= r.high[has]).all()
    assert (np.isnan(r.score) == ~has).all()


@pytest.mark.parametrize("mean", ["arithmetic", "geometric"])
@pytest.mark.parametrize("weighting", ["category", "kpi"])
@given(p=scores, mask=held)
def test_continuous_bounds_hold_whatever_the_missing_points_are(
    weighting: str, mean: str, p: np.ndarray, mask: np.ndarray
) -> None:
    r = continuous_rollup(np.where(mask, p, np.nan), ALL, TREE, mean, weighting)  # type: ignore[arg-type]
    full = continuous_rollup(p, ALL, TREE, mean, weighting)  # type: ignore[arg-type]
    for level in ("category", "dimension", "overall"):
        low, high = getattr(r, f"{level}_low"), getattr(r, f"{level}_high")
        for inside in (getattr(r, level), getattr(full, level)):
            assert not (inside < low - 2e-9).any()
            assert not (inside > high + 2e-9).any()


@given(points=given_points, order=st.permutations(range(P)))
def test_the_order_of_the_points_changes_nothing(points: np.ndarray, order: list[int]) -> None:
    straight = points_rollup(points, ALL, CATEGORY, 3)
    shuffled = points_rollup(points[:, order], ALL, CATEGORY[order], 3)
    for a, b in zip(straight, shuffled, strict=True):
        np.testing.assert_array_equal(a, b)
    p = np.where(points > 0, points * 17.3, np.nan)
    tree = TREE._replace(point_kpi=TREE.point_kpi[order])
    for a, b in zip(
        continuous_rollup(p, ALL, TREE), continuous_rollup(p[:, order], ALL, tree), strict=True
    ):
        np.testing.assert_array_equal(a, b)


def test_a_point_counts_as_often_as_it_stands_in_the_points_score() -> None:
    group = np.zeros(4, dtype=int)
    once = points_rollup([[1, 4]], np.ones((1, 2), bool), group[:2], 1)
    twice = points_rollup([[1, 4, 1, 4]], np.ones((1, 4), bool), group, 1)
    weak_twice = points_rollup([[1, 4, 1]], np.ones((1, 3), bool), group[:3], 1)
    assert once.score == twice.score == 62.5
    assert weak_twice.score == 50.0


def test_not_applicable_is_neither_held_nor_missing() -> None:
    applicable = np.array([[True, True, False, False]])
    r = points_rollup([[3, 0, 0, 4]], applicable, np.zeros(4, dtype=int), 1)
    assert (r.n_scored[0, 0], r.n_missing[0, 0], r.score[0, 0]) == (1, 1, 75.0)
    tree = Tree(np.arange(4), np.zeros(4, dtype=int), np.zeros(1, dtype=int))
    c = continuous_rollup([[60, np.nan, np.nan, 100]], applicable, tree)
    assert (c.overall[0], c.overall_low[0], c.overall_high[0]) == (60, 30, 80)


def test_nothing_held_has_bounds_but_no_score_and_an_empty_group_has_neither() -> None:
    r = points_rollup([[0, 0]], np.ones((1, 2), bool), np.zeros(2, dtype=int), 2)
    assert np.isnan(r.score).all()
    assert (r.low[0, 0], r.high[0, 0]) == (25, 100)
    assert np.isnan([r.low[0, 1], r.high[0, 1]]).all()


@pytest.mark.parametrize(
    ("n", "of", "passes"),
    [
        (0, 0, False),
        (0, 1, False),
        (1, 1, True),
        (1, 2, False),
        (2, 2, True),
        (2, 3, False),
        (3, 3, True),
        (3, 4, True),
        (3, 5, False),
        (13, 20, True),
        (12, 20, False),
        (15, 24, False),
    ],
)
def test_the_gate(n: int, of: int, passes: bool) -> None:
    assert passes_gate(n, of) == passes


@given(st.integers(0, 93), st.integers(0, 93))
def test_holding_one_more_never_closes_the_gate(n: int, missing: int) -> None:
    of = n + missing + 1
    assert passes_gate(n + 1, of) >= passes_gate(n, of)
