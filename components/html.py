"""The Jinja2 environment of the HTML that is too dense to be built from Dash components.

Autoescape is on for every template; strings of drawings and glyphs come as ``Markup``. Templates
see gettext and the printing words of ``components.words.values``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from components.charts.kit.glyphs import glyph
from components.words import values as words
from components.words.i18n import _, ngettext, number

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("pages", "components")


def render(template: str, **values: Any) -> Markup:
    """A template filled in; a missing value is an error, not a blank.

    ``template`` names the folder that owns it and the file: ``city/head`` is
    ``pages/city/templates/head.html.j2``, or that of ``components/city`` where no page has it.

    A line never ends between a number and its per cent sign.
    """
    text = _environment().get_template(f"{template}.html.j2").render(**values)
    return Markup(text.replace(" %", f"{words.NBSP}%"))


def _source(name: str) -> str | None:
    """Text of a template, None where there is none."""
    folder, _slash, file = name.rpartition("/")
    paths = (ROOT / room / folder / "templates" / file for room in ROOMS)
    return next((path.read_text(encoding="utf-8") for path in paths if path.exists()), None)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_source),
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
        band_name=words.band_name,
        band_text=words.band_text,
        score_text=words.score_text,
        status_text=words.status_text,
        value_parts=words.value_parts,
        value_text=words.value_text,
        target_parts=words.target_parts,
        unit_text=words.unit_text,
        year_text=words.year_text,
    )
    return environment
