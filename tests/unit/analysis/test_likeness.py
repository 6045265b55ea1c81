"""Likeness against sums made another way, and what must hold for any cities."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.likeness import (
    CRITERIA,
    PROFILE_N,
    Features,
    codes,
    differences,
    distances,
    nearest,
    weights,
    z_scores,
)

NAN = float("nan")
EQUAL = weights({})


def features(
    population=(5.0, 6.0, 5.5), region=None, income=None, latitude=None, profile=None
) -> Features:
    n = len(population)
    same = np.zeros(n, dtype=np.int64)
    return Features(
        np.array(population, dtype=float),
        same if region is None else codes(region),
        same if income is None else codes(income),
        same if latitude is None else codes(latitude),
        np.full((n, 0), NAN) if profile is None else np.array(profile, dtype=float),
    )


@st.composite
def cities(draw) -> Features:
    n = draw(st.integers(1, 7))
    word = st.one_of(st.none(), st.sampled_from("abc"))
    number = st.one_of(st.just(NAN), st.floats(0, 100))
    return features(
        draw(st.lists(st.one_of(st.just(NAN), st.floats(3, 8)), min_size=n, max_size=n)),
        *(draw(st.lists(word, min_size=n, max_size=n)) for _ in range(3)),
        draw(st.lists(st.lists(number, min_size=12, max_size=12), min_size=n, max_size=n)),
    )


mixes = st.dictionaries(st.sampled_from(CRITERIA), st.floats(0, 1e308), max_size=5).map(weights)


def slow_distance(f: Features, a: int, b: int, weight) -> float:
    """The same by plain loops and exactly rounded sums."""

    def z(column, i):
        known = [x for x in column if not math.isnan(x)]
        mean = math.fsum(known) / len(known)
        spread = math.dist(known, [mean] * len(known)) / math.sqrt(len(known))
        return (column[i] - mean) / spread if spread > 1e-9 else 0.0

    found = []
    if not math.isnan(f.population[a]) and not math.isnan(f.population[b]):
        column = f.population.tolist()
        found.append((weight[0], z(column, a) - z(column, b)))
    for w, code in zip(weight[1:4], (f.region, f.income, f.latitude), strict=True):
        if code[a] >= 0 and code[b] >= 0:
            found.append((w, float(code[a] != code[b])))
    shared = [
        z(column.tolist(), a) - z(column.tolist(), b)
        for column in f.profile.T
        if not math.isnan(column[a]) and not math.isnan(column[b])
    ]
    if len(shared) >= PROFILE_N:
        found.append((weight[4], math.hypot(*shared) / math.sqrt(len(shared))))
    total = math.fsum(w for w, _ in found)
    if not total:
        return NAN
    return math.sqrt(math.fsum(w * d * d for w, d in found) / total)


@settings(max_examples=40)  # every pair of cities by plain loops
@given(cities(), mixes)
def test_distances_are_those_of_plain_loops_and_symmetric(f: Features, weight) -> None:
    n = len(f.population)
    matrix = np.array([distances(differences(f, i), weight) for i in range(n)])
    np.testing.assert_allclose(matrix, matrix.T, atol=1e-9)
    for a in range(n):
        for b in range(n):
            expected = slow_distance(f, a, b, weight)
            assert matrix[a, b] == pytest.approx(expected, abs=1e-6, nan_ok=True)
        assert math.isnan(matrix[a, a]) or matrix[a, a] == 0


@given(cities(), st.randoms())
def test_the_order_of_the_cities_changes_nothing(f: Features, random) -> None:
    order = list(range(len(f.population)))
    random.shuffle(order)
    mixed = Features(*(part[order] for part in f))
    before = distances(differences(f, order[0]), EQUAL)[order]
    np.testing.assert_allclose(distances(differences(mixed, 0), EQUAL), before, atol=1e-9)


def test_an_unknown_criterion_is_left_out_and_makes_nobody_nearer() -> None:
    """Without a population the distance is that of the other criteria alone."""
    known = features((5.0, 5.0, 6.0), region=("a", "b", "b"))
    unknown = features((5.0, NAN, 6.0), region=("a", "b", "b"))
    assert np.isnan(differences(unknown, 0)[1, 0])
    # Population equal, region another, income and latitude equal: one of four, then one of three.
    assert distances(differences(known, 0), EQUAL)[1] == pytest.approx(math.sqrt(1 / 4))
    assert distances(differences(unknown, 0), EQUAL)[1] == pytest.approx(math.sqrt(1 / 3))


def test_a_profile_needs_ten_shared_points() -> None:
    nine = [[50.0] * 9 + [NAN], [60.0] * 10]
    ten = [[50.0] * 10, [60.0] * 10]
    assert np.isnan(differences(features((5.0, 5.0), profile=nine), 0)[1, 4])
    # Two values lie one standard deviation either side of their mean.
    assert differences(features((5.0, 5.0), profile=ten), 0)[1, 4] == pytest.approx(2.0)


def test_identical_cities_are_no_distance_apart() -> None:
    twins = features((5.2,) * 3, ("a",) * 3, ("b",) * 3, ("c",) * 3, [[33.3] * 12] * 3)
    assert distances(differences(twins, 1), EQUAL).tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("n", [1, 2])
def test_one_and_two_cities(n: int) -> None:
    f = features((5.0, 6.0)[:n])
    expected = [0.0, math.sqrt(4 / 4)][:n]
    assert distances(differences(f, 0), EQUAL) == pytest.approx(expected)


def test_nothing_known_is_no_distance_and_nobody_is_proposed() -> None:
    f = features((NAN, NAN), (None, "a"), (None, "a"), (None, "a"))
    distance = distances(differences(f, 0), EQUAL)
    assert np.isnan(distance).all()
    assert nearest(distance, ["a", "b"]) == []
    assert z_scores(np.full((0, 3), NAN)).shape == (0, 3)


def test_only_proportions_of_weights_count_and_all_zero_is_all_alike() -> None:
    small, large = (dict.fromkeys(CRITERIA, w) for w in (1e-300, 1e300))
    assert weights(small | {"region": 2e-300}) == pytest.approx(weights(large | {"region": 2e300}))
    assert weights(dict.fromkeys(CRITERIA, 0.0)).tolist() == [1.0] * 5


def test_equals_stand_in_the_order_of_their_ids() -> None:
    assert nearest(np.array([1.0, 0.5, 1.0, NAN]), ["b", "c", "a", "d"]) == [1, 2, 0]
