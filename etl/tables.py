"""Small tables made from Python rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb


def create_table(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, str],
    rows: Sequence[Sequence[Any]],
) -> None:
    """Table ``name`` of ``columns`` (name → SQL type) in one statement; replaces an older one."""
    cells = ", ".join(f'unnest(?::{kind}[]) AS "{column}"' for column, kind in columns.items())
    lists = [[row[i] for row in rows] for i in range(len(columns))]
    connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT {cells}", lists)
