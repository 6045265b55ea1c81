"""The contract of a page: from the address to what Dash shows in it.

A page says what it is called and how its content is made, and nothing of the web:

    @page_layout
    def layout(store: Snapshot, view: View, city: str = "") -> Content:
        reading = read_city(store, view, city)
        return Content(view, f"/city/{city}", body(reading))

    dash.register_page(__name__, path_template="/city/<city>", name="City", layout=layout)

``page_layout`` reads the address, opens the data set, guards against failure, surrounds the content
with notices and footer, and lets the finished answer be kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import wraps
from inspect import signature
from typing import Any, NamedTuple
from urllib.parse import unquote

import dash
import dash_bootstrap_components as dbc
from babel.dates import format_date
from dash import dcc, html
from dash.development.base_component import Component
from dash.exceptions import MissingCallbackContextException
from flask import has_request_context, request

from components.html import render
from components.html_part import HtmlPart
from components.shell.guard import guarded
from components.view import View
from components.web.answers import keep
from components.web.status import answer_with
from components.words.i18n import locale
from data import queries
from data.source_rows import BuildRow
from data.store import snapshot

NAME = "SSC Atlas"


class Content(NamedTuple):
    """What a page gives: the view as far as it could be read, its path, its parts, notices.

    ``twin`` is the path of this page in the other data set, the same where None; ``section`` the
    path of the header's link that stands for it, and ``progress`` where its link to Progress leads.
    ``status`` is the document's: 404 where the address names nothing.
    """

    view: View
    path: str
    body: Sequence[Component]
    notices: tuple[str, ...] = ()
    twin: str | None = None
    section: str | None = None
    progress: str = "/progress"
    status: int = 200


def page_layout(content: Callable[..., Content]) -> Callable[..., Component]:
    """A layout for ``register_page`` from a function of store, view and variables of the path."""
    variables = [name for name in signature(content).parameters if name not in ("store", "view")]

    @wraps(content)
    def layout(**query: Any) -> Component:
        view = View.from_query(query)
        store = snapshot(view.data)
        # Dash mixes the variables of the path with those of the query; the path says what it is.
        own = _own_variables(content.__module__, query) if variables else query
        given = {name: own[name] for name in variables if own.get(name) is not None}
        made_of = content(store, view, **given)
        answer_with(made_of.status)
        made = surround(made_of, queries.build(store))
        keep()
        return made

    return guarded(layout)


def surround(content: Content, build: BuildRow) -> html.Div:
    """Banner of synthetic data, notices, content, footer."""
    view, path = content.view, content.path
    here = {
        "path": path,
        "twin": content.twin or path,
        "section": content.section or path,
        "progress": content.progress,
        "data": view.data,
    }
    synthetic = view.data == "example"
    elsewhere = view.elsewhere()
    other = View(**{**vars(elsewhere), "data": "published"}).href(here["twin"])
    banner = [HtmlPart(render("shell/synthetic", published=other))] if synthetic else []
    footer = render(
        "shell/footer",
        build=build,
        built_on=format_date(build.built_at, format="long", locale=locale()),
        synthetic=synthetic,
        methods=elsewhere.href("/methods"),
        data=elsewhere.href("/data"),
        credits=elsewhere.href("/methods") + "#credits",
    )
    return html.Div(
        [
            dcc.Store(id="here", data=here),
            *banner,
            html.Main(
                html.Div(
                    [*notices((*view.notices, *content.notices)), *content.body], className="in"
                ),
                id="main",
                tabIndex="-1",
            ),
            HtmlPart(footer),
        ]
    )


def path_variables(template: str, path: str) -> dict[str, str] | None:
    """Variables of an address, None where the template is not that of its path.

    >>> path_variables("/city/<city>/source/<point>", "/city/oslo/source/no2")
    {'city': 'oslo', 'point': 'no2'}
    """
    found = re.fullmatch(re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", template), path)
    return found.groupdict() if found else None


def _own_variables(module: str, query: dict[str, Any]) -> dict[str, Any]:
    page, path = dash.page_registry[module], asked_path()
    if path == page["path"]:
        return {}
    return path_variables(page["path_template"] or "", path) or query


def asked_path() -> str:
    """Path of the address a page is made for: of the document, or of the router's callback."""
    try:
        inputs = {name.rpartition(".")[2]: value for name, value in dash.ctx.inputs.items()}
    except (LookupError, MissingCallbackContextException):
        return unquote(request.path) if has_request_context() else ""
    return unquote(inputs.get("pathname") or "")


def asked() -> View:
    """The view of the address a title is made for: Dash hands a title the path's variables alone.

    The router asks in a callback with the address among its inputs, the document in its own request.
    """
    try:
        inputs = {name.rpartition(".")[2]: value for name, value in dash.ctx.inputs.items()}
    except (LookupError, MissingCallbackContextException):
        return View.from_query(request.args)
    return View.from_search(inputs.get("search") or "")


def notices(texts: Sequence[str]) -> list[Component]:
    """What a page has to say before it begins; each can be dismissed."""
    return [dbc.Alert(text, color="light", dismissable=True, class_name="notice") for text in texts]


def title(*parts: str) -> str:
    """Title of a page in the browser's tab."""
    return " · ".join([*parts, NAME])
