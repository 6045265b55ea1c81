"""Methods: how every number is made, on whose rule and on whose targets."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import dash
from dash.development.base_component import Component

from components import methods_page, shell
from components.fragment import fragment
from components.guard import guarded
from components.i18n import locale
from components.view import View
from data import catalogue, queries
from data.settings import settings
from data.store import Snapshot, snapshot

dash.register_page(__name__, path="/methods", title=shell.title("Methods"), name="Methods")


@guarded
def layout(**query: Any) -> Component:
    """The text, then the tables it speaks of."""
    view = View.from_query(query)
    store = snapshot(view.data)
    body = _body(store, view.elsewhere(), locale())
    return shell.page(view, queries.build(store), "/methods", list(body))


@lru_cache(maxsize=settings().cache_entries)
def _body(store: Snapshot, view: View, _language: str) -> tuple[Component, ...]:
    """Text and tables, kept by version, view and language."""
    points = queries.definitions(store)
    n_kpis = queries.facts(store).n_kpis
    return (
        fragment(methods_page.prose(view, queries.build(store), points, n_kpis)),
        fragment(
            methods_page.tables(view, points, catalogue.sdg11(store), catalogue.publications(store))
        ),
    )
