"""Slips that went through in silence, or were told in words that did not help, each with its answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.settings import Settings
from etl.extract import COLUMNS
from etl.report import as_text
from etl.selfcheck import check_files
from etl.vocabulary import slug
from tests.unit.etl.conftest import Submit

Change = dict[str, Any]

KWH: Change = {"point_key": "electricity_consumption", "unit": "kWh per capita per year"}
MODES = ("mode_public", "mode_private", "mode_walking", "mode_cycling", "mode_para")


def shares(*values: float) -> list[Change]:
    return [{"point_key": k, "value": str(v)} for k, v in zip(MODES, values, strict=False)]


def water(potable: float, basic: float) -> list[Change]:
    return [
        {"point_key": "potable_water_supply", "value": str(potable)},
        {"point_key": "basic_water_supply", "value": str(basic)},
    ]


def found(submit: Submit, chosen: Settings, *changes: Change) -> list[tuple[str, str, int | None]]:
    findings, unreadable = check_files([submit("a.csv", *changes)], chosen)
    assert not unreadable
    return [(f.rule, f.severity, f.row) for f in findings]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (shares(40, 50, 30, 10, 0), [("modal_shares", "warning", 6)]),
        (shares(40, 30, 20, 5, 3.5), []),
        (shares(40, 30), []),  # a part of the whole says nothing
        (shares(40, 30, 20, 5, 0), [("modal_shares", "warning", 6)]),
        (water(95, 80), [("potable_over_basic", "warning", 2)]),
        (water(80, 80), []),
        (
            [{"point_key": "smart_water_meters", "value": "60"},
             {"point_key": "smart_electricity_meters", "value": "20"}],
            [("water_meters", "warning", 2)],
        ),
        ([{"value": "0.925"}, {"value": "92.5", "year": "2019"}], [("fraction", "warning", 2)]),
        ([{"value": "0.925"}, {"value": "0.91", "year": "2019"}], []),
        ([{**KWH, "value": "1.234"}], [("thousands", "warning", 2)]),
        ([{**KWH, "value": "1234.5"}], []),
        (
            [{"point_key": "rd_expenditure", "unit": "% of city GDP", "value": "5.5"}],
            [("research_share", "warning", 2)],
        ),
        ([{"point_key": "rd_expenditure", "unit": "% of city GDP", "value": "5"}], []),
        ([{"quality": "pretty good"}], [("quality", "warning", 2)]),
        ([{"quality": "Exact"}], []),
        ([{"value": "-", "status": "not_reported"}], [("value_nothing", "error", 2)]),
        ([{"value": "1-May"}], [("number_date", "error", 2)]),
        ([{"source_url": "HTTPS://example.org/x"}], []),
        ([{"source_url": "javascript:alert(1)"}], [("source_url", "error", 2)]),
        ([{"point_key": "gini_coefficient", "unit": "index 0-1", "value": "0.3"}], []),
    ],
)  # fmt: skip
def test_a_slip_is_told_and_a_near_miss_is_not(
    submit: Submit, chosen: Settings, changes: list[Change], expected: list[Any]
) -> None:
    assert found(submit, chosen, *changes) == expected


@pytest.mark.parametrize(
    "row",
    [
        "Valencia,ESP,2022,pm2_5,12,3,µg/m³,reported,exact,printed,Statistics,12,,",
        "Valencia,ESP,2022,pm2_5,12.3,µg/m³,reported,exact,printed,Statistics, Valencia 2022,,,",
        "Valencia,ESP,2022,pm2_5,12.3,µg/m³,reported,exact,printed,Statistics, Valencia,12,",
    ],
)
def test_cells_that_a_comma_has_shifted_are_one_finding(
    tmp_path: Path, chosen: Settings, row: str
) -> None:
    file = tmp_path / "shifted.csv"
    file.write_text(f"{','.join(COLUMNS)}\n{row}\n", "utf-8")
    (finding,) = check_files([file], chosen)[0]
    assert (finding.rule, finding.row) in (("shifted", 2), ("row_unreadable", 2))
    assert "comma" in finding.message + finding.fix


def test_a_column_for_each_year_is_one_finding(tmp_path: Path, chosen: Settings) -> None:
    file = tmp_path / "wide.csv"
    file.write_text("city,country_iso3,point_key,unit,status,publication,2020,2021\n", "utf-8")
    (finding,) = check_files([file], chosen)[0]
    assert finding.rule == "years_as_columns"
    assert "2020 to 2021" in finding.message


def test_a_workbook_is_called_one(tmp_path: Path, chosen: Settings) -> None:
    file = tmp_path / "book.csv"
    file.write_bytes(b"PK\x03\x04" + bytes(40))
    assert "is a workbook" in check_files([file], chosen)[1][0][1]


def test_equal_findings_are_one_line(submit: Submit, chosen: Settings) -> None:
    path = submit("a.csv", *({"city": "Atlantis", "year": str(1950 + i)} for i in range(48)))
    text = as_text(check_files([path], chosen)[0])
    assert "rows 2, 3, 4, 5, 6 and 43 more, city:" in text
    assert text.count("Atlantis") == 1
    assert text.endswith("48 errors, 0 warnings")


def test_a_name_in_any_script_is_itself() -> None:
    names = [
        "北京",
        "上海",
        "القاهرة",
        "الجيزة",
        "Київ",
        "Αθήνα",
        "Ålesund",
        "L'Aquila",
        "東京 Tokyo",
    ]
    slugs = [slug(name) for name in names]
    assert all(slugs)
    assert len(set(slugs)) == len(names)
    assert slug("Ålesund") == "alesund"
    assert slug("L\u2019Aquila") == slug("L'Aquila")
    assert slug("Stoke\u2011on\u2011Trent") == slug("Stoke-on-Trent")
    assert slug("  北京 ") == slug("北京")


@pytest.mark.parametrize("name", ["København", "kobenhavn", "copenhagen", "Copenhagen "])
def test_a_city_is_known_by_its_other_names_and_its_id(
    submit: Submit, chosen: Settings, name: str
) -> None:
    assert found(submit, chosen, {"city": name, "country_iso3": "DNK"}) == []


def test_one_name_of_two_cities_is_an_error_that_names_both(
    submit: Submit, chosen: Settings, tmp_path: Path
) -> None:
    cities = (chosen.reference_dir / "cities.csv").read_text("utf-8").splitlines()
    twin = next(line for line in cities if line.startswith("valencia,"))
    own = [*cities, twin.replace("valencia,", "valencia-nueva,", 1)]
    (tmp_path / "in" / "cities.csv").write_text("\n".join(own) + "\n", "utf-8")
    path = submit("a.csv", {}, {"city": "valencia-nueva", "year": "2019"})
    (finding,) = check_files([path], chosen)[0]
    assert (finding.rule, finding.row) == ("city_ambiguous", 2)
    assert "valencia or valencia-nueva" in finding.message
