"""How wide words are, and how they are cut to a width: the one place where a chart measures type."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from components.charts.kit.palette import LIGHT

TEXT, SMALL = 13.0, 12.0
"""Sizes of labels and of ticks, in px on a page of 16 px."""

_WIDTHS: dict[str, int] = json.loads(
    Path(__file__).with_name("letters.json").read_text(encoding="utf-8")
)
_OTHER = 620  # thousandths of the size: a letter that the font does not have
_BOLD = 1.06
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_DRESSED = re.compile(r"^((?:<[^/>][^>]*>)*)(.*?)((?:</\w+>)*)$", re.DOTALL)
_JOINTS = " ,:/"  # not left before an ellipsis
_SPACE = re.compile(r" (?![^<]*>)")  # not one within a tag


@lru_cache(maxsize=8192)
def width(text: str, size: float = TEXT) -> float:
    """Width in px of one line of text, with plotly's markup (``<b>``, ``<span>``) or without."""
    bold, total, at = False, 0.0, 0
    for tag in [*_TAG.finditer(text), None]:
        piece = text[at : tag.start() if tag else len(text)]
        total += sum(_WIDTHS.get(letter, _OTHER) for letter in piece) * (_BOLD if bold else 1)
        if tag is None:
            break
        at = tag.end()
        bold = (tag[1] == "") if tag[2] == "b" else bold
    return total * size / 1000


def fit(text: str, room: float, size: float = TEXT) -> str:
    """The text, shortened with an ellipsis where it is wider than ``room`` px.

    What stands behind a colon tells points of one KPI apart and stays; so does markup.
    """
    if width(text, size) <= room:
        return text
    opened, text, closed = _undressed(text)
    head, colon, tail = text.rpartition(": ")
    keep = f"…: {tail}" if colon and width(tail, size) < room / 2 else "…"
    head = head if keep != "…" else text
    while head and width(f"{opened}{head.rstrip(_JOINTS)}{keep}{closed}", size) > room:
        head = head[:-1]
    return f"{opened}{head.rstrip(_JOINTS)}{keep}{closed}"


def wrapped(text: str, room: float, size: float = TEXT, lines: int = 2) -> str:
    """The text on at most ``lines`` lines of ``room`` px, joined by ``<br>``; the last is cut.

    Markup round the whole goes round each line.
    """
    opened, inner, closed = _undressed(text)
    if "<" in inner:  # a part of it has markup of its own
        opened, inner, closed = "", text, ""
    words = _SPACE.split(inner)
    found: list[str] = []
    while words and len(found) < lines - 1:
        line = words.pop(0)
        while words and width(f"{opened}{line} {words[0]}{closed}", size) <= room:
            line += f" {words.pop(0)}"
        found.append(line)
    if words:
        found.append(" ".join(words))
    return "<br>".join(fit(f"{opened}{line}{closed}", room, size) for line in found)


def _undressed(text: str) -> tuple[str, str, str]:
    """Tags that open a whole text, the text, tags that close it."""
    opened, inner, closed = _DRESSED.findall(text)[0]
    return opened, inner, closed


def grey(text: str) -> str:
    """Words of less weight inside a text."""
    return f'<span style="color:{LIGHT["ink-3"]}">{text}</span>'


def keyed(text: str, token: str) -> str:
    """Words in ink after a dot of their city's colour: some colours are too light for type."""
    return f'<span style="color:{LIGHT[token]}">●</span> <b>{text}</b>'
