"""Any mark with a source opens it in the panel at the side, where the reader is."""

from __future__ import annotations

from urllib.parse import urlsplit

from dash import ClientsideFunction, Input, Output, callback, clientside_callback
from markupsafe import Markup

from components.view import View
from components.words.i18n import _
from data.store import snapshot
from pages.source.reading import read_source


@callback(
    Output("source", "is_open"),
    Output("source", "title"),
    Output("source-body", "html"),
    Input("source-asked", "data"),
    prevent_initial_call=True,
)
def show(address: str) -> tuple[bool, str, Markup]:
    """The panel for an address like ``/city/valencia/source/unemployment_rate?data=published``."""
    parts = urlsplit(address)
    _start, _city, city_id, _source, point_key = parts.path.split("/")
    view = View.from_search(parts.query)
    found = read_source(snapshot(view.data), view, city_id, point_key)
    if found is None:
        return True, _("Source"), Markup("<p>{}</p>").format(_("No such number is available here."))
    heading = _("%(point)s in %(city)s", point=found.definition.name, city=found.city.name)
    return True, heading, found.body


clientside_callback(
    ClientsideFunction("source", "opened"),
    Input("source", "is_open"),
    Input("source-asked", "data"),
)
clientside_callback(
    ClientsideFunction("source", "open"),
    Output("source-asked", "data"),
    Input("source-open", "data", allow_optional=True),
)
