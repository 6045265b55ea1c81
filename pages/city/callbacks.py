"""What changes on the scorecard without leaving it."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback

from components.controls.select import query_of
from components.view import View
from components.web.answers import keep
from components.words.i18n import _
from data.store import snapshot
from pages.city.body import outputs, values
from pages.city.dimensions import KEYS
from pages.city.reading import read_city


@callback(*outputs(), query_of("city"), State("here", "data"), prevent_initial_call=True)
def control(query: str, here: dict[str, Any]) -> list[Any]:
    """Year, score, peers or lens have changed: the same scorecard, read anew."""
    view = View.from_search(query)
    reading = read_city(snapshot(view.data), view, here["path"].rpartition("/")[2])
    if reading is None:
        raise LookupError(_("There is no such city."))
    keep()
    return values(reading)


clientside_callback(
    ClientsideFunction("city", "table"),
    Output("kpis-live", "children"),
    Output("kpis-chosen", "children"),
    Output("kpis-only", "hidden"),
    Output("kpis-open", "children"),
    Input("kpis-text", "value"),
    Input("kpis-band", "value"),
    Input("kpis-held", "value"),
    Input("kpis-sort", "value"),
    Input("kpis-open", "n_clicks"),
    Input("kpis-clear", "n_clicks"),
    Input("kpis", "event"),
    Input("kpis", "html"),
    Input("city-wheel", "event", allow_optional=True),
    *(Input(f"chart-{key}", "clickData", allow_optional=True) for key in KEYS),
    State("here", "data"),
)
