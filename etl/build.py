"""From files to a published store: stage, check, marts in SQL (``etl/sql``, in order), publish.

An error keeps its submission out and lets every other in; a build of which nothing is left, or
whose reference does not hold together, fails and leaves the old store serving.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import duckdb

from data.settings import Settings
from etl.check import check
from etl.cities import complete_cities
from etl.encoding import Unreadable
from etl.extract import Staged, create_staged, stage
from etl.facts import read_facts, sources
from etl.findings import Finding, file_error
from etl.inputs import MANIFEST, REPLACEABLE, Input
from etl.manifest import ManifestEntry, read_manifest
from etl.marts import GrainBroken, check_grain, describe, run_sql
from etl.publish import publish, unfinished_path
from etl.reference import BrokenReference, check_reference, load_reference
from etl.removals import removals, told
from etl.scores import grade, roll_up
from etl.standing import peer_rows, stand, standing_rows
from etl.tables import Columns, create_table
from etl.trend import judge_trends
from etl.vocabulary import slug

_ENTRY = {
    "pos": "INTEGER", "file": "VARCHAR", "publication": "VARCHAR", "kind": "VARCHAR",
    "status": "VARCHAR", "extent": "VARCHAR", "year": "SMALLINT", "published_on": "DATE",
    "source_url": "VARCHAR", "received_at": "DATE", "year_basis": "VARCHAR", "publication_slug": "VARCHAR",
    "sha256": "VARCHAR", "accepted": "BOOLEAN",
}  # fmt: skip
_NOTED = {
    "entry_pos": "INTEGER", "row_id": "BIGINT", "file": "VARCHAR", "row": "INTEGER",
    "column_name": "VARCHAR", "rule": "VARCHAR", "severity": "VARCHAR", "value": "VARCHAR",
    "message": "VARCHAR", "fix": "VARCHAR",
}  # fmt: skip

Connection = duckdb.DuckDBPyConnection
Progress = Callable[[str], None]


class BuildFailed(Exception):
    """Nothing was published. The message says why, ``findings`` what the checks said."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = list(findings)


class Built(NamedTuple):
    """What was published."""

    version: str
    path: Path
    n_submissions: int
    n_kept_out: int
    findings: list[Finding]


def build(
    data_set: str,
    version: str,
    reference: Sequence[Input],
    submissions: Sequence[Input],
    folder: Path,
    settings: Settings,
    progress: Progress = lambda _: None,
    today: date | None = None,
    *,
    served: Path | None = None,
) -> Built:
    """Build and publish one version. The caller holds the folder's lock.

    served: a store whose values must all still be there.
    Raises BuildFailed; then nothing has changed.
    """
    target = unfinished_path(folder, version)
    connection = duckdb.connect(config={"threads": os.cpu_count() or 1})
    try:
        quoted = str(target).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS store (STORAGE_VERSION 'v1.5.0')")
        connection.execute("SET VARIABLE window_years = $1", [settings.window_years])
        progress("reference")
        own = [i.path for i in submissions if i.path.name in REPLACEABLE]
        load_reference(connection, [*(i.path for i in reference), *own])
        run_sql(connection, "10_reference.sql")
        check_reference(connection)
        complete_cities(connection, settings.reference_dir)
        entries = read_manifest(next(i.path for i in submissions if i.path.name == MANIFEST))
        data = [i for i in submissions if i.path.name not in (MANIFEST, *REPLACEABLE)]
        progress("rows")
        staged, unreadable = stage_all(connection, [i.path for i in data], entries, settings)
        progress("checks")
        year = (today or datetime.now(UTC).date()).year
        findings = unreadable + check(connection, staged, entries, year)
        n_in = accept(connection, entries, data, findings)
        if not n_in:
            raise BuildFailed("No submission is free of errors; nothing was built.", findings)
        progress("scores")
        run_sql(connection, "20_submission.sql")
        facts = read_facts(connection)
        grade(connection, facts)
        store_marts(connection, facts, year, settings.window_years)
        progress("grain")
        describe(connection, version, data_set, [*reference, *submissions])
        progress("publish")
        connection.execute("CHECKPOINT store; DETACH store")
        if served and (lost := removals(served, target)):
            raise BuildFailed(told(lost), [f for f in findings if f.severity == "error"])
        path = publish(target, folder, version, settings.keep_versions)
    except StopIteration as error:
        raise BuildFailed(f"There is no {MANIFEST} beside the submissions.") from error
    except (BrokenReference, GrainBroken, OSError, duckdb.Error) as error:
        raise BuildFailed(f"The build could not be finished: {error}") from error
    finally:
        connection.close()
        for part in folder.glob(f"{target.name}*"):
            part.unlink(missing_ok=True)
    return Built(version, path, n_in, len(entries) - n_in, findings)


