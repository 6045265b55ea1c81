"""The search for a city: a field, and which cities a few typed letters mean."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from typing import Any

from dash import MATCH, Input, Output, State, callback, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.html import render
from components.html_part import HtmlPart
from components.view import DataSet, View
from components.words.i18n import _
from data import queries
from data.rows import CitySummary
from data.store import snapshot

MOST = 8
_LEAST_MISSPELT, _ALIKE = 5, 0.8
"""Letters from which a slip is met; how alike the names must be, 0–1."""
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "ß": "ss", "ı": "i"})


def find(place: str) -> Component:
    """The field; the server is asked at every letter. ``place`` tells two on one page apart."""
    return html.Div(
        [
            HtmlPart(render("shell/find", place=place), id={"find": place}),
            HtmlPart(found("", "", place), id={"found": place}, className="found"),
        ],
        className="find",
        role="search",
        **{"aria-label": _("In the header") if place == "header" else _("On this page")},
    )


@callback(
    Output({"found": MATCH}, "html"),
    Input({"find": MATCH}, "event"),
    State("address", "search"),
    State({"find": MATCH}, "id"),
    prevent_initial_call=True,
)
def suggest(event: dict[str, Any], search: str | None, place: dict[str, str]) -> Markup:
    """Cities whose name or country begins with or holds what has been typed."""
    return found(event["value"], search or "", place["find"])


def found(text: str, search: str, place: str) -> Markup:
    """The list below the field."""
    view, typed = View.from_search(search).elsewhere(), text.strip()
    cities = matching(typed, view.data) if typed else []
    rows = [(c, view.href(f"/city/{c.id}"), f"{c.country}, {_held(c)}") for c in cities]
    return render("shell/found", cities=rows, typed=typed, place=place)


def matching(text: str, data: DataSet) -> list[CitySummary]:
    """At most ``MOST`` cities of a data set, the best first."""
    wanted = plain(text)
    ranked = [(_rank(city, wanted), city) for city in queries.cities(snapshot(data))]
    hits = sorted((rank, -c.n_held, c.name, c) for rank, c in ranked if rank is not None)
    return [city for *_order, city in hits[:MOST]]


def plain(text: str) -> str:
    """Lower case without accents, as people type names."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)).translate(_LETTERS)


def _rank(city: CitySummary, wanted: str) -> int | None:
    names = [plain(name) for name in (city.name, *city.aliases.split(";"))]
    if any(name.startswith(wanted) for name in names):
        return 0
    if any(wanted in name for name in names):
        return 1
    if plain(city.country).startswith(wanted):
        return 2
    # A letter too many, too few or wrong is met from five letters on.
    slip = len(wanted) >= _LEAST_MISSPELT and any(
        SequenceMatcher(None, name, wanted).ratio() >= _ALIKE for name in names
    )
    return 3 if slip else None


def _held(city: CitySummary) -> str:
    if city.n_held:
        return _("%(n)s points available", n=city.n_held)
    return _("other statistics") if city.n_other else _("no value available")
