"""Small submissions in a temporary folder, on the real reference."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.settings import Settings
from etl.extract import COLUMNS

GOOD = {
    "city": "Valencia", "country_iso3": "ESP", "year": "2020",
    "point_key": "household_internet_access", "value": "81.5", "unit": "%", "status": "reported",
    "quality": "", "origin": "", "publication": "Report", "page": "1",
    "source_url": "https://example.org/report", "note": "",
}  # fmt: skip

Submit = Callable[..., Path]


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return Settings(store_dir=tmp_path / "built", submissions_dir=tmp_path / "in", keep_versions=2)


@pytest.fixture
def submit(tmp_path: Path) -> Submit:
    """Write a file of rows (each the good row with changes) and add it to the manifest."""
    folder = tmp_path / "in"
    folder.mkdir()
    manifest = folder / "manifest.csv"
    manifest.write_text("file,publication,kind,status,extent,year,published_on\n", "utf-8")

    def write(name: str, *changes: dict[str, Any], listed: bool = True) -> Path:
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows({**GOOD, **change} for change in changes)
        if listed:
            publication = changes[0].get("publication", "Report") if changes else "Report"
            with manifest.open("a", encoding="utf-8") as file:
                file.write(f"{name},{publication},u4ssc_publication,self_reported,partial,2020,\n")
        return folder / name

    return write
