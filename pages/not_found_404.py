"""No page of this address: what there is instead. Dash looks the page up by this module's name."""

from __future__ import annotations

from typing import Any

import dash
from dash import html
from dash.development.base_component import Component

from components.shell import page as shell
from components.shell.guard import guarded
from components.view import View
from components.words.i18n import _
from data import queries
from data.store import snapshot

dash.register_page(__name__, title=shell.title("Page not found"))


@guarded
def layout(**query: Any) -> Component:
    """A polite sentence and the ways on."""
    view = View.from_query(query)
    ways = [
        (_("Start page"), "/"),
        (_("All cities"), "/cities"),
        (_("What is held"), "/data"),
        (_("How every number is made"), "/methods"),
    ]
    body = html.Div(
        [
            html.H1(_("There is no page at this address"), className="finding"),
            html.P(_("A link may be old, or a letter may be missing. These pages are here:")),
            html.Ul([html.Li(html.A(name, href=view.elsewhere().href(to))) for name, to in ways]),
        ],
        className="head explained",
    )
    return shell.page(view, queries.build(snapshot(view.data)), "/404", [body])
