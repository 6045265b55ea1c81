"""The search for a city: a field, and which cities a few typed letters mean."""

from __future__ import annotations

import unicodedata
from typing import Any

from dash import (
    MATCH,
    ClientsideFunction,
    Input,
    Output,
    State,
    callback,
    clientside_callback,
    dcc,
    html,
)
from dash.development.base_component import Component

from components.view import View
from components.words.i18n import _
from data import queries
from data.rows import CitySummary
from data.store import snapshot

MOST = 8
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "ß": "ss", "ı": "i"})


def find(place: str) -> Component:
    """The field; the server is asked at every letter. ``place`` tells two on one page apart."""
    return html.Div(
        dcc.Dropdown(
            id={"find": place},
            placeholder=_("Find a city"),
            options=[],
            labels={
                "search": _("Name of a city or country"),
                "no_options_found": _("No city of this data set has that name."),
            },
        ),
        className="find",
        role="search",
        **{"aria-label": _("Find a city")},
    )


@callback(
    Output({"find": MATCH}, "options"),
    Input({"find": MATCH}, "search_value"),
    State("address", "search"),
    prevent_initial_call=True,
)
def suggest(text: str | None, search: str | None) -> list[dict[str, Any]]:
    """Cities whose name or country begins with or holds what has been typed."""
    return options(text or "", search or "")


clientside_callback(
    ClientsideFunction("shell", "found"),
    Output({"find": MATCH}, "value"),
    Input({"find": MATCH}, "value"),
    prevent_initial_call=True,
)


def plain(text: str) -> str:
    """Lower case without accents, as people type names."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)).translate(_LETTERS)


def options(text: str, search: str) -> list[dict[str, Any]]:
    """At most ``MOST`` cities of the address's data set, best first, as options of a dropdown."""
    wanted = plain(text.strip())
    if not wanted:
        return []
    view = View.from_search(search)
    found = [(_rank(city, wanted), city) for city in queries.cities(snapshot(view.data))]
    ranked = sorted((r, -c.n_held, c.name, c) for r, c in found if r is not None)
    return [
        {
            "label": f"{city.name}, {city.country} · {_held(city)}",
            "value": view.elsewhere().href(f"/city/{city.id}"),
            "search": text,  # found by the server already
        }
        for *_order, city in ranked[:MOST]
    ]


def _rank(city: CitySummary, wanted: str) -> int | None:
    name = plain(city.name)
    if name.startswith(wanted):
        return 0
    if wanted in name:
        return 1
    return 2 if plain(city.country).startswith(wanted) else None


def _held(city: CitySummary) -> str:
    if city.n_held:
        return _("%(n)s points held", n=city.n_held)
    return _("other statistics") if city.n_other else _("no value held")
