"""The page of an address as HTML, so that it can be read before Dash has drawn it (ADR 13).

Dash's documented hook for one's own document (``interpolate_index``) asks for it. It is a picture of
the page: no part of it is taken over; it goes when Dash's page stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import dash
from dash import html
from dash.development.base_component import Component
from flask import request
from markupsafe import Markup, escape

from components.shell.page import path_variables

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
_SPELLED = {"className": "class", "class_name": "class", "htmlFor": "for"}
_HTML, _OURS = "dash_html_components", "components"
_TAGS = {
    "Link": "a",
    "NavLink": "a",
    "Button": "button",
    "Alert": "div",
    "Navbar": "nav",
    "Loading": "div",
}
_CLASSES = {
    "NavLink": "nav-link",
    "Navbar": "navbar",
    "Alert": "alert",
    "Select": "form-select",
    "Input": "form-control",
}
_KEPT = frozenset(
    {"id", "className", "class_name", "htmlFor", "href", "role", "style", "title", "type"}
)
_LATER = frozenset(
    {"Offcanvas", "Toast", "Tooltip", "Popover", "Modal", "Store", "Location", "NavbarToggler"}
)


def page_of_request() -> tuple[str, Component]:
    """Title and layout of the page that this request's address names."""
    path = unquote(request.path)
    for page in dash.page_registry.values():
        if "layout" not in page or page["module"].endswith("not_found_404"):
            continue
        variables = path_variables(page.get("path_template") or page["path"], path)
        if variables is not None:
            return _call(page, variables)
    missing = next(p for name, p in dash.page_registry.items() if name.endswith("not_found_404"))
    return _call(missing, {})


def _call(page: Mapping[str, Any], variables: dict[str, str]) -> tuple[str, Component]:
    title, layout = page["title"], page["layout"]
    given = request.args.to_dict(flat=False)
    query = {name: values if len(values) > 1 else values[0] for name, values in given.items()}
    return title(**variables) if callable(title) else title, layout(**{**query, **variables})


def markup(node: Any) -> Markup:
    """HTML of components, as near to Dash's own as a first look needs."""
    return Markup("").join(_pieces(node))


def _pieces(node: Any) -> Iterator[Markup]:
    if isinstance(node, list | tuple):
        for child in node:
            yield from _pieces(child)
    elif isinstance(node, Component):
        yield from _component(node.to_plotly_json())
    elif node is not None:
        yield escape(str(node))


def _component(node: Mapping[str, Any]) -> Iterator[Markup]:
    kind, props = node["type"], node["props"]
    if kind in _LATER:
        return
    ours = node["namespace"] == _OURS
    tag = kind.lower() if node["namespace"] == _HTML else _TAGS.get(kind, "div")
    if kind == "Select":
        chosen = next(
            (o["label"] for o in props["options"] if o["value"] == props.get("value")), ""
        )
        tag, props = "span", {**props, "children": chosen}
    if kind == "RadioItems":
        props = {**props, "children": [html.Div(o["label"]) for o in props["options"]]}
    attributes = Markup("").join(_attributes(kind, props))
    yield Markup("<{}{}>").format(Markup(tag), attributes)
    yield Markup(props["html"]) if ours else markup(props.get("children"))
    if tag not in _VOID:
        yield Markup("</{}>").format(Markup(tag))


def _attributes(kind: str, props: Mapping[str, Any]) -> Iterator[Markup]:
    classes = " ".join(
        part
        for part in (_CLASSES.get(kind), props.get("className"), props.get("class_name"))
        if part
    )
    for name, value in {**props, "className": classes or None}.items():
        plain = name in _KEPT or name.startswith(("aria-", "data-"))
        if (
            not plain
            or name == "class_name"
            or value in (None, False)
            or (name == "id" and kind == "Graph")
        ):
            continue
        if name == "style":
            value = ";".join(
                f"{re.sub('[A-Z]', lambda m: '-' + m[0].lower(), k)}:{v}" for k, v in value.items()
            )
        if not isinstance(value, str):
            continue
        yield Markup(' {}="{}"').format(Markup(_SPELLED.get(name, name)), value)
