"""Cities: every city of a data set with what is available of it."""

from __future__ import annotations

import dash

from components.html import render
from components.html_part import HtmlPart
from components.shell.page import Content, page_layout, title
from components.table.listing import listing
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, number
from data import queries
from data.store import Snapshot


@page_layout
def layout(store: Snapshot, view: View) -> Content:
    """The list, filtered and sorted on screen."""
    cities = queries.cities(store)
    head = render("cities/head", n=len(cities), synthetic=view.data == "example")
    table = render(
        "cities/table",
        cities=cities,
        city_href=lambda c: view.elsewhere().href(f"/city/{c.id}"),
        number=number,
        people=words.people,
    )
    body = [
        HtmlPart(head),
        listing("cities", table, _("Filter cities"), one=_("one city"), many=_("{n} cities")),
    ]
    return Content(view, "/cities", body)


dash.register_page(
    __name__,
    path="/cities",
    title=title("Cities"),
    name="Cities",
    layout=layout,
    order=1,
    header=True,
)
