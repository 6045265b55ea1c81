"""No page of this address: what there is instead. Dash looks the page up by this module's name."""

from __future__ import annotations

import dash
from dash import html

from components.shell.page import Content, page_layout, title
from components.view import View
from components.words.i18n import _
from data.store import Snapshot


@page_layout
def layout(store: Snapshot, view: View) -> Content:
    """A polite sentence and the ways on."""
    ways = [
        (_("Start page"), "/"),
        (_("All cities"), "/cities"),
        (_("What is available"), "/data"),
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
    return Content(view, "/404", [body], status=404)


dash.register_page(__name__, title=title("Page not found"), layout=layout)
