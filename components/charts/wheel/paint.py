"""How the wheel is put on its ground: as classes of the page, or as a file of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from components.charts.kit.palette import FONT, LIGHT
from components.charts.wheel import layout as place
from components.words.values import band_text, status_text

LETTER = 6.0
"""Mean width of a letter of the legend, in drawing units."""

_OUTLINE = {"stroke": LIGHT["peer"], "stroke-width": "1"}
_STANDALONE: dict[str, dict[str, str]] = {
    **{f"f{band}": {"fill": LIGHT[f"band-{band}"]} for band in (1, 2, 3, 4)},
    **{f"on{band}": {"fill": LIGHT[f"on-band-{band}"]} for band in (1, 2, 3, 4)},
    "fnr": {"fill": "url(#wheel-hatch)", **_OUTLINE},
    "fnv": {"fill": "url(#wheel-cross)", **_OUTLINE},
    "fnh": {"fill": LIGHT["paper"], **_OUTLINE, "stroke-dasharray": "1.4 2.2"},
    "fnt": {"fill": LIGHT["paper"], **_OUTLINE},
    "fna": {"fill": LIGHT["wash"], **_OUTLINE},
    "lead": {"fill": "none", "stroke": LIGHT["peer"], "stroke-width": ".9"},
    "lab": {"fill": LIGHT["ink"], "font-size": "13.6"},
    "off": {"fill": LIGHT["ink-3"]},
    "num": {"font-weight": "700"},
    "wnum": {"font-size": "14", "font-weight": "700"},
    "wdim": {"font-size": "14", "font-weight": "650"},
    "wc": {"font-size": "17", "font-weight": "700", "fill": LIGHT["ink"]},
    "wy": {"font-size": "13", "fill": LIGHT["ink-3"]},
    "offd": {"fill": LIGHT["ink-2"]},
    "faint": {"opacity": ".16"},
}


class Paint:
    """How a drawing says a style: as classes on the page, as attributes in a file."""

    def __init__(self, standalone: bool) -> None:
        self.standalone = standalone

    def __call__(self, *names: str) -> str:
        """Attributes of an element with these styles, later ones first."""
        if not self.standalone:
            return f'class="{" ".join(names)}"'
        merged: dict[str, str] = {}
        for name in names:
            merged |= _STANDALONE[name]
        return " ".join(f'{key}="{value}"' for key, value in merged.items())


def sector_path(
    sector: place.Sector,
    radii: tuple[float, float],
    css: Sequence[str],
    level: str,
    parent: str,
    label: str,
    paint: Paint,
    first: bool,
) -> str:
    """A sector; on the page a button of the roving group that ``first`` is the way into."""
    d = place.ring_path(sector, radii)
    if paint.standalone:
        return Markup('<path d="{}" {}><title>{}</title></path>').format(
            d, Markup(paint(*css)), label
        )
    return Markup(
        '<path d="{}" class="{}" role="button" tabindex="{}" data-level="{}" '
        'data-key="{}" data-parent="{}" aria-label="{}"/>'
    ).format(d, " ".join(css), 0 if first else -1, level, sector.key, parent, label)


def svg_file(title: str, source: str, body: Sequence[str]) -> Markup:
    """A complete SVG file: paper, patterns, title, description and the source line."""
    height = place.HEIGHT + 58
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}" '
        'font-family="{}" role="img"><title>{}</title><desc>{}</desc>'
    ).format(place.WIDTH * 2, height * 2, place.WIDTH, height, FONT, title, source)
    wash, peer = LIGHT["wash"], LIGHT["peer"]
    pattern = (
        '<pattern id="wheel-{}" width="4" height="4" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="4" height="4" fill="' + wash + '"/>{}'
        "</pattern>"
    )
    defs = (
        "<defs>"
        + pattern.format("hatch", f'<rect width="1.5" height="4" fill="{peer}"/>')
        + pattern.format("cross", f'<path d="M0 0H4M0 0V4" stroke="{peer}" stroke-width="1.6"/>')
        + "</defs>"
    )
    foot = Markup('<text x="16" y="{}" font-size="11.5" fill="{}">{}</text>').format(
        height - 14, LIGHT["ink-2"], source
    )
    paper = f'<rect width="{place.WIDTH}" height="{height}" fill="{LIGHT["paper"]}"/>'
    parts = "".join([*body, *_legend(place.HEIGHT + 22)])
    return head + Markup(defs + paper + parts) + foot + Markup("</svg>")


def _legend(y: float) -> Iterator[str]:
    """Bands and the marks of what has no score, in one row: in a file nothing else tells them."""
    shown = [(f"f{band}", band_text(band)) for band in (4, 3, 2, 1)]
    shown += [
        ("fnr", status_text("not_reported")),
        ("fnv", status_text("not_verified")),
        ("fnh", status_text("not_held")),
        ("fnt", status_text("no_target")),
    ]
    paint, x = Paint(standalone=True), 16.0
    for css, words in shown:
        yield Markup('<rect x="{}" y="{}" width="11" height="11" {}/>').format(
            f"{x:g}", f"{y - 10:g}", Markup(paint(css))
        )
        yield Markup('<text x="{}" y="{}" font-size="11.5" fill="{}">{}</text>').format(
            f"{x + 16:g}", f"{y:g}", LIGHT["ink-2"], words
        )
        x += 16 + LETTER * len(words) + 14
