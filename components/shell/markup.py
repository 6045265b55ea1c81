"""Dash components as the HTML that React would make of them.

The document of an address brings its page drawn (components/first_page.py), and a page that Dash
need not look into goes out as one fragment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

from components.shell.fragment import FRAGMENT

PART = "data-part"
"""Number of a fragment in a document: ``assets/js/fragments.js`` finds it when Dash starts."""

_HTML = "dash_html_components"
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
_SPELLED = {"className": "class", "htmlFor": "for"}
_OF_DASH = frozenset({"children", "key", "n_clicks", "disable_n_clicks", FRAGMENT})
_UPPER = re.compile(r"[A-Z]")


def markup(node: Any) -> Markup:
    """HTML of a component, as ``to_plotly_json`` gives it, with all that it holds.

    What is no element of HTML (``dcc.Store``, …) is left to Dash.
    """
    return Markup("").join(_pieces(node))


def _pieces(node: Any) -> Iterator[Markup]:
    if node is None:
        return
    if isinstance(node, list | tuple):
        for child in node:
            yield from _pieces(child)
        return
    if hasattr(node, "to_plotly_json"):
        node = node.to_plotly_json()
    if not isinstance(node, Mapping):
        yield escape(str(node))
        return
    if node["namespace"] != _HTML:
        return
    props = node["props"]
    tag = node["type"].lower()
    attributes = Markup("").join(
        _attribute(name, value) for name, value in props.items() if name not in _OF_DASH
    )
    yield Markup("<{}{}>").format(Markup(tag), attributes)
    children = props.get("children")
    yield from [Markup(children)] if FRAGMENT in props else _pieces(children)
    if tag not in _VOID:
        yield Markup("</{}>").format(Markup(tag))


def _attribute(name: str, value: Any) -> Markup:
    if value is None or value is False:
        return Markup("")
    name = _SPELLED.get(name, name if "-" in name else name.lower())
    if value is True:
        return Markup(" {}").format(Markup(name))
    if isinstance(value, Mapping):  # style
        value = ";".join(f"{_UPPER.sub(_dashed, key)}:{said}" for key, said in value.items())
    return Markup(' {}="{}"').format(Markup(name), value)


def _dashed(letter: re.Match[str]) -> str:
    return f"-{letter[0].lower()}"
