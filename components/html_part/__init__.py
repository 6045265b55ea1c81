"""Dense HTML made on the server as a Dash component: tables, drawings, prose.

Dash has no SVG elements, and a table of a hundred rows as components is ten times the bytes and five
times the time of the same table as text. So Jinja templates (autoescaped) make it, and this shows it:

    HtmlPart(id="city-wheel", html=render("city/wheel", reading=reading))

A click, Enter or a change on an element with ``data-key`` sets ``event``, a callback's input:
``{"key": …, every other data-* of the element, "value": of a control, "n": milliseconds}``. A link
inside is followed as ``dcc.Link`` would; one with ``data-source`` opens the source of a number. The
browser's half is ``assets/src/html_part.js``.
"""

from __future__ import annotations

import json
from typing import Any, ClassVar

from dash.development.base_component import Component
from markupsafe import Markup


def dom_id(name: dict[str, str]) -> str:
    """The document's id of a component whose id is a pattern, as Dash writes it."""
    return json.dumps(name, sort_keys=True, separators=(",", ":"))


class HtmlPart(Component):
    """A ``div`` whose inside is ``html``.

    Raises:
        TypeError: for a plain string, which nobody has escaped.
    """

    _namespace = "components"  # window.components in the browser
    _type = "HtmlPart"
    _prop_names: ClassVar[list[str]] = ["id", "html", "event", "className"]
    _valid_wildcard_attributes: ClassVar[list[str]] = []

    def __init__(self, html: Markup, **props: Any) -> None:
        if not isinstance(html, Markup):
            raise TypeError("HtmlPart takes Markup from a template, not a plain string")
        self.available_properties = self._prop_names
        self.available_wildcard_properties = self._valid_wildcard_attributes
        super().__init__(html=str(html), **props)
