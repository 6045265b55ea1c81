"""Requests that no page of ours makes are refused in one line, not with a traceback."""

from __future__ import annotations

from typing import Any

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, abort, request

_CALLBACKS = "/_dash-update-component"


def wire(app: Dash) -> None:
    """400 for what is no callback of the app, 404 for a file that no component library has."""

    def check() -> None:
        if request.method == "POST" and request.path.endswith(_CALLBACKS):
            asked = request.get_json(silent=True)
            if not _known(app, asked):
                abort(400)

    def missing(_error: Exception) -> Response:
        return Response("There is no such file.\n", status=404, mimetype="text/plain")

    app.server.before_request(check)
    app.server.register_error_handler(DependencyException, missing)


def _known(app: Dash, asked: Any) -> bool:
    if not isinstance(asked, dict) or not isinstance(asked.get("output"), str):
        return False
    inputs, state = asked.get("inputs"), asked.get("state", [])
    given = isinstance(inputs, list) and bool(inputs) and isinstance(state, list)
    return given and asked["output"] in app.callback_map
