"""What keeps the app's frame in step with the address."""

from __future__ import annotations

from dash import (
    ALL,
    MATCH,
    ClientsideFunction,
    Input,
    Output,
    State,
    clientside_callback,
)

RESOLVED = "(callback, result) => window.dash_clientside.shell.resolved(callback, result)"
"""Dash calls this in the browser at the end of every callback."""

clientside_callback(
    ClientsideFunction("shell", "follow"),
    Output({"query": MATCH}, "data"),
    Input({"page": MATCH, "control": ALL}, "value"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("shell", "links"),
    Output({"nav": ALL}, "href"),
    Output({"nav": ALL}, "active"),
    Output("home", "href"),
    Output("to-published", "href"),
    Output("to-example", "href"),
    Output("to-published", "className"),
    Output("to-example", "className"),
    Input("address", "href"),
    Input("here", "data", allow_optional=True),
    State("kept", "data"),
    State({"nav": ALL}, "id"),
)
clientside_callback(
    ClientsideFunction("shell", "choose"),
    Output({"theme": ALL}, "aria-pressed"),
    Input({"theme": ALL}, "n_clicks"),
)
clientside_callback(
    "(presses, open) => presses ? !open : open",
    Output("menu", "is_open"),
    Input("menu-toggle", "n_clicks"),
    State("menu", "is_open"),
)
clientside_callback(ClientsideFunction("shell", "reload"), Input("reload", "n_clicks"))
clientside_callback(
    ClientsideFunction("picture", "download"),
    Input({"panel": ALL}, "event"),
)
