"""A goal follows the hand: scores and words at every step of a slider, the chart when it rests.

``assets/src/scenario.js`` keeps the goals in the address and asks one question at a time.
"""

from __future__ import annotations

from typing import Any

from dash import (
    ALL,
    MATCH,
    ClientsideFunction,
    Input,
    Output,
    State,
    callback,
    clientside_callback,
    ctx,
    no_update,
    set_props,
)
from dash.development.base_component import Component

from components.view import View
from components.web.answers import keep
from components.words.i18n import _
from data import queries
from data.queries.progress import sdg_points
from data.store import snapshot
from pages.progress.scenario import rows, section
from pages.progress.scenario.presets import CHOICE
from pages.progress.scenario.reading import ScenarioReading, read_scenario
from pages.progress.scope import resolve

_CONTROLS = {"goal": ALL, "by": ALL}


def read(query: str, here: dict[str, Any]) -> ScenarioReading:
    """The scenario of the page that stands, with the query of the address."""
    view = View.from_search(query)
    store = snapshot(view.data)
    city = queries.city(store, here["path"].rpartition("/")[2])
    scope = resolve(view.scope, queries.definitions(store), sdg_points(store))
    if city is None or scope is None:
        raise LookupError(_("There is no such city or set of points."))
    return read_scenario(store, view, city, scope)


@callback(
    *section.outputs(),
    Input("scenario-drag", "data"),
    State("here", "data"),
    prevent_initial_call=True,
)
def drag(asked: dict[str, str], here: dict[str, Any]) -> list[Any]:
    """A goal moves: what its row says, targets met, scores and their bars."""
    reading, key = read(asked["search"], here), asked["point"]
    set_props(rows.said_of(key), {"html": rows.said(reading, reading.by_key[key])})
    return section.values(reading)


@callback(
    *section.outputs(),
    Output(_CONTROLS, "value", allow_duplicate=True),
    Output({"said": ALL}, "html"),
    Output("scenario-base", "data"),
    Input("scenario-chosen", "data"),
    State("here", "data"),
    prevent_initial_call=True,
)
def preset(search: str, here: dict[str, Any]) -> list[Any]:
    """A ready-made scenario, or back to today: every row stands anew."""
    reading = read(search, here)
    controls, said = ([each["id"] for each in ids] for ids in ctx.outputs_list[-3:-1])
    words = [rows.said(reading, reading.by_key[each["said"]]) for each in said]
    stand = rows.values(reading, controls)
    return [*section.values(reading), stand, words, dict(reading.base)]


@callback(
    *section.rest_outputs(),
    Output({"tally": ALL}, "html"),
    Input("scenario-rest", "data"),
    State("here", "data"),
    prevent_initial_call=True,
)
def rest(search: str, here: dict[str, Any]) -> list[Any]:
    """The hand rests: the chart, counts of groups, links to files, the result for those who listen."""
    reading = read(search, here)
    keep()
    return [*section.rest_values(reading), rows.tallies(reading)]


@callback(
    Output(rows.part_of(MATCH, "rows"), "children"),
    Input(rows.part_of(MATCH, "head"), "n_clicks"),
    State("address", "search"),
    State("here", "data"),
    prevent_initial_call=True,
)
def fill(opened: int, search: str, here: dict[str, Any]) -> list[Component]:
    """Rows of a group that is opened for the first time."""
    return rows.inside(read(search, here), ctx.triggered_id["group"]) if opened == 1 else no_update


clientside_callback(
    ClientsideFunction("scenario", "set"),
    Output("scenario-drag", "data"),
    Output(_CONTROLS, "value"),
    Input(_CONTROLS, "value"),
    State("scenario-base", "data"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("scenario", "choose"),
    Input(CHOICE, "value"),
    Input("scenario-own", "event"),
    prevent_initial_call=True,
)
