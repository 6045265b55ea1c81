"""Read-only access to the published stores: one ``Snapshot`` per data set and version.

The ETL never touches a file that is being served: it writes ``kpi-<version>.duckdb`` and swaps the
pointer file ``CURRENT``. ``snapshot()`` reads the pointer on each call, so a new version appears
without a restart, and everything a request reads through one snapshot is of one version.

DuckDB connections are made lazily inside the worker (they do not survive a fork) and every thread
gets its own cursor, because a connection shared by threads serialises its queries.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from data.settings import settings

DATA_SETS = ("published", "example")
POINTER = "CURRENT"
_OPEN_VERSIONS = 2  # the served one and the one before it, for requests still under way

Row = TypeVar("Row")


def joined(keys: Iterable[str]) -> str:
    """Keys as one bound value, for ``IN (SELECT unnest(string_split($keys, ',')))``.

    DuckDB's client takes a third of a millisecond for every element of a bound list.
    """
    return ",".join(keys)


class StoreMissing(RuntimeError):
    """No version of this data set has been published yet."""


@dataclass(frozen=True)
class Snapshot:
    """One published version of one data set; hashable: the first part of every cache key."""

    data_set: str
    version: str
    path: Path

    def rows(
        self, row_type: type[Row], sql: str, params: Sequence[Any] | dict[str, Any] = ()
    ) -> list[Row]:
        """Rows of a query with bound values, each as a ``row_type`` (fields in column order)."""
        make: Any = getattr(row_type, "_make", row_type)
        return [make(row) for row in self.cursor().execute(sql, params or None).fetchall()]

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """This thread's cursor on this version."""
        return _connections.cursor(self.path)


class _Connections:
    """Open read-only connections by file, at most ``_OPEN_VERSIONS`` for each data set."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[Path, duckdb.DuckDBPyConnection] = {}
        self._local = threading.local()

    def cursor(self, path: Path) -> duckdb.DuckDBPyConnection:
        """The calling thread's cursor; its cursor on an older version of the data set is let go."""
        if not hasattr(self._local, "cursors"):
            self._local.cursors = {}
        cursors: dict[Path, tuple[Path, duckdb.DuckDBPyConnection]] = self._local.cursors
        folder = path.parent
        if folder not in cursors or cursors[folder][0] != path:
            with self._lock:
                cursors[folder] = (path, self._connection(path).cursor())
        return cursors[folder][1]

    def _connection(self, path: Path) -> duckdb.DuckDBPyConnection:
        if path not in self._open:
            config: dict[str, str | bool | int | float | list[str]] = {
                "threads": settings().db_threads,
                "memory_limit": settings().db_memory_limit,
            }
            self._open[path] = duckdb.connect(path.as_posix(), read_only=True, config=config)
            siblings = [p for p in self._open if p.parent == path.parent]
            for stale in siblings[:-_OPEN_VERSIONS]:
                self._open.pop(stale).close()
        return self._open[path]


_connections = _Connections()


def snapshot(data_set: str = "published") -> Snapshot:
    """The version that ``CURRENT`` names now.

    Raises:
        StoreMissing: nothing has been published for this data set.
    """
    folder = settings().store_dir / data_set
    try:
        name = (folder / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise StoreMissing(
            f"No {data_set} store in {folder}. Build it with: python -m etl build --data {data_set}"
        ) from error
    return Snapshot(data_set, name.removeprefix("kpi-").removesuffix(".duckdb"), folder / name)
