"""Words as people write them: units, city names, point keys, and what was probably meant."""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)
_ALIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`\u2032", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00a0\u202f\u2007\u2009", " ")
)
"""Apostrophes, hyphens and spaces that look alike."""
_UNIT_SIGNS = str.maketrans({"µ": "u", "μ": "u", "²": "2", "³": "3", "₂": "2", "％": "%"})
_UNIT_WORDS = (
    (r"\bper\s*cent(age)?\b|\bpercent(age)?\b|\bpct\b", "%"),
    (r"(?<=\d)[ ,.\u00a0\u202f'](?=\d{3}\b)", ""),
    (r"\bpopulation\b|\bpeople\b|\bpersons?\b|\binhabitants?\b|\bresidents?\b", "inhabitant"),
    (r"\blit(er|re)s?\b", "l"),
    (r"\bper\b", "/"),
    (r"\bmicrograms?\b", "ug"),
    (r"\bsquare met(er|re)s?\b|\bsqm\b", "m2"),
    (r"\bcubic met(er|re)s?\b", "m3"),
    (r"\bhectares?\b", "ha"),
    (r"\bkilomet(er|re)s?\b", "km"),
    (r"\bton(ne)?s?\b", "t"),
    (r"\bmins?\b", "minute"),
    (r"\byrs?\b", "year"),
)
_LIKE_ENOUGH = 0.6


def slug(text: str) -> str:
    """ASCII slug: ``Ålesund`` → ``alesund``; a text whose letters have no such form keeps its own.

    Letters that ASCII drops would make one of many texts: a hash of the whole stands for them.
    """
    spelled = unicodedata.normalize("NFKD", text.translate(_ALIKE).translate(_LETTERS))
    plain = re.sub(r"[^a-z0-9]+", "-", spelled.encode("ascii", "ignore").decode().lower())
    if all(letter.isascii() or not letter.isalnum() for letter in spelled):
        return plain.strip("-")
    whole = unicodedata.normalize("NFKC", " ".join(text.split())).casefold()
    return f"{plain}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}".strip("-")


def unit_key(text: str) -> str:
    """One spelling for the many of a unit: ``μg/m³``, ``ug / m3`` and ``µg per m3`` are equal."""
    key = unicodedata.normalize("NFC", text).translate(_ALIKE).translate(_UNIT_SIGNS).casefold()
    for pattern, word in _UNIT_WORDS:
        key = re.sub(pattern, word, key)
    return re.sub(r"(?<=[a-z]{3})s\b|[\s.·*_-]", "", key)


class Hints:
    """The known words that were probably meant, of so many unknown ones as somebody may read."""

    def __init__(self, known: Iterable[str], most: int = 1000) -> None:
        self._known = list(known)
        self._left = most

    def of(self, word: str) -> str | None:
        """The nearest known word, None where nothing comes close or too many were asked for."""
        self._left -= 1
        if self._left < 0:
            return None
        found = difflib.get_close_matches(word, self._known, n=1, cutoff=_LIKE_ENOUGH)
        return found[0] if found else None
