"""Every format a table can be had in.

>>> from data.provenance import Provenance
>>> from exports.table import Column, Table
>>> origin = Provenance("published", "b278824d", "U4SSC", "© ITU")
>>> table = Table("points", "Points", [Column("pm10", "PM₁₀", "µg/m³")], [(15.0,)], origin)
>>> write(table, "csv").decode("utf-8-sig").splitlines()
['pm10,data_set,data_version,source,licence', '15.0,published,b278824d,U4SSC,© ITU']
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import BinaryIO, NamedTuple

from exports.row_formats import csv_file, json_file, parquet_file
from exports.table import Table
from exports.xlsx import xlsx_file


class Format(NamedTuple):
    """media_type: with its charset where it is text; write: streams the table into a file."""

    media_type: str
    write: Callable[[Table, BinaryIO], None]


FORMATS: Mapping[str, Format] = {
    "csv": Format("text/csv; charset=utf-8", csv_file),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_file),
    "parquet": Format("application/vnd.apache.parquet", parquet_file),
    "json": Format("application/json", json_file),
}
"""By extension."""


def write(table: Table, extension: str) -> bytes:
    """The file as bytes, for tables of a page. KeyError for an extension not in ``FORMATS``."""
    out = io.BytesIO()
    FORMATS[extension].write(table, out)
    return out.getvalue()
