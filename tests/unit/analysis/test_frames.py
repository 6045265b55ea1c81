"""Frames give what the functions on arrays give, under names instead of places."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import composite as arrays
from analysis import frames

GROUPS = pd.DataFrame(
    {"kpi": ["k1", "k1", "k2", "k3"], "dimension": ["economy", "economy", "economy", "society"]},
    index=["a", "b", "c", "d"],
)
CELLS = st.lists(st.none() | st.integers(0, 100), min_size=4, max_size=4)
WEIGHTS = st.dictionaries(
    st.sampled_from(["a", "b", "c", "k1", "k2", "society"]), st.integers(1, 5)
)


def frame(rows):
    index = [f"city-{i}" for i in range(len(rows))]
    return pd.DataFrame(rows, index, [*GROUPS.index], dtype="float64")


@given(
    st.lists(CELLS, min_size=1, max_size=6), WEIGHTS, st.sampled_from(["arithmetic", "geometric"])
)
def test_the_index_is_that_of_the_arrays_whatever_is_named(rows, weights, mean):
    found = frames.composite(frame(rows), weights=weights, groups=GROUPS, mean=mean)
    in_places = [[weights.get(name, 1) for name in names] for names in (
        ("a", "b", "c", "d"), ("k1", "k2", "k3"), ("economy", "society"),
    )]  # fmt: skip
    expected = arrays.composite(
        frame(rows), [0] * 4, [100] * 4, mean=mean, weights=in_places,
        groups=[GROUPS["kpi"].tolist(), GROUPS["dimension"].tolist()],
    )  # fmt: skip
    np.testing.assert_array_equal(found["score"], expected)


@given(st.lists(CELLS, min_size=1, max_size=6), st.randoms())
def test_the_order_of_columns_and_groups_changes_nothing(rows, random):
    order = random.sample([*GROUPS.index], 4)
    shuffled = frames.composite(frame(rows)[order], weights={"k1": 3, "d": 2}, groups=GROUPS)
    plain = frames.composite(frame(rows), weights={"k1": 3, "d": 2}, groups=GROUPS)
    pd.testing.assert_frame_equal(shuffled, plain)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_a_score_lies_within_its_bounds_and_only_full_enough_rows_are_ranked(rows):
    found = frames.composite(frame(rows))
    held = found.dropna(subset=["score"])
    assert (held["low"] <= held["score"] + 1e-6).all()
    assert (held["score"] <= held["high"] + 1e-6).all()
    assert found["passes_gate"].tolist() == [sum(c is not None for c in row) >= 3 for row in rows]
    ranked = found[found["passes_gate"]]
    assert ranked["rank"].tolist() == ranked["score"].rank(ascending=False, method="min").tolist()
    assert found.loc[~found["passes_gate"], "rank"].isna().all()


@pytest.mark.parametrize("weights", [{"nothing": 1}, {"a": -1}, {"a": float("nan")}])
def test_a_weight_that_means_nothing_is_refused(weights):
    with pytest.raises(ValueError, match="unknown, or not 0 and above"):
        frames.composite(frame([[1, 2, 3, 4]]), weights=weights, groups=GROUPS)


def test_an_indicator_without_a_group_is_refused():
    with pytest.raises(KeyError):
        frames.composite(frame([[1, 2, 3, 4]]), groups=GROUPS.drop("d"))


def test_the_newest_value_counts_and_an_empty_one_does_not():
    rows = pd.DataFrame(
        [
            ("x", "a", 2020, 1.0),
            ("x", "a", 2018, 2.0),
            ("x", "a", 2022, None),
            ("y", "b", 2019, 3.0),
        ],
        columns=["city_id", "point_key", "year", "value"],
    )
    found = frames.newest(rows)
    assert found.loc["x", "a"] == 1.0
    assert found.loc["y", "b"] == 3.0
    assert found.isna().sum().sum() == 2
