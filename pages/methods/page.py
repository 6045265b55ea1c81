"""Methods: how every number is made, on whose rule and on whose targets."""

from __future__ import annotations

import dash

from components.html_part import HtmlPart
from components.shell.page import Content, page_layout, title
from components.view import View
from data import catalogue, queries
from data.store import Snapshot
from pages.methods.body import prose, tables, targets


@page_layout
def layout(store: Snapshot, view: View) -> Content:
    """The text, then the tables it speaks of."""
    points = queries.definitions(store)
    keep, n_kpis = view.elsewhere(), queries.facts(store).n_kpis
    rest = tables(keep, points, catalogue.sdg11(store), catalogue.publications(store))
    body = [
        HtmlPart(prose(keep, queries.build(store), points, n_kpis)),
        targets(keep, points),
        HtmlPart(rest),
    ]
    return Content(view, "/methods", body)


dash.register_page(
    __name__,
    path="/methods",
    title=title("Methods"),
    name="Methods",
    layout=layout,
    order=8,
    header=True,
)
