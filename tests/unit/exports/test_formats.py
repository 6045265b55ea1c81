"""What a table holds comes out of every file of it, with its provenance and never as a formula."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from data.provenance import Provenance
from exports import sheet_rows
from exports.formats import FORMATS, write
from exports.sheet_rows import TooManyRows
from exports.table import Column, Table
from tests.unit.exports.reading import READERS, sheet_names
from tests.unit.exports.reading import sheet_rows as read_sheet

COLUMNS = (
    Column("name", "Name"),
    Column("share", "Share", "%", "Share of the households"),
)
PROVENANCE = Provenance("published", "b278824d", "U4SSC", "© ITU", "/compare?cities=pully")
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
UNGUARDED = re.compile("^'(?='*[{}])".format(re.escape("".join(STARTS))))
NUMBERS = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
TEXT = st.text() | st.builds("{}{}".format, st.sampled_from(("'", "''", *STARTS)), st.text())


def table(rows, provenance=PROVENANCE, **own):
    return Table(**{
        "name": "shares", "title": "Shares", "columns": COLUMNS, "rows": rows,
        "provenance": provenance, **own,
    })  # fmt: skip


def read(extension, content):
    with TemporaryDirectory() as folder:
        return READERS[extension](content, Path(folder))


@pytest.fixture(params=FORMATS)
def extension(request):
    return request.param


@pytest.mark.parametrize("data_set", ["published", "synthetic"])
def test_every_row_of_every_format_tells_where_it_comes_from(extension, data_set):
    own = Provenance(data_set, "b278824d", "U4SSC", "© ITU")
    rows = read(extension, write(table([("a", 1.5), ("b", None)], own), extension))
    assert len(rows) == 2
    for row in rows:
        assert [*row] == ["name", "share", "data_set", "data_version", "source", "licence"]
        assert [*row.values()][2:] == [data_set, "b278824d", "U4SSC", "© ITU"]


def test_a_table_without_rows_is_a_file_with_its_columns(extension):
    content = write(table([]), extension)
    assert read(extension, content) == []
    assert b"data_version" in content or extension == "xlsx"  # which is compressed


@pytest.mark.parametrize("extension", FORMATS)
@given(rows=st.lists(st.tuples(TEXT, NUMBERS | st.none()), min_size=1, max_size=8))
@example(rows=[("<r>&</r>", 1), ("_x0041_", 0.1), ("\x00\x1f\ufffe\r\n", 2**53), ("", None)])
@profile(max_examples=60)
def test_text_stays_text_numbers_stay_numbers_and_none_is_empty(extension, rows):
    found = read(extension, write(table(rows), extension))
    assert len(found) == len(rows)
    for (text, number), row in zip(rows, found, strict=True):
        if extension == "csv":
            own = row["name"] or ""
            assert not own.startswith(STARTS)
            assert UNGUARDED.sub("", own) == text
            assert row["share"] == (None if number is None else str(number))
        else:
            assert row["name"] == text
            assert row["share"] == number
            assert isinstance(row["share"], type(None) | int | float)


def test_csv_quotes_what_rfc_4180_asks_to_quote():
    content = write(table([('a "b", c\nd', -1)]), "csv").decode("utf-8-sig")
    lines = content.splitlines(keepends=True)
    assert lines[1:] == ['"a ""b"", c\n', 'd",-1,published,b278824d,U4SSC,© ITU\r\n']


def test_a_negative_number_is_no_formula():
    assert read("csv", write(table([("-1", -1)]), "csv"))[0].items() >= {
        ("name", "'-1"), ("share", "-1")
    }  # fmt: skip


def test_what_is_no_number_is_empty_and_dates_are_iso(extension):
    rows = [(date(2026, 3, 1), float("nan")), (np.str_("x"), np.float64("inf")), ("y", np.int64(3))]
    found = read(extension, write(table(rows), extension))
    assert [row["name"] for row in found] == ["2026-03-01", "x", "y"]
    assert [row["share"] in (3, "3") for row in found] == [False, False, True]
    assert [row["share"] for row in found[:2]] == [None, None]


def test_a_cell_that_no_format_holds_is_refused(extension):
    with pytest.raises(TypeError, match="cannot hold"):
        write(table([("a", [1])]), extension)


def test_a_row_that_is_too_short_is_named(extension):
    with pytest.raises(ValueError, match="row 2 has 1 of 2 cells"):
        write(table([("a", 1), ("b",)]), extension)


def test_a_file_of_many_rows_is_written_from_an_iterator(extension, tmp_path):
    path = tmp_path / f"many.{extension}"
    with path.open("wb") as out:
        FORMATS[extension].write(table((f"row {i}", i / 7) for i in range(25_000)), out)
    found = read(extension, path.read_bytes())
    assert len(found) == 25_000
    assert found[-1]["name"] == "row 24999"
    assert float(found[-1]["share"]) == 24_999 / 7


def test_json_explains_its_columns_and_provenance():
    found = json.loads(write(table([]), "json"))
    assert found["provenance"]["address"] == "/compare?cities=pully"
    assert found["columns"][1] == {
        "key": "share", "heading": "Share", "unit": "%", "meaning": "Share of the households",
    }  # fmt: skip


def test_the_workbook_explains_its_columns_and_provenance():
    own = Provenance("synthetic", "b278824d", "a model", "none", "/compare?cities=pully")
    content = write(table([], own), "xlsx")
    lines = read_sheet(content, 2)
    assert lines[0][0] == "Synthetic data. Shares"
    told = {line[0]: line[1:] for line in lines[1:]}
    assert told["Address"] == ["/compare?cities=pully"]
    assert told["Share"] == ["share", "%", "Share of the households"]
    assert sheet_names(content) == ["Values (synthetic)", "About (synthetic)"]


def test_parquet_types_are_those_of_the_cells(tmp_path):
    columns = [Column(key, key) for key in ("whole", "mixed", "both", "truth", "empty")]
    rows = [(1, 1, "a", True, None), (None, 2.5, 2, None, None)]
    found = read("parquet", write(table(rows, columns=columns), "parquet"))
    assert [[type(cell) for cell in [*row.values()][:5]] for row in found] == [
        [int, float, str, bool, type(None)],
        [type(None), float, str, type(None), type(None)],
    ]


def test_truth_is_no_number_though_python_holds_them_equal():
    found = read("xlsx", write(table([("a", 1), ("b", True), ("c", 1.0)]), "xlsx"))
    assert [row["share"] is True for row in found] == [False, True, False]


def test_a_workbook_does_not_tell_when_it_was_written():
    with zipfile.ZipFile(io.BytesIO(write(table([]), "xlsx"))) as package:
        core = package.read("docProps/core.xml").decode()
    assert re.findall(r">(\d{4}-[^<]*)<", core) == ["2000-01-01T00:00:00Z"] * 2


def test_a_sheet_that_is_full_says_so_instead_of_losing_rows(monkeypatch):
    monkeypatch.setattr(sheet_rows, "MOST_ROWS", 2)
    assert len(read("xlsx", write(table([("a", 1)] * 2), "xlsx"))) == 2
    with pytest.raises(TooManyRows):
        write(table([("a", 1)] * 3), "xlsx")


def test_text_beyond_what_a_cell_holds_is_cut_with_a_mark():
    found = read("xlsx", write(table([("😀" * 20_000, 1), ("x" * 32_767, 1)]), "xlsx"))
    assert found[0]["name"] == "😀" * 16_383 + "…"
    assert found[1]["name"] == "x" * 32_767