def store_marts(connection: Connection, facts: Columns, year: int, window: int) -> None:
    """The facts and all that follows from them: stored on one side, calculated on the other.

    Raises GrainBroken.
    """
    writer = connection.cursor()

    def store(file: str, **views: Columns) -> None:
        for name, columns in views.items():
            writer.register(name, columns)
        run_sql(writer, file)

    with ThreadPoolExecutor(1) as side:
        stored = [side.submit(store, "30_observation.sql", facts=facts, sources=sources(facts))]
        grid, replaced = stand(connection, facts, window)
        stands = {
            "replaced_rows": replaced,
            "standing_rows": standing_rows(grid),
            "peer_rows": peer_rows(connection, facts, grid),
        }
        stored.append(side.submit(store, "40_standing.sql", **stands))
        stored.append(side.submit(store, "50_rollup.sql", scored=roll_up(connection, facts, grid)))
        judged = judge_trends(connection, facts, year, window)
        for each in stored:
            each.result()
        writer.execute("SET VARIABLE trend_words = $1", [judged.words])
        writer.execute("SET VARIABLE trend_basis = $1", [judged.basis])
        trends = side.submit(store, "70_trend.sql", trend_rows=judged.rows)
        check_grain(connection, "[1-5]*.sql")
        trends.result()
    check_grain(connection, "[6-9]*.sql")
    run_sql(writer, "60_views.sql", inside="store")


def stage_all(
    connection: Connection,
    paths: Sequence[Path],
    entries: Sequence[ManifestEntry],
    settings: Settings,
) -> tuple[list[Staged], list[Finding]]:
    """Stage every file; what cannot be read becomes a finding on its entries."""
    create_staged(connection)
    staged: list[Staged] = []
    findings: list[Finding] = []
    known = {path.name for path in paths}
    for file_id, path in enumerate(paths):
        try:
            staged.append(
                stage(connection, path, file_id, settings.max_rows, settings.max_file_bytes)
            )
        except Unreadable as error:
            findings.append(file_error(path.name, "unreadable", f"The file {error}",
                                        "Replace the file."))  # fmt: skip
    findings += [
        file_error(name, "file_missing", "The manifest lists a file that is not there.",
                    "Add the file, or remove the line.")
        for name in sorted({entry.file for entry in entries} - known)
    ]  # fmt: skip
    return staged, findings


def accept(
    connection: Connection,
    entries: Sequence[ManifestEntry],
    data: Sequence[Input],
    findings: Sequence[Finding],
) -> int:
    """Tables ``entry`` (accepted or not) and ``noted`` (the findings); returns how many came in.

    An error without an entry (an unlisted publication, an unreadable file) keeps the file out.
    """
    errors = [f for f in findings if f.severity == "error"]
    bad_entries = {f.entry for f in errors if f.entry is not None}
    bad_files = {f.file for f in errors if f.entry is None}
    hashes = {i.path.name: i.sha256 for i in data}
    rows = [
        (pos, *entry, slug(entry.publication), hashes.get(entry.file),
         pos not in bad_entries and entry.file not in bad_files)
        for pos, entry in enumerate(entries)
    ]  # fmt: skip
    create_table(connection, "entry", _ENTRY, rows)
    create_table(connection, "noted", _NOTED, findings)
    return sum(row[-1] for row in rows)
