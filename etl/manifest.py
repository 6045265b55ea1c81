"""The manifest: what each submission file is, by whom it was printed and when."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import NamedTuple

from etl.reference import BrokenReference

KINDS = ("u4ssc_publication", "city_submission", "other_statistics")
STATUSES = ("self_reported", "verified")
EXTENTS = ("complete", "partial")
YEAR_BASES = ("data", "publication")
_REQUIRED = ("file", "publication", "kind", "status", "extent")


class ManifestEntry(NamedTuple):
    """A line of the manifest.

    year: printed year of a publication, None = its newest row's. year_basis: whether the years of
    its rows are those of the data, or that of publication because no year of the data is printed.
    """

    file: str
    publication: str
    kind: str
    status: str
    extent: str
    year: int | None
    published_on: date | None
    source_url: str | None
    received_at: date | None
    year_basis: str = "data"


def read_manifest(path: Path) -> list[ManifestEntry]:
    """Entries in the order of the file. Raises BrokenReference where a line cannot be used."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        lacking = [name for name in _REQUIRED if name not in (reader.fieldnames or ())]
        if lacking:
            raise BrokenReference(f"{path.name} lacks the column {', '.join(lacking)}.")
        entries = [_entry(path, number, row) for number, row in enumerate(reader, 2)]
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        key = (entry.file, entry.publication)
        if key in seen:
            raise BrokenReference(f"{path.name} lists {entry.file} twice as “{entry.publication}”.")
        seen.add(key)
    return entries


def _entry(path: Path, number: int, row: dict[str, str]) -> ManifestEntry:
    cells = {name: (row.get(name) or "").strip() for name in ManifestEntry._fields}
    cells["year_basis"] = cells["year_basis"] or "data"
    for name, known in (
        ("kind", KINDS),
        ("status", STATUSES),
        ("extent", EXTENTS),
        ("year_basis", YEAR_BASES),
    ):
        if cells[name] not in known:
            raise BrokenReference(
                f"{path.name}, row {number}: {name} “{cells[name]}” is none of {', '.join(known)}."
            )
    try:
        return ManifestEntry(
            cells["file"], cells["publication"], cells["kind"], cells["status"], cells["extent"],
            int(cells["year"]) if cells["year"] else None,
            _day(cells["published_on"]), cells["source_url"] or None,
            _day(cells["received_at"]), cells["year_basis"],
        )  # fmt: skip
    except ValueError as error:
        raise BrokenReference(f"{path.name}, row {number}: {error}.") from error


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
