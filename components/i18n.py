"""Words and numbers in the reader's language: the one place pages take gettext from.

Outside a request (tests of pure figures, the command line) the English text comes back unchanged.
"""

from __future__ import annotations

from typing import Any

from babel.numbers import format_decimal
from flask import has_request_context
from flask_babel import get_locale
from flask_babel import gettext as _gettext
from flask_babel import ngettext as _ngettext

DEFAULT_LOCALE = "en"


def locale() -> str:
    """Locale of this request, e.g. ``en``."""
    found = get_locale() if has_request_context() else None
    return str(found) if found else DEFAULT_LOCALE


def _(message: str, **values: Any) -> str:
    """Translated message with ``%(name)s`` placeholders filled in."""
    if has_request_context():
        return str(_gettext(message, **values))
    return message % values if values else message


def ngettext(singular: str, plural: str, num: int, **values: Any) -> str:
    """Translated message in the right plural form; ``%(num)s`` is the number."""
    if has_request_context():
        return str(_ngettext(singular, plural, num, **values))
    return (singular if num == 1 else plural) % {"num": num, **values}


def number(value: float, digits: int | None = None, significant: int = 4) -> str:
    """A number as the reader writes it: grouped, at most ``significant`` digits after rounding.

    ``digits`` fixes the decimals instead. Integers stay whole; 0.0012 keeps its leading digits.
    """
    if digits is not None:
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(value, format=pattern, locale=locale()))
    if value == 0 or abs(value) >= 10 ** (significant - 1):
        return str(format_decimal(round(value), format="#,##0", locale=locale()))
    shown = float(f"{value:.{significant}g}")
    return str(format_decimal(shown, format="#,##0.########", locale=locale()))
