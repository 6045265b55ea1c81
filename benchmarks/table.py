"""The table that ``make bench`` prints."""

from __future__ import annotations

from benchmarks.measure import Row

_HEAD = f"{'what':<58}{'ours':>14}{'reference':>14}{'ratio':>9}{'goal':>9}{'n':>5}"


def heading() -> str:
    """First lines."""
    return f"{_HEAD}\n{'-' * len(_HEAD)}"


def line(row: Row) -> str:
    """One row; a missed goal says so."""
    goal = "" if row.goal is None else f"{'≥' if row.at_least else '≤'} {row.goal:g}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    verdict = "  MISSED" if row.met is False else ""
    return (
        f"{row.what:<58}{_amount(row.ours, row.unit):>14}{_amount(row.reference, row.unit):>14}"
        f"{ratio:>9}{goal:>9}{row.n:>5}{verdict}"
    )


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = 0 if value >= 100 or unit == "" else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}".rstrip()
