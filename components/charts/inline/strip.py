"""One group of cities on the page's scale, as a small SVG string."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from components.charts.beeswarm.rows import Scale

LEFT, WIDTH, MIDDLE = 5.0, 210.0, 11.0


def strip(
    values: Sequence[float],
    scale: Scale,
    median: float | None,
    middle: tuple[float, float] | None,
    own: Sequence[tuple[float, int | None]],
    label: str,
) -> Markup:
    """Dots in grey, middle half and median where given, target, the reader's cities as glyphs.

    All numbers in the point's unit; ``own`` as (value, band).
    """
    parts = []
    if middle:
        low, high = (_x(scale, end) for end in middle)
        parts.append(
            f'<rect x="{low:.1f}" y="2" width="{high - low:.1f}" height="18" class="pband"/>'
        )
    parts += [
        f'<path d="M{_x(scale, end):.1f} 0V22" class="tline"/>'
        for end in filter(scale.holds, scale.target)
    ]
    if median is not None:
        parts.append(f'<path d="M{_x(scale, median):.1f} 2V20" class="med"/>')
    dots = "".join(f"M{_x(scale, value):.1f} {MIDDLE}h.01" for value in values)
    parts.append(f'<path d="{dots}" class="pdots"/>')
    for value, band in own:
        name = str(band) if band else "nt"
        parts.append(
            f'<use href="#g-{name}" x="{_x(scale, value) - 6.5:.1f}" y="4.5" width="13" '
            f'height="13" class="{f"b{band}" if band else "mk"}"/>'
        )
    return Markup(
        '<svg class="bm-strip" viewBox="0 0 220 22" role="img" aria-label="{}">{}</svg>'
    ).format(label, Markup("".join(parts)))


def _x(scale: Scale, value: float) -> float:
    return LEFT + scale.at(value, WIDTH)
