"""Files that DuckDB writes: a query as CSV or Parquet, and rows of Python as Parquet.

Parquet for every file of the product is written here, because only this room may use DuckDB and
pandas would need pyarrow (some 150 MB) for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import duckdb
import orjson

TextFormat = Literal["csv", "parquet"]
Cell = str | float | bool | None  # float: int as well
BOM = "\ufeff"

FORMULA = r"^('*[=+\-@\t\r\n＝＋－＠])"
"""Text that a spreadsheet may read as a formula (OWASP, CSV injection). It gets one more apostrophe
in front; apostrophes already there are counted in, so that taking one away gives the text back."""


def write_relation(
    relation: duckdb.DuckDBPyRelation,
    constants: Mapping[str, str],
    path: Path,
    file_format: TextFormat,
) -> None:
    """The relation and, behind it, a column for each constant, streamed to ``path``.

    CSV is UTF-8 with a byte order mark, text guarded by ``FORMULA``. Parquet keeps text as it is.
    """
    named = [
        *((name, duckdb.ColumnExpression(name)) for name in relation.columns),
        *((name, duckdb.ConstantExpression(value)) for name, value in constants.items()),
    ]
    if file_format == "parquet":
        every = relation.select(*(expression.alias(name) for name, expression in named))
        every.write_parquet(path.as_posix(), compression="zstd")
        return
    kinds = [*map(str, relation.types), *("VARCHAR" for _ in constants)]
    cells = [
        (_guarded(expression) if kind == "VARCHAR" else expression).alias(name)
        for (name, expression), kind in zip(named, kinds, strict=True)
    ]
    cells[0] = cells[0].alias(BOM + named[0][0])  # the header line is what the file begins with
    relation.select(*cells).write_csv(path.as_posix(), header=True)


def write_parquet(names: Sequence[str], rows: Iterable[Sequence[Cell]], path: Path) -> None:
    """Rows as Parquet at ``path``, in constant memory.

    A column is BIGINT where it holds whole numbers only, DOUBLE where any other number, BOOLEAN
    where truth values only, and text otherwise; an empty column is text.
    """
    with TemporaryDirectory(prefix="atlas-") as folder:
        lines = Path(folder) / "rows.ndjson"
        kinds: list[set[type]] = [set() for _ in names]
        with lines.open("wb") as out:
            for row in rows:
                for seen, cell in zip(kinds, row, strict=True):
                    seen.add(type(cell))
                out.write(orjson.dumps(dict(zip(names, row, strict=True))) + b"\n")
        types = {name: _sql_type(seen) for name, seen in zip(names, kinds, strict=True)}
        with duckdb.connect(config={"threads": 1, "memory_limit": "256MB"}) as connection:
            relation = connection.read_json(
                lines.as_posix(), format="newline_delimited", columns=types
            )
            relation.write_parquet(path.as_posix(), compression="zstd")


def _guarded(text: duckdb.Expression) -> duckdb.Expression:
    return duckdb.FunctionExpression(
        "regexp_replace",
        text,
        duckdb.ConstantExpression(FORMULA),
        duckdb.ConstantExpression(r"'\1"),
    )


def _sql_type(seen: set[type]) -> str:
    held = seen - {type(None)}
    if held == {bool}:
        return "BOOLEAN"
    if held == {int}:
        return "BIGINT"
    return "DOUBLE" if held and held <= {int, float} else "VARCHAR"
