"""DuckDB writes the same CSV as ``exports``, and Parquet of what Python gives it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from data.files import FORMULA, write_parquet, write_relation

STARTS = ("'", "''", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TEXT = st.builds("{}{}".format, st.sampled_from(("", *STARTS)), st.text())


def written(relation, constants, file_format="csv"):
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"file.{file_format}"
        write_relation(relation, constants, path, file_format)
        return path.read_bytes()


@given(st.lists(TEXT.filter(bool), min_size=1, max_size=6))
@example(["=1", "'=1", "a\r\nb", '"', ",", "\x00"])
@profile(max_examples=60)
def test_any_text_is_guarded_as_one_rule_says_and_can_be_had_back(texts):
    with duckdb.connect() as connection:
        relation = connection.sql("SELECT unnest($texts) AS text", params={"texts": texts})
        content = written(relation, {"source": "-x"})
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert header == ["text", "source"]
    assert [row[0] for row in rows] == [re.sub(FORMULA, r"'\1", text) for text in texts]
    assert {row[1] for row in rows} == {"'-x"}


def test_numbers_and_empty_cells_are_left_alone():
    with duckdb.connect() as connection:
        relation = connection.sql("SELECT -1.5::DOUBLE AS a, NULL::VARCHAR AS b, -2 AS c")
        content = written(relation, {"licence": "none"})
    assert content == b"\xef\xbb\xbfa,b,c,licence\n-1.5,,-2,none\n"


def test_parquet_keeps_text_as_it_is(tmp_path):
    with duckdb.connect() as connection:
        relation = connection.sql("SELECT '=1' AS a")
        (tmp_path / "a.parquet").write_bytes(written(relation, {"source": "-x"}, "parquet"))
    found = duckdb.read_parquet((tmp_path / "a.parquet").as_posix())
    assert (found.columns, found.fetchall()) == (["a", "source"], [("=1", "-x")])


def test_a_row_that_is_too_wide_is_refused(tmp_path):
    with pytest.raises(ValueError, match="longer"):
        write_parquet(["a"], [(1, 2)], tmp_path / "a.parquet")
