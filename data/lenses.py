"""Lenses: named sets of data points a reader looks through, on any page.

Read from ``data/reference/lenses.csv`` (the names) and ``lens_points.csv`` (the members: a KPI with
all its points, or one point; each with its reason), once a process and not from the store: a lens
moves no number of a build, serves both data sets alike, and a changed one needs no rebuild. The
members of ``sdg-11`` are those of our SDG 11 map.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from data.settings import settings

SDG11 = "sdg-11"


class Member(NamedTuple):
    """A data point of a lens and why it belongs."""

    point_key: str
    reason: str


class Lens(NamedTuple):
    """A named set of data points, in the official order of the catalogue."""

    key: str
    name: str
    description: str
    members: tuple[Member, ...]

    @property
    def points(self) -> tuple[str, ...]:
        """The keys of its data points."""
        return tuple(member.point_key for member in self.members)


def lens(key: str) -> Lens | None:
    """One lens, None where the key names none."""
    return _lenses(settings().reference_dir).get(key)


def lenses() -> tuple[Lens, ...]:
    """Every lens in the order of the file."""
    return tuple(_lenses(settings().reference_dir).values())


@cache
def _lenses(folder: Path) -> Mapping[str, Lens]:
    order: dict[str, int] = {}
    of_kpi: dict[str, list[str]] = {}
    for row in _rows(folder / "data_points.csv"):
        order[row["key"]] = len(order)
        of_kpi.setdefault(row["kpi_code"], []).append(row["key"])
    reasons: dict[str, dict[str, str]] = {}
    for row in _rows(folder / "lens_points.csv"):
        found = reasons.setdefault(row["lens"], {})
        for key in [row["point_key"]] if row["point_key"] else of_kpi[row["kpi_code"]]:
            found[key] = row["reason"]
    for row in _rows(folder / "sdg11_targets.csv"):
        reasons.setdefault(SDG11, {}).setdefault(row["point_key"], row["title"])
    return {
        row["key"]: Lens(
            row["key"],
            row["name"],
            row["description"],
            tuple(
                Member(key, reason)
                for key, reason in sorted(
                    reasons[row["key"]].items(), key=lambda item: order[item[0]]
                )
            ),
        )
        for row in _rows(folder / "lenses.csv")
    }


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
