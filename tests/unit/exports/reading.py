"""Files read back by means that share no code with their writers."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree

import duckdb

_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def read_csv(content, _folder):
    """Rows as text, under keys; an empty cell is None."""
    assert content.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [{key: value or None for key, value in row.items()} for row in rows]


def read_json(content, _folder):
    return json.loads(content)["records"]


def read_parquet(content, folder):
    path = folder / "table.parquet"
    path.write_bytes(content)
    relation = duckdb.read_parquet(path.as_posix())
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def read_xlsx(content, _folder):
    """Rows of the first sheet under the keys that "About" gives for its headings."""
    headings, *rows = sheet_rows(content, 1)
    keys = about(content)
    return [dict(zip([keys[each] for each in headings], row, strict=True)) for row in rows]


def about(content):
    """Key of each heading, as "About" lists them."""
    rows = sheet_rows(content, 2)
    start = next(i for i, row in enumerate(rows) if row[0] == "Heading")
    return {row[0]: row[1] for row in rows[start + 1 :]}


def sheet_rows(content, number):
    """Every row of a sheet as text, numbers and None."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        sheet = ElementTree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))
        shared = ElementTree.fromstring(package.read("xl/sharedStrings.xml"))
    strings = ["".join(item.itertext()) for item in shared]
    assert sheet.find(".//m:f", _NS) is None, "a formula"
    return [
        [_cell(cell, strings) for cell in row.findall("m:c", _NS)]
        for row in sheet.findall("m:sheetData/m:row", _NS)
    ]


def sheet_names(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return re.findall('<sheet name="([^"]*)"', package.read("xl/workbook.xml").decode())


def _cell(cell, strings):
    kind, value = cell.get("t", "n"), cell.findtext("m:v", None, _NS)
    if kind == "inlineStr":
        text = cell.findtext("m:is/m:t", None, _NS)
        return re.sub("_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), text)
    if value is None:
        return None
    if kind == "s":
        return strings[int(value)]
    return bool(int(value)) if kind == "b" else float(value)


READERS = {"csv": read_csv, "json": read_json, "parquet": read_parquet, "xlsx": read_xlsx}
