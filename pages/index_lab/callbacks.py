"""What changes in the Index lab without leaving it; weights follow the hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import ALL, ClientsideFunction, Input, Output, State, callback, clientside_callback

from components.controls.select import query_of
from components.view import View
from components.web.answers import keep
from data.store import snapshot
from pages.index_lab import weights
from pages.index_lab.body import outputs, values
from pages.index_lab.chart import CHART
from pages.index_lab.reading import read_index


@callback(
    Output("index-order", "html", allow_duplicate=True),
    Output(CHART, "figure", allow_duplicate=True),
    Output({"share": ALL}, "children"),
    Input("index-asked", "data"),
    State("index-drawn", "data"),
    prevent_initial_call=True,
)
def follow(query: str, drawn: dict[str, Any]) -> tuple[Any, ...]:
    """A weight moves: order, triangles and shares as chosen, without a draw."""
    view = View.from_search(query)
    reading = read_index(snapshot(view.data), view)
    shares = weights.shares(reading)
    return weights.order(reading, sure=False), weights.chart(reading, drawn), shares


@callback(*outputs(), query_of("index"), State("index-drawn", "data"), prevent_initial_call=True)
def draw(query: str, drawn: dict[str, Any]) -> list[Any]:
    """A weight was let go, or a control has changed: the index anew, with its draws."""
    view = View.from_search(query)
    if view.by != drawn["by"]:  # a fresh start: own weights would make “equal by” untrue
        view = replace(view, weights=())
    keep()
    return values(read_index(snapshot(view.data), view), drawn)


clientside_callback(
    ClientsideFunction("index_lab", "drag"),
    Input({"weight": ALL}, "value"),
    State("index-drawn", "data"),
    prevent_initial_call=True,
)
clientside_callback(ClientsideFunction("index_lab", "again"), Input("index-again", "n_clicks"))
clientside_callback(
    ClientsideFunction("index_lab", "equal"),
    Input("index-equal", "n_clicks", allow_optional=True),
    State({"weight": ALL}, "id"),
    prevent_initial_call=True,
)
