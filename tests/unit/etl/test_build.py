"""What comes in, what is kept out, and that the old store serves on whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from data.settings import Settings
from etl.build import BuildFailed, Built, build
from etl.datasets import DataSet
from etl.inputs import ROOT
from etl.marts import GrainBroken, check_grain
from etl.publish import current_version, locked, publish, store_path, unfinished_path, versions
from tests.unit.etl.conftest import Submit


def built(chosen: Settings) -> Built:
    data = DataSet("published", chosen)
    with locked(data.folder):
        return build("published", data.version(), data.reference(), data.submissions(),
                     data.folder, chosen)  # fmt: skip


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_an_error_keeps_its_submission_out_and_lets_the_others_in(
    submit: Submit, chosen: Settings
) -> None:
    submit("good.csv", {}, {"point_key": "coverage_4g", "value": "", "status": "not_reported"})
    bad = {"publication": "Bad", "city": "Riyadh", "country_iso3": "SAU"}
    submit("bad.csv", bad, {**bad, "point_key": "coverage_4g", "value": "x"})
    submit("unlisted.csv", {"publication": "Unlisted"}, listed=False)
    path = built(chosen).path
    assert query(path, "SELECT city_id, n_values, n_statuses FROM submission") == [
        ("valencia", 1, 1)
    ]
    assert query(path, 'SELECT file, "row", rule, submission_id FROM finding ORDER BY 1') == [
        ("bad.csv", 3, "number", None), ("unlisted.csv", 2, "manifest", None),
    ]  # fmt: skip
    assert query(path, "SELECT n_values, n_errors FROM build") == [(1, 2)]


def test_cities_have_the_population_of_their_source(submit: Submit, chosen: Settings) -> None:
    submit("a.csv", {})
    rows = query(
        built(chosen).path,
        "SELECT id, population > 4_000_000, population_source, size_band, latitude_band FROM city"
        " WHERE id IN ('riyadh', 'oslo', 'karmoy', 'aukra') ORDER BY id",
    )
    assert rows == [
        ("aukra", None, None, None, "cold"),
        ("karmoy", False, "Statistics Norway, 1 January 2009", "under 100 000", "cold"),
        (
            "oslo",
            False,
            "Statistics Norway, end of third quarter 2015",
            "500 000 to 1 million",
            "cold",
        ),
        ("riyadh", True, "GeoNames", "over 1 million", "subtropical"),
    ]


def test_a_publication_in_two_files_comes_in_once(submit: Submit, chosen: Settings) -> None:
    submit("a.csv", {})
    submit("b.csv", {"value": "7"})
    path = built(chosen).path
    assert query(path, "SELECT value FROM observation") == [(81.5,)]
    assert query(path, "SELECT file, rule FROM finding") == [("b.csv", "handed_in_twice")]


def test_a_warning_stays_with_its_submission(submit: Submit, chosen: Settings) -> None:
    submit("a.csv", {}, {})
    path = built(chosen).path
    assert query(path, "SELECT n_values, n_findings FROM submission") == [(1, 1)]
    assert query(path, "SELECT submission_id FROM finding") == [("valencia-report",)]


def test_the_newest_row_in_the_window_stands(submit: Submit, chosen: Settings) -> None:
    manifest = chosen.submissions_dir / "manifest.csv"
    rows = [
        {"publication": "Rounds", "year": "2012", "point_key": "coverage_3g", "value": "50"},
        {"publication": "Rounds", "year": "2012"},
        {"publication": "Rounds", "year": "2014", "value": "", "status": "not_reported"},
        {"publication": "Rounds", "year": "2018", "value": "90"},
        {"publication": "Rounds", "year": "2018", "point_key": "coverage_4g", "value": "",
         "status": "not_applicable"},
    ]  # fmt: skip
    submit("a.csv", *rows, listed=False)
    with manifest.open("a", encoding="utf-8") as file:
        file.write("a.csv,Rounds,city_submission,self_reported,complete,,\n")
    path = built(chosen).path
    standing = "SELECT as_of, point_key, year, value FROM point_score ORDER BY 1, 2"
    assert query(path, standing) == [
        (2012, "coverage_3g", 2012, 50.0), (2012, "household_internet_access", 2012, 81.5),
        (2014, "coverage_3g", 2012, 50.0), (2014, "household_internet_access", 2014, None),
        (2018, "coverage_4g", 2018, None), (2018, "household_internet_access", 2018, 90.0),
    ]  # fmt: skip
    assert query(path, "SELECT as_of, n_held, n_scored, n_scoreable FROM round ORDER BY 1") == [
        (2012, 2, 2, 93), (2014, 1, 1, 93), (2018, 1, 1, 92),
    ]  # fmt: skip


@pytest.mark.parametrize("broken", ["every submission", "the reference", "no manifest"])
def test_a_failed_build_leaves_the_old_store(
    submit: Submit, chosen: Settings, tmp_path: Path, broken: str
) -> None:
    submit("a.csv", {})
    before = built(chosen).version
    if broken == "every submission":
        submit("a.csv", {"value": "101"}, listed=False)
    elif broken == "no manifest":
        (chosen.submissions_dir / "manifest.csv").unlink()
    else:
        folder = tmp_path / "reference"
        folder.mkdir()
        for path in chosen.reference_dir.glob("*.csv"):
            lines = path.read_text("utf-8").splitlines(keepends=True)
            last = -1 if path.name == "targets.csv" else None
            (folder / path.name).write_text("".join(lines[:last]), "utf-8")
        chosen = chosen.model_copy(update={"reference_dir": folder})
    with pytest.raises(BuildFailed):
        built(chosen)
    folder = chosen.store_dir / "published"
    assert current_version(folder) == before
    assert sorted(p.name for p in folder.iterdir()) == [
        ".lock", "CURRENT", f"kpi-{before}.duckdb",
    ]  # fmt: skip


def test_same_inputs_same_version_and_any_byte_makes_another(
    submit: Submit, chosen: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = submit("a.csv", {})
    first = DataSet("published", chosen).version()
    path.touch()
    assert DataSet("published", chosen).version() == first
    path.write_bytes(path.read_bytes() + b"\n")
    second = DataSet("published", chosen).version()
    assert second != first
    assert "reference/population_corrections.csv" in {
        i.name for i in DataSet("published", chosen).reference()
    }
    monkeypatch.setattr("etl.datasets.installed", lambda package: f"{package} of tomorrow")
    assert DataSet("published", chosen).version() not in (first, second)


def test_old_versions_go_the_served_one_stays(tmp_path: Path) -> None:
    for version in ("a", "b", "c", "d"):
        unfinished = unfinished_path(tmp_path, version)
        unfinished.write_text(version)
        publish(unfinished, tmp_path, version, keep=2)
    assert versions(tmp_path) == ["d", "c"]
    assert current_version(tmp_path) == "d"


def test_a_mart_that_breaks_its_grain_is_refused() -> None:
    with duckdb.connect() as connection:
        connection.execute("ATTACH ':memory:' AS store")
        connection.execute("CREATE TABLE store.dimension AS SELECT unnest(['a', 'a']) AS key")
        with pytest.raises(GrainBroken, match="dimension"):
            check_grain(connection)


@pytest.mark.parametrize("moment", ["rows", "scores", "grain", "publish", "rename", "pointer"])
def test_killed_at_any_moment_the_old_store_serves_on(
    submit: Submit, chosen: Settings, moment: str
) -> None:
    submit("a.csv", {})
    before = built(chosen)
    submit("a.csv", {"value": "12"}, listed=False)
    # The child stops at the moment named, and is killed there.
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, moment], stdout=subprocess.PIPE, cwd=ROOT,
        env={**os.environ, "ATLAS_STORE_DIR": str(chosen.store_dir),
             "ATLAS_SUBMISSIONS_DIR": str(chosen.submissions_dir)},
    )  # fmt: skip
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"here\n"
        child.send_signal(signal.SIGKILL)
    folder = chosen.store_dir / "published"
    assert current_version(folder) == before.version
    assert query(before.path, "SELECT value FROM observation") == [(81.5,)]
    after = built(chosen)
    assert query(after.path, "SELECT value FROM observation") == [(12.0,)]
    assert not list(folder.glob("*.tmp-*"))
    assert store_path(folder, after.version) == after.path


_CHILD = """
import sys, time
from pathlib import Path
import etl.publish
from data.settings import settings
from etl.build import build
from etl.datasets import DataSet

def stop(moment):
    if moment == sys.argv[1]:
        print("here", flush=True)
        time.sleep(60)

replace = Path.replace
def renamed(path, target):
    stop("pointer" if Path(target).name == "CURRENT" else "rename")
    return replace(path, target)
Path.replace = renamed

data = DataSet("published", settings())
with etl.publish.locked(data.folder):
    build("published", data.version(), data.reference(), data.submissions(), data.folder,
          data.settings, stop)
"""


def test_if_stale_is_quick_and_loads_nothing_heavy(submit: Submit, chosen: Settings) -> None:
    submit("a.csv", {})
    built(chosen)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "etl", "build", "--data", "published",
         "--if-stale"], capture_output=True, check=True, text=True, cwd=ROOT,
        env={**os.environ, "ATLAS_STORE_DIR": str(chosen.store_dir),
             "ATLAS_SUBMISSIONS_DIR": str(chosen.submissions_dir)},
    )  # fmt: skip
    assert time.perf_counter() - start < 10  # a stuck lock, not a speed test
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert not loaded & {"duckdb", "numpy", "rich"}
    assert done.stdout == ""
