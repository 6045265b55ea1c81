from __future__ import annotations

import re
from pathlib import Path

import pytest

from components.charts.kit.palette import DARK, LIGHT, SWAP

TOKENS = Path(__file__).parents[4] / "assets" / "css" / "10-tokens.css"


def _block(selector: str) -> dict[str, str]:
    css = TOKENS.read_text(encoding="utf-8")
    bodies = re.findall(rf"^{re.escape(selector)}[^{{]*{{(.*?)}}", css, re.MULTILINE | re.DOTALL)
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6});", bodies[0]))


@pytest.mark.parametrize(("selector", "palette"), [(":root", LIGHT), ('[data-theme="dark"]', DARK)])
def test_figures_and_page_share_one_set_of_colours(selector, palette):
    page = _block(selector)
    assert {name: page.get(name) for name in palette} == dict(palette)


def test_the_swap_is_one_to_one():
    assert len(SWAP) == len([name for name in LIGHT if not name.startswith("on-")])
    assert len(set(SWAP.values())) == len(SWAP)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(a: str, b: str) -> float:
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_and_marks_stand_out(palette):
    for ink in ("ink", "ink-2", "ink-3"):
        for ground in ("paper", "wash"):
            assert _contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground)
    for mark in ("band-1", "band-2", "band-3", "band-4", "peer"):
        assert _contrast(palette[mark], palette["paper"]) >= 3.0, mark
    for band in range(1, 5):
        assert _contrast(palette[f"band-{band}"], palette[f"on-band-{band}"]) >= 4.5, band
