"""What changes on Progress without leaving it."""

from __future__ import annotations

from typing import Any

from dash import (
    MATCH,
    ClientsideFunction,
    Input,
    Output,
    Patch,
    State,
    callback,
    clientside_callback,
    ctx,
    no_update,
)
from dash.development.base_component import Component

from components.controls.select import query_of
from components.view import View
from components.web.answers import keep
from components.words.i18n import _
from data import queries
from data.store import snapshot
from pages.progress import body, one_point, trends
from pages.progress.parts import AT_ONCE
from pages.progress.reading import ProgressReading, read_progress
from pages.progress.rounds import bridge
from pages.progress.scenario import section as scenario


def read(query: str, here: dict[str, Any]) -> ProgressReading:
    """The reading of the page that stands, with the query of its controls."""
    view = View.from_search(query)
    store = snapshot(view.data)
    city = queries.city(store, here["path"].rpartition("/")[2])
    reading = read_progress(store, view, city) if city else None
    if reading is None:
        raise LookupError(_("There is no such city or set of points."))
    keep()
    return reading


@callback(*body.outputs(), query_of("progress"), State("here", "data"), prevent_initial_call=True)
def control(query: str, here: dict[str, Any]) -> list[Any]:
    """Points, years or peers have changed: finding and level, read anew."""
    return body.values(read(query, here))


@callback(
    Output("trends", "children"),
    Output("one-point", "children"),
    query_of("progress"),
    State("here", "data"),
    prevent_initial_call=True,
)
def below(query: str, here: dict[str, Any]) -> tuple[Any, ...]:
    """The same for what makes other charts; it comes after the finding."""
    reading = read(query, here)
    return trends.section(reading), one_point.one_point(reading)


@callback(
    Output("scenario-place", "children"),
    query_of("progress"),
    State("here", "data"),
    prevent_initial_call=True,
)
def goals(query: str, here: dict[str, Any]) -> Component:
    """The same for the scenario."""
    return scenario.section(read(query, here))


@callback(
    Output(trends.part(MATCH, "charts"), "children"),
    Output(trends.part(MATCH, "more"), "children"),
    Output(trends.part(MATCH, "more"), "hidden"),
    Input(trends.part(MATCH, "head"), "n_clicks"),
    Input(trends.part(MATCH, "more"), "n_clicks"),
    State("address", "search"),
    State("here", "data"),
    prevent_initial_call=True,
)
def fill(
    opened: int, asked: int | None, search: str, here: dict[str, Any]
) -> tuple[list[Component] | Patch, str, bool]:
    """Charts of a group that is opened for the first time, or further ones of it."""
    key, adds = ctx.triggered_id["trends"], ctx.triggered_id["part"] == "more"
    if not adds and opened != 1:
        return no_update, no_update, no_update
    reading, start = read(search, here), AT_ONCE * (asked or 0)
    charts: list[Component] | Patch = trends.charts(reading, key, start)
    rest = trends.more(reading, key, start + AT_ONCE)
    return added(charts) if adds else charts, rest, not rest


def added(charts: list[Component]) -> Patch:
    """The charts behind those that stand."""
    patch = Patch()
    patch.extend(charts)
    return patch


@callback(
    *one_point.outputs(), query_of("one-point"), State("here", "data"), prevent_initial_call=True
)
def cities(query: str, here: dict[str, Any]) -> list[Any]:
    """Other cities in the chart of one point."""
    return one_point.values(read(query, here))


@callback(*bridge.outputs(), query_of("rounds"), State("here", "data"), prevent_initial_call=True)
def between(query: str, here: dict[str, Any]) -> list[Any]:
    """Another two rounds: what moved the score between them."""
    return bridge.values(read(query, here))


clientside_callback(ClientsideFunction("progress", "lead"), Input("progress-finding", "event"))
clientside_callback(
    "event => event ? event.value : window.dash_clientside.no_update",
    Output({"page": "progress", "control": "scope"}, "value"),
    Input("progress-scope", "event"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("progress", "cities"),
    Output({"page": "one-point", "control": "cities"}, "value"),
    Input("one-point-cities", "event"),
    State({"page": "one-point", "control": "cities"}, "value"),
    prevent_initial_call=True,
)
clientside_callback(ClientsideFunction("progress", "lead"), Input("progress-finding", "event"))
clientside_callback(
    ClientsideFunction("progress", "source"),
    Input("level", "clickData"),
    State("here", "data"),
)
