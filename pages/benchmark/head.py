"""The head of a benchmark: where we are, the finding, the marked cities, and the controls."""

from __future__ import annotations

from typing import Any

from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.chosen import MOST_CHOSEN
from components.controls.lenses import lens_note, lens_picker
from components.controls.point_choice import Choice, place, point_choice, point_list
from components.controls.select import query_store, select
from components.html import render
from components.html_part import HtmlPart
from components.peers import group as peers
from components.words.i18n import _
from pages.benchmark import words as say
from pages.benchmark.reading import PATH, BenchmarkReading, lens_pool


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
        Output("bm-cities", "html"),
        Output("bm-peers", "hidden"),
    ]


def values(reading: BenchmarkReading) -> list[Any]:
    """The head's parts for ``outputs``."""
    return [finding(reading), lens_note(reading.view, PATH), cities(reading), not reading.marked]


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
        HtmlPart(cities(reading), id="bm-cities"),
        html.Div(
            select(page, "peers", _("Next to"), choices, "" if view.peers == "auto" else view.peers),
            id="bm-peers",
            hidden=not reading.marked,
        ),
        lens_picker(view, page),
        _marked(reading, page),
        query_store(page),
    ]  # fmt: skip


def _point(reading: BenchmarkReading) -> Component:
    return point_choice(_choice(reading))


def points(reading: BenchmarkReading) -> Markup:
    """The list of data points: those of the lens."""
    return point_list(_choice(reading))


def _choice(reading: BenchmarkReading) -> Choice:
    return Choice(
        form(reading), "kpi", _("Data point"), lens_pool(reading), reading.point, reading.held,
        leads=True,
    )  # fmt: skip


def cities(reading: BenchmarkReading) -> Markup:
    """The marked cities, and a list to mark another."""
    others = [(city, name) for city, name in reading.cities.items() if city not in reading.ids]
    others.sort(key=lambda each: each[1])
    return render("benchmark/cities", marked=reading.marked, others=others)


def _marked(reading: BenchmarkReading, page: str) -> Component:
    """The control of the marked cities."""
    ids = ",".join(city for city, _name in reading.marked)
    return dcc.Input(id={"page": page, "control": "cities"}, type="hidden", value=ids)
