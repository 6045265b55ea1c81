"""The filter of the data page acts in place."""

from __future__ import annotations

from urllib.parse import parse_qsl

from dash import Output, callback
from markupsafe import Markup

from components.controls.select import query_of
from components.view import View
from components.web.answers import keep
from data.store import snapshot
from pages.data.body import coverage, head
from pages.data.reading import read_data

FILTER = ("kind", "dimension", "cities")


@callback(
    Output("data-head", "html"),
    Output("data-matrix", "html"),
    query_of("data"),
    prevent_initial_call=True,
)
def control(query: str) -> tuple[Markup, Markup]:
    """Another kind of source, dimension or choice of cities."""
    asked = dict(parse_qsl(query.removeprefix("?")))
    view = View.from_search(query).elsewhere()
    chosen = {name: asked[name] for name in FILTER if name in asked}
    reading = read_data(snapshot(view.data), view, **chosen)
    keep()
    return head(reading), coverage(reading)
