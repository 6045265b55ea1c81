"""The marts: made by the SQL files, one row for each key they name, and what made them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import numpy as np

from etl.inputs import Input, software_version
from etl.tables import columns_of, create_table

SQL = Path(__file__).parent / "sql"
_GRAIN = re.compile(r"^-- grain: (.+)\nCREATE TABLE store\.(\w+)", re.MULTILINE)


class GrainBroken(Exception):
    """A mart has two rows for one key, or a row without one."""


def run_sql(connection: duckdb.DuckDBPyConnection, name: str, inside: str = "memory") -> None:
    """Run one file of ``etl/sql``; ``inside``: the database that names without one belong to."""
    connection.execute(f"USE {inside}")
    connection.execute((SQL / name).read_text(encoding="utf-8"))
    connection.execute("USE memory")


def check_grain(connection: duckdb.DuckDBPyConnection, files: str = "*.sql") -> None:
    """Every mart of the files holds one row for each key its SQL names, and no key is NULL.

    Raises GrainBroken.
    """
    for path in sorted(SQL.glob(files)):
        for keys, table in _GRAIN.findall(path.read_text(encoding="utf-8")):
            if not _one_row_each(connection, f"store.{table}", keys):
                raise GrainBroken(f"The table {table} is not one row for each {keys}.")


def _one_row_each(connection: duckdb.DuckDBPyConnection, table: str, keys: str) -> bool:
    """Whether no key is NULL and none stands twice.

    Different hashes prove keys different; sorted by numpy, equal ones are neighbours, at a fifth of
    the cost of counting keys.
    """
    nulls = " OR ".join(f"{key.strip()} IS NULL" for key in keys.split(","))
    found = columns_of(
        connection,
        f"SELECT hash({keys}) AS hash, {nulls} AS missing FROM {table}",  # noqa: S608 (our names)
    )
    hashes = np.sort(found["hash"])
    if found["missing"].any():
        return False
    if not (hashes[1:] == hashes[:-1]).any():
        return True
    (different,) = connection.execute(
        f"SELECT count(DISTINCT ({keys})) FROM {table}"  # noqa: S608 (names of our SQL files)
    ).fetchone() or (0,)
    return bool(different == hashes.size)


def describe(
    connection: duckdb.DuckDBPyConnection, version: str, data_set: str, inputs: Sequence[Input]
) -> None:
    """Tables ``build`` and ``build_input``: what this store was made of."""
    connection.execute(
        """
        CREATE TABLE store.build AS
        SELECT $version AS version, $data_set AS data_set, $built_at::TIMESTAMP AS built_at,
            $software AS software_version,
            (SELECT count(*) FROM store.city)::INTEGER AS n_cities,
            (SELECT count(value) FROM store.fact)::INTEGER AS n_values,
            (SELECT count(*) FROM store.finding)::INTEGER AS n_findings,
            (SELECT count(*) FROM store.finding WHERE severity = 'error')::INTEGER AS n_errors
        """,
        {
            "version": version, "data_set": data_set, "software": software_version(),
            "built_at": datetime.now(UTC).replace(microsecond=0, tzinfo=None),
        },
    )  # fmt: skip
    create_table(
        connection, "store.build_input",
        {"file": "VARCHAR", "sha256": "VARCHAR", "bytes": "BIGINT"},
        [(i.name, i.sha256, i.bytes) for i in inputs],
    )  # fmt: skip
