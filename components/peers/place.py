"""The peer group on a page: the button that opens its panel, and what the panel is asked for."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, dcc
from dash.development.base_component import Component
from markupsafe import Markup

from components.peers.group import Pool, resolve
from components.peers.panel import peer_panel
from components.view import View
from components.words.i18n import ngettext
from data.queries import PeerGroup
from data.store import snapshot


def button_words(group: PeerGroup) -> str:
    """The group's name, else how many cities it has."""
    n = len(group.ids)
    return group.name or ngettext("%(num)s peer city", "%(num)s peer cities", n)


def peer_button(group: PeerGroup, asked: dict[str, Any]) -> list[Component]:
    """The button that opens the panel, with what it is asked for (``ask``)."""
    return [
        dbc.Button(button_words(group), id="peers-open", color="link", class_name="linky"),
        dcc.Store(id="peers-of", data=asked),
    ]


def ask(
    view: View,
    path: str,
    city_id: str | None,
    as_of: int | None,
    *,
    pool: Pool = "reports",
    with_choice: bool = True,
) -> dict[str, Any]:
    """The arguments of ``peer_panel`` as plain values."""
    return {
        "query": view.to_query(),
        "path": path,
        "city": city_id,
        "as_of": as_of,
        "pool": pool,
        "with_choice": with_choice,
    }


clientside_callback(
    "(open, asked) => open && asked ? asked : window.dash_clientside.no_update",
    Output("peers-asked", "data"),
    Input("peers", "is_open"),
    Input("peers-of", "data", allow_optional=True),
    prevent_initial_call=True,
)


@callback(Output("peers-body", "html"), Input("peers-asked", "data"), prevent_initial_call=True)
def fill(asked: dict[str, Any]) -> Markup:
    """The panel of the page that stands, as long as it is open."""
    view = View.from_search(asked["query"])
    store, place = snapshot(view.data), (asked["city"], asked["as_of"])
    group = resolve(store, view, *place, asked["pool"])
    options = {"pool": asked["pool"], "with_choice": asked["with_choice"]}
    return peer_panel(store, view, asked["path"], *place, group, **options)


clientside_callback(
    "(presses, open) => presses ? !open : window.dash_clientside.no_update",
    Output("peers", "is_open"),
    Input("peers-open", "n_clicks", allow_optional=True),
    State("peers", "is_open"),
    prevent_initial_call=True,
)
clientside_callback(ClientsideFunction("shell", "peers"), Input("peers-body", "event"))
