"""Colours: words and marks stand out in both themes, and a drawing can follow the theme."""

from __future__ import annotations

import pytest

from components.charts.kit.palette import CITIES, DARK, LIGHT, band_token


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(a: str, b: str) -> float:
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_marks_stand_out(palette):
    for ink in ("ink", "ink-2", "ink-3", "accent", "error"):
        for ground in ("paper", "wash"):
            assert _contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground)
    for mark in (*map(band_token, range(1, 5)), "peer"):
        assert _contrast(palette[mark], palette["paper"]) >= 3.0, mark
    for band in range(1, 5):
        assert _contrast(palette[band_token(band)], palette[f"on-band-{band}"]) >= 4.5, band


def test_a_colour_of_two_tokens_is_one_colour_in_the_dark_too():
    drawn = [name for name in LIGHT if not name.startswith("on-")]
    pairs = {(LIGHT[name], DARK[name]) for name in drawn}
    assert len(pairs) == len({light for light, _dark in pairs})


def test_cities_of_one_chart_differ_in_both_themes():
    for palette in (LIGHT, DARK):
        assert len({palette[name] for name in CITIES}) == len(CITIES)


def test_there_is_no_fifth_band():
    with pytest.raises(ValueError, match="no band 5"):
        band_token(5)
