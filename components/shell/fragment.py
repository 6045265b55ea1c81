"""Bridge for pages that have not moved to HtmlPart yet."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.html_part import HtmlPart


def fragment(markup: Markup, element: type[Component] = html.Div, **props: Any) -> Component:
    """An element whose inside is the markup."""
    return element(HtmlPart(markup), **props)


def later(href: str, **props: Any) -> html.Div:
    """Nothing yet."""
    return html.Div(html.A("…", href=href), **props)
