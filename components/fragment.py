"""Server-made HTML inside the Dash tree.

Tables with inline SVG are made by Jinja templates (autoescaped) and put in place by
``assets/js/fragments.js``: Dash has no SVG elements, and 112 rows of Dash components are ten times
the bytes. Only ``Markup`` is taken, so unescaped text cannot slip in.
"""

from __future__ import annotations

from typing import Any

from dash import html
from markupsafe import Markup


def fragment(markup: Markup, **props: Any) -> html.Div:
    """A ``div`` whose inside is the markup.

    Raises:
        TypeError: for a plain string, which nobody has escaped.
    """
    if not isinstance(markup, Markup):
        raise TypeError("fragment() takes Markup from a template, not a plain string")
    return html.Div(**{"data-fragment": str(markup), **props})
