"""Colours of every figure: the design tokens as hex, light and dark.

``assets/css/10-tokens.css`` holds the same values for the page (a test keeps the two equal).
Plotly figures carry the light values; the browser swaps them by ``SWAP`` when the theme is dark,
so a figure never holds a colour that is not a token, nor an ``rgba()``: transparency is an
opacity attribute.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FONT = '"Inter Variable", Inter, "Noto Sans Arabic", "Noto Sans SC", system-ui, sans-serif'

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#14181f",
        "ink-2": "#4a5360",
        "ink-3": "#646d79",
        "line": "#dfe3e8",
        "paper": "#ffffff",
        "wash": "#f5f6f8",
        "peer": "#858e99",
        "peer-band": "#e6e9ed",
        "band-1": "#791515",
        "band-2": "#db7c00",
        "band-3": "#269dd9",
        "band-4": "#24248f",
        "on-band-1": "#ffffff",
        "on-band-2": "#14181f",
        "on-band-3": "#14181f",
        "on-band-4": "#ffffff",
        "city-a": "#0072b2",
        "city-b": "#d55e00",
        "city-c": "#009e73",
        "city-d": "#cc79a7",
        "city-e": "#000000",
        "city-f": "#e69f00",
        "sdg11-ink": "#b35900",
    }
)
DARK: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#f1f3f5",
        "ink-2": "#c3c9d0",
        "ink-3": "#98a1ab",
        "line": "#2e343c",
        "paper": "#121212",
        "wash": "#1b1d20",
        "peer": "#7b848e",
        "peer-band": "#2a2f35",
        "band-1": "#c3224b",
        "band-2": "#ffd152",
        "band-3": "#a1f0f7",
        "band-4": "#4c59e6",
        "on-band-1": "#ffffff",
        "on-band-2": "#14181f",
        "on-band-3": "#14181f",
        "on-band-4": "#ffffff",
        "city-a": "#56b4e9",
        "city-b": "#f0803c",
        "city-c": "#009e73",
        "city-d": "#cc79a7",
        "city-e": "#ffffff",
        "city-f": "#e69f00",
        "sdg11-ink": "#fd9d24",
    }
)

SWAP: Mapping[str, str] = MappingProxyType(
    {LIGHT[name]: DARK[name] for name in LIGHT if not name.startswith("on-")}
)
"""Light hex value -> dark hex value, for the browser. Words on a band stay as they are: they are
no part of a plotly figure."""


def band_token(band: int) -> str:
    """Token name of band 1–4."""
    if band not in (1, 2, 3, 4):
        raise ValueError(f"no band {band}")
    return f"band-{band}"
