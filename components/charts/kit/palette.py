"""Colours of every chart: the design tokens as hex.

``assets/tokens.json`` holds them, light and dark, for the page and for charts. A figure carries the
light values only, and transparency as an opacity, never as ``rgba()``: the style sheet lets every
drawing follow the theme (``frontend/tokens.mjs``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

FONT = '"Inter Variable", Inter, "Noto Sans Arabic", "Noto Sans SC", system-ui, sans-serif'
_TOKENS = json.loads(
    (Path(__file__).parents[3] / "assets" / "tokens.json").read_text(encoding="utf-8")
)

LIGHT: Mapping[str, str] = MappingProxyType({name: pair[0] for name, pair in _TOKENS.items()})
DARK: Mapping[str, str] = MappingProxyType({name: pair[1] for name, pair in _TOKENS.items()})

CITIES = ("city-a", "city-b", "city-c", "city-d", "city-e", "city-f")
"""Tokens of the cities in one chart, in the reader's order."""


def band_token(band: int) -> str:
    """Token name of band 1–4."""
    if band not in (1, 2, 3, 4):
        raise ValueError(f"no band {band}")
    return f"band-{band}"
