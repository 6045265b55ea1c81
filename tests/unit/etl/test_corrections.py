"""A correction replaces the points it names; the rest of what a city reported stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from app import server
from data import queries
from data.downloads import ValuesFilter, columns, value_rows
from data.settings import Settings
from data.store import Snapshot
from etl.build import build
from etl.datasets import DataSet
from etl.publish import locked
from pages.source.drawer import drawer
from tests.unit.etl.conftest import Submit

REPORT: dict[str, Any] = {"publication": "Report"}
CORRECTION: dict[str, Any] = {"publication": "Correction", "note": "a slip of the pen"}
JOBLESS, YOUTH, HOMES = "unemployment_rate", "youth_unemployment_rate", "household_internet_access"


def list_as(folder: Path, file: str, publication: str, year: int, day: str) -> None:
    with (folder / "manifest.csv").open("a", encoding="utf-8") as manifest:
        manifest.write(f"{file},{publication},city_submission,self_reported,partial,{year},{day}\n")


@pytest.fixture
def corrected(submit: Submit, chosen: Settings, tmp_path: Path) -> Snapshot:
    """Three points of a report of 2020, one corrected; two points of the city's own in 2023."""
    submit(
        "report.csv",
        {**REPORT, "point_key": JOBLESS, "value": "13"},
        {**REPORT, "point_key": YOUTH, "value": "24.8"},
        {**REPORT, "point_key": HOMES, "value": "81.5"},
    )
    submit("fix.csv", {**CORRECTION, "point_key": JOBLESS, "value": "12.5"}, listed=False)
    list_as(tmp_path / "in", "fix.csv", "Correction", 2020, "2026-11-01")
    later = {"publication": "Second round", "year": "2023"}
    submit("second.csv", {**later, "point_key": HOMES, "value": "90"}, listed=False)
    list_as(tmp_path / "in", "second.csv", "Second round", 2023, "2023-05-01")
    return published(chosen)


def published(chosen: Settings) -> Snapshot:
    data = DataSet("published", chosen)
    with locked(data.folder):
        found = build("published", data.version(), data.reference(), data.submissions(),
                      data.folder, chosen)  # fmt: skip
    return Snapshot("published", found.version, found.path)


def values(store: Snapshot, as_of: int) -> dict[str, tuple[float | None, int | None]]:
    card = queries.scorecard(store, "valencia", as_of, ())
    return {p.key: (p.value, p.year) for p in card if p.status != "not_held"}


def test_only_the_point_it_names_is_replaced(corrected: Snapshot) -> None:
    assert values(corrected, 2020) == {
        JOBLESS: (12.5, 2020), YOUTH: (24.8, 2020), HOMES: (81.5, 2020),
    }  # fmt: skip
    (round_2020,) = [r for r in queries.rounds(corrected, "valencia") if r.as_of == 2020]
    assert (round_2020.publication, round_2020.kind) == ("Report", "u4ssc_publication")
    (other,) = queries.other_sources(corrected, "valencia", 2020)
    assert (other.publication, other.kind, other.n_points) == ("Correction", "city_submission", 1)
    assert str(other.published_on) == "2026-11-01"


def test_a_second_round_keeps_what_the_first_holds(corrected: Snapshot) -> None:
    assert values(corrected, 2023) == {
        JOBLESS: (12.5, 2020), YOUTH: (24.8, 2020), HOMES: (90.0, 2023),
    }  # fmt: skip


def test_the_older_value_stays_to_be_seen_and_says_by_what_it_was_replaced(
    corrected: Snapshot,
) -> None:
    newer, older = queries.observations(corrected, "valencia", JOBLESS)
    assert (newer.value, newer.replaced_by) == (12.5, None)
    assert (older.value, older.replaced_by, older.replaced_kind, str(older.replaced_on)) == (
        13.0, "Correction", "city_submission", "2026-11-01",
    )  # fmt: skip
    definition = {d.key: d for d in queries.definitions(corrected)}[JOBLESS]
    with server.test_request_context():
        html = drawer(definition, (older, newer), 2020)
    assert re.search(r"<dt>Value</dt><dd><b>12\.5", html)
    assert re.search(r"<dt>Replaces</dt><dd>13\D", html)
    assert "Replaced by Correction (" in html
    assert ", November 1, 2026)" in html


@pytest.mark.parametrize("kind", [(), ("u4ssc_publication",)])
def test_a_download_marks_what_was_replaced_whatever_the_filter(
    corrected: Snapshot, kind: tuple[str, ...]
) -> None:
    header = columns(corrected)
    rows = list(value_rows(corrected, ValuesFilter(point=(JOBLESS, YOUTH), kind=kind)))
    shown = ("value", "replaced_by", "replaced_on")
    found = [tuple(str(row[header.index(name)] or "") for name in shown) for row in rows]
    assert [f for f in found if f[0] != "12.5"] == [
        ("13.0", "Correction", "2026-11-01"), ("24.8", "", ""),
    ]  # fmt: skip
    assert [f for f in found if f[0] == "12.5"] == ([] if kind else [("12.5", "", "")])


def test_other_statistics_replace_nothing(submit: Submit, chosen: Settings, tmp_path: Path) -> None:
    submit("report.csv", {**REPORT, "point_key": JOBLESS, "value": "13"})
    submit(
        "survey.csv", {"publication": "Survey", "point_key": JOBLESS, "value": "9"}, listed=False
    )
    with (tmp_path / "in" / "manifest.csv").open("a", encoding="utf-8") as manifest:
        manifest.write("survey.csv,Survey,other_statistics,self_reported,partial,2020,2026-11-01\n")
    store = published(chosen)
    assert values(store, 2020) == {JOBLESS: (13.0, 2020)}
    assert [o.replaced_by for o in queries.observations(store, "valencia", JOBLESS)] == [None] * 2
