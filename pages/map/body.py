"""The map in reading order: finding, drawing with timeline, list of what is in view, downloads."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.charts.map.geodata import land_href
from components.charts.map.place import radius
from components.controls.point_choice import similar
from components.html import render
from components.html_part import HtmlPart
from components.view import View
from components.words.i18n import _
from data import queries
from data.store import Snapshot
from pages.map import head, notes, time
from pages.map.data import payload, placed
from pages.map.legend import legend
from pages.map.measure import aggregates
from pages.map.reading import PATH, MapReading, opening

SIZES = ((100_000, "0.1"), (1_000_000, "1"), (8_000_000, "8"))
"""Populations that the legend draws, and how many millions they are."""


def body(reading: MapReading) -> list[Component]:
    """The page below the notices."""
    return [
        *head.head(reading),
        HtmlPart(state(reading), id="map-state"),
        html.Div(
            [
                html.Div(
                    [
                        html.H2(_("Map"), className="vh"),
                        HtmlPart(key(reading), id="map-key"),
                        HtmlPart(render("map/frame", land=bool(land_href())), id="map-frame"),
                        time.timeline(reading),
                        HtmlPart(foot(reading), id="map-foot"),
                    ],
                    className="mp-main",
                ),
                _list(),
            ],
            id="map-all",
            className="mp",
            hidden=reading.frame is None,
        ),
        dcc.Store(id="map-data", data=payload(reading)),
    ]


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        *head.outputs(),
        Output("map-state", "html"),
        Output("map-key", "html"),
        *time.outputs(),
        Output("map-foot", "html"),
        Output("map-all", "hidden"),
        Output("map-data", "data"),
    ]


def values(reading: MapReading) -> list[Any]:
    """Everything that a control changes, for ``outputs``."""
    return [
        *head.values(reading),
        state(reading),
        key(reading),
        *time.values(reading),
        foot(reading),
        reading.frame is None,
        payload(reading),
    ]


def _list() -> Component:
    """The list next to the map: its filter, its order, and what the browser writes into it."""
    order = [
        {"value": "best", "label": _("best first")},
        {"value": "name", "label": _("name")},
        {"value": "country", "label": _("country")},
    ]
    return html.Div(
        [
            html.H2(_("Cities in view"), className="vh"),
            html.Div(
                [
                    html.Label(_("Filter cities"), htmlFor="map-text", className="vh"),
                    dbc.Input(
                        id="map-text",
                        type="search",
                        placeholder=_("Filter cities"),
                        autocomplete="off",
                        size="sm",
                    ),
                    html.Label(
                        [
                            html.Span(_("Sort")),
                            dbc.Select(id="map-sort", options=order, value="best", size="sm"),
                        ],
                        className="choice",
                    ),
                ],
                className="mp-filter",
            ),
            HtmlPart(render("map/list"), id="map-list"),
        ],
        className="mp-side",
        role="region",
        **{"aria-label": _("Cities in view")},
    )


def state(reading: MapReading) -> Markup:
    """Why there is nothing to see, with the way to where there is; else empty."""
    measure = reading.measure
    nothing = reading.frame is None
    kpi, aggregate = (measure.key, None) if measure.point else (None, measure.key)
    return render(
        "map/state",
        nothing=nothing,
        gate=not nothing and not reading.counts and measure.point is None,
        name=measure.name,
        example=""
        if reading.example
        else View(data="example", kpi=kpi, measure=aggregate).href(PATH),
    )


def key(reading: MapReading) -> Markup:
    """What the marks mean, as far as they occur."""
    return render(
        "map/key", legend=legend(reading), sizes=[(radius(n), label) for n, label in SIZES]
    )


def foot(reading: MapReading) -> Markup:
    """Files, sources and whose land it is."""
    return render(
        "map/foot",
        query=reading.view.to_query(),
        formats=("csv", "xlsx", "json", "parquet"),
        nowhere=len(reading.cities) - len(placed(reading.cities)),
        source=notes.source_line(reading),
        credit=notes.credit(),
        disclaimer=notes.disclaimer(),
        synthetic=reading.example,
    )


def unknown(store: Snapshot, view: View) -> Component:
    """A key that names nothing to show, with those it may have meant."""
    points = queries.definitions(store)
    asked = view.kpi or view.measure or ""
    words = {part for part in asked.replace("-", " ").split() if len(part) > 3}
    near = [
        (m.name, view.href(PATH, kpi=None, measure=m.key))
        for m in aggregates(points).values()
        if words & set(m.name.lower().split())
    ]
    near += [(p.name, view.href(PATH, kpi=p.key, measure=None)) for p in similar(asked, points)]
    first = opening(store, points)
    start = view.href(PATH, kpi=None, measure=None)
    return HtmlPart(render("map/unknown", key=asked, near=near[:6], first=first.name, start=start))
