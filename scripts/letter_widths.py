"""Reads the widths of Inter's letters from the font once: ``python -m scripts.letter_widths``.

Writes ``components/charts/kit/letters.json``: advance widths at weight 400 in thousandths of the size.
"""

from __future__ import annotations

import json

from fontTools.ttLib import TTFont

from components.web.assets import ASSETS, vendor

OUT = ASSETS.parent / "components" / "charts" / "kit" / "letters.json"


def widths() -> dict[str, int]:
    """Width of every letter of the Latin subsets, by letter."""
    found: dict[str, int] = {}
    for name in ("inter-latin.woff2", "inter-latin-ext.woff2"):
        font = TTFont(ASSETS / "vendor" / vendor()[name])
        advances, unit = font["hmtx"], font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            found.setdefault(chr(code), round(1000 * advances[glyph][0] / unit))
    return {letter: found[letter] for letter in sorted(found) if ord(letter) < 0x250}


if __name__ == "__main__":
    OUT.write_text(json.dumps(widths(), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
