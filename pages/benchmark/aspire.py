"""Who is like the reader's city and better on this data point: a feasible target and its report."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from components.html import render
from components.peers.aspirational import gap_text, shared
from components.words.values import value_text
from data.queries.benchmark import StandingRow
from pages.benchmark import words as say
from pages.benchmark.lanes import Lane
from pages.benchmark.reading import BenchmarkReading

MOST = 6
"""Cities named: those alike in most first, then the nearest, feasible before best."""


class Better(NamedTuple):
    """A city of a better band. gap: to the own value, with unit; href: its page at the point."""

    row: StandingRow
    value: str
    gap: str
    href: str


def aspire(reading: BenchmarkReading) -> Markup:
    """The section for the first marked city; empty without one, or where it has no score."""
    if not reading.marked or not reading.point.scored:
        return Markup("")
    city, name = reading.marked[0]
    blocks = [
        (say.lane_name(lane.other, reading.example), own, _better(reading, lane, own))
        for lane in reading.lanes
        for own in lane.inside
        if own.city_id == city and own.band
    ]
    if not blocks:
        return Markup("")
    return render("benchmark/aspire", name=name, blocks=blocks)


def _better(reading: BenchmarkReading, lane: Lane, own: StandingRow) -> list[Better]:
    """Cities of a better band; those that share size, income or region first, then the nearest."""
    group, point = reading.group, reading.point
    better = [
        row
        for row in lane.inside
        if (row.band or 0) > (own.band or 0) and (group is None or row.city_id in group)
    ]
    # Same context (METHODS §10): something shared, unless nobody further on shares anything.
    alike = [row for row in better if shared(own, row)]
    better = alike if group is None and alike else better
    better.sort(key=lambda row: (-len(shared(own, row)), row.progress or 0.0, row.city_id))
    keep = reading.view.elsewhere()
    return [
        Better(
            row,
            value_text(row.value or 0.0, point.unit),
            gap_text((row.value or 0.0) - (own.value or 0.0), point.unit),
            keep.href(f"/city/{row.city_id}", point=point.key),
        )
        for row in better[:MOST]
    ]
