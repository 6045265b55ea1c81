"""A table as a workbook: its rows, "About" with provenance and column meanings, further tables."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from components.words.i18n import _
from data.files import Cell
from exports.sheet_rows import MOST_ROWS, fill
from exports.table import Column, Table

Notes = Sequence[tuple[str, str]]

_LOOKED_AT = 200  # rows that a column's width is taken from
_NARROW, _WIDE = 8, 60  # characters
_SHEET_NAME = 31
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # one for all: the same table gives the same bytes


def xlsx_file(table: Table, out: BinaryIO, notes: Notes = (), others: Sequence[Table] = ()) -> None:
    """Workbook of the table: sheets "Values" and "About", then one for each of ``others``.

    notes: further lines of "About", label and text. In the example set every sheet says so in its
    name. Nothing is ever a formula.
    """
    synthetic = table.provenance.data_set == "synthetic"
    frame, rows = io.BytesIO(), {}
    with xlsxwriter.Workbook(frame, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(_sheet_name(_("Values"), synthetic))
        rows["1"] = _headed(sheet, table, heading)
        about = book.add_worksheet(_sheet_name(_("About"), synthetic))
        _about(about, book, table, notes)
        for number, other in enumerate(others, 3):  # numbered in the order they are added
            sheet = book.add_worksheet(_sheet_name(other.name.capitalize(), synthetic))
            rows[str(number)] = _headed(sheet, other, heading)
    fill(frame, rows, out)


def _headed(sheet: Worksheet, table: Table, heading: Format) -> Iterable[tuple[Cell, ...]]:
    """Headings, widths, filter and frozen pane of a sheet; the rows that belong under them."""
    columns, rows = table.every_column(), table.every_row()
    first = list(islice(rows, _LOOKED_AT))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, MOST_ROWS, len(columns) - 1)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, _width(column, [row[index] for row in first]))
        sheet.write_string(0, index, column.heading, heading)
    return chain(first, rows)


def _width(column: Column, cells: Iterable[Cell]) -> float:
    """Characters that show the cells and the longest word of the heading."""
    words = (len(word) + 2 for word in column.heading.split())  # beside the filter's arrow
    shown = (len(str(value)) + 1 for value in cells if value is not None)
    return float(min(max(_NARROW, *words, *shown), _WIDE))


def _about(sheet: Worksheet, book: xlsxwriter.Workbook, table: Table, notes: Notes) -> None:
    bold = book.add_format({"bold": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.hide_gridlines(2)
    for column, width in enumerate((24, 24, 20, 80)):
        sheet.set_column(column, column, width)
    synthetic = table.provenance.data_set == "synthetic"
    title = _("Synthetic data. %(title)s", title=table.title) if synthetic else table.title
    sheet.write_string(0, 0, _plain(title), book.add_format({"bold": True, "font_size": 16}))
    lines = (*_origin(table), *notes)
    for row, (label, text) in enumerate(lines, 2):
        sheet.write_string(row, 0, _plain(label), bold)
        sheet.write_string(row, 1, _plain(text))  # runs on over the columns next to it
    for row, line in enumerate(_meanings(table), len(lines) + 3):
        for column, text in enumerate(line):
            sheet.write_string(row, column, _plain(text), wrap if column else bold)


def _origin(table: Table) -> Notes:
    own = table.provenance
    synthetic = own.data_set == "synthetic"
    words = _("synthetic: every number here is invented") if synthetic else _("published")
    lines = [
        (_("Data set"), words),
        (_("Data version"), own.version),
        (_("Source"), own.source),
        (_("Licence"), own.licence),
        (_("Address"), own.address),
    ]
    return [(label, text) for label, text in lines if text]


def _meanings(table: Table) -> Iterator[tuple[str, ...]]:
    yield _("Heading"), _("Key in CSV, Parquet and JSON"), _("Unit"), _("Meaning")
    for column in table.every_column():
        yield column.heading, column.key, column.unit, column.meaning


def _plain(text: str) -> str:
    """Xlsxwriter takes ``<r>…</r>`` for markup of its own; a blank behind it makes it text."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _sheet_name(name: str, synthetic: bool) -> str:
    suffix = f" ({_('synthetic')})" if synthetic else ""
    return re.sub(r"[\[\]:*?/\\']", " ", name)[: _SHEET_NAME - len(suffix)] + suffix
