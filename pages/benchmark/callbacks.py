"""What changes on a benchmark without leaving it."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback
from markupsafe import Markup

from components.controls.select import DEFAULT, query_of
from components.view import View
from components.web.answers import keep
from components.words.i18n import _
from data.store import snapshot
from pages.benchmark.against import SCATTER
from pages.benchmark.body import SCALE, YES_NO, outputs, values
from pages.benchmark.head import points
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
    Output({"points": f"{SCALE}-kpi"}, "html"),
    Input({"page": SCALE, "control": "lens"}, "value"),
    State({"page": SCALE, "control": "kpi"}, "value"),
    State("here", "data"),
    prevent_initial_call=True,
)
@callback(
    Output({"points": f"{YES_NO}-kpi"}, "html"),
    Input({"page": YES_NO, "control": "lens"}, "value"),
    State({"page": YES_NO, "control": "kpi"}, "value"),
    State("here", "data"),
    prevent_initial_call=True,
)
def narrow(lens: str, point: str, here: dict[str, Any]) -> Markup:
    """A lens narrows the list of points; other answers do not send it again."""
    view = View(data=here["data"], kpi=point, lens=None if lens == DEFAULT else lens)
    return points(_read(view))


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
    ClientsideFunction("benchmark", "announce"), Output("bm-came", "data"), Input("bm-head", "html")
)
clientside_callback(
    ClientsideFunction("benchmark", "mark"),
    Input(SWARM, "clickData", allow_optional=True),
    Input(SCATTER, "clickData", allow_optional=True),
    Input("bm-lists", "event", allow_optional=True),
    Input("bm-cities", "event", allow_optional=True),
    State({"page": "benchmark", "control": "cities"}, "value", allow_optional=True),
    State({"page": "benchmark-yes", "control": "cities"}, "value", allow_optional=True),
    prevent_initial_call=True,
)
