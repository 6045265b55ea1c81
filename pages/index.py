"""Index lab: which city ranks where, how sure that is, and which weights would change it."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import dash
from dash import Input, Output
from dash.development.base_component import Component

from components import index_lab, ready, shell
from components.guard import guarded
from components.i18n import _
from components.index_study import study
from components.view import View
from data import queries
from data.store import snapshot

PATH = "/index"


def _title(**_others: Any) -> str:
    return shell.title(_("Index lab"))


dash.register_page(__name__, path=PATH, title=_title, name="Index lab")


@guarded
def layout(**query: Any) -> Component:
    """The lab; every state of the URL gives a page that explains itself."""
    view = View.from_query(query)
    store = snapshot(view.data)
    found, offered, notices = study(store, view)
    build = queries.build(store)
    ready.keep()
    body = index_lab.body(view, found, offered, build)
    return shell.page(view, build, PATH, body, notices, live=True)


@dash.callback(
    Output(index_lab.HEAD, "children"),
    Output(index_lab.CONTROLS, "children"),
    Output(index_lab.ORDER, "children"),
    Output(index_lab.CHART, "children"),
    Output(index_lab.TABLES, "children"),
    Input(index_lab.QUERY, "data"),
    prevent_initial_call=True,
)
def drawn(
    query: str | None,
) -> tuple[list[Component], ...]:
    """The draws of the address the reader left the sliders at; the sliders stay as they are."""
    view = View.from_query(dict(parse_qsl((query or "").lstrip("?"))))
    store = snapshot(view.data)
    found, offered, _notices = study(store, view)
    return index_lab.answer(view, found, offered, queries.build(store))
