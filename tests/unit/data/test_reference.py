"""The catalogue hangs together, and the published submissions hold what the sources print."""

from __future__ import annotations

import csv
import math
from collections import Counter
from pathlib import Path

import pytest

from etl.geography import latitude_band, size_band
from etl.population import SOURCE, Place, Population, populations, read_corrections

DATA = Path(__file__).resolve().parents[3] / "data"
STATUSES = {"reported", "not_reported", "not_verified", "reported_with_caveat", "not_applicable"}
DIRECTIONS = {"higher_is_better", "lower_is_better", "target_range", "informational"}

Rows = list[dict[str, str]]


def table(name: str) -> Rows:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float:
    return float(text) if text else math.nan


DIMENSIONS = table("reference/dimensions.csv")
CATEGORIES = table("reference/categories.csv")
KPIS = table("reference/kpis.csv")
POINTS = table("reference/data_points.csv")
TARGETS = {row["point_key"]: row for row in table("reference/targets.csv")}
CITIES = table("reference/cities.csv")
COUNTRIES = {row["iso3"]: row for row in table("reference/countries.csv")}
MANIFEST = table("submissions/manifest.csv")
SUBMISSIONS = {row["file"]: table(f"submissions/{row['file']}") for row in MANIFEST}


def test_counts_and_official_order() -> None:
    assert (len(KPIS), len(POINTS), len(TARGETS)) == (91, 112, 112)
    assert sum(row["scored"] == "true" for row in POINTS) == 93
    assert Counter(row["dimension"] for row in CATEGORIES) == {
        "economy": 11,
        "environment": 6,
        "society": 7,
    }
    for rows in (DIMENSIONS, CATEGORIES, KPIS, POINTS):
        assert [int(row["position"]) for row in rows] == list(range(1, len(rows) + 1))
    order = [row["key"] for row in CATEGORIES]
    assert list(dict.fromkeys(row["category"] for row in POINTS)) == order
    ranks = [order.index(row["category"]) for row in POINTS]
    assert ranks == sorted(ranks), "the points of a category stand together"


def test_every_key_referenced_exists() -> None:
    dimension = {row["key"] for row in DIMENSIONS}
    category = {row["key"]: row["dimension"] for row in CATEGORIES}
    kpi = {row["code"]: row for row in KPIS}
    assert set(category.values()) == dimension
    assert all(category[row["category"]] == row["dimension"] for row in KPIS)
    for row in POINTS:
        parent = kpi[row["kpi_code"]]
        assert (row["category"], row["dimension"]) == (parent["category"], parent["dimension"])
    assert {row["kpi_code"] for row in POINTS} == set(kpi), "a KPI without a data point"
    assert set(TARGETS) == {row["key"] for row in POINTS}
    assert {row["point_key"] for row in table("reference/sdg11_targets.csv")} <= set(TARGETS)
    by_kpi = {code: {p["unit"] for p in POINTS if p["kpi_code"] == code} for code in kpi}
    assert {c for c, units in by_kpi.items() if units != {kpi[c]["unit"]}} == {"EC: ICT: PS: 1A"}


@pytest.mark.parametrize("point", POINTS, ids=lambda row: row["key"])
def test_point_has_unit_bounds_and_a_target_or_a_reason(point: dict[str, str]) -> None:
    target = TARGETS[point["key"]]
    assert point["unit"]
    assert point["unit"] == target["unit"]
    assert point["direction"] in DIRECTIONS
    minimum, maximum = number(point["plausible_min"]), number(point["plausible_max"])
    assert minimum < maximum
    assert target["rationale"]
    assert target["confidence"] in {"published", "strong", "judgement"}
    assert target["scored"] == point["scored"]
    low, high = number(target["target_low"]), number(target["target_high"])
    worst = number(target["worst"])
    if point["scored"] == "false":
        assert target["basis"] == "none"
        assert all(math.isnan(x) for x in (low, high, worst))
        return
    assert target["basis"] != "none"
    assert target["source_name"]
    assert minimum <= low <= high <= maximum
    assert minimum <= worst <= maximum
    if point["direction"] == "higher_is_better":
        assert worst < low
    elif point["direction"] == "lower_is_better":
        assert worst > high
    else:
        assert point["direction"] == "target_range"
        assert not low <= worst <= high


