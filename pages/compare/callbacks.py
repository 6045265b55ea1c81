"""What changes on a comparison without leaving it."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback

from components.controls.select import query_of
from components.view import View
from components.web.answers import keep
from data.store import snapshot
from pages.compare.body import outputs, values
from pages.compare.head import control_id
from pages.compare.profiles import DIMENSIONS
from pages.compare.reading import read_compare
from pages.compare.shared import MOST_CITIES


@callback(*outputs(), query_of("compare"), State("compare-form", "data"), prevent_initial_call=True)
def control(query: str, form: list[str]) -> list[Any]:
    """Cities, year, score or lens have changed: the same page, read anew."""
    view = View.from_search(query)
    reading = read_compare(snapshot(view.data), view)
    keep()
    return values(reading, form)


CHARTS = (
    "chart-gaps",
    "chart-bridge",
    *(f"chart-{key}" for key in DIMENSIONS),
    *(f"chart-{key}-{number}" for key in DIMENSIONS for number in range(MOST_CITIES)),
)

clientside_callback(
    ClientsideFunction("compare", "choose"),
    Output(control_id("cities"), "value"),
    Input("compare-chips", "event"),
    Input("compare-field", "event"),
    State(control_id("cities"), "value"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("compare", "focus"),
    Input("compare-chips", "html"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("compare", "mark"),
    Input("compare-wheels", "event", allow_optional=True),
    *(Input(chart, "clickData", allow_optional=True) for chart in CHARTS),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("compare", "sort"),
    Input("compare-holds", "event", allow_optional=True),
    prevent_initial_call=True,
)
