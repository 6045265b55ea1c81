"""Words and numbers in the reader's language: the one place pages take gettext from.

Outside a request (tests of pure figures, the command line) the English text comes back unchanged.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from babel.core import negotiate_locale
from babel.numbers import format_decimal
from flask import g, has_request_context, request
from flask_babel import get_babel, get_locale
from flask_babel import gettext as _gettext
from flask_babel import ngettext as _ngettext

DEFAULT_LOCALE = "en"


def asked_locale() -> str:
    """Locale of the address's ``lang`` where ``translations/`` has it; a callback's page asks for it."""
    page = parse_qs(urlsplit(request.referrer or "").query).get("lang", [""])[-1]
    asked = request.args.get("lang", page).replace("-", "_")
    if not asked:
        return DEFAULT_LOCALE
    available = [str(each) for each in get_babel().instance.list_translations()]
    return negotiate_locale([asked], available, sep="_") or DEFAULT_LOCALE


def locale() -> str:
    """Locale of this request, e.g. ``en``."""
    if not has_request_context():
        return DEFAULT_LOCALE
    if "locale" not in g:  # a page asks thousands of times
        g.locale = str(get_locale() or DEFAULT_LOCALE)
    return str(g.locale)


def _(message: str, **values: Any) -> str:
    """Translated message with ``%(name)s`` placeholders filled in."""
    if message and has_request_context():  # gettext keeps the catalogue's own head under ""
        message = _translated(message, locale())
    return message % values if values else message


@lru_cache(maxsize=4096)
def _translated(message: str, _locale: str) -> str:
    return str(_gettext(message))


def ngettext(singular: str, plural: str, num: int, **values: Any) -> str:
    """Translated message in the right plural form; ``%(num)s`` is the number."""
    if has_request_context():
        return str(_ngettext(singular, plural, num, **values))
    return (singular if num == 1 else plural) % {"num": num, **values}


def number(value: float, digits: int | None = None, significant: int = 4) -> str:
    """A number as the reader writes it: grouped, at most ``significant`` digits after rounding.

    ``digits`` fixes the decimals instead. Integers stay whole; 0.0012 keeps its leading digits.
    A half is rounded away from zero, as people do it on paper: 68.75 is 68.8, 81.25 is 81.3.
    """
    if digits is not None:
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return _decimal(half_up(value, digits), pattern, locale())
    if value == 0 or abs(value) >= 10 ** (significant - 1):
        return _decimal(half_up(value, 0), "#,##0", locale())
    first = Decimal(repr(float(value))).adjusted()
    return _decimal(half_up(value, significant - 1 - first), "#,##0.########", locale())


def half_up(value: float, digits: int) -> Decimal:
    """The value to so many decimals, a half away from zero: of 0.15 the digits that are written."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


@lru_cache(maxsize=16_384)
def _decimal(value: Decimal, pattern: str, language: str) -> str:
    """Babel takes 50 microseconds for a number, and a page prints two thousand."""
    return str(format_decimal(value, format=pattern, locale=language))
