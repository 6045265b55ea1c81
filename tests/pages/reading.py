"""Pages as the router gets them, and what can be read on them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any


class Page(str):
    """HTML of a page as the first paint writes it; ``figures``: its charts by id, as plotly gets them."""

    figures: dict[str, dict[str, Any]]


def page(name: str, **query: str) -> Page:
    """A page's layout, made inside a request."""
    import dash

    from app import server
    from components.shell.first_paint import markup

    with server.test_request_context("/"):
        module = f"pages.{name}" if name == "not_found_404" else f"pages.{name}.page"
        layout = dash.page_registry[module]["layout"](**query)
    found = Page(markup(layout))
    found.figures = dict(_figures(layout))
    return found


def words(markup: str) -> str:
    """Everything a reader could read, tables behind buttons included."""
    text = re.sub(r"<[^>]+>", " ", markup)
    return re.sub(r"\s+", " ", html.unescape(text))


def graphs(markup: Page) -> dict[str, dict[str, Any]]:
    """Figures of the page by id."""
    return markup.figures


def _figures(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, list | tuple):
        for child in node:
            yield from _figures(child)
    elif hasattr(node, "figure"):
        yield node.id, node.figure
    elif hasattr(node, "children"):
        yield from _figures(node.children)
