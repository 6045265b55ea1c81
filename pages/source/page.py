"""The source of one number, as a page of its own and as a panel over any other page."""

from __future__ import annotations

from typing import Any

import dash
from dash import html

from components.html_part import HtmlPart
from components.shell.city_address import name_of, read_id
from components.shell.page import Content, page_layout, title
from components.shell.unknown_city import unknown_city
from components.view import View
from components.words.i18n import _
from data.store import Snapshot
from pages.source import callbacks  # noqa: F401 - registered on import
from pages.source.reading import read_source


def _title(city: str | None = None, **_others: Any) -> str:
    return title(_("Source"), name_of(city) or _("City"))


@page_layout
def layout(store: Snapshot, view: View, city: str = "", point: str = "") -> Content:
    """What the number is, how it becomes a score, and where it was read."""
    city_id = read_id(city)
    found = read_source(store, view, city_id, point)
    path = f"/city/{city_id}/source/{point}"
    if found is None:
        nobody = unknown_city(store, view, city_id, "/city/{}".format, "/cities")
        return Content(view, path, nobody, twin="/cities", section="/cities", status=404)
    heading = html.H1(_("%(point)s in %(city)s", point=found.definition.name, city=found.city.name))
    back = html.A(_("To the scorecard"), href=view.href(f"/city/{city_id}"))
    body = [html.Div([heading, html.P(back)], className="head"), HtmlPart(found.body)]
    return Content(view, path, body, twin="/cities", section="/cities")


dash.register_page(
    __name__,
    path_template="/city/<city>/source/<point>",
    title=_title,
    name="Source",
    layout=layout,
)
