"""A table of values as a workbook: what it is, the values, their sources, the catalogue.

Takes plain rows; who asks says the words. Nothing is ever written as a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

_WIDE = 60.0


class Column(NamedTuple):
    """A column of a sheet. width: characters; number_format: Excel's code, None for text."""

    title: str
    width: float = 14.0
    number_format: str | None = None


class Table(NamedTuple):
    """A sheet with one heading row; rows as wide as the columns, None for an empty cell."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]


class Readme(NamedTuple):
    """The first sheet: a title and (label, text) lines."""

    name: str
    title: str
    lines: Sequence[tuple[str, str]]


def write_workbook(
    path: Path, readme: Readme, values: Table, n_values: int, others: Sequence[Table]
) -> None:
    """Workbook at ``path``: readme, values (``n_values`` rows, with a filter), the other tables."""
    with xlsxwriter.Workbook(path.as_posix(), {"strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True})
        heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        _readme(book.add_worksheet(readme.name), readme, book, bold)
        sheet = book.add_worksheet(values.name)
        _table(sheet, values, heading, book)
        sheet.autofilter(0, 0, n_values, len(values.columns) - 1)
        for table in others:
            _table(book.add_worksheet(table.name), table, heading, book)


def _readme(sheet: Worksheet, readme: Readme, book: xlsxwriter.Workbook, bold: Format) -> None:
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 96)
    sheet.write_string(0, 0, readme.title, book.add_format({"bold": True, "font_size": 16}))
    for row, (label, text) in enumerate(readme.lines, 2):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, text, wrap)


def _headings(
    sheet: Worksheet, columns: Sequence[Column], heading: Format, book: xlsxwriter.Workbook
) -> list[Format]:
    """Heading row, widths and frozen pane; the format of each column's cells."""
    text = book.add_format({"valign": "top"})
    numbers = {
        code: book.add_format({"valign": "top", "num_format": code})
        for code in {c.number_format for c in columns}
        if code
    }
    sheet.freeze_panes(1, 1)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, min(column.width, _WIDE))
        sheet.write_string(0, index, column.title, heading)
    return [numbers[c.number_format] if c.number_format else text for c in columns]


def _table(sheet: Worksheet, table: Table, heading: Format, book: xlsxwriter.Workbook) -> None:
    formats = _headings(sheet, table.columns, heading, book)
    for number, row in enumerate(table.rows, 1):
        for column, (value, style) in enumerate(zip(row, formats, strict=True)):
            if isinstance(value, bool | str):
                sheet.write_string(number, column, str(value), style)
            elif value is not None:
                sheet.write_number(number, column, value, style)
