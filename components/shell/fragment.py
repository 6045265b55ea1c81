"""Server-made HTML inside the Dash tree.

Tables with inline SVG are made by Jinja templates (autoescaped) and put in place by
``assets/js/fragments.js``: Dash has no SVG elements, and 112 rows of Dash components are ten times
the bytes. Only ``Markup`` is taken, so unescaped text cannot slip in.
"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.words.i18n import _

FRAGMENT = "data-fragment"
"""Marks an element whose text is markup; browsers keep a long text cheaper than an attribute."""

ALONE = "alone"
"""In the address of a part that is wanted as a document (``components/alone.py``)."""


def fragment(markup: Markup, element: type[Component] = html.Div, **props: Any) -> Component:
    """An element, a ``div`` unless said, whose inside is the markup.

    Raises:
        TypeError: for a plain string, which nobody has escaped.
    """
    if not isinstance(markup, Markup):
        raise TypeError("fragment() takes Markup from a template, not a plain string")
    return element(str(markup), **{FRAGMENT: "", **props})


def later(href: str, **props: Any) -> html.Div:
    """A ``div`` whose inside is fetched from ``href`` and put in place when the charts are drawn.

    For what stands below them and is large. ``href`` carries the data version, so that browsers may
    keep the answer.
    """
    return html.Div(
        # where no script runs
        html.A(_("Open this part"), href=f"{href}{'&' if '?' in href else '?'}{ALONE}=1"),
        **{
            "data-fragment-href": href,
            "data-waiting": _("Loading…"),
            "data-failed": _("This part could not be loaded. Reload the page to try again."),
            **props,
        },
    )
