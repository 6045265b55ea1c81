"""What a remark of the checks is, and those on whole files and on the manifest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import duckdb

from etl.extract import COLUMNS, LISTED, Staged
from etl.manifest import ManifestEntry

Connection = duckdb.DuckDBPyConnection


class Finding(NamedTuple):
    """One remark. severity: error | warning; row None = the whole file.

    entry: its place in the manifest; row_id: its row in ``staged``; None = it has none.
    """

    entry: int | None
    row_id: int | None
    file: str
    row: int | None
    column: str | None
    rule: str
    severity: str
    value: str | None
    message: str
    fix: str


def file_findings(files: Sequence[Staged], entries: Sequence[ManifestEntry]) -> Iterable[Finding]:
    """Missing and unknown columns, rows that do not fit the header, files without a row."""
    for file in files:
        own = [pos for pos, entry in enumerate(entries) if entry.file == file.path.name]
        for entry in own or (None,):
            for row, column, rule, severity, value, message, fix in _misfits(file):
                yield Finding(
                    entry, None, file.path.name, row, column, rule, severity, value, message, fix
                )


def _misfits(
    file: Staged,
) -> Iterable[tuple[int | None, str | None, str, str, str | None, str, str]]:
    """What of a file does not fit the form: row, column, rule, severity, value, message, fix."""
    years = [name for name in file.unknown if re.fullmatch(r"(19|20)\d\d", name)]
    if years and {"year", "value"} & set(file.missing):
        yield (1, years[0], "years_as_columns", "error", None,
               f"The file has a column for each year ({years[0]}"
               f"{f' to {years[-1]}' if len(years) > 1 else ''}).",
               "Write one row for each year, with the columns year and value.")  # fmt: skip
        return
    for column in file.missing:
        yield (1, column, "column_missing", "error", None, f"The column {column} is missing.",
               "Add it; the columns are " + ", ".join(COLUMNS) + ".")  # fmt: skip
    for column in file.unknown:
        yield (1, column or None, "column_unknown", "warning", column,
               f"The column “{column}” is not known and was not read.",
               "Remove it, or correct its name.")  # fmt: skip
    for row, message in file.ragged:
        yield (row, None, "row_unreadable", "error", None, message,
               "Put text with commas or line breaks in quotation marks.")  # fmt: skip
    if file.n_ragged > len(file.ragged):
        yield (None, None, "row_unreadable", "error", None,
               not_listed(file.n_ragged - len(file.ragged)),
               "Put text with commas or line breaks in quotation marks.")  # fmt: skip
    if not (file.missing or file.n_rows or file.ragged):
        yield (None, None, "no_rows", "error", None,
               "The file has a header and no row below it.",
               "Add one row for each value.")  # fmt: skip


def without_entry(
    connection: Connection, files: Sequence[Staged], entries: Sequence[ManifestEntry]
) -> list[Finding]:
    """First row of each publication of a file that the manifest does not list, the first ones."""
    rows = connection.execute(
        "SELECT t.file_id, min(t.row_id), s.publication FROM typed t"
        " JOIN staged s ON s.rowid = t.row_id"
        " WHERE t.entry_pos IS NULL AND s.publication IS NOT NULL"
        " GROUP BY t.file_id, s.publication"
        " QUALIFY row_number() OVER (PARTITION BY t.file_id ORDER BY min(t.row_id)) <= $1"
        " ORDER BY 2",
        [LISTED],
    ).fetchall()
    by_id = {f.file_id: f for f in files}
    listed = {e.file: e.publication for e in entries}
    return [
        Finding(None, row_id, by_id[file_id].path.name, by_id[file_id].row(row_id), "publication",
                "manifest", "error", publication,
                "The manifest does not list this file with this publication."
                + (f" It lists “{listed[name]}”." if (name := by_id[file_id].path.name) in listed
                   else ""),
                "Add a line to manifest.csv, or write the publication as it stands there.")
        for file_id, row_id, publication in rows
    ]  # fmt: skip


def handed_in_twice(
    connection: Connection, files: Sequence[Staged], entries: Sequence[ManifestEntry]
) -> list[Finding]:
    """A city's publication (or its round of a year) that comes in two files: the later one errs."""
    yearly = [pos for pos, entry in enumerate(entries) if entry.kind == "city_submission"]
    rows = connection.execute(
        """
        WITH came AS (
            SELECT t.city_pos, e.publication_slug AS slug, t.entry_pos, min(t.file_id) AS file_id,
                CASE WHEN list_contains($yearly, t.entry_pos) THEN t.year END AS round,
                min(t.row_id) AS row_id
            FROM typed t JOIN word_entry e ON e.entry_pos = t.entry_pos
            WHERE t.city_pos IS NOT NULL GROUP BY ALL
        )
        SELECT c.entry_pos, c.file_id, c.row_id, d.name, f.file_id
        FROM came c JOIN came f ON f.city_pos = c.city_pos AND f.slug = c.slug
            AND f.round IS NOT DISTINCT FROM c.round AND f.entry_pos < c.entry_pos
        JOIN city_dim d ON d.pos = c.city_pos
        """,
        {"yearly": yearly},
    ).fetchall()
    by_id = {f.file_id: f for f in files}
    return [
        Finding(entry, row_id, by_id[file_id].path.name, by_id[file_id].row(row_id), "publication",
                "handed_in_twice", "error", None,
                f"{city} hands in the same publication in {by_id[first].path.name}.",
                "Keep one of the files, or name the publications differently.")
        for entry, file_id, row_id, city, first in rows
    ]  # fmt: skip


def not_listed(n: int) -> str:
    """Message of the finding that stands for those beyond ``LISTED``."""
    return f"So it is with {counted(n, 'more row')}, which {'is' if n == 1 else 'are'} not listed."


def counted(n: int, noun: str) -> str:
    """A number with its noun: 1 error, 2 errors."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def file_error(file: str, rule: str, message: str, fix: str) -> Finding:
    """An error of a whole file that has no row to point to."""
    return Finding(None, None, file, None, None, rule, "error", None, message, fix)
