"""Tables row by row: CSV for spreadsheets and scripts, JSON for programs, Parquet for data tools.

Each writer takes a table and an open binary file, reads the rows once and holds one at a time.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import orjson

from data.files import BOM, FORMULA, Cell, write_parquet
from exports.table import Table

_FORMULA = re.compile(FORMULA)


def csv_file(table: Table, out: BinaryIO) -> None:
    """RFC 4180 in UTF-8 with a byte order mark; keys as header, empty cells for None.

    Text that a spreadsheet may read as a formula has one apostrophe more than the original (see
    ``FORMULA``); numbers are never touched.
    """
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    text.write(BOM)
    writer = csv.writer(text)
    writer.writerow([column.key for column in table.every_column()])
    writer.writerows([*map(_csv_cell, row)] for row in table.every_row())
    text.detach()


def json_file(table: Table, out: BinaryIO) -> None:
    """``title``, ``provenance``, ``columns`` and ``records``, one object a row; null for None."""
    head = {
        "title": table.title,
        "provenance": table.provenance,
        "columns": table.every_column(),
    }
    keys = [column.key for column in table.every_column()]
    out.write(orjson.dumps(head)[:-1] + b',"records":[')
    for number, row in enumerate(table.every_row()):
        out.write(b",\n" if number else b"\n")
        out.write(orjson.dumps(dict(zip(keys, row, strict=True))))
    out.write(b"\n]}\n")


def parquet_file(table: Table, out: BinaryIO) -> None:
    """Columns by key, typed by what they hold (see ``data.files.write_parquet``)."""
    with TemporaryDirectory(prefix="atlas-") as folder:
        path = Path(folder) / "table.parquet"
        write_parquet([c.key for c in table.every_column()], table.every_row(), path)
        with path.open("rb") as written:
            shutil.copyfileobj(written, out)


def _csv_cell(value: Cell) -> Cell:
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value
