"""The map as a file of its own: land, marks, names, legend, title, source and disclaimer.

Everything is an attribute of the drawing, in the light palette, so that it opens the same anywhere.
Beside the page, the drawing that is moved and zoomed is made by ``assets/src/map.js``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from components.charts.kit.glyphs import SPRITE, mark
from components.charts.kit.labels import Box, place
from components.charts.kit.palette import FONT, LIGHT
from components.charts.kit.text import width as room
from components.charts.map.place import WIDTH, Spot

ACROSS, DOWN = 1200.0, 760.0
"""The map in the file, in pixels."""
_EDGE, _LEGEND = 28.0, 52.0
_TITLE, _SUBTITLE, _NOTE = 24.0, 15.0, 12.0
"""Sizes of type; lines stand ``_LEADING`` times as far apart."""
_LEADING = 1.35
_FADED = 0.42
_RING = 2.6
_NAME = 12.5
_GAP = 3.0
_BROAD = 1.12
"""Room left for a reader without the font: others are wider."""
_ANCHORS = {"right": "start", "left": "end", "center": "middle"}


class Land(NamedTuple):
    """Path data in map units: countries, areas whose status is not settled, lakes."""

    countries: tuple[str, ...]
    special: str
    lakes: str


class Dot(NamedTuple):
    """A city. x, y in map units; radius in pixels; status: why there is no band, may be empty.

    ring: the value is from a U4SSC report.
    """

    x: float
    y: float
    radius: float
    name: str
    band: int | None
    status: str
    faded: bool = False
    ring: bool = False


class Key(NamedTuple):
    """A line of the legend."""

    band: int | None
    status: str
    text: str


def map_svg(
    land: Land,
    dots: Sequence[Dot],
    spot: Spot,
    title: str,
    subtitle: str,
    legend: Sequence[Key],
    notes: Sequence[str],
) -> Markup:
    """The drawing. ``dots`` by priority of their names; the first stands on top."""
    scale = ACROSS * spot.zoom / WIDTH
    left, top = ACROSS / 2 - spot.x * scale, DOWN / 2 - spot.y * scale
    placed = [d._replace(x=d.x * scale + left, y=d.y * scale + top) for d in dots]
    seen = [d for d in placed if -20 <= d.x <= ACROSS + 20 and -20 <= d.y <= DOWN + 20]
    words: list[str] = []
    y = _paragraph(words, 14, title, _TITLE, "ink", 650)
    head = _paragraph(words, y + 4, subtitle, _SUBTITLE, "ink-2") + 14
    y = head + DOWN + 30
    words += _legend(legend, y)
    y += _LEGEND - 30
    for note in notes:
        y = _paragraph(words, y, note, _NOTE, "ink-3")
    width, height = ACROSS + 2 * _EDGE, y + 20
    body = [
        f'<g transform="translate({_n(left)} {_n(top)}) scale({scale:.5f})" '
        f'stroke="{LIGHT["paper"]}" stroke-width="{0.8 / scale:.2f}" stroke-linejoin="round">',
        *(f'<path fill="{LIGHT["peer-band"]}" d="{path}"/>' for path in land.countries),
        f'<path fill="{LIGHT["line"]}" d="{land.special}"/>',
        f'<path fill="{LIGHT["paper"]}" stroke="none" d="{land.lakes}"/></g>',
        *(_dot(d) for d in reversed(seen)),
        *_names(seen),
    ]
    # The inside is escaped where it comes from a city or a sentence; the rest is numbers.
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" '
        f'width="{_n(width)}" height="{_n(height)}" font-family="{escape(FONT)}">'
        f"<title>{escape(title)}</title>{_defs()}"
        f'<rect width="100%" height="100%" fill="{LIGHT["paper"]}"/>'
        f'<clipPath id="frame"><rect width="{_n(ACROSS)}" height="{_n(DOWN)}"/></clipPath>'
        f'<g transform="translate({_n(_EDGE)} {_n(head)})"><g clip-path="url(#frame)">'
        f"{''.join(body)}</g></g>{''.join(words)}</svg>"
    )


def _defs() -> str:
    """The sprite's symbols with the palette's colours in place of the page's."""
    inside = str(SPRITE).split("<defs>")[1].split("</defs>")[0]
    return "<defs>" + re.sub(r"var\(--([a-z0-9-]+)\)", lambda m: LIGHT[m[1]], inside) + "</defs>"


