"""What changes on the map without leaving it."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback
from markupsafe import Markup

from components.controls.select import DEFAULT, query_of
from components.view import View
from components.web.answers import keep
from components.words.i18n import _
from data.store import snapshot
from pages.map.body import outputs, values
from pages.map.head import PAGE, PICK, points
from pages.map.reading import MapReading, read_map


@callback(*outputs(), query_of(PAGE), prevent_initial_call=True)
def control(query: str) -> list[Any]:
    """Measure, score, marked cities, peers or lens have changed."""
    reading = _read(View.from_search(query))
    keep()
    return values(reading)


@callback(
    Output({"points": f"{PICK}-kpi"}, "html"),
    Input({"page": PAGE, "control": "lens"}, "value"),
    State({"page": PAGE, "control": "kpi"}, "value"),
    State({"page": PAGE, "control": "measure"}, "value"),
    State("here", "data"),
    prevent_initial_call=True,
)
def narrow(lens: str, kpi: str, measure: str, here: dict[str, Any]) -> Markup:
    """A lens narrows the list of points; other answers do not send it again."""
    kept = None if lens == DEFAULT else lens
    view = View(data=here["data"], lens=kept, kpi=kpi or None, measure=measure or None)
    return points(_read(view))


def _read(view: View) -> MapReading:
    reading = read_map(snapshot(view.data), view)
    if reading is None:
        raise LookupError(_("There is nothing of this name to show."))
    return reading


clientside_callback(
    ClientsideFunction("map", "choose"),
    Output({"page": PAGE, "control": "kpi"}, "value"),
    Output({"page": PAGE, "control": "measure"}, "value"),
    Output({"page": PICK, "control": "kpi"}, "value"),
    Output("map-score", "value"),
    Input({"page": PICK, "control": "kpi"}, "value"),
    Input("map-score", "value"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("map", "show"),
    Output("map-finding", "children"),
    Output("map-lead", "children"),
    Output("map-rest", "children"),
    Output("map-asof", "children"),
    Output("map-window", "children"),
    Input("map-data", "data"),
    Input("map-year", "value"),
)
clientside_callback(
    ClientsideFunction("map", "play"),
    Output("map-year", "value", allow_duplicate=True),
    Output("map-tick", "disabled"),
    Output("map-play", "aria-pressed"),
    Input("map-play", "n_clicks"),
    Input("map-tick", "n_intervals"),
    State("map-tick", "disabled"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("map", "act"),
    Input("map-frame", "event"),
    Input("map-list", "event"),
    Input("map-bars", "event"),
    Input("map-foot", "event"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("map", "mark"),
    Input("map-cities", "event"),
    State({"page": PAGE, "control": "cities"}, "value"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("map", "sift"),
    Input("map-text", "value"),
    Input("map-sort", "value"),
)
