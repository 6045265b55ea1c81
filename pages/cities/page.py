"""Cities: every city of a data set with what is held of it."""

from __future__ import annotations

from typing import Any

import dash
from dash.development.base_component import Component

from components.html import render
from components.shell import page as shell
from components.shell.fragment import fragment
from components.shell.guard import guarded
from components.view import View
from components.words import catalogue as words
from components.words.i18n import number
from data import queries
from data.store import snapshot

dash.register_page(__name__, path="/cities", title=shell.title("Cities"), name="Cities", order=1, header=True)


@guarded
def layout(**query: Any) -> Component:
    """The list; sorted and filtered in the browser."""
    view = View.from_query(query)
    store = snapshot(view.data)
    body = fragment(
        render(
            "cities/page",
            cities=queries.cities(store),
            city_href=lambda c: view.elsewhere().href(f"/city/{c.id}"),
            synthetic=view.data == "example",
            number=number,
            people=words.people,
        )
    )
    return shell.page(view, queries.build(store), "/cities", [body])
