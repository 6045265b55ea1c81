"""The marts hold what their SQL files say: one row for each key, no key missing."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

SQL = Path(__file__).parent / "sql"
_GRAIN = re.compile(r"^-- grain: (.+)\nCREATE TABLE store\.(\w+)", re.MULTILINE)


class GrainBroken(Exception):
    """A mart has two rows for one key, or a row without one."""


def run_sql(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Run one file of ``etl/sql``."""
    connection.execute((SQL / name).read_text(encoding="utf-8"))


def check_grain(connection: duckdb.DuckDBPyConnection) -> None:
    """Every mart holds one row for each key its SQL names, and no key is NULL.

    Raises GrainBroken.
    """
    for path in sorted(SQL.glob("*.sql")):
        for keys, table in _GRAIN.findall(path.read_text(encoding="utf-8")):
            nulls = " OR ".join(f"{key.strip()} IS NULL" for key in keys.split(","))
            # Hashes first: equal counts prove the keys distinct at a tenth of the cost.
            for distinct in (f"hash({keys})", f"({keys})"):
                counts = f"count(*), count(DISTINCT {distinct}), count(*) FILTER ({nulls})"
                n, different, missing = connection.execute(
                    f"SELECT {counts} FROM store.{table}"  # noqa: S608 (names of our SQL files)
                ).fetchone() or (0, 0, 0)
                if n == different:
                    break
            if missing or n != different:
                raise GrainBroken(f"The table {table} is not one row for each {keys}.")
