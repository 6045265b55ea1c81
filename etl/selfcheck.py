"""Check files before they are handed in: the rules of the build, nothing built or kept."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from data.settings import Settings
from etl.check import check
from etl.encoding import Unreadable
from etl.extract import Staged, create_staged, stage
from etl.findings import Finding
from etl.inputs import MANIFEST, REPLACEABLE, reference_inputs
from etl.manifest import ManifestEntry, read_manifest
from etl.marts import run_sql
from etl.reference import load_reference


def check_files(
    paths: Sequence[Path], settings: Settings
) -> tuple[list[Finding], list[tuple[Path, str]]]:
    """Findings on all files, and the files that cannot be read with the reason.

    A manifest beside the files is used; without one its rule is left out. Cities a folder brings
    itself count as known.
    """
    folders = list(dict.fromkeys(path.parent for path in paths))
    reference = [i.path for i in reference_inputs(settings.reference_dir)]
    own = [f / name for f in folders for name in REPLACEABLE if (f / name).is_file()]
    entries: list[ManifestEntry] = []
    for folder in folders:
        if (folder / MANIFEST).is_file():
            entries += read_manifest(folder / MANIFEST)
    with duckdb.connect(config={"threads": os.cpu_count() or 1}) as connection:
        connection.execute("ATTACH ':memory:' AS store")
        load_reference(connection, [*reference, *own])
        run_sql(connection, "10_reference.sql")
        create_staged(connection)
        staged: list[Staged] = []
        unreadable: list[tuple[Path, str]] = []
        for file_id, path in enumerate(paths):
            try:
                staged.append(
                    stage(connection, path, file_id, settings.max_rows, settings.max_file_bytes)
                )
            except Unreadable as error:
                unreadable.append((path, str(error)))
        year = datetime.now(UTC).year
        return check(connection, staged, entries, year, manifest_needed=bool(entries)), unreadable
