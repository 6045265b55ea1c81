"""A plain table of records that is filtered and sorted on screen.

    listing("cities", render("cities/table", …), _("Filter cities"), one=_("one city"), many=_("{n} cities"))

The markup is one ``table`` whose sortable heads hold ``<button data-key="0" data-sort>`` with the
column's number; a cell with ``data-value`` is sorted by it as a number. The browser's half is
``assets/src/list.js``.
"""

from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import MATCH, ClientsideFunction, Input, Output, clientside_callback, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.html_part import HtmlPart, dom_id


def listing(name: str, table: Markup, placeholder: str, *, one: str, many: str) -> Component:
    """Filter, count and table; ``many`` holds ``{n}``."""
    return html.Div(
        [
            html.Div(
                [
                    html.Label(placeholder, htmlFor=dom_id({"filter": name}), className="vh"),
                    dbc.Input(
                        id={"filter": name},
                        type="search",
                        placeholder=placeholder,
                        autocomplete="off",
                        size="sm",
                        name=f"filter-{name}",
                    ),
                    html.Span(
                        id={"count": name}, role="status", **{"data-one": one, "data-many": many}
                    ),
                ],
                className="filt",
            ),
            HtmlPart(table, id={"list": name}),
        ]
    )


clientside_callback(
    ClientsideFunction("list", "show"),
    Output({"count": MATCH}, "children"),
    Input({"filter": MATCH}, "value"),
    Input({"list": MATCH}, "event"),
    prevent_initial_call=True,
)
