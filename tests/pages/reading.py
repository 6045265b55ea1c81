"""Pages as the router gets them, and what can be read on them."""

from __future__ import annotations

import html
import json
import re
from typing import Any

FIGURE = re.compile(r'id="([^"]+)"><script type="application/json">(.*?)</script>', re.DOTALL)


def page(name: str, **query: str) -> str:
    """HTML of a page's layout, made inside a request."""
    import dash

    from app import server
    from components.shell.markup import markup

    with server.test_request_context("/"):
        module = f"pages.{name}" if name == "not_found_404" else f"pages.{name}.page"
        return str(markup(dash.page_registry[module]["layout"](**query)))


def words(markup: str) -> str:
    """Everything a reader could read, tables behind buttons included."""
    text = re.sub(r"<[^>]+>", " ", FIGURE.sub(">", markup))
    return re.sub(r"\s+", " ", html.unescape(text))


def graphs(markup: str) -> dict[str, dict[str, Any]]:
    """Figures of the page by id, as plotly gets them."""
    found = {name: json.loads(text) for name, text in FIGURE.findall(markup)}
    return {name: {k: f[k] for k in ("data", "layout")} for name, f in found.items()}
