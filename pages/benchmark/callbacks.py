"""What changes on a benchmark without leaving it."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback

from components.controls.select import DEFAULT, query_of
from components.view import View
from components.web.answers import keep
from components.words.i18n import _
from data.store import snapshot
from pages.benchmark.against import SCATTER
from pages.benchmark.body import SCALE, YES_NO, outputs, values
from pages.benchmark.head import POINT, options
from pages.benchmark.reading import BenchmarkReading, read_benchmark
from pages.benchmark.swarm import SWARM


@callback(*outputs(SCALE), query_of(SCALE), prevent_initial_call=True)
def on_a_scale(query: str) -> list[Any]:
    """Year, marked cities, peers, lens or second point have changed."""
    return _answer(query)


@callback(*outputs(YES_NO), query_of(YES_NO), prevent_initial_call=True)
def yes_or_no(query: str) -> list[Any]:
    """The same for a point that is answered by yes or no."""
    return _answer(query)


@callback(
    Output(POINT, "options"),
    Input({"page": SCALE, "control": "lens"}, "value", allow_optional=True),
    Input({"page": YES_NO, "control": "lens"}, "value", allow_optional=True),
    State(POINT, "value"),
    State("here", "data"),
    prevent_initial_call=True,
)
def narrow(scale: str | None, yes: str | None, point: str, here: dict[str, Any]) -> list[Any]:
    """A lens narrows the list of points; the rest of the page does not send it again."""
    chosen = scale or yes or DEFAULT
    lens = None if chosen == DEFAULT else chosen
    return options(_read(View(data=here["data"], kpi=point, lens=lens)))


def _answer(query: str) -> list[Any]:
    reading = _read(View.from_search(query))
    keep()
    return values(reading)


def _read(view: View) -> BenchmarkReading:
    reading = read_benchmark(snapshot(view.data), view)
    if reading is None:
        raise LookupError(_("There is no such data point."))
    return reading


clientside_callback(
    ClientsideFunction("benchmark", "choose"), Input(POINT, "value"), prevent_initial_call=True
)
clientside_callback(
    ClientsideFunction("benchmark", "announce"), Output("bm-came", "data"), Input("bm-head", "html")
)
clientside_callback(
    ClientsideFunction("benchmark", "mark"),
    Input(SWARM, "clickData", allow_optional=True),
    Input(SCATTER, "clickData", allow_optional=True),
    Input("bm-lists", "event", allow_optional=True),
    State({"page": "benchmark", "control": "cities"}, "value", allow_optional=True),
    State({"page": "benchmark-yes", "control": "cities"}, "value", allow_optional=True),
    prevent_initial_call=True,
)
