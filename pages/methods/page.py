"""Methods: how every number is made, on whose rule and on whose targets."""

from __future__ import annotations

from typing import Any

import dash
from dash.development.base_component import Component

from components.shell import page as shell
from components.shell.fragment import fragment
from components.shell.guard import guarded
from components.view import View
from components.web import answers as ready
from data import catalogue, queries
from data.store import Snapshot, snapshot
from pages.methods import body as methods_page

dash.register_page(__name__, path="/methods", title=shell.title("Methods"), name="Methods", order=8, header=True)


@guarded
def layout(**query: Any) -> Component:
    """The text, then the tables it speaks of."""
    view = View.from_query(query)
    store = snapshot(view.data)
    body = _body(store, view.elsewhere())
    ready.keep()
    return shell.page(view, queries.build(store), "/methods", list(body))


def _body(store: Snapshot, view: View) -> tuple[Component, ...]:
    """Text and tables."""
    points = queries.definitions(store)
    n_kpis = queries.facts(store).n_kpis
    return (
        fragment(methods_page.prose(view, queries.build(store), points, n_kpis)),
        fragment(
            methods_page.tables(view, points, catalogue.sdg11(store), catalogue.publications(store))
        ),
    )
