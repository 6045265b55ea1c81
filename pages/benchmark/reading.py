"""Reads a data point with its two lanes: what the page and its files are both made from."""

from __future__ import annotations

from data.queries import benchmark
from data.settings import settings
from data.source_rows import DefinitionRow
from data.store import Snapshot
from pages.benchmark.body import Subject
from pages.benchmark.lanes import lane, lane_year


def read_subject(store: Snapshot, point: DefinitionRow, asof: int | None) -> Subject:
    """The point with its reports and its other statistics, each at its own year."""
    counts = benchmark.point_years(store, point.key)
    reports, other = (lane_year(counts, kind, asof) for kind in (False, True))
    # A printed status may stand later than the newest value: it still empties the point.
    until = asof if asof is not None else _LAST
    rows = benchmark.standings(store, point.key, until, other)
    window = settings().window_years
    return Subject(
        point, (lane(rows, False, reports, asof, window), lane(rows, True, other, asof, window))
    )


_LAST = 9999
"""No report is later: without a chosen year each city stands at its own newest."""
