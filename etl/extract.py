"""Rows as given: submission files (tidy CSV) into the table ``staged``, nothing judged yet.

DuckDB reads the rows; only what it cannot know is done here: the encoding, the separator and
whether the file is a table at all. A file that is none raises ``Unreadable`` with one sentence.
"""

from __future__ import annotations

import csv
import io
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from etl.encoding import Unreadable, as_utf8, survey
from etl.tables import columns_of

COLUMNS = (
    "city", "country_iso3", "year", "point_key", "value", "unit", "status",
    "quality", "origin", "publication", "page", "source_url", "note",
)  # fmt: skip
OPTIONAL = ("quality", "origin", "page", "source_url", "note")
_BUFFER = 1 << 27
"""Bytes read at once. With DuckDB's own 32 MB, keeping two million rows in order takes half as much
CPU again (measured)."""
_LINE = 2_000_000
"""Bytes of the longest row that is read: as DuckDB has it, where it chooses its buffer itself."""
_CELL = 1 << 30
"""Letters of a cell that are gone over to find where the next row starts."""
LISTED = 1000
"""Rows listed of each rule in a publication of a file; how many more there are is one finding."""
FIRST_ROW = 2
"""Row number of the first row below the header, as a spreadsheet counts."""


@dataclass(frozen=True)
class Staged:
    """One file in ``staged``: its rows are ``first_id .. first_id + n_rows - 1``.

    missing: required columns the header lacks (then nothing was staged); unknown: columns that
    are not ours; ragged: (row, sentence) of the first rows that do not fit the header, n_ragged of
    how many; lines: row number of each record where blank lines or line breaks inside cells put
    them out of step, else None.
    """

    file_id: int
    path: Path
    first_id: int
    n_rows: int
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ragged: tuple[tuple[int, str], ...] = ()
    n_ragged: int = 0
    lines: tuple[int, ...] | None = field(default=None, repr=False)

    def row(self, row_id: int) -> int:
        """Row number in the file of a staged row."""
        at = row_id - self.first_id
        return self.lines[at] if self.lines is not None else at + FIRST_ROW


def create_staged(connection: duckdb.DuckDBPyConnection) -> None:
    """The empty table: every cell as text, rowid in the order read."""
    cells = ", ".join(f"{name} VARCHAR" for name in COLUMNS)
    connection.execute(f"CREATE TABLE staged (file_id INTEGER, {cells})")


def stage(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    file_id: int,
    max_rows: int,
    max_bytes: int,
) -> Staged:
    """Read one file into ``staged``.

    Raises Unreadable for a folder, an empty or oversized file, or bytes that are not text.
    """
    n_lines, encoding = survey(path, max_bytes)
    with tempfile.TemporaryDirectory() as folder:
        text = path if encoding == "utf-8" else as_utf8(path, encoding, Path(folder))
        return _stage_text(connection, path, text, file_id, max_rows, n_lines)


def _header(text: Path) -> tuple[list[str], str]:
    """Column names as ours are written, and the separator."""
    with text.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        first = file.readline(100_000)
    separator = max(",;\t", key=first.count)
    try:
        cells = next(csv.reader(io.StringIO(first), delimiter=separator), [])
    except csv.Error as error:
        raise Unreadable("is not a table: its first line cannot be read as a header.") from error
    return [cell.strip().casefold().replace(" ", "_") for cell in cells], separator


def _stage_text(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    text: Path,
    file_id: int,
    max_rows: int,
    n_lines: int,
) -> Staged:
    names, separator = _header(text)
    first_id = _count(connection)
    missing = tuple(c for c in COLUMNS if c not in names and c not in OPTIONAL)
    unknown = tuple(n for n in names if n not in COLUMNS)
    if len(missing) == len(COLUMNS) - len(OPTIONAL):
        raise Unreadable(
            "is not a submission: its first row names none of the columns "
            f"{', '.join(c for c in COLUMNS if c not in OPTIONAL)}."
        )
    twice = sorted({n for n in names if n in COLUMNS and names.count(n) > 1})
    if twice:
        raise Unreadable(f"has the column {', '.join(twice)} twice. Keep one of each.")
    if missing:
        return Staged(file_id, path, first_id, 0, missing, unknown)
    # Columns that are not ours may have any name, or none: they are numbered.
    columns = {n if n in COLUMNS else f"other_{i}": "VARCHAR" for i, n in enumerate(names)}
    cells = ", ".join(c if c in names else "NULL" for c in COLUMNS)
    read = (
        "read_csv($path, columns = $columns, delim = $separator, quote = '\"', escape = '\"',"
        " header = true, auto_detect = false, store_rejects = true, rejects_limit = 0,"
        f" buffer_size = {_BUFFER}, max_line_size = {_LINE})"
    )
    try:
        connection.execute(
            f"INSERT INTO staged SELECT $file_id, {cells} FROM {read}",  # noqa: S608 (own names)
            {"file_id": file_id, "path": str(text), "columns": columns, "separator": separator},
        )
        refused = set(columns_of(connection, "SELECT line FROM reject_errors")["line"].tolist())
        listed = connection.execute(
            "SELECT line, arg_min(error_type, coalesce(column_idx, 0)) FROM reject_errors"
            " GROUP BY line ORDER BY line LIMIT $1",
            [LISTED],
        ).fetchall()
    except duckdb.Error as error:
        raise Unreadable("cannot be read as CSV. Save it again as CSV (UTF-8).") from error
    finally:
        connection.execute("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans")
    n_rows = _count(connection) - first_id
    if n_rows + len(refused) > max_rows:
        raise Unreadable(f"has more than {max_rows:,} rows. Send it in parts.")
    if not refused and n_lines in (n_rows, n_rows + 1):
        return Staged(file_id, path, first_id, n_rows, unknown=unknown)
    starts = _record_lines(text, separator)
    ragged = tuple((starts.get(at, at), _ragged(kind, len(names))) for at, kind in listed)
    lines = tuple(line for record, line in starts.items() if record not in refused)[1:]
    in_step = len(lines) == n_rows
    return Staged(
        file_id, path, first_id, n_rows, (), unknown, ragged, len(refused),
        lines if in_step else None,
    )  # fmt: skip


def _record_lines(text: Path, separator: str) -> dict[int, int]:
    """Line on which each record starts; records are numbered as DuckDB does, blank ones counted."""
    starts, line = {}, 1
    with text.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        csv.field_size_limit(_CELL)
        reader = csv.reader(file, delimiter=separator)
        try:
            for number, record in enumerate(reader, 1):
                if record:
                    starts[number] = line
                line = reader.line_num + 1
        except csv.Error:  # the rows above still have their numbers
            return starts
    return starts


def _ragged(kind: str, n_columns: int) -> str:
    """Why a row could not be read, in plain words."""
    return {
        "TOO MANY COLUMNS": f"The row has more than the {n_columns} cells of the header.",
        "MISSING COLUMNS": f"The row has fewer than the {n_columns} cells of the header.",
        "UNQUOTED VALUE": "The row has a quotation mark that is never closed.",
        "LINE SIZE OVER MAXIMUM": "The row is far too long.",
    }.get(kind.upper(), "The row cannot be read.")


def _count(connection: duckdb.DuckDBPyConnection) -> int:
    (n,) = connection.execute("SELECT count(*) FROM staged").fetchone() or (0,)
    return int(n)
