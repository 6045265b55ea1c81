"""A finished store put in place, so that a reader sees the old one or the new one, never a half.

The file is written beside the served one under a temporary name, synced and renamed; then the
pointer ``CURRENT`` is swapped by one rename. Whatever moment the process is killed at, the pointer
names a whole file. One build at a time: a lock file, which the system frees when a process ends.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POINTER = "CURRENT"
_PREFIX, _SUFFIX, _UNFINISHED = "kpi-", ".duckdb", ".tmp-"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The only build of this folder: waits for another one, sweeps what a killed one left."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for leftover in folder.glob(f"*{_UNFINISHED}*"):
            leftover.unlink(missing_ok=True)
        yield


def store_path(folder: Path, version: str) -> Path:
    """Where a version is published."""
    return folder / f"{_PREFIX}{version}{_SUFFIX}"


def unfinished_path(folder: Path, version: str) -> Path:
    """Where this process writes a version before it is published."""
    return folder / f"{store_path(folder, version).name}{_UNFINISHED}{os.getpid()}"


def current_version(folder: Path) -> str | None:
    """The version being served, None where there is none or its file is gone."""
    try:
        name = (folder / POINTER).read_text(encoding="utf-8").strip()
    except OSError:
        return None
    if not name.startswith(_PREFIX) or not (folder / name).is_file():
        return None
    return name.removeprefix(_PREFIX).removesuffix(_SUFFIX)


def versions(folder: Path) -> list[str]:
    """Published versions, newest first."""
    files = sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}"), key=lambda p: p.stat().st_mtime_ns)
    return [file.name.removeprefix(_PREFIX).removesuffix(_SUFFIX) for file in reversed(files)]


def publish(unfinished: Path, folder: Path, version: str, keep: int) -> Path:
    """Put a finished, closed store in place and point to it; prunes to ``keep`` versions."""
    _sync(unfinished)
    path = store_path(folder, version)
    unfinished.replace(path)
    point_to(folder, version)
    for old in [v for v in versions(folder) if v != version][max(keep - 1, 0) :]:
        store_path(folder, old).unlink(missing_ok=True)
    return path


def point_to(folder: Path, version: str) -> None:
    """Serve this version from now on."""
    pointer = folder / f"{POINTER}{_UNFINISHED}{os.getpid()}"
    pointer.write_text(store_path(folder, version).name + "\n", encoding="utf-8")
    _sync(pointer)
    pointer.replace(folder / POINTER)
    _sync(folder)


def _sync(path: Path) -> None:
    """Everything written to the file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
