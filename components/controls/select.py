"""A labelled choice whose value stands in the address.

The control's id names its page and its parameter; ``components/shell/callbacks.py`` writes every
control of a page into the address and gives the page's callback one input, ``query_of(page)``.
"""

from __future__ import annotations

from collections.abc import Iterable

import dash_bootstrap_components as dbc
from dash import Input, dcc, html
from dash.development.base_component import Component

DEFAULT = "-"
"""Value of the default, which the address leaves out; a select of dbc cannot choose an empty one."""


def select(
    page: str,
    name: str,
    label: str,
    options: Iterable[tuple[str, str]],
    value: str,
    title: str = "",
) -> Component:
    """Label and select; ``options``: (value, words), the default's value empty."""
    return html.Label(
        [
            html.Span(label),
            dbc.Select(
                id={"page": page, "control": name},
                options=[{"value": key or DEFAULT, "label": words} for key, words in options],
                value=value or DEFAULT,
                size="sm",
            ),
        ],
        className="choice",
        title=title or None,
    )


def query_store(page: str) -> dcc.Store:
    """Where the page's query stands after a control has changed."""
    return dcc.Store(id={"query": page})


def query_of(page: str) -> Input:
    """Input of a page's callback: the query of the address after a control has changed."""
    return Input({"query": page}, "data")
