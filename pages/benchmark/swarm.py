"""The beeswarm of a benchmark with its words, its table and its notes."""

from __future__ import annotations

from dash import Output, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.chart_panel import outputs as panel_outputs
from components.chart_panel import values as panel_values
from components.charts.beeswarm import rows
from components.charts.beeswarm.beeswarm import beeswarm
from components.html import render
from components.html_part import HtmlPart
from components.web.attachments import file_name
from components.words import catalogue
from components.words.i18n import _, number
from components.words.reached import reached
from components.words.values import band_name, band_text, unit_text, value_text
from data.queries.benchmark import StandingRow
from pages.benchmark import words as say
from pages.benchmark.lanes import Lane, Spread, spread
from pages.benchmark.notes import notes as noted
from pages.benchmark.reading import BenchmarkReading

SWARM = "benchmark-swarm"
ALL_NAMED = 14
"""Most dots of the reports' lane whose names are all tried."""


def section(reading: BenchmarkReading) -> Component:
    """The panel next to its notes."""
    chart = html.Div([HtmlPart(measure(reading), id="bm-measure"), chart_panel(panel(reading))])
    beside = HtmlPart(notes(reading), id="bm-notes", className="bm-notes")
    heading = html.H2(_("Every city on one scale"), className="vh")
    return html.Section(
        [heading, html.Div([chart, beside], className="bm-grid")], className="s bm-s", id="swarm"
    )


def outputs() -> list[Output]:
    """What a callback sets to show another reading."""
    parts = [Output(name, "html") for name in ("bm-measure", "bm-notes")]
    return [*parts, *panel_outputs(SWARM)]


def values(reading: BenchmarkReading) -> list[object]:
    """The section's parts for ``outputs``."""
    return [measure(reading), notes(reading), *panel_values(panel(reading))]


def peer_spread(lane: Lane, group: frozenset[str] | None) -> Spread:
    """Median and middle half of a lane, of the reader's peer group where one is chosen."""
    return spread(
        sorted(
            row.value
            for row in lane.inside
            if row.value is not None and (group is None or row.city_id in group)
        )
    )


def measure(reading: BenchmarkReading) -> Markup:
    """Measure and unit, which way is better, where the target comes from, what the marks mean."""
    point = reading.point
    return render(
        "benchmark/measure",
        subtitle=_subtitle(reading),
        better=say.better(point.direction, point.scored),
        target=reading.scale.target_text,
        basis=f"{catalogue.confidence(point.confidence)}: {catalogue.basis(point.basis)}"
        if point.scored
        else "",
        bands=sorted({row.band for lane in reading.shown for row in lane.rows if row.band}),
    )


def notes(reading: BenchmarkReading) -> Markup:
    """What a reader must know of the drawing."""
    group = [(_("Peer group"), reading.group_text)] if reading.group_text else []
    found = noted(reading.point, reading.shown, reading.example)
    return render("benchmark/notes", notes=[*group, *found])


def panel(reading: BenchmarkReading) -> Panel:
    """The beeswarm as a chart panel."""
    point, lanes = reading.point, reading.shown
    title = (
        _("Reports and other statistics on one scale, never mixed")
        if len(lanes) > 1
        else _("Where each city stands")
    )
    source = say.source_line(reading, lanes)
    return Panel(
        id=SWARM,
        title=title,
        subtitle=_subtitle(reading),
        summary=say.summary(point, lanes, reading.example),
        figure=beeswarm([_lane(reading, lane) for lane in lanes], reading.scale),
        table=_twin(reading),
        source=source,
        file=file_name(reading.view, reading.build.version, f"benchmark-{point.key}"),
        css="chart-swarm",
        note=Markup("{}").format(source),
        links=(
            ("CSV", reading.file("benchmark", "csv")),
            ("Excel", reading.file("benchmark", "xlsx")),
        ),
    )


def _subtitle(reading: BenchmarkReading) -> str:
    unit = unit_text(reading.point.unit)
    return f"{reading.point.name}, {unit}" if unit else reading.point.name


def _lane(reading: BenchmarkReading, lane: Lane) -> rows.Lane:
    middle = peer_spread(lane, reading.group)
    older = {row.city_id for row in lane.older}
    dots = tuple(_dot(reading, row, row.city_id in older) for row in lane.rows)
    return rows.Lane(
        say.lane_name(lane.other, reading.example),
        say.lane_about(lane),
        dots,
        middle.median,
        (middle.band.p25, middle.band.p75) if middle.band else None,
        not lane.other and len(dots) <= ALL_NAMED,
    )


def _dot(reading: BenchmarkReading, row: StandingRow, old: bool) -> rows.Dot:
    scale = reading.scale
    lines = [f"<b>{row.city}</b>", value_text(row.value or 0.0, reading.point.unit)]
    if row.band:
        lines.append(f"{band_name(row.band)}, {band_text(row.band)}")
    lines.append(_("%(year)s, too old to count", year=row.year) if old else str(row.year))
    if scale.target_text:
        lines.append(scale.target_text)
    return rows.Dot(
        row.city_id, row.city, row.value or 0.0, row.band, old, row.city_id in reading.ids,
        "<br>".join(lines),
    )  # fmt: skip


def _twin(reading: BenchmarkReading) -> Markup:
    """The drawing in numbers: a row a lane. Every single value is in the list of the page."""
    found, point = [], reading.point
    for lane in reading.shown:
        middle = peer_spread(lane, reading.group)
        ends = [value_text(end, point.unit) for end in (lane.values[:1] + lane.values[-1:])]
        found.append(
            {
                "name": say.lane_name(lane.other, reading.example),
                "n": len(lane.values),
                "older": len(lane.older),
                "met": reached(row.progress for row in lane.inside).met if point.scored else None,
                "low": ends[0] if ends else "–",
                "p25": number(middle.band.p25) if middle.band else "–",
                "median": number(middle.median) if middle.median is not None else "–",
                "p75": number(middle.band.p75) if middle.band else "–",
                "high": ends[-1] if ends else "–",
            }
        )
    return render("benchmark/twin", caption=point.name, rows=found)
