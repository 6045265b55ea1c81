"""Every rule names its row and column; what is readable in any spelling is read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from data.settings import Settings
from etl.__main__ import main
from etl.extract import COLUMNS, LISTED
from etl.findings import not_listed
from etl.report import as_text
from etl.selfcheck import check_files
from tests.unit.etl.conftest import GOOD, Submit

HEADER = ",".join(COLUMNS)


@pytest.mark.parametrize(
    ("change", "rule", "column"),
    [
        ({"city": ""}, "city_missing", "city"),
        ({"city": "Valensia"}, "city_unknown", "city"),
        ({"country_iso3": "FRA"}, "country", "country_iso3"),
        ({"point_key": ""}, "point_missing", "point_key"),
        ({"point_key": "household_internet"}, "point_unknown", "point_key"),
        ({"unit": "minutes"}, "unit", "unit"),
        ({"unit": ""}, "unit", "unit"),
        ({"year": "20 20"}, "year", "year"),
        ({"year": "202"}, "year", "year"),
        ({"year": "2999"}, "year_future", "year"),
        ({"value": "81,5"}, "number_comma", "value"),
        ({"value": "n/a"}, "value_nothing", "value"),
        ({"value": "nan"}, "number", "value"),
        ({"value": "100.1"}, "bounds", "value"),
        ({"value": "-1"}, "bounds", "value"),
        ({"point_key": "e_health_records", "unit": "%", "value": "1e400"}, "number", "value"),
        ({"point_key": "resilience_plans", "unit": "yes/no", "value": "2"}, "yes_no", "value"),
        ({"status": "published"}, "status", "status"),
        ({"value": ""}, "value_missing", "value"),
        ({"status": "not_reported"}, "value_unexpected", "value"),
        ({"publication": ""}, "publication", "publication"),
        ({"source_url": "www.example.org"}, "source_url", "source_url"),
    ],
)
def test_each_rule_names_row_and_column(
    submit: Submit, chosen: Settings, change: dict[str, str], rule: str, column: str
) -> None:
    if "point_key" in change and rule == "number":
        change = {**change, "point_key": "electronic_health_records"}
    other = {"point_key": "coverage_4g"}
    path = submit("a.csv", other, change, listed=False)
    (path.parent / "manifest.csv").unlink()
    findings, _ = check_files([path], chosen)
    assert [(f.rule, f.row, f.column, f.severity) for f in findings if f.rule == rule] == [
        (rule, 3, column, "error")
    ]
    assert all(f.row == 3 and f.message and f.fix for f in findings)


@pytest.mark.parametrize(
    "year",
    ["2007.5", "2023.6", "2e3", "2e03", "0x7E4", "2_020", "20.2e2", "2020.", "+2020", "02020",
     "12020"],
)  # fmt: skip
def test_a_year_is_four_digits_and_nothing_is_rounded(
    submit: Submit, chosen: Settings, year: str
) -> None:
    path = submit("a.csv", {"year": " 2019 "}, {"year": year})
    ((rule, row, message),) = ((f.rule, f.row, f.message) for f in check_files([path], chosen)[0])
    assert (rule, row, message) == ("year", 3, f"“{year}” is not a year.")


def test_hints_say_what_was_probably_meant(submit: Submit, chosen: Settings) -> None:
    path = submit("a.csv", {"city": "Valensia"}, {"point_key": "houshold_internet_access"})
    messages = " ".join(f.message for f in check_files([path], chosen)[0])
    assert "Did you mean Valencia?" in messages
    assert "Did you mean household_internet_access?" in messages


@pytest.mark.parametrize(
    ("point", "unit"),
    [
        ("household_internet_access", "percent"),
        ("household_internet_access", " Per cent "),
        ("no2", "µg/m³"),
        ("no2", "μg / m3"),
        ("no2", "ug per m3"),
        ("traffic_fatalities", "per 100,000 inhabitants"),
        ("traffic_fatalities", "per 100 000 population"),
        ("resilience_plans", "Yes/No"),
    ],
)
def test_spellings_of_a_unit(submit: Submit, chosen: Settings, point: str, unit: str) -> None:
    path = submit("a.csv", {"point_key": point, "unit": unit, "value": "1"})
    assert check_files([path], chosen) == ([], [])


def test_duplicates_same_is_kept_once_different_is_an_error(
    submit: Submit, chosen: Settings
) -> None:
    path = submit("a.csv", {}, {}, {"year": "2019"}, {"year": "2019", "value": "3"})
    found = [(f.rule, f.row, f.severity) for f in check_files([path], chosen)[0]]
    assert found == [
        ("duplicate", 3, "warning"), ("conflict", 4, "error"), ("conflict", 5, "error"),
    ]  # fmt: skip


def test_columns_and_ragged_rows(tmp_path: Path, chosen: Settings) -> None:
    good = ",".join(GOOD.values())
    path = tmp_path / "a.csv"
    path.write_text(f"{HEADER},Remark\n{good},\n\n{good},,,,7,8\nshort,ESP\n", "utf-8")
    found = {(f.rule, f.row, f.severity) for f in check_files([path], chosen)[0]}
    assert found == {
        ("column_unknown", 1, "warning"), ("row_unreadable", 4, "error"),
        ("row_unreadable", 5, "error"),
    }  # fmt: skip
    path.write_text("city,value\nValencia,3\n", "utf-8")
    assert {f.column for f in check_files([path], chosen)[0]} == {
        "country_iso3", "year", "point_key", "unit", "status", "publication",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8-sig", ","), ("utf-8", ";"), ("latin-1", ";"), ("utf-16", "\t"), ("utf-8", "\t")],
)
def test_encodings_and_separators(
    tmp_path: Path, chosen: Settings, encoding: str, separator: str
) -> None:
    row = {**GOOD, "city": "Ålesund", "country_iso3": "NOR"}
    text = separator.join(COLUMNS) + "\r\n" + separator.join(row.values()) + "\r\n"
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding))
    assert check_files([path], chosen) == ([], [])


def test_a_row_too_long_to_read_is_a_finding_and_the_others_are_read(
    submit: Submit, chosen: Settings
) -> None:
    path = submit("a.csv", {}, {"year": "2019", "note": "x" * 2_100_000}, {"year": "20"})
    found = [(f.rule, f.row, f.message) for f in check_files([path], chosen)[0]]
    assert [(rule, row) for rule, row, _ in found] == [("row_unreadable", 3), ("year", 4)]
    assert "too long" in found[0][2]


def test_of_garbage_the_first_rows_are_listed_and_the_rest_is_counted(
    submit: Submit, chosen: Settings
) -> None:
    bad = [{"value": "x", "publication": "Garbage"}] * (LISTED + 7)
    path = submit("a.csv", *bad, {"value": "y", "publication": "Report"})
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write("short\r\n" * (LISTED + 3))
    findings, _ = check_files([path], chosen)
    for rule, more in (("number", "7 more"), ("row_unreadable", "3 more")):
        (rest,) = (f.message for f in findings if f.rule == rule and f.row is None)
        assert more in rest
    number = [f for f in findings if f.rule == "number" and f.row is not None]
    assert [f.row for f in number] == [*range(2, LISTED + 2), LISTED + 9]
    assert sum(f.rule == "row_unreadable" for f in findings) == LISTED + 1


def test_exit_codes_and_json(
    submit: Submit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean, warned = submit("a.csv", {}), submit("b.csv", {"publication": "B"}, {"publication": "B"})
    wrong = submit("c.csv", {"publication": "C", "value": "101"})
    assert main(["check", str(clean), str(warned)]) == 0
    capsys.readouterr()
    assert main(["check", str(wrong), "--format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["file"], finding["row"], finding["column"], finding["value"]) == (
        "c.csv", 2, "value", "101",
    )  # fmt: skip
    empty, junk = tmp_path / "empty.csv", tmp_path / "junk.csv"
    empty.touch()
    junk.write_bytes(bytes(range(256)) * 9)
    for unreadable in (empty, junk, tmp_path, tmp_path / "nowhere.csv"):
        assert main(["check", str(unreadable)]) == 2
        out, err = capsys.readouterr()
        assert err.startswith(str(unreadable))
        assert "Traceback" not in out + err
    (clean.parent / "manifest.csv").write_text("file\n", "utf-8")
    assert main(["check", str(clean)]) == 2
    assert capsys.readouterr().err.startswith("manifest.csv lacks the column publication")


def test_one_line_in_a_pipe_when_clean(submit: Submit) -> None:
    path = submit("a.csv", {})
    done = subprocess.run(
        [sys.executable, "-m", "etl", "check", str(path)], capture_output=True, check=True
    )
    assert done.stdout == b"a.csv: checked, nothing to mend.\n"
    assert done.stderr == b""


@pytest.mark.parametrize("names", [("a.csv",), ("a.csv", "b.csv")])
def test_one_line_on_a_terminal_when_clean_and_json_stays_json(
    submit: Submit,
    names: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths = [str(submit(name, {"publication": name})) for name in names]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["check", *paths]) == 0
    what = names[0] if len(names) == 1 else "2 files"
    assert capsys.readouterr() == (f"{what}: checked, nothing to mend.\n", "")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["check", *paths, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"findings": [], "unreadable": []}


def test_sums_and_bounds_are_sentences(submit: Submit, chosen: Settings) -> None:
    wrong = {"point_key": "gini_coefficient", "unit": "index 0–1", "value": "32"}
    minutes = {"point_key": "electricity_system_outage_time", "unit": "minutes", "value": "-1"}
    path = submit("a.csv", wrong, minutes, {}, {})
    findings, _ = check_files([path], chosen)
    assert [f.message.partition("plausible for ")[2] for f in findings[:2]] == [
        "Gini Coefficient: 0 to 1. Values on a 0–100 scale must be divided by 100.",
        "Electricity System Outage Time: 0 to 525600 minutes."
        " Unit not confirmed from a methodology page.",
    ]
    assert as_text(findings).endswith("\n2 errors, 1 warning")
    assert as_text(findings[:1]).endswith("\n1 error, 0 warnings")
    assert not_listed(1) == "So it is with 1 more row, which is not listed."


_CELL = st.one_of(st.sampled_from([*GOOD.values(), *COLUMNS]), st.text(max_size=8))
_LINES = st.lists(st.lists(_CELL, max_size=15).map(",".join), max_size=6).map("\n".join)


@given(
    st.one_of(
        st.binary(max_size=200),
        _LINES.map(lambda s: s.encode("utf-8", "surrogatepass")),
        _LINES.map(lambda s: f"{HEADER}\n{s}".encode("utf-8", "surrogatepass")),
    )
)
@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_garbage_never_crashes_the_check(tmp_path: Path, chosen: Settings, content: bytes) -> None:
    path = tmp_path / "garbage.csv"
    path.write_bytes(content)
    findings, unreadable = check_files([path], chosen)
    assert unreadable or all(f.file == "garbage.csv" and f.message for f in findings)
