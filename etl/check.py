"""Every rule over every staged row, all findings at once.

Words (cities, points, units, statuses, publications) repeat: each distinct one is recognised
once, rows are joined to the result, and the rules of ``etl.rules`` run as set-based SQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import duckdb

from etl.extract import COLUMNS, Staged
from etl.manifest import ManifestEntry
from etl.rules import DUPLICATE_RULES, ROW_RULES, STATUSES, Rule
from etl.tables import create_table
from etl.vocabulary import nearest, slug, unit_key

Connection = duckdb.DuckDBPyConnection

_CELL = re.compile(r"\b([swc])\.(\w+)")
_WORDS = """
    LEFT JOIN word_city c ON s.city IS NOT DISTINCT FROM c.city
        AND s.country_iso3 IS NOT DISTINCT FROM c.country_iso3
    LEFT JOIN word_row w ON s.point_key IS NOT DISTINCT FROM w.point_key
        AND s.unit IS NOT DISTINCT FROM w.unit AND s.status IS NOT DISTINCT FROM w.given_status
"""


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


def check(
    connection: Connection,
    files: Sequence[Staged],
    entries: Sequence[ManifestEntry],
    build_year: int,
    manifest_needed: bool = True,
) -> list[Finding]:
    """Findings on all staged rows, by file and row. Leaves the table ``typed`` behind.

    The connection holds ``staged``, ``point_dim`` and ``city_dim``. A row of a file without
    manifest entry has ``entry_pos`` NULL; without ``manifest_needed`` (checking a file before it
    is handed in) that is no finding.
    """
    _recognise_words(connection)
    _recognise_entries(connection, files, entries)
    broken = _type_rows(connection, build_year)
    findings = list(_file_findings(files, entries))
    for bit, rule in enumerate(ROW_RULES):
        if broken >> bit & 1:
            findings += _broken(connection, rule, files, f"t.broken >> {bit} & 1 = 1")
    if _find_duplicates(connection):
        for rule in DUPLICATE_RULES:
            findings += _broken(connection, rule, files, rule.when, "JOIN duplicates d USING (key)")
    if manifest_needed:
        findings += _without_entry(connection, files, entries)
        findings += _handed_in_twice(connection, files, entries)
    return sorted(findings, key=lambda f: (f.file, f.row or 0, f.column or "", f.rule))


def _recognise_words(connection: Connection) -> None:
    """word_city(city, iso3 → city_pos, hint) and word_row(point, unit, status → ...)."""
    cities = connection.execute("SELECT pos, name, country_iso3 FROM city_dim").fetchall()
    by_name = {(slug(name), iso3): pos for pos, name, iso3 in cities}
    countries: dict[str, list[str]] = {}
    for _, name, iso3 in cities:
        countries.setdefault(slug(name), []).append(iso3)
    names = {slug(name): name for _, name, _ in cities}
    rows: list[tuple[Any, ...]] = []
    for city, iso3 in connection.execute(
        "SELECT DISTINCT city, country_iso3 FROM staged"
    ).fetchall():
        key = slug(city or "")
        pos = by_name.get((key, (iso3 or "").strip().upper()))
        listed = ", ".join(countries.get(key, ())) or None
        near = nearest(key, names) if pos is None and listed is None and key else None
        rows.append((city, iso3, pos, listed, names[near] if near else None))
    create_table(
        connection,
        "word_city",
        {
            "city": "VARCHAR",
            "country_iso3": "VARCHAR",
            "city_pos": "SMALLINT",
            "listed_in": "VARCHAR",
            "hint": "VARCHAR",
        },
        rows,
    )

    points = {
        key: (pos, unit_key(unit))
        for pos, key, unit in connection.execute("SELECT pos, key, unit FROM point_dim").fetchall()
    }
    rows = []
    for point, unit, status in connection.execute(
        "SELECT DISTINCT point_key, unit, status FROM staged"
    ).fetchall():
        key = (point or "").strip().casefold()
        pos, expected = points.get(key, (None, None))
        fits = pos is None or unit_key(unit or "") == expected
        word = (status or "").strip().casefold().replace(" ", "_")
        near = nearest(key, points) if pos is None and key else None
        rows.append((point, unit, status, pos, fits, word if word in STATUSES else None, near))
    create_table(
        connection,
        "word_row",
        {
            "point_key": "VARCHAR",
            "unit": "VARCHAR",
            "given_status": "VARCHAR",
            "point_pos": "SMALLINT",
            "unit_fits": "BOOLEAN",
            "status": "VARCHAR",
            "hint": "VARCHAR",
        },
        rows,
    )


def _recognise_entries(
    connection: Connection, files: Iterable[Staged], entries: Sequence[ManifestEntry]
) -> None:
    """word_entry(file_id, publication → entry_pos); a publication is compared by its letters."""
    known = {(e.file, slug(e.publication)): pos for pos, e in enumerate(entries)}
    names = {f.file_id: f.path.name for f in files}
    rows = [
        (
            file_id,
            publication,
            slug(publication or ""),
            known.get((names[file_id], slug(publication or ""))),
        )
        for file_id, publication in connection.execute(
            "SELECT DISTINCT file_id, publication FROM staged"
        ).fetchall()
    ]
    create_table(
        connection,
        "word_entry",
        {
            "file_id": "INTEGER",
            "publication": "VARCHAR",
            "publication_slug": "VARCHAR",
            "entry_pos": "INTEGER",
        },
        rows,
    )


def _type_rows(connection: Connection, build_year: int) -> int:
    """typed: one row a staged row that says anything; returns the rules broken anywhere, as bits.

    ``key`` packs city, point, year and entry; ``broken`` has a bit for each rule the row breaks,
    so the two million rows of a clean file are gone through once, not once a rule.
    """
    cells = sorted({cell for rule in ROW_RULES for cell in _CELL.findall(rule.when)})
    exposed = ", ".join(f"{table}.{name} AS {table}_{name}" for table, name in cells)
    conditions = (_CELL.sub(r"t.\1_\2", rule.when) for rule in ROW_RULES)
    bits = " | ".join(
        f"(coalesce({when}, false)::BIGINT << {bit})" for bit, when in enumerate(conditions)
    )
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE typed AS
        SELECT t.row_id, t.file_id, t.entry_pos, t.city_pos, t.point_pos, t.year, t.value,
            t.status, t.key, {bits} AS broken
        FROM (
            SELECT s.rowid AS row_id, s.file_id, e.entry_pos, c.city_pos, w.point_pos,
                TRY_CAST(s.year AS SMALLINT) AS year,
                CASE WHEN isfinite(TRY_CAST(s.value AS DOUBLE)) AND NOT contains(s.value, '_')
                    THEN TRY_CAST(s.value AS DOUBLE) END AS value,
                w.status,
                (((coalesce(e.entry_pos, -1 - s.file_id)::BIGINT * 32768 + c.city_pos) * 1024
                    + w.point_pos) * 32768 + TRY_CAST(s.year AS SMALLINT)) AS key,
                {exposed}
            FROM staged s {_WORDS}
            LEFT JOIN word_entry e ON s.file_id = e.file_id
                AND s.publication IS NOT DISTINCT FROM e.publication
            WHERE s.city IS NOT NULL OR s.point_key IS NOT NULL OR s.value IS NOT NULL
                OR s.year IS NOT NULL
        ) t
        LEFT JOIN point_dim p ON p.pos = t.point_pos
        """,  # noqa: S608 (the rules are ours)
        {"build_year": build_year},
    )
    (broken,) = connection.execute("SELECT bit_or(broken) FROM typed").fetchone() or (0,)
    return int(broken or 0)


