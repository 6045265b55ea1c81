"""One point large: the city next to others of the reader's choice, labelled directly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.chart_panel import outputs as panel_outputs
from components.chart_panel import values as panel_values
from components.charts.kit.palette import CITIES
from components.charts.trend.cities import CityLine, cities_figure
from components.controls.select import query_store
from components.html import render
from components.html_part import HtmlPart
from components.web.attachments import file_name
from components.words import catalogue, trends
from components.words.i18n import _
from components.words.values import unit_text, value_text
from data.source_rows import DefinitionRow
from data.trend_rows import SeriesRow, TrendRow
from pages.progress import words as say
from pages.progress.drawing import observed, target
from pages.progress.points import PointProgress, status_of
from pages.progress.reading import MOST_CITIES, ProgressReading
from pages.progress.tables import links

CHART = "cities-chart"


def one_point(reading: ProgressReading) -> list[Component]:
    """The section of the address's one point; nothing where it names none."""
    point = reading.point
    if point is None:
        return []
    close = reading.view.href(reading.path, kpi=None, cities=())
    heading = _("%(name)s in several cities", name=say.spoken(point.name))
    section = html.Section(
        [
            html.H2(heading, className="vh"),
            html.Div(
                [
                    HtmlPart(_others(reading), id="one-point-cities"),
                    dcc.Input(
                        id={"page": "one-point", "control": "cities"},
                        type="hidden",
                        value=",".join(reading.view.cities),
                    ),
                    html.A(_("Close this chart"), href=close),
                    query_store("one-point"),
                ],
                className="controls",
            ),
            chart_panel(_panel(reading, point)),
        ],
        className="s pg-s",
    )
    return [section]


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        Output("one-point-cities", "html"),
        *panel_outputs(CHART),
    ]


def values(reading: ProgressReading) -> list[Any]:
    """Everything that another choice of cities changes, for ``outputs``.

    Raises LookupError where the address names no point.
    """
    if reading.point is None:
        raise LookupError(_("There is no such data point."))
    panel = _panel(reading, reading.point)
    return [_others(reading), *panel_values(panel)]


def _others(reading: ProgressReading) -> Markup:
    """The further cities, each with a way to take it out, and a choice of more."""
    chosen = {each.city.id: each.city.name for each in reading.of_cities[1:]}
    return render(
        "progress/one_point_cities",
        chosen=chosen,
        others=[
            (key, name)
            for key, name in reading.names.items()
            if key not in chosen and key != reading.city.id
        ],
        without=[each.city.name for each in reading.of_cities if not each.has_values],
        full=len(reading.of_cities) >= MOST_CITIES,
        most=MOST_CITIES,
    )


def _panel(reading: ProgressReading, point: DefinitionRow) -> Panel:
    every = reading.of_cities
    held = [each for each in every if each.has_values]
    unit = unit_text(point.unit)
    measure = f"{point.name}{', ' + unit if unit else ''}"
    lines = [
        CityLine(each.city.name, CITIES[every.index(each)], observed(each, point, row, own))
        for each in held
        for row, own in [_shown(each.points[0])]
    ]
    years = [year for city in lines for year in city.line.years] or [reading.as_of]
    span = min(years), max(years)
    source = _source(reading, held)
    version = reading.build.version
    return Panel(
        id=CHART,
        title=_title(reading, point, held),
        subtitle=measure,
        summary=_summary(point, held),
        figure=cities_figure(
            lines, target(point), span, (point.plausible_min, point.plausible_max)
        ),
        table=_table(reading, point, held),
        source=source,
        file=file_name(reading.view, version, f"{reading.city.id}-{point.key}-cities"),
        css="chart-cities",
        lead=Markup("<p>{}</p>").format(measure),
        note=Markup('<p class="pg-source">{}</p>').format(source),
        links=tuple(links(reading.view, f"{reading.path}/series", kpi=point.key)),
    )


def _shown(p: PointProgress) -> tuple[TrendRow, tuple[SeriesRow, ...]]:
    """The longest series up to the as-of year: a chart of lines shows what makes one."""
    return max(zip(p.series, p.values, strict=True), key=lambda each: len(each[1]))


def _title(reading: ProgressReading, point: DefinitionRow, held: Sequence[ProgressReading]) -> str:
    name = say.spoken(point.name)
    if not held:
        return _("%(name)s: none of these cities has a value up to %(year)s",
                 name=name, year=reading.as_of)  # fmt: skip
    if len(held) == 1:
        return say.title(held[0].points[0])
    at = [e.city.name for e in held if status_of(_shown(e.points[0])[0]) == "at_line"]
    if point.scored and len(at) == len(held):
        return _("%(name)s: all meet the target", name=name)
    if point.scored and at:
        return _(
            "%(name)s: the target is met by %(cities)s", name=name, cities=catalogue.listing(at)
        )
    if point.scored:
        return _("%(name)s: none is known to meet the target now", name=name)
    return _("%(name)s in %(n)s cities", name=name, n=len(held))


def _summary(point: DefinitionRow, held: Sequence[ProgressReading]) -> str:
    parts = []
    for each in held:
        row, own = _shown(each.points[0])
        value = value_text(own[-1].value or 0.0, point.unit, significant=4)
        parts.append(f"{each.city.name} {value} ({own[-1].year}), {trends.status(status_of(row))}")
    return "; ".join(parts) + "."


def _source(reading: ProgressReading, held: Sequence[ProgressReading]) -> str:
    names = dict.fromkeys(say.source_name(_shown(e.points[0])[0], e.example) for e in held)
    return (_("Synthetic data, fictional cities. ") if reading.example else "") + _(
        "Source: %(names)s; data version %(version)s.",
        names="; ".join(names) or _("no values"),
        version=reading.build.version,
    )


def _table(
    reading: ProgressReading, point: DefinitionRow, held: Sequence[ProgressReading]
) -> Markup:
    years = sorted({v.year for e in held for v in _shown(e.points[0])[1]})
    return render(
        "progress/one_point_table",
        name=point.name,
        unit=point.unit,
        years=years,
        rows=[
            (
                each.city.name,
                each.view.href(each.path, cities=(), kpi=None),
                say.source_name(row, each.example),
                {v.year: v.value for v in own},
                trends.status(status_of(row)),
            )
            for each in held
            for row, own in [_shown(each.points[0])]
        ],
    )
