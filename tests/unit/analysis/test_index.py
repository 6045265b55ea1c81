"""An index and its ranks: what must hold whatever the values (METHODS §6, §7)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from analysis.composite import hierarchy, leaf_weights
from analysis.decomposition import decompose, printed
from analysis.index import Choice, Points, Table, may_rank, nominal
from analysis.one_at_a_time import one_at_a_time
from analysis.ranks import ranking, ranks, standing, tiers

N_POINTS, DRAWS = 6, 40
KPI = ("a", "a", "b", "c", "d", "d")
CATEGORY = ("x", "x", "x", "y", "z", "z")
DIMENSION = ("m", "m", "m", "m", "n", "n")
DIRECTION = ("higher_is_better", "lower_is_better", "higher_is_better", "target_range",
             "higher_is_better", "lower_is_better")  # fmt: skip


def points(group: tuple[int, ...] = (0, 0, 0, 0, 1, 1)) -> Points:
    lower = np.array([d == "lower_is_better" for d in DIRECTION])
    ranged = np.array([d == "target_range" for d in DIRECTION])
    return Points(
        kpi=KPI, category=CATEGORY, dimension=DIMENSION, group=np.array(group),
        direction=np.array(DIRECTION), unit=np.array(["%"] * N_POINTS),
        target_low=np.where(lower, 20.0, np.where(ranged, 40.0, 80.0)),
        target_high=np.where(lower, 20.0, np.where(ranged, 60.0, 80.0)),
        worst=np.where(lower, 95.0, 5.0),
        plausible_min=np.zeros(N_POINTS), plausible_max=np.full(N_POINTS, 100.0),
        judged=np.array([True, False, True, False, True, True]),
    )  # fmt: skip


@st.composite
def tables(draw: st.DrawFn, least: int = 1, full: bool = False) -> Table:
    n = draw(st.integers(least, 9))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    # Whole numbers, so that ties are common.
    value = random.integers(0, 21, (n, N_POINTS)) * 5.0
    if not full:
        value[random.random(value.shape) < draw(st.sampled_from([0.0, 0.1, 0.4]))] = np.nan
    return Table(tuple(f"c{i:02}" for i in range(n)), value, np.ones(value.shape, bool), points())


choices = st.builds(
    Choice,
    weights=st.none() | st.tuples(*[st.floats(0, 100, allow_subnormal=False)] * 2).filter(any),
    mean=st.sampled_from(["arithmetic", "geometric"]),
    weighting=st.sampled_from(["points", "kpi", "category", "dimension"]),
    scale=st.sampled_from(["progress", "percentile"]),
)


def same(a: object, b: object) -> None:
    np.testing.assert_array_equal(np.asarray(a), np.asarray(b))


@given(tables(), choices)
@profile(max_examples=40)
def test_permuting_cities_permutes_results(table: Table, choice: Choice) -> None:
    order = np.random.default_rng(len(table.ids)).permutation(len(table.ids))
    a = ranking(table, choice, DRAWS)
    b = ranking(table.rows(order), choice, DRAWS)
    assert a.ids == b.ids
    for name in ("rank", "median", "low", "high", "share", "tier"):
        same(getattr(a, name), getattr(b, name))


@given(tables(least=2, full=True), choices)
@profile(max_examples=40)
def test_a_duplicated_city_ties(table: Table, choice: Choice) -> None:
    twin = table.rows([*range(len(table.ids)), 0])._replace(ids=(*table.ids, "twin"))
    found = ranking(twin, choice, DRAWS)
    ranked = {table.ids[0], "twin"} & set(found.ids)
    if not ranked:  # weights of zero can leave a block of one or two points, which ranks nobody
        assert not may_rank(twin, choice)[[0, -1]].any()
        return
    assert len(ranked) == 2
    a, b = found.ids.index(table.ids[0]), found.ids.index("twin")
    assert found.nominal.score[a] == found.nominal.score[b]
    for column in (found.rank, found.median, found.low, found.high, found.tier):
        assert column[a] == column[b]


@given(tables(), choices, st.sampled_from([1e-6, 0.5, 3.0, 1e9]))
@profile(max_examples=40)
def test_scaling_weights_changes_nothing(table: Table, choice: Choice, by: float) -> None:
    own = choice.weights or (1.0, 1.0)
    scaled = choice._replace(weights=tuple(w * by for w in own))
    a = ranking(table, choice._replace(weights=own), DRAWS)
    b = ranking(table, scaled, DRAWS)
    assert a.ids == b.ids
    np.testing.assert_allclose(a.nominal.score, b.nominal.score, atol=2e-9)
    np.testing.assert_allclose(a.median, b.median)


@given(tables(full=True), choices, st.integers(0, N_POINTS - 1), st.floats(0, 100))
def test_a_better_value_never_lowers_a_score(
    table: Table, choice: Choice, point: int, step: float
) -> None:
    if DIRECTION[point] == "target_range":
        return
    value = table.value.copy()
    value[0, point] += step if DIRECTION[point] == "higher_is_better" else -step
    before = nominal(table, choice).score[0]
    after = nominal(table._replace(value=value), choice).score[0]
    if len(table.ids) > 1 or choice.scale == "progress":
        assert after >= before - 2e-9


@given(tables(), choices, st.integers(0, N_POINTS - 1))
def test_a_missing_value_never_helps_the_lower_bound(
    table: Table, choice: Choice, point: int
) -> None:
    choice = choice._replace(scale="progress")  # percentiles move with who is left
    value = table.value.copy()
    value[0, point] = np.nan
    full, less = nominal(table, choice), nominal(table._replace(value=value), choice)
    assert not less.low[0] > full.low[0] + 2e-9
    assert not less.high[0] < full.high[0] - 2e-9


@given(tables(), choices)
def test_the_score_lies_within_its_bounds_and_balance_is_at_most_one(
    table: Table, choice: Choice
) -> None:
    found = nominal(table, choice._replace(scale="progress", weights=None))
    held = ~np.isnan(found.score)
    assert (found.low[held] <= found.high[held] + 2e-9).all()
    known = ~np.isnan(found.balance)
    assert (found.balance[known] <= 1 + 1e-9).all()


@given(tables(), choices)
def test_ranks_as_chosen_need_no_draw(table: Table, choice: Choice) -> None:
    quick, whole = standing(table, choice), ranking(table, choice, draws=2)
    assert quick.table.ids == whole.ids
    np.testing.assert_array_equal(quick.rank, whole.rank)
    np.testing.assert_array_equal(quick.nominal.score, whole.nominal.score)


def test_the_gate_counts_only_what_weighs() -> None:
    value = np.full((1, N_POINTS), 50.0)
    value[0, 4:] = np.nan
    table = Table(("c",), value, np.ones((1, N_POINTS), bool), points())
    assert may_rank(table, Choice()).all()  # 4 of 6
    assert not may_rank(table, Choice((0.0, 1.0))).any()
    assert may_rank(table, Choice((1.0, 0.0))).all()


def test_no_city_one_city_and_equal_cities() -> None:
    value = np.full((6, N_POINTS), 50.0)
    table = Table(tuple("abcdef"), value, np.ones(value.shape, bool), points())
    assert ranking(table.rows([]), Choice(), DRAWS).ids == ()
    alone = ranking(table.rows([0]), Choice(), DRAWS)
    assert (alone.rank, alone.median, alone.tier) == (1, 1, 1)
    level = ranking(table, Choice(), DRAWS)
    assert set(level.rank) == set(level.low) == set(level.high) == set(level.tier) == {1}
    assert {change.what for change in one_at_a_time(table, Choice())} >= {"mean", "doubled"}


def test_ranks_and_tiers_by_hand() -> None:
    assert ranks([3.0, 5.0, 5.0, np.nan]).tolist() == [3, 1, 1, 4]
    low, high = np.array([1, 1, 3, 3, 5]), np.array([2, 3, 4, 5, 5])
    assert tiers(low, high, np.arange(5)).tolist() == [1, 1, 2, 2, 3]


def test_weights_of_all_levels_rescale_over_what_is_held() -> None:
    parents = hierarchy(list("aab"), list("xxy"))
    assert leaf_weights([True, False, True], parents).tolist() == [0.5, 0.0, 0.5]
    assert leaf_weights([False] * 3, parents).tolist() == [0.0] * 3
    assert leaf_weights([True] * 3, (), [[1e300, 0, 1e300]]).tolist() == [0.5, 0, 0.5]


@given(
    st.lists(st.tuples(*[st.none() | st.sampled_from([25.0, 50.0, 75.0, 100.0, 33.3])] * 2),
             min_size=1, max_size=12),
    st.integers(0, 3),
)  # fmt: skip
def test_printed_bars_add_up(pairs: list[tuple[float | None, float | None]], digits: int) -> None:
    a, b = (np.array([p[i] for p in pairs], dtype=float) for i in (0, 1))
    found = decompose(a, b, hierarchy([i // 3 for i in range(a.size)]))
    if not found.shared.any():
        with pytest.raises(ValueError, match="nothing shared"):
            printed(found, digits)
        return
    assert found.start + found.contribution.sum() == pytest.approx(found.end, abs=1e-9)
    shown = printed(found, digits)
    unit = 10**digits
    steps = [round(step * unit) for step in shown.steps]
    assert round(shown.start * unit) + sum(steps) == round(shown.end * unit)
    assert all(step == 0 for step, c in zip(steps, found.contribution, strict=True) if c == 0)