def test_cities_and_countries() -> None:
    assert len(CITIES) == 85
    assert len({row["id"] for row in CITIES}) == 85
    assert {row["country_iso3"] for row in CITIES} == set(COUNTRIES)
    assert all(row["id"].isascii() and row["fictional"] == "false" for row in CITIES)
    incomes = {f"{word} income" for word in ("Low", "Lower middle", "Upper middle", "High")}
    assert {row["income_group"] for row in COUNTRIES.values()} <= incomes


def test_populations_are_matched_by_name_country_and_distance() -> None:
    places = [
        Place(
            row["id"],
            row["name"],
            COUNTRIES[row["country_iso3"]]["iso2"],
            float(row["latitude"]),
            float(row["longitude"]),
        )
        for row in CITIES
    ]
    corrections = read_corrections(DATA / "reference/population_corrections.csv")
    assert set(corrections) <= {row["id"] for row in CITIES}
    found = populations(places, corrections)
    unmatched = {city for city, found_ in found.items() if found_.population is None}
    assert unmatched == {"aukra", "canton-of-geneva"}
    # The biggest place of the name near by: London, not the City of London 3 km away.
    assert found["london"].source == SOURCE
    assert (found["london"].population or 0) > 8_000_000
    assert found["oslo"] == corrections["oslo"]

    far = Place("valencia", "Valencia", "ES", 41.39, 2.17)
    abroad = Place("paris", "Paris", "BE", 48.86, 2.35)
    nothing = Population(None, None)
    assert populations([far, abroad], {}) == {"valencia": nothing, "paris": nothing}


def test_bands_of_latitude_and_size() -> None:
    assert [latitude_band(x) for x in (1.3, -23.4, 23.5, -34.0, 35.0, 54.9, -55.0, 69.6)] == [
        "tropical",
        "tropical",
        "subtropical",
        "subtropical",
        "temperate",
        "temperate",
        "cold",
        "cold",
    ]
    assert size_band(None) is None
    assert [size_band(x) for x in (99_999, 100_000, 500_000, 1_000_000)] == [
        "under 100 000",
        "100 000 to 500 000",
        "500 000 to 1 million",
        "over 1 million",
    ]


def test_submissions_hold_every_printed_value_and_status() -> None:
    files = {path.name for path in (DATA / "submissions").glob("*.csv")} - {"manifest.csv"}
    assert files == set(SUBMISSIONS)
    kind = {row["file"]: row["kind"] for row in MANIFEST}
    u4ssc = [r for file, rows in SUBMISSIONS.items() for r in rows if file.startswith("u4ssc-")]
    assert Counter(r["city"] for r in u4ssc if r["value"]) == {
        "Riyadh": 39, "Ålesund": 24, "Bizerte": 20, "Moscow": 18, "Valencia": 17, "Asker": 14,
        "Karmøy": 14, "Pully": 14, "Kristiansund": 13, "Stavanger": 13, "Mashhad": 6,
    }  # fmt: skip
    printed = [r for rows in SUBMISSIONS.values() for r in rows if r["status"] != "reported"]
    assert Counter((r["status"], bool(r["value"])) for r in printed) == {
        ("not_reported", False): 18,
        ("not_verified", False): 1,
        ("reported_with_caveat", True): 5,
        ("reported_with_caveat", False): 1,
    }
    series = [r for f, rows in SUBMISSIONS.items() if kind[f] == "other_statistics" for r in rows]
    values = [r for r in series if r["value"]]
    assert (len(values), len({r["city"] for r in values})) == (3205, 75)


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda row: row["file"])
def test_submission_rows_use_known_words(entry: dict[str, str]) -> None:
    rows = SUBMISSIONS[entry["file"]]
    home = {row["name"]: row["country_iso3"] for row in CITIES}
    point = {row["key"]: row for row in POINTS}
    for row in rows:
        assert row["publication"] == entry["publication"]
        assert home[row["city"]] == row["country_iso3"]
        assert row["unit"] == point[row["point_key"]]["unit"]
        assert row["status"] in STATUSES
        assert row["source_url"].startswith("http")
        assert entry["year"] in ("", row["year"])
        assert row["value"] or row["status"] != "reported"
        if row["value"]:
            bounds = point[row["point_key"]]
            assert float(bounds["plausible_min"]) <= float(row["value"])
            assert float(row["value"]) <= float(bounds["plausible_max"])
    grain = [(row["city"], row["point_key"], row["year"]) for row in rows]
    assert len(set(grain)) == len(grain)
