"""The head of a benchmark: where we are, the finding, the marked cities, and the controls."""

from __future__ import annotations

from typing import Any

from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.chosen import MOST_CHOSEN
from components.controls.lenses import lens_note, lens_picker
from components.controls.point_choice import place, point_choice, point_options
from components.controls.select import query_store, select
from components.html import render
from components.html_part import HtmlPart
from components.peers import group as peers
from components.words.i18n import _
from pages.benchmark import words as say
from pages.benchmark.reading import PATH, BenchmarkReading, lens_pool

POINT = "bm-point"


def head(reading: BenchmarkReading) -> list[Component]:
    """Finding and controls. A point that nobody has offers only the way to another."""
    controls = _controls(reading) if reading.shown else [_point(reading)]
    return [
        HtmlPart(finding(reading), id="bm-head", className="head bm-head"),
        html.Div(controls, className="controls bm-controls"),
        HtmlPart(lens_note(reading.view, PATH), id="bm-lens"),
        dcc.Store(id="bm-came"),
    ]


def outputs() -> list[Output]:
    """What a callback sets to show another reading."""
    return [
        Output("bm-head", "html"),
        Output("bm-lens", "html"),
        Output("bm-peers", "hidden"),
    ]


def values(reading: BenchmarkReading) -> list[Any]:
    """The head's parts for ``outputs``."""
    return [finding(reading), lens_note(reading.view, PATH), not reading.marked]


def form(reading: BenchmarkReading) -> str:
    """Name of the controls: a point of yes and no has other parts than one with a scale."""
    return "benchmark-yes" if reading.yes_no else "benchmark"


def finding(reading: BenchmarkReading) -> Markup:
    """Place of the point, the finding, what is available, where the marked cities are."""
    point, lanes = reading.point, reading.lanes
    named = reading.marked[:MOST_CHOSEN]
    standings = [
        (f"{city}-other" if lane.other else city, name,
         say.lane_name(lane.other, reading.example), say.standing(point, row))
        for city, name in named
        for lane in lanes
        for row in lane.rows
        if row.city_id == city
    ]  # fmt: skip
    present = {row.city_id for lane in lanes for row in lane.rows}
    return render(
        "benchmark/head",
        point=point,
        place=place(reading.view, point, reading.points),
        finding=say.finding(point, lanes, reading.example),
        available=say.available(lanes, reading.example),
        standings=standings,
        two=len(reading.shown) > 1,
        absent=[name for city, name in named if city not in present],
        more=len(reading.marked) - len(named),
        link=lambda key: reading.view.href(PATH, kpi=key),
    )


def _controls(reading: BenchmarkReading) -> list[Component]:
    view, page = reading.view, form(reading)
    newest = next((lane.year for lane in reversed(reading.lanes) if lane.year), None)
    first = _("newest (%(year)s)", year=newest) if newest and not view.asof else _("newest")
    years = sorted({*reading.years, *([view.asof] if view.asof else [])}, reverse=True)
    choices = [("" if c == "auto" else c, peers.choice_name(c)) for c in peers.CHOICES]
    return [
        _point(reading),
        select(
            page, "asof", _("As of"), [("", first), *((str(y), str(y)) for y in years)],
            str(view.asof or ""),
        ),
        _cities(reading, page),
        html.Div(
            select(page, "peers", _("Next to"), choices, "" if view.peers == "auto" else view.peers),
            id="bm-peers",
            hidden=not reading.marked,
        ),
        lens_picker(view, page),
        # The point goes into the address with the first control that is used.
        dcc.Input(id={"page": page, "control": "kpi"}, type="hidden", value=reading.point.key),
        query_store(page),
    ]  # fmt: skip


def _point(reading: BenchmarkReading) -> Component:
    return point_choice(POINT, _("Data point"), options(reading), reading.point.key)


def options(reading: BenchmarkReading) -> list[dict[str, Any]]:
    """Points to choose from: those of the lens."""
    return point_options(lens_pool(reading), reading.held)


def _cities(reading: BenchmarkReading, page: str) -> Component:
    """The cities a reader has marked, and a list to mark others."""
    names = sorted(reading.cities.items(), key=lambda each: each[1])
    return html.Div(
        [
            html.Span(_("Marked"), **{"aria-hidden": "true"}),
            dcc.Dropdown(
                id={"page": page, "control": "cities"},
                options=[{"value": city, "label": name} for city, name in names],
                value=[city for city, _name in reading.marked],
                multi=True,
                placeholder=_("Mark cities"),
                maxHeight=360,
                labels={
                    "search": _("Name of a city"),
                    "no_options_found": _("No city of this data set has that name."),
                    "select_all": _("Mark all"),
                    "deselect_all": _("Unmark all"),
                    "selected_count": _("{num_selected} cities"),
                    "clear_selection": _("Unmark all"),
                },
            ),
        ],
        className="choice city-choice",
        role="group",
        **{"aria-label": _("Marked cities")},
    )
