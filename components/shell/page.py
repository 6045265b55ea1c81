"""What surrounds every page: header with pages, city search, data set and theme; banner; footer.

A page's layout returns ``shell.page(...)``, so one request redraws page and surroundings together
and they can never speak of two data sets.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from babel.dates import format_date
from dash import html
from dash.development.base_component import Component

from components.charts.kit.glyphs import SPRITE
from components.html import render
from components.shell.fragment import fragment
from components.shell.markup import markup
from components.view import DataSet, View
from components.words.i18n import _, locale
from data.source_rows import BuildRow

NAME = "SSC Atlas"


class Link(NamedTuple):
    """A page in the header."""

    label: str
    href: str
    current: bool


def page(
    view: View,
    build: BuildRow,
    path: str,
    body: list[Component],
    notices: tuple[str, ...] = (),
) -> html.Div:
    """A whole page: header, notices, main with ``body``, footer.

    ``path`` is the address without its query; it marks the current page and keeps the data switch
    on the same page where the other data set has it. Each of the three is one piece, which Dash
    need not look into.
    """
    elsewhere = view.elsewhere()
    links = [
        Link(label, elsewhere.href(href), href.split("/")[1] == path.strip("/").split("/")[0])
        for label, href in (
            (_("Cities"), "/cities"),
            (_("Compare"), "/compare"),
            (_("Benchmark"), "/benchmark"),
            (_("Index lab"), "/index"),
            (_("Map"), "/map"),
            (_("Progress"), _progress(path)),
            (_("Data"), "/data"),
            (_("Methods"), "/methods"),
        )
    ]
    if path.startswith("/city/"):
        links[0] = links[0]._replace(current=True)
    header = render(
        "shell/header",
        sprite=SPRITE,
        home=elsewhere.href("/"),
        links=links,
        search=elsewhere.href("/cities.json"),
        data_sets=[
            Link(label, href, key == view.data)
            for label, key, href in (
                (_("Published"), "published", _other(view, "published", path)),
                (_("Example"), "example", _other(view, "example", path)),
            )
        ],
        synthetic=view.data == "example",
        published=_other(view, "published", path),
    )
    footer = render(
        "shell/footer",
        build=build,
        built_on=format_date(build.built_at, format="long", locale=locale()),
        synthetic=view.data == "example",
        methods=elsewhere.href("/methods"),
        data=elsewhere.href("/data"),
        credits=elsewhere.href("/methods") + "#credits",
    )
    alerts = render("shell/notices", notices=(*view.notices, *notices))
    inside = html.Div([fragment(alerts, className="notices"), *body], className="in")
    return html.Div(
        [
            fragment(header, id="shell-header"),
            fragment(markup(inside), html.Main, id="main", tabIndex="-1"),
            fragment(footer, id="shell-footer"),
        ],
        id="page",
    )


def _progress(path: str) -> str:
    """Progress of the city that is being looked at, else the choice of one."""
    page, _slash, city = path.strip("/").partition("/")
    return f"/progress/{city}" if city and page in ("city", "progress") else "/progress"


def _other(view: View, data: DataSet, path: str) -> str:
    """This page in a data set; a city is of one data set only, so the switch leads to the list."""
    if data != view.data:
        path = "/cities" if path.startswith("/city/") else path
        path = "/progress" if path.startswith("/progress/") else path
    return replace(view.elsewhere(), data=data).href(path)


def title(*parts: str) -> str:
    """Title of a page in the browser's tab."""
    return " · ".join([*parts, NAME])