def _glyph(x: float, y: float, radius: float, band: int | None, status: str) -> str:
    colour = LIGHT[f"band-{band}" if band else "ink-3"]
    side = radius * 2.2
    return (
        f'<use href="#g-{band or mark(status or "no_target")}" x="{_n(x - side / 2)}" '
        f'y="{_n(y - side / 2)}" width="{_n(side)}" height="{_n(side)}" color="{colour}"/>'
    )


def _dot(dot: Dot) -> str:
    ring = (
        f'<circle cx="{_n(dot.x)}" cy="{_n(dot.y)}" r="{_n(dot.radius + _RING)}" fill="none" '
        f'stroke="{LIGHT["ink"]}" stroke-width="1.3"/>'
        if dot.ring
        else ""
    )
    inside = _glyph(dot.x, dot.y, dot.radius, dot.band, dot.status) + ring
    return f'<g opacity="{_FADED}">{inside}</g>' if dot.faded else inside


def _names(dots: Sequence[Dot]) -> list[str]:
    """Names that find a place inside the frame, over no other name and no mark, the first first."""
    frame = Box(0, 0, ACROSS, DOWN)
    reach = [d.radius + _RING * d.ring for d in dots]
    taken = [
        Box(d.x - r, d.y - r, d.x + r, d.y + r) for d, r in zip(dots, reach, strict=True)
    ]  # fmt: skip
    out = []
    for d, r in zip(dots, reach, strict=True):
        inside = 0 <= d.x <= ACROSS and 0 <= d.y <= DOWN
        words = [(d.name, d.x, d.y)] if inside else []
        for found in place(words, frame, taken, away=r + _GAP, size=_NAME * _BROAD):
            if found:
                taken.append(found.box)
                out.append(_name(d.name, found.box, found.position.split(" ")[1]))
    return out


def _name(words: str, box: Box, side: str) -> str:
    x = {"right": box.left, "left": box.right, "center": (box.left + box.right) / 2}[side]
    y = (box.top + box.bottom) / 2 + _NAME * 0.36
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_NAME}" text-anchor="{_ANCHORS[side]}" '
        f'fill="{LIGHT["ink"]}" stroke="{LIGHT["paper"]}" stroke-width="3" stroke-opacity=".8" '
        f'stroke-linejoin="round" paint-order="stroke">{escape(words)}</text>'
    )


def _legend(keys: Sequence[Key], y: float) -> list[str]:
    out, x = [], _EDGE
    for key in keys:
        ring = key.status == "ring"
        out.append(
            _dot(Dot(x + 7, y - 4.5, 4.0 if ring else 5.5, "", key.band, key.status, ring=ring))
        )
        out.append(_text(x + 19, y, key.text, 13, "ink-2"))
        x += 19 + room(key.text, 13) + 20
    return out


def _paragraph(
    out: list[str], y: float, words: str, size: float, token: str, weight: int = 400
) -> float:
    """Adds the words in lines as wide as the map; returns where the next may begin."""
    line = ""
    for word in [*words.split(), ""]:
        if word and (not line or room(f"{line} {word}", size) * _BROAD <= ACROSS):
            line = f"{line} {word}".strip()
            continue
        y += size * _LEADING
        out.append(_text(_EDGE, y, line, size, token, weight))
        line = word
    return y


def _text(x: float, y: float, words: str, size: float, token: str, weight: int = 400) -> str:
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{size:g}" font-weight="{weight}" '
        f'fill="{LIGHT[token]}">{escape(words)}</text>'
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
