"""The beeswarm of a benchmark with its words, its table and its notes."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.charts.beeswarm.beeswarm import beeswarm
from components.charts.beeswarm.frame import PHONE, WIDE, Dot, LaneDrawing
from components.charts.kit.ticks import Axis, axis
from components.html import render
from components.shell.fragment import fragment
from components.words.i18n import _, number
from components.words.values import band_text, unit_text, value_text
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from pages.benchmark import words as say
from pages.benchmark.lanes import Lane, Spread, spread
from pages.benchmark.scale import marks

ALL_NAMED = 14
"""Most dots of the reports' lane that are all tried to be named."""


def scale(point: DefinitionRow, lanes: Sequence[Lane]) -> Axis:
    """One axis for every drawing of the page: all values, and the target where one is set."""
    values = [row.value for lane in lanes for row in lane.rows if row.value is not None]
    ends = [
        end for end in (point.target_low, point.target_high) if point.scored and end is not None
    ]
    return axis([*values, *ends], (point.plausible_min, point.plausible_max))


def peer_spread(lane: Lane, group: frozenset[str] | None) -> Spread:
    """Median and middle half of a lane, of the reader's peer group where one is chosen."""
    return spread(
        sorted(
            row.value
            for row in lane.inside
            if row.value is not None and (group is None or row.city_id in group)
        )
    )


def chart(
    point: DefinitionRow,
    lanes: Sequence[Lane],
    drawn_on: Axis,
    chosen: Sequence[str],
    group: frozenset[str] | None,
    group_text: str,
    source: str,
    download: str,
    synthetic: bool,
) -> Component:
    """The panel beside its notes."""
    shown = [lane for lane in lanes if lane.rows]
    drawings = [_drawing(point, lane, chosen, group, synthetic) for lane in shown]
    two = len(shown) > 1
    title = (
        _("Two kinds of source, one scale, never one line") if two else _("Where each city stands")
    )
    unit = unit_text(point.unit)
    carried = marks(point)
    panel = Panel(
        id="benchmark-swarm",
        title=title,
        subtitle=f"{point.name}, {unit}" if unit else point.name,
        summary=say.summary(point, shown, synthetic),
        figure=beeswarm(drawings, drawn_on, carried, WIDE),
        phone=beeswarm(drawings, drawn_on, carried, PHONE),
        table=_twin(point, shown, group, synthetic),
        source=source,
        css="chart-swarm",
        note=render("benchmark/source", source=source, download=download),
    )
    return html.Div(
        [
            html.Div(
                [
                    fragment(
                        render(
                            "benchmark/measure",
                            subtitle=panel.subtitle,
                            better=say.better(point),
                        )
                    ),
                    chart_panel(panel),
                ]
            ),
            fragment(
                render(
                    "benchmark/notes",
                    notes=say.notes(point, shown, synthetic),
                    group=group_text,
                ),
                className="bm-notes",
            ),
        ],
        className="bm-grid",
    )


def _drawing(
    point: DefinitionRow,
    lane: Lane,
    chosen: Sequence[str],
    group: frozenset[str] | None,
    synthetic: bool,
) -> LaneDrawing:
    middle = peer_spread(lane, group)
    older = {row.city_id for row in lane.older}
    dots = tuple(_dot(point, row, row.city_id in older, row.city_id in chosen) for row in lane.rows)
    return LaneDrawing(
        say.lane_name(lane, synthetic),
        say.lane_lines(lane),
        dots,
        middle.median,
        (middle.band.p25, middle.band.p75) if middle.band else None,
        not lane.other and len(dots) <= ALL_NAMED,
    )


def _dot(point: DefinitionRow, row: StandingRow, old: bool, chosen: bool) -> Dot:
    lines = [f"<b>{row.city}</b>", value_text(row.value or 0.0, point.unit)]
    if row.band:
        lines.append(_("band %(band)d of 4, %(edges)s", band=row.band, edges=band_text(row.band)))
    lines.append(_("%(year)s, too old to count", year=row.year) if old else str(row.year))
    return Dot(row.city_id, row.city, row.value or 0.0, row.band, old, chosen, "<br>".join(lines))


def _twin(
    point: DefinitionRow, lanes: Sequence[Lane], group: frozenset[str] | None, synthetic: bool
) -> Markup:
    """The drawing in numbers: a row a lane. Every single value is in the list of the page."""
    rows = []
    for lane in lanes:
        middle = peer_spread(lane, group)
        values = lane.values
        rows.append(
            {
                "name": say.lane_name(lane, synthetic),
                "n": len(values),
                "older": len(lane.older),
                "top": sum(row.band == 4 for row in lane.inside) if point.scored else None,
                "low": value_text(values[0], point.unit) if values else "–",
                "p25": number(middle.band.p25) if middle.band else "–",
                "median": number(middle.median) if middle.median is not None else "–",
                "p75": number(middle.band.p75) if middle.band else "–",
                "high": value_text(values[-1], point.unit) if values else "–",
            }
        )
    return render("benchmark/twin", caption=point.name, rows=rows)
