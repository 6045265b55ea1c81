"""Every value behind a benchmark by kind of source, and the ranks for those who ask for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from markupsafe import Markup

from analysis.composite import goodness, percentiles
from analysis.numbers import MEDIAN_N, PEER_BAND_N
from analysis.ranks import ranks
from components.html import render
from components.view import View
from components.words.i18n import _, number
from components.words.values import value_parts
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from pages.benchmark import words as say
from pages.benchmark.lanes import Lane

HALVED = 14
"""A list of more rows stands in two columns."""

CITY, COMPARE = "/city/", "/compare"


class Line(NamedTuple):
    """One value of the list. shown, unit: as printed; href: of the city at this point."""

    row: StandingRow
    shown: str
    source: str
    href: str
    compare: str
    chosen: bool


class List(NamedTuple):
    """A table of the list. old: its values are outside the window."""

    name: str
    key: str
    old: bool
    columns: list[list[Line]]


class Ranked(NamedTuple):
    """A city's place in its lane. percentile: printed, empty where too few cities allow one."""

    place: int
    line: Line
    percentile: str


def lists(
    view: View,
    point: DefinitionRow,
    lanes: Sequence[Lane],
    chosen: Sequence[str],
    download: str,
    synthetic: bool,
) -> Markup:
    """The lists, who leads, and the ranks behind one deliberate click."""
    line = _liner(view, point, chosen)
    tables = []
    for lane in lanes:
        name = say.lane_name(lane, synthetic)
        if lane.inside:
            tables.append(List(name, lane.key, False, _halves([line(r) for r in lane.inside])))
        if lane.older:
            old = _("%(name)s, before %(year)s", name=name, year=lane.first)
            tables.append(List(old, f"{lane.key}-old", True, [[line(r) for r in lane.older]]))
    leaders = [
        (say.lane_name(lane, synthetic), sentence)
        for lane in lanes
        if (sentence := say.leading(point, lane, synthetic))
    ]
    return render(
        "benchmark/lists",
        tables=tables,
        leaders=leaders,
        ranks=_ranks(point, lanes, line, synthetic),
        rank_n=MEDIAN_N,
        percentile_n=PEER_BAND_N,
        unit=value_parts(1.0, point.unit)[1] or ("%" if point.unit.startswith("%") else ""),
        point=point,
        download=download,
    )


def _liner(
    view: View, point: DefinitionRow, chosen: Sequence[str]
) -> Callable[[StandingRow], Line]:
    """Makes lines; the links keep data set, peers, language and theme."""
    keep = view.elsewhere()

    def line(row: StandingRow) -> Line:
        beside = [city for city in chosen if city != row.city_id][:1]
        return Line(
            row,
            value_parts(row.value or 0.0, point.unit)[0],
            row.origin if row.other and row.origin else row.publication,
            View(**{**keep.__dict__, "point": point.key}).href(CITY + row.city_id),
            View(**{**keep.__dict__, "cities": (*beside, row.city_id)}).href(COMPARE),
            row.city_id in chosen,
        )

    return line


def _halves(lines: list[Line]) -> list[list[Line]]:
    if len(lines) <= HALVED:
        return [lines]
    middle = (len(lines) + 1) // 2
    return [lines[:middle], lines[middle:]]


def _ranks(
    point: DefinitionRow,
    lanes: Sequence[Lane],
    line: Callable[[StandingRow], Line],
    synthetic: bool,
) -> list[tuple[str, list[Ranked]]]:
    """Places by progress score, so that cities at or past the target share theirs."""
    found = []
    for lane in lanes:
        rows = [row for row in lane.inside if row.progress is not None]
        if len(rows) < MEDIAN_N or point.unit == say.YES_NO:
            continue
        places = ranks(np.array([row.progress for row in rows]))
        values = np.array([row.value for row in rows], dtype=float)
        ends = [np.nan if end is None else end for end in (point.target_low, point.target_high)]
        turned = goodness(values, point.direction, *ends)
        shares = percentiles(turned[:, None])[:, 0]
        found.append(
            (
                say.lane_name(lane, synthetic),
                [
                    Ranked(
                        int(place),
                        line(row),
                        number(float(share), 0) if len(rows) >= PEER_BAND_N else "",
                    )
                    for place, row, share in zip(places, rows, shares, strict=True)
                ],
            )
        )
    return found
