"""Every rule over every staged row, all findings at once.

Words (cities, points, units, statuses, publications) repeat: each distinct one is recognised
once, rows are joined to the result, and the rules of ``etl.rules`` run as set-based SQL.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np

from etl.extract import LISTED, Staged
from etl.findings import Finding, file_findings, handed_in_twice, not_listed, without_entry
from etl.manifest import ManifestEntry
from etl.relations import related
from etl.rules import DUPLICATE_RULES, ROW_RULES, SHIFTED, Rule
from etl.tables import columns_of
from etl.words import WORDS, recognise_entries, recognise_words, type_rows

Connection = duckdb.DuckDBPyConnection


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
    recognise_words(connection)
    recognise_entries(connection, files, entries)
    broken = type_rows(connection, build_year)
    findings = list(file_findings(files, entries))
    for bit, rule in enumerate(ROW_RULES):
        if broken >> bit & 1:
            findings += _broken(connection, rule, files, f"(t.broken >> {bit} & 1 = 1)")
    if _find_duplicates(connection):
        for rule in DUPLICATE_RULES:
            findings += _broken(connection, rule, files, rule.when, "JOIN duplicates d USING (key)")
    findings += related(connection, files)
    if manifest_needed:
        findings += without_entry(connection, files, entries)
        findings += handed_in_twice(connection, files, entries)
    shifted = {(f.file, f.row) for f in findings if f.rule == SHIFTED}
    findings = [f for f in findings if f.rule == SHIFTED or (f.file, f.row) not in shifted]
    return sorted(findings, key=lambda f: (f.file, f.row or 0, f.column or "", f.rule))


def _find_duplicates(connection: Connection) -> int:
    """duplicates(key, n, variants, first_id): points given twice for a city and year."""
    # Keys are whole numbers: sorted, those given twice are neighbours, at a fifth of a GROUP BY.
    keys = np.sort(columns_of(connection, "SELECT key FROM typed WHERE key IS NOT NULL")["key"])
    repeated = np.unique(keys[1:][keys[1:] == keys[:-1]])
    connection.register("repeated", {"key": repeated})
    connection.execute(
        """
        CREATE OR REPLACE TABLE duplicates AS
        SELECT key, count(*) AS n, min(row_id) AS first_id,
            count(DISTINCT (coalesce(value::VARCHAR, ''), status_pos)) AS variants
        FROM typed JOIN repeated USING (key)
        GROUP BY key
        """
    )
    connection.unregister("repeated")
    return repeated.size


def _broken(
    connection: Connection,
    rule: Rule,
    files: Sequence[Staged],
    when: str,
    join: str = "",
) -> list[Finding]:
    """Findings on the rows ``when`` is true of, worded by the rule.

    Of each publication of a file the first ``LISTED`` rows and one that counts the rest: a file of
    garbage must not fill memory and store with millions of sentences.
    """
    groups = connection.execute(
        f"""
        SELECT t.entry_pos, t.file_id, count(*), min(t.row_id, {LISTED})
        FROM typed t {join}
        WHERE {when} GROUP BY ALL ORDER BY min(t.row_id)
        """  # noqa: S608 (the rules are ours)
    ).fetchall()
    rows = connection.execute(
        f"""
        SELECT t.entry_pos, t.file_id, t.row_id, s.{rule.column}, {rule.message}
        FROM typed t {join} JOIN staged s ON s.rowid = t.row_id
        LEFT JOIN point_dim p ON p.pos = t.point_pos {WORDS}
        WHERE t.row_id IN (SELECT unnest($rows)) AND {when}
        ORDER BY t.row_id
        """,  # noqa: S608 (the rules are ours)
        {"rows": [row_id for *_, first in groups for row_id in first]},
    ).fetchall()
    by_id = {f.file_id: f for f in files}
    return [
        Finding(entry, row_id, by_id[file_id].path.name, by_id[file_id].row(row_id), rule.column,
                rule.name, rule.severity, value, message, rule.fix)
        for entry, file_id, row_id, value, message in rows
    ] + [
        Finding(entry, None, by_id[file_id].path.name, None, rule.column, rule.name, rule.severity,
                None, not_listed(n - len(first)), rule.fix)
        for entry, file_id, n, first in groups if n > len(first)
    ]  # fmt: skip
