"""The submissions of the toy cities, written out: ``python -m tests.toy.make``.

The CSV files are what is tested against; this says how they came to be, and makes them anew when
the frozen catalogue gains a point. A point's value follows from the progress that ``levels`` gives
its category: worst + progress × (target − worst) / 100, in decimals, so that no score is rounded.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from tests.toy import levels
from tests.toy.points import Point, points

COLUMNS = (
    "city", "country_iso3", "year", "point_key", "value", "unit", "status", "publication",
    "quality", "page", "source_url",
)  # fmt: skip
BRIEF = COLUMNS[:8]
"""Columns of a city's own submission; the rest would say the same in every row."""
CITY_COLUMNS = (
    "id", "name", "country_iso3", "latitude", "longitude", "latitude_band", "population",
    "population_source", "area_km2", "fictional", "publication_status", "publication_date",
    "publication_url",
)  # fmt: skip
MANIFEST_COLUMNS = (
    "file", "publication", "kind", "status", "extent", "year", "published_on", "source_url",
)  # fmt: skip
# Kind, status and extent of a submission.
OWN = ("city_submission", "self_reported", "complete")
REPORT = ("u4ssc_publication", "verified", "partial")
FACTSHEET = ("u4ssc_publication", "self_reported", "partial")
OTHER = ("other_statistics", "self_reported", "partial")

Row = dict[str, object]
Level = Callable[[Point], Decimal | int | None]


class Submission(NamedTuple):
    """A file with its line of the manifest; year None where it holds many."""

    file: str
    publication: str
    kind: tuple[str, str, str]
    year: int | None
    rows: list[Row]


def make(folder: Path) -> None:
    """Write ``published`` and ``example`` with their manifests below ``folder``."""
    _write_all(folder / "published", [*_own(), _partwick(), _oldport(), _statistics()])
    _write(folder / "example" / "cities.csv", CITY_COLUMNS, _example_cities())
    _write_all(folder / "example", [_example_round(year) for year in (2020, 2024)])


def _own() -> Iterator[Submission]:
    """What cities hand in themselves: all points but some."""
    for city, year, of, without in (
        ("Fullhaven", 2020, levels.FULLHAVEN_2020, ()),
        ("Fullhaven", 2024, levels.FULLHAVEN_2024, levels.NOT_IN_FULLHAVEN_2024),
        ("Twinbridge", 2024, levels.TWINBRIDGE, ()),
        ("Twinford", 2024, levels.TWINFORD, levels.NOT_HELD_BY_TWINFORD),
    ):
        rows = _round(city, "XTA", year, _by_category(of), levels.UNSCORED)
        rows = [row for row in rows if row["point_key"] not in without]
        if city == "Twinford":
            _set_statuses(rows, levels.TWINFORD_STATUSES)
        publication = f"Synthetic submission of {city} {year}"
        yield Submission(f"{city.lower()}-{year}.csv", publication, OWN, year, rows)


def _partwick() -> Submission:
    of, statuses = levels.PARTWICK, levels.PARTWICK_STATUSES
    rows = [
        _row("Partwick", "XTA", 2022, point, point.at(of.get(point.key, 0))) | {"page": 7}
        for point in points()
        if point.key in of or point.key in statuses
    ]
    _set_statuses(rows, statuses)
    publication = "Synthetic verification report of Partwick 2022"
    return Submission("partwick-2022.csv", publication, REPORT, 2022, rows)


def _oldport() -> Submission:
    rows = _round("Oldport", "XTB", 2016, _by_category(levels.OLDPORT))
    publication = "Synthetic factsheet of Oldport 2016"
    return Submission("oldport-2016.csv", publication, FACTSHEET, 2016, rows)


def _statistics() -> Submission:
    point = {p.key: p for p in points()}
    rows = [
        _row(city, iso3, year, point[key], value)
        for city, iso3, key, first, values in levels.STATISTICS
        for year, value in enumerate(values, first)
    ]
    return Submission("toy-statistics.csv", "Synthetic statistics office", OTHER, None, rows)


def _example_round(year: int) -> Submission:
    rows: list[Row] = []
    for i, (name, rounds) in enumerate(levels.EXAMPLE.items()):
        if year in rounds:
            level = levels.example_level(i, rounds[year])
            rows += _round(name, _example_country(i), year, level, levels.UNSCORED + i)
    return Submission(f"example-{year}.csv", f"Synthetic round {year}", OWN, year, rows)


def _example_cities() -> Iterator[Row]:
    for i, name in enumerate(levels.EXAMPLE):
        north = _example_country(i) == "XTA"
        yield {
            "id": name.lower(), "name": name, "country_iso3": _example_country(i),
            "latitude": 50 + i if north else i - 5, "longitude": 3 * i if north else 80 + 3 * i,
            "population": 50_000 * (i + 1), "population_source": "Synthetic", "fictional": "true",
        }  # fmt: skip


def _example_country(place: int) -> str:
    return "XTA" if place < len(levels.EXAMPLE) // 2 else "XTB"


def _by_category(of: Mapping[str, int]) -> Level:
    return lambda point: of.get(point.category)


def _round(city: str, iso3: str, year: int, level: Level, unscored: int | None = None) -> list[Row]:
    """Rows of the points with a level and, given a value for them, of those without a target."""
    rows = []
    for point in points():
        if point.target is None:
            value = None if unscored is None else str(unscored)
        else:
            of = level(point)
            value = None if of is None else point.at(of)
        if value is not None:
            rows.append(_row(city, iso3, year, point, value))
    return rows


def _row(city: str, iso3: str, year: int, point: Point, value: str) -> Row:
    return {
        "city": city, "country_iso3": iso3, "year": year, "point_key": point.key, "value": value,
        "unit": point.unit, "status": "reported", "quality": "exact",
    }  # fmt: skip


def _set_statuses(rows: Iterable[Row], statuses: Mapping[str, str]) -> None:
    """Give points another status; only one with a caveat keeps its value."""
    for row in rows:
        status = statuses.get(str(row["point_key"]))
        if status is not None:
            row["status"] = status
            if status != "reported_with_caveat":
                row |= {"value": "", "quality": ""}


def _write_all(folder: Path, submissions: Iterable[Submission]) -> None:
    entries: list[Row] = []
    for file, publication, kind, year, rows in submissions:
        said = {"publication": publication, "source_url": f"https://example.org/{Path(file).stem}"}
        columns = BRIEF if kind == OWN else COLUMNS
        _write(folder / file, columns, (row | said for row in rows))
        day = f"{year}-12-01" if year else ""
        words = dict(zip(("kind", "status", "extent"), kind, strict=True))
        entries.append({"file": file, "year": year, "published_on": day, **said, **words})
    _write(folder / "manifest.csv", MANIFEST_COLUMNS, entries)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    make(Path(__file__).parent)
