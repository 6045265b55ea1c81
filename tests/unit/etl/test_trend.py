"""What a series is: one source, one value a year, as of the year of the build."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.settings import Settings
from etl.build import build
from etl.datasets import DataSet
from etl.publish import locked
from tests.unit.etl.conftest import Submit

TODAY = date(2026, 6, 1)
MANIFEST = "file,publication,kind,status,extent,year,published_on\n"


def trends(chosen: Settings, today: date = TODAY) -> dict[tuple[str, str], dict[str, Any]]:
    """Rows of the mart by kind and publication."""
    data = DataSet("published", chosen)
    with locked(data.folder):
        path = build("published", f"v{today.year}", data.reference(), data.submissions(),
                     data.folder, chosen, today=today).path  # fmt: skip
    with duckdb.connect(path, read_only=True) as connection:
        found = connection.execute("SELECT * FROM trend")
        names = [column[0] for column in found.description]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        assert connection.execute("SELECT as_of FROM trend_basis").fetchall() == [(today.year,)]
    return {(row["kind"], row["publication"]): row for row in rows}


@pytest.fixture
def manifest(chosen: Settings, submit: Submit) -> Path:
    return chosen.submissions_dir / "manifest.csv"


def test_sources_are_not_joined_and_of_reports_the_most_recent_counts(
    submit: Submit, chosen: Settings, manifest: Path
) -> None:
    def years(publication: str, **values: float) -> list[dict[str, Any]]:
        return [{"publication": publication, "year": y[1:], "value": v} for y, v in values.items()]

    submit("2016.csv", *years("Report 2016", y2016=50))
    submit("2020.csv", *years("Report 2020", y2020=60))
    submit("late.csv", *years("Correction 2020", y2020=64))
    submit("office.csv", *years("Office", y2014=40, y2016=55, y2020=70, y2025=80, y2026=81))
    submit("eurostat.csv", *years("Eurostat", y2020=66))
    manifest.write_text(
        MANIFEST
        + "2016.csv,Report 2016,u4ssc_publication,self_reported,partial,2016,2016-06-01\n"
        + "late.csv,Correction 2020,u4ssc_publication,self_reported,partial,2020,2020-09-01\n"
        + "2020.csv,Report 2020,u4ssc_publication,self_reported,partial,2020,2020-06-01\n"
        + "office.csv,Office,other_statistics,self_reported,partial,,\n"
        + "eurostat.csv,Eurostat,other_statistics,self_reported,partial,,\n",
        "utf-8",
    )
    found = trends(chosen)
    assert set(found) == {
        ("u4ssc_publication", "Correction 2020"),
        ("other_statistics", "Office"),
        ("other_statistics", "Eurostat"),
    }
    report = found["u4ssc_publication", "Correction 2020"]
    assert (report["n_years"], report["n_doubled"], report["state"]) == (2, 1, "too_old")
    assert (report["year"], report["value"], report["first_value"]) == (2020, 64.0, 50.0)
    office = found["other_statistics", "Office"]
    assert (office["n_years"], office["t0"], office["n"]) == (5, 2016, 4)
    assert office["state"] == "judged"
    assert found["other_statistics", "Eurostat"]["state"] == "too_old"


def test_a_printed_status_empties_a_report_and_not_other_statistics(
    submit: Submit, chosen: Settings, manifest: Path
) -> None:
    missing = {"value": "", "status": "not_reported"}
    for name in ("Report", "Office"):
        rows = [{"publication": name, "year": y} for y in (2019, 2022)]
        submit(f"{name}.csv", *rows, {"publication": name, "year": 2024, **missing})
    manifest.write_text(
        MANIFEST
        + "Report.csv,Report,u4ssc_publication,self_reported,partial,,\n"
        + "Office.csv,Office,other_statistics,self_reported,partial,,\n",
        "utf-8",
    )
    found = trends(chosen)
    report = found["u4ssc_publication", "Report"]
    assert (report["state"], report["status"], report["level"]) == ("emptied", "not_reported", None)
    assert (report["n_years"], report["year"]) == (2, 2022)
    office = found["other_statistics", "Office"]
    assert (office["state"], office["status"], office["level"]) == ("judged", None, "below")


def test_the_year_of_the_build_is_the_as_of_year(submit: Submit, chosen: Settings) -> None:
    submit("a.csv", *({"year": year, "value": 60 + year % 10} for year in (2016, 2020)))
    states = [
        next(iter(trends(chosen, date(year, 1, 1)).values()))["state"] for year in (2025, 2026)
    ]
    assert states == ["judged", "too_old"]
