"""Weights follow the hand: the order at every step, the draws when a slider is let go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import (
    ALL,
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
from markupsafe import Markup

from components.charts.ranks.ranks import FEW
from components.controls.select import query_of
from components.view import View
from components.web.answers import keep
from data.store import snapshot
from pages.index_lab.body import order, outputs, share_text, values
from pages.index_lab.reading import Place, order_of, read_index, study


@callback(
    Output("index-order", "html", allow_duplicate=True),
    Output("index-ranks", "figure", allow_duplicate=True),
    Output({"share": ALL}, "children"),
    Input("index-drag", "data"),
    State("index-shown", "data"),
    prevent_initial_call=True,
)
def drag(query: str, shown: list[str]) -> tuple[Markup, Any, list[str]]:
    """A weight moves: order, triangles and shares as chosen; intervals stay those drawn before."""
    view = View.from_search(query)
    found, shares = order_of(snapshot(view.data), view)
    figure = moved(found, shown) if len(shown) <= FEW else no_update
    drawn = study(snapshot(view.data), replace(view, weights=()))[0]
    return order(found, drawn), figure, [share_text(share) for share in shares]


def moved(found: Sequence[Place], shown: Sequence[str]) -> Patch:
    """The chart with its triangles at the present ranks; of many rows it would come late."""
    rank, figure = {place.id: place.rank for place in found}, Patch()
    figure["data"][0]["x"] = [rank.get(city) for city in shown]
    return figure


@callback(
    *outputs(),
    query_of("index"),
    Input("index-weights", "data"),
    prevent_initial_call=True,
    running=[(Output("index-lab", "className"), "ilab waiting", "ilab")],
)
def draw(_year: str | None, _weights: str | None) -> list[Any]:
    """Another year, or a weight let go: the ranks are drawn anew."""
    view = View.from_search(ctx.triggered[0]["value"])
    reading = read_index(snapshot(view.data), view)
    keep()
    return values(reading)


clientside_callback(
    ClientsideFunction("index_lab", "drag"),
    Output("index-drag", "data"),
    Output("index-lab", "className", allow_duplicate=True),
    Input({"weight": ALL}, "value"),
    prevent_initial_call=True,
)
