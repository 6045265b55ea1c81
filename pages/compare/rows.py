"""The rows behind a comparison, as its downloads give them: plain values, a name a column."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from analysis.scoring import Score
from data.rows import PointRow
from pages.compare.reading import Compared, Pair, SharedRow, value_of

What = Literal["gaps", "contributions", "values"]

_POINT = ("point_key", "point", "unit", "kpi_code", "category", "dimension")
_TARGET = ("direction", "target_low", "target_high", "worst", "target_confidence")


class Rows(NamedTuple):
    """A table: names of the columns and rows as wide as they are. Scores are on 0–100."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def gaps(cities: Sequence[Compared], found: Pair, shared: Sequence[SharedRow]) -> Rows:
    """A row a shared point. Of two cities the leader first, with the gap (leader less other)."""
    if len(cities) == 2:
        leading = (found.ahead, found.behind)
        return Rows(
            (*_POINT, *_TARGET, *_by_city(leading), "ahead", "gap"),
            [
                (
                    *_point(p.first),
                    *_target(p.first),
                    *_value(p.first),
                    *_value(p.second),
                    found.ahead.name if p.gap > 0 else found.behind.name if p.gap < 0 else "",
                    round(p.gap, 9),
                )
                for p in found.points
            ],
        )
    return Rows(
        (*_POINT, *_TARGET, *_by_city(cities), "spread"),
        [
            (
                *_point(row.points[0]),
                *_target(row.points[0]),
                *(cell for p in row.points for cell in _value(p)),
                round(row.spread, 9),
            )
            for row in shared
        ],
    )


def contributions(found: Pair, score: Score) -> Rows:
    """The waterfall of the two cities: start, a row a shared point, end, what lies beyond."""
    empty = (None,) * len(_POINT)
    steps = sorted(found.points, key=lambda p: -p.step)
    names = (f"{found.ahead.id}_score", f"{found.behind.id}_score")
    rows: list[tuple[Any, ...]] = [
        ("start", found.behind.name, *empty, None, None, None, None, found.start)
    ]
    rows += [
        (
            "point",
            None,
            *_point(p.first),
            value_of(p.first, score),
            value_of(p.second, score),
            p.weight,
            p.contribution,
            p.step,
        )
        for p in steps
    ]
    rows.append(("end", found.ahead.name, *empty, None, None, None, None, found.end))
    if found.beyond is not None:
        rows.append(("held for only one", None, *empty, None, None, None, None, found.beyond))
    return Rows(
        ("row", "city", *_POINT, *names, "weight", "contribution", "printed"),
        rows if found.enough else [],
    )


def values(cities: Sequence[Compared], kept: Collection[str] | None) -> Rows:
    """A row a city and point that it holds, or of which its report prints a status."""
    return Rows(
        ("city_id", "city", "as_of", *_POINT, *_TARGET, "value", "year", "status", "progress",
         "band", "note", "publication", "page", "source_url"),
        [row for city in cities for row in _values(city, kept)],
    )  # fmt: skip


def _values(city: Compared, kept: Collection[str] | None) -> Iterator[tuple[Any, ...]]:
    for point, origin in zip(city.card.points, city.card.origins, strict=True):
        if origin is None or (kept is not None and point.key not in kept):
            continue
        yield (
            city.id,
            city.name,
            city.report.as_of,
            *_point(point),
            *_target(point),
            point.value,
            point.year,
            point.status,
            point.progress,
            point.band,
            point.note,
            origin.publication,
            point.page,
            origin.source_url,
        )


def _by_city(cities: Sequence[Compared]) -> tuple[str, ...]:
    return tuple(f"{c.id}_{name}" for c in cities for name in ("value", "year", "progress", "band"))


def _point(p: PointRow) -> tuple[Any, ...]:
    return p.key, p.name, p.unit, p.kpi_code, p.category, p.dimension


def _target(p: PointRow) -> tuple[Any, ...]:
    return p.direction, p.target_low, p.target_high, p.worst, p.confidence


def _value(p: PointRow) -> tuple[Any, ...]:
    return p.value, p.year, p.progress, p.band
