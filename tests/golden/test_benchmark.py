"""Both lanes of a data point and their percentiles, read from the files as received."""

from __future__ import annotations

import csv
import statistics
from collections import defaultdict
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.composite import goodness, percentiles
from data import queries
from data.settings import settings
from data.store import snapshot
from pages.benchmark.lanes import spread
from pages.benchmark.reading import read_subject

pytestmark = pytest.mark.usefixtures("stores")


def received(point_key):
    """Newest value of every city by kind, as (city, kind) -> {year: value}; plain reading."""
    folder = settings().submissions_dir
    with (folder / "manifest.csv").open(encoding="utf-8") as file:
        kinds = {row["file"]: row["kind"] for row in csv.DictReader(file)}
    found = defaultdict(dict)
    for name, kind in kinds.items():
        with (folder / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["point_key"] == point_key and row["value"]:
                    other = kind == "other_statistics"
                    found[row["city"], other].setdefault(int(row["year"]), float(row["value"]))
    return found


@pytest.mark.parametrize("point_key", ["unemployment_rate", "poverty", "potable_water_supply"])
@pytest.mark.parametrize("asof", [None, 2015, 2020])
def test_lanes_are_those_of_the_files(point_key, asof):
    found = received(point_key)
    years = defaultdict(set)
    for (city, other), values in found.items():
        for year in values:
            years[other, year].add(city)
    other_year = asof or max(y for (other, y), cities in years.items() if other and len(cities) > 2)
    point = queries.definition(snapshot(), point_key)
    _point, lanes = read_subject(snapshot(), point, asof)
    for lane in lanes:
        until = other_year if lane.other else asof or 9999
        newest = {
            city: max(y for y in values if y <= until)
            for (city, other), values in found.items()
            if other == lane.other and min(values) <= until
        }
        first = (other_year if lane.other else asof or max(newest.values(), default=0)) - 5
        wanted = {c: found[c, lane.other][y] for c, y in newest.items() if y >= first}
        faded = {c for c, y in newest.items() if y < first}
        assert {row.city: row.value for row in lane.inside} == wanted
        assert {row.city for row in lane.older} == faded
        if len(wanted) > 7:
            quarters = statistics.quantiles(wanted.values(), n=4, method="inclusive")
            assert spread(lane.values).band == pytest.approx(quarters)


def test_unemployment_as_the_mock_has_it():
    point = queries.definition(snapshot(), "unemployment_rate")
    _point, (reports, other) = read_subject(snapshot(), point, None)
    assert [row.city for row in reports.inside] == [
        "Moscow", "Ålesund", "Stavanger", "Riyadh", "Valencia",
    ]  # fmt: skip
    assert (other.year, len(other.inside), len(other.older)) == (2024, 35, 15)
    assert spread(other.values).median == pytest.approx(7.92)
    assert spread(reports.values).band is None


def test_few_cities_have_no_median_and_no_middle_half():
    assert spread([1.0, 2.0, 3.0, 4.0]) == (None, None)
    assert spread([1.0] * 7).band is None
    assert spread([3.0] * 8).band == (3.0, 3.0, 3.0)


@given(st.lists(st.integers(0, 6), min_size=2, max_size=15))
def test_percentiles_with_ties_are_a_count_of_pairs(values):
    """Each other city gives a whole when it is worse and a half when it is equal."""
    n = len(values)
    wanted = [
        100 * sum(Fraction(2 * (o < v) + (o == v), 2) for j, o in enumerate(values) if j != i)
        / (n - 1)
        for i, v in enumerate(values)
    ]  # fmt: skip
    turned = goodness(np.array(values, dtype=float), "higher_is_better", np.nan, np.nan)
    found = percentiles(turned[:, None])[:, 0]
    assert found.tolist() == pytest.approx([float(w) for w in wanted])
