"""A build that would take published values away stops, says which, and says it again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import etl.__main__ as etl
from data.settings import settings
from etl.publish import current_version
from tests.unit.etl.conftest import Submit

Run = Callable[..., int]
VALENCIA = {"publication": "Report"}
RIYADH = {"publication": "Factsheet", "city": "Riyadh", "country_iso3": "SAU"}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, submit: Submit) -> Run:
    """Two cities are published; gives the command that builds again."""
    monkeypatch.setenv("ATLAS_STORE_DIR", str(tmp_path / "built"))
    monkeypatch.setenv("ATLAS_SUBMISSIONS_DIR", str(tmp_path / "in"))
    settings.cache_clear()
    submit("valencia.csv", VALENCIA, {**VALENCIA, "year": "2019"})
    submit("riyadh.csv", RIYADH)

    def build(*options: str) -> int:
        return etl.main(["build", "--data", "published", *options])

    assert build() == 0
    yield build
    settings.cache_clear()


def served(tmp_path: Path) -> str | None:
    return current_version(tmp_path / "built" / "published")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        # a typo keeps the whole submission out, and with it the city
        ("riyadh.csv", ("81.5", "0.11 %"), "the city Riyadh: 1 value of “Factsheet”"),
        # a row that is gone
        (
            "valencia.csv",
            ("2019", "2018"),
            "1 value of Valencia in “Report”, for one household_int",
        ),
        # a lost file
        ("riyadh.csv", None, "the city Riyadh"),
    ],
)
def test_what_would_vanish_stops_the_build_until_it_is_meant(
    run: Run,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: tuple[str, str] | None,
    said: str,
) -> None:
    before, file = served(tmp_path), tmp_path / "in" / old
    if new is None:
        file.unlink()
    else:
        file.write_text(file.read_text("utf-8").replace(*new), "utf-8")
    for _again in range(2):
        assert run("--if-stale") == 1
        complaint = capsys.readouterr().err
        assert said in complaint
        assert "--accept-removals" in complaint
        assert served(tmp_path) == before
    assert run("--accept-removals") == 0
    assert served(tmp_path) not in (None, before)
    assert run("--if-stale") == 0


def test_a_clock_of_another_year_stops_the_build(
    run: Run,
    tmp_path: Path,
    submit: Submit,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from etl import build as module

    oslo = {"publication": "Old report", "city": "Oslo", "country_iso3": "NOR", "year": "2015"}
    submit("oslo.csv", oslo)
    assert run() == 0

    class Clock(module.datetime):
        @classmethod
        def now(cls, tz: object = None) -> module.datetime:
            return module.datetime(2019, 6, 1)

    monkeypatch.setattr(module, "datetime", Clock)
    before = served(tmp_path)
    assert run("--force") == 1
    assert "would take away" in capsys.readouterr().err
    assert served(tmp_path) == before


def test_going_back_to_older_inputs_takes_nothing_away_in_silence(
    run: Run, tmp_path: Path, submit: Submit, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = tmp_path / "in" / "manifest.csv"
    before, old = manifest.read_text("utf-8"), served(tmp_path)
    oslo = {"publication": "Oslo report", "city": "Oslo", "country_iso3": "NOR"}
    added = submit("oslo.csv", oslo)
    assert run() == 0
    added.unlink()
    manifest.write_text(before, "utf-8")
    assert run() == 1
    assert "the city Oslo" in capsys.readouterr().err
    assert run("--accept-removals") == 0
    assert served(tmp_path) == old
