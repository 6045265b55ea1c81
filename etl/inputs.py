"""What a build reads: its files with their hashes, and the version that follows from them.

Standard library only: ``--if-stale`` answers from here without loading DuckDB or numpy.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = "manifest.csv"
REPLACEABLE = ("cities.csv", "countries.csv")
"""Reference files that a folder of submissions may bring itself (the fictional cities do)."""

VERSION_LENGTH = 12


@dataclass(frozen=True)
class Input:
    """A file of a build. ``name`` is its folder's part and file name, the same on every machine."""

    name: str
    path: Path
    sha256: str
    bytes: int


def reference_inputs(folder: Path) -> list[Input]:
    """The catalogue, targets and cities."""
    return [_input("reference", path) for path in sorted(folder.glob("*.csv"))]


def submission_inputs(folder: Path) -> list[Input]:
    """The submission files of a folder with its manifest (and its cities, where it brings any)."""
    return [_input("submissions", path) for path in sorted(folder.glob("*.csv"))]


def software_version(root: Path = ROOT) -> str:
    """First 12 hex digits over the sources that make the numbers."""
    sources = sorted(
        path
        for room in ("etl", "analysis")
        for path in (root / room).rglob("*")
        if path.suffix in (".py", ".sql")
    )
    digest = hashlib.sha256()
    for path in sources:
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:VERSION_LENGTH]


def version_of(data_set: str, inputs: Iterable[Input], **parameters: str | int) -> str:
    """Version of a build: inputs (names and bytes), software and whatever else moves a number."""
    facts = [data_set, sorted((i.name, i.sha256) for i in inputs), sorted(parameters.items())]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:VERSION_LENGTH]


def _input(room: str, path: Path) -> Input:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return Input(f"{room}/{path.name}", path, digest.hexdigest(), path.stat().st_size)
