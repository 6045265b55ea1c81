"""Every value behind a benchmark by kind of source, and the ranks for those who ask for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from markupsafe import Markup

from analysis.composite import goodness, percentiles
from analysis.numbers import MEDIAN_N, PEER_BAND_N
from analysis.ranks import ranks
from components.html import render
from components.words.i18n import _, number
from components.words.values import value_parts
from data.queries.benchmark import StandingRow
from pages.benchmark import words as say
from pages.benchmark.reading import BenchmarkReading

HALVED = 14
"""A list of more rows stands in two columns."""

FILES = (("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json"), ("Parquet", "parquet"))


class Line(NamedTuple):
    """One value. shown: as printed; href: of the city at this point; number: of its source."""

    row: StandingRow
    shown: str
    source: str
    href: str
    number: str
    compare: str
    marked: bool


class List(NamedTuple):
    """A table of the list. old: its values are outside the window."""

    name: str
    old: bool
    columns: list[list[Line]]


class Ranked(NamedTuple):
    """A city's place in its lane. percentile: printed, empty where too few cities allow one."""

    place: int
    line: Line
    percentile: str


def lists(reading: BenchmarkReading) -> Markup:
    """The lists, who leads, and the ranks behind one deliberate click."""
    line, point = _liner(reading), reading.point
    tables = []
    for lane in reading.shown:
        name = say.lane_name(lane.other, reading.example)
        if lane.inside:
            tables.append(List(name, False, _halves([line(row) for row in lane.inside])))
        if lane.older:
            old = _("%(name)s, before %(year)s", name=name, year=lane.first)
            tables.append(List(old, True, [[line(row) for row in lane.older]]))
    leaders = [
        (say.lane_name(lane.other, reading.example), sentence)
        for lane in reading.shown
        if (sentence := say.leading(point, lane))
    ]
    return render(
        "benchmark/lists",
        tables=tables,
        leaders=leaders,
        ranks=_ranks(reading, line),
        percentile_n=PEER_BAND_N,
        unit=value_parts(1.0, point.unit)[1] or ("%" if point.unit.startswith("%") else ""),
        point=point,
        files=[(words, reading.file("benchmark", ending)) for words, ending in FILES],
    )


def _liner(reading: BenchmarkReading) -> Callable[[StandingRow], Line]:
    """Makes lines; the links keep data set, peers, language and theme."""
    keep, point = reading.view.elsewhere(), reading.point
    marked = [city for city, _name in reading.marked]

    def line(row: StandingRow) -> Line:
        first = [city for city in marked if city != row.city_id][:1]
        return Line(
            row,
            value_parts(row.value or 0.0, point.unit)[0],
            row.origin if row.other and row.origin else row.publication,
            keep.href(f"/city/{row.city_id}", point=point.key),
            keep.href(f"/city/{row.city_id}/source/{point.key}", asof=reading.view.asof),
            keep.href("/compare", cities=(*first, row.city_id)),
            row.city_id in reading.ids,
        )

    return line


def _halves(lines: list[Line]) -> list[list[Line]]:
    if len(lines) <= HALVED:
        return [lines]
    middle = (len(lines) + 1) // 2
    return [lines[:middle], lines[middle:]]


def _ranks(
    reading: BenchmarkReading, line: Callable[[StandingRow], Line]
) -> list[tuple[str, list[Ranked]]]:
    """Places by progress score, so that cities at or past the target share theirs."""
    found, point = [], reading.point
    for lane in reading.shown:
        rows = [row for row in lane.inside if row.progress is not None]
        if len(rows) < MEDIAN_N or reading.yes_no:
            continue
        places = ranks(np.array([row.progress for row in rows]))
        values = np.array([row.value for row in rows], dtype=float)
        ends = [np.nan if end is None else end for end in (point.target_low, point.target_high)]
        turned = goodness(values, point.direction, *ends)
        shares = percentiles(turned[:, None])[:, 0]
        enough = len(rows) >= PEER_BAND_N
        ranked = [
            Ranked(int(place), line(row), number(float(share), 0) if enough else "")
            for place, row, share in zip(places, rows, shares, strict=True)
        ]
        found.append((say.lane_name(lane.other, reading.example), ranked))
    return found
