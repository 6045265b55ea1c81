"""The frozen catalogue: what the values of the toy cities are worked out from."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

_REFERENCE = Path(__file__).parent / "reference"


class Point(NamedTuple):
    """A data point; target and worst None where it is not scored."""

    key: str
    category: str
    dimension: str
    unit: str
    target: Decimal | None
    worst: Decimal | None

    def at(self, level: Decimal | int) -> str:
        """The value that gives a progress of ``level``. Raises ValueError without a target."""
        if self.target is None or self.worst is None:
            raise ValueError(f"{self.key} has no target")
        value = self.worst + level * (self.target - self.worst) / 100
        return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


@cache
def points() -> tuple[Point, ...]:
    """Every data point in the order of the catalogue."""
    targets = {row["point_key"]: row for row in _rows("targets")}

    def number(text: str) -> Decimal | None:
        return Decimal(text) if text else None

    return tuple(
        Point(
            row["key"], row["category"], row["dimension"], row["unit"],
            number(targets[row["key"]]["target_low"]), number(targets[row["key"]]["worst"]),
        )
        for row in _rows("data_points")
    )  # fmt: skip


def _rows(name: str) -> list[dict[str, str]]:
    with (_REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
