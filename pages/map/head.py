"""The head of the map: the measure, the finding, and the controls."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.lenses import lens_note, lens_picker
from components.controls.point_choice import Choice, point_choice, point_list
from components.controls.select import DEFAULT, query_store, select
from components.html import render
from components.html_part import HtmlPart
from components.peers import group as peers
from components.words.i18n import _
from pages.map.data import sentences
from pages.map.measure import score_options
from pages.map.reading import PATH, MapReading

PAGE = "map"
PICK = "map-pick"
"""Page name of the list of data points: it shares the address with the list of scores."""


def head(reading: MapReading) -> list[Component]:
    """Measure, finding and controls. The browser says the sentences of another year."""
    finding, lead, rest, as_of, _window = sentences(reading, reading.frame)
    return [
        html.Div(
            [
                html.Div(
                    [
                        html.Span(reading.measure.where, id="map-where", className="mp-where"),
                        html.Span(_name(reading), id="map-name"),
                        html.Span(as_of, id="map-asof"),
                    ],
                    className="id",
                ),
                html.H1(finding, id="map-finding", className="finding"),
                html.P(
                    [
                        html.B(lead, id="map-lead"), " ", html.Span(rest, id="map-rest"), " ",
                        html.Span(_about(reading), id="map-about"),
                    ],
                    className="sub",
                ),
            ],
            className="head mp-head",
        ),
        html.Div(_controls(reading), className="controls mp-controls"),
        HtmlPart(lens_note(reading.view, PATH), id="map-lens"),
    ]  # fmt: skip


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        Output("map-where", "children"),
        Output("map-name", "children"),
        Output("map-about", "children"),
        Output("map-cities", "html"),
        Output("map-peers", "hidden"),
        Output("map-scored", "hidden"),
        Output("map-lens", "html"),
    ]


def values(reading: MapReading) -> list[Any]:
    """The head's parts for ``outputs``."""
    return [
        reading.measure.where,
        _name(reading),
        _about(reading),
        cities(reading),
        not reading.marked,
        reading.measure.point is not None,
        lens_note(reading.view, PATH),
    ]


def points(reading: MapReading) -> Markup:
    """The list of data points: those of the lens."""
    return point_list(_choice(reading))


def cities(reading: MapReading) -> Markup:
    """The marked cities, and a list to mark another."""
    ids = {city for city, _name in reading.marked}
    others = [(city, name) for city, name in reading.names.items() if city not in ids]
    return render("map/cities", marked=reading.marked, others=others)


def _choice(reading: MapReading) -> Choice:
    point = reading.measure.point
    return Choice(PICK, "kpi", _("Data point"), reading.pool, point, reading.counted)


def _controls(reading: MapReading) -> list[Component]:
    view, measure = reading.view, reading.measure
    kpi, aggregate = (measure.key, "") if measure.point else ("", measure.key)
    choices = [
        ("" if c == "auto" else c, _("all cities") if c == "auto" else peers.choice_name(c))
        for c in peers.CHOICES
        if c != "all"
    ]
    scores = [("", _("U4SSC points")), ("continuous", _("Continuous"))]
    return [
        point_choice(_choice(reading)),
        html.Label(
            [
                html.Span(_("or score")),
                dbc.Select(
                    id="map-score",
                    options=[
                        {"value": DEFAULT, "label": _("choose a score"), "disabled": True},
                        *({"value": key, "label": words}
                          for key, words in score_options(reading.points, reading.held)),
                    ],
                    value=aggregate or DEFAULT,
                    size="sm",
                ),
            ],
            className="choice",
        ),
        html.Div(
            select(PAGE, "score", _("by"), scores, "" if view.score == "points" else view.score),
            id="map-scored",
            hidden=measure.point is not None,
        ),
        HtmlPart(cities(reading), id="map-cities"),
        html.Div(
            select(
                PAGE, "peers", _("Show"), choices,
                "" if view.peers in ("auto", "all") else view.peers,
            ),
            id="map-peers",
            hidden=not reading.marked,
        ),
        lens_picker(view, PAGE),
        _hidden("kpi", kpi),
        _hidden("measure", aggregate),
        _hidden("cities", ",".join(city for city, _name in reading.marked)),
        query_store(PAGE),
    ]  # fmt: skip


def _hidden(name: str, value: str) -> Component:
    """A control of the address that other controls set."""
    return dcc.Input(id={"page": PAGE, "control": name}, type="hidden", value=value)


def _name(reading: MapReading) -> str:
    measure = reading.measure
    unit = measure.unit if measure.unit != "yes/no" else ""
    return f"{measure.name}, {unit}" if unit else measure.name


def _about(reading: MapReading) -> str:
    """Whom the map is confined to, and that it shows an invented world."""
    invented = _("The cities are fictional, at invented places.") if reading.example else ""
    return " ".join(part for part in (reading.group, invented) if part)
