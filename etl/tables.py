"""Small tables made from Python rows, and columns to and from numpy."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

Columns = dict[str, NDArray[Any]]


def create_table(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, str],
    rows: Sequence[Sequence[Any]],
) -> None:
    """Table ``name`` of ``columns`` (name → SQL type); replaces an older one.

    The rows go over as one JSON text: as bound lists a thousand rows take half a second.
    """
    texts = json.dumps([dict(zip(columns, row, strict=True)) for row in rows], default=str)
    connection.execute(
        f"CREATE OR REPLACE TABLE {name} AS"
        " SELECT unnest(from_json($rows, $shape), recursive := true)",
        {"rows": texts, "shape": json.dumps([dict(columns)])},
    )


def columns_of(connection: duckdb.DuckDBPyConnection, sql: str) -> Columns:
    """Columns of a query; a missing number is NaN."""
    columns = connection.execute(sql).fetchnumpy()
    return {
        name: column.filled(np.nan) if np.ma.isMaskedArray(column) and column.dtype.kind == "f"
        else np.asarray(column)
        for name, column in columns.items()
    }  # fmt: skip