def _find_duplicates(connection: Connection) -> int:
    """duplicates(key, n, variants, first_id): points given twice for a city and year."""
    connection.execute(
        """
        CREATE OR REPLACE TABLE duplicates AS
        SELECT key, count(*) AS n, min(row_id) AS first_id,
            count(DISTINCT (coalesce(value::VARCHAR, ''), status)) AS variants
        FROM typed JOIN (
            SELECT key FROM typed WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1
        ) USING (key)
        GROUP BY key
        """
    )
    (n,) = connection.execute("SELECT count(*) FROM duplicates").fetchone() or (0,)
    return int(n)


def _broken(
    connection: Connection,
    rule: Rule,
    files: Sequence[Staged],
    when: str,
    join: str = "",
) -> list[Finding]:
    """Findings on the rows ``when`` is true of, worded by the rule."""
    rows = connection.execute(
        f"""
        SELECT t.entry_pos, t.file_id, t.row_id, s.{rule.column}, {rule.message}
        FROM typed t {join} JOIN staged s ON s.rowid = t.row_id
        LEFT JOIN point_dim p ON p.pos = t.point_pos {_WORDS}
        WHERE {when}
        ORDER BY t.row_id
        """  # noqa: S608 (the rules are ours)
    ).fetchall()
    by_id = {f.file_id: f for f in files}
    return [
        Finding(entry, row_id, by_id[file_id].path.name, by_id[file_id].row(row_id), rule.column,
                rule.name, rule.severity, value, message, rule.fix)
        for entry, file_id, row_id, value, message in rows
    ]  # fmt: skip


def _file_findings(files: Sequence[Staged], entries: Sequence[ManifestEntry]) -> Iterable[Finding]:
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
    if not (file.missing or file.n_rows or file.ragged):
        yield (None, None, "no_rows", "error", None,
               "The file has a header and no row below it.",
               "Add one row for each value.")  # fmt: skip


def _without_entry(
    connection: Connection, files: Sequence[Staged], entries: Sequence[ManifestEntry]
) -> list[Finding]:
    """First row of each publication of a file that the manifest does not list."""
    rows = connection.execute(
        "SELECT t.file_id, min(t.row_id), s.publication FROM typed t"
        " JOIN staged s ON s.rowid = t.row_id"
        " WHERE t.entry_pos IS NULL AND s.publication IS NOT NULL GROUP BY ALL ORDER BY 2"
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


def _handed_in_twice(
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
