"""The Jinja2 environment of the HTML that is too dense to be built from Dash components.

Autoescape is on for every template; strings of drawings and glyphs come as ``Markup``. Templates
see gettext and the printing words of ``components.figures.words``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from components.figures import words
from components.figures.glyphs import glyph
from components.i18n import _, ngettext, number

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, **values: Any) -> Markup:
    """``templates/<template>.html.j2`` filled in; a missing value is an error, not a blank.

    A line never ends between a number and its per cent sign.
    """
    text = _environment().get_template(f"{template}.html.j2").render(**values)
    return Markup(text.replace(" %", f"{words.NBSP}%"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        _=_,
        ngettext=ngettext,
        number=number,
        glyph=glyph,
        band_text=words.band_text,
        score_text=words.score_text,
        status_text=words.status_text,
        value_parts=words.value_parts,
        value_text=words.value_text,
        target_parts=words.target_parts,
        unit_text=words.unit_text,
    )
    return environment
