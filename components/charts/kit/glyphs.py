"""Band glyphs ▼ ◔ ◑ ● and the marks for a missing value, as an SVG sprite.

``SPRITE`` stands once on a page; ``glyph`` refers to it. A mark never carries its meaning by
colour alone, and "not reported" (hatched) never looks like "not held" (dotted).
"""

from __future__ import annotations

from markupsafe import Markup, escape

from components.words.values import band_name, band_text, status_text

SPRITE = Markup(
    '<svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<symbol id="g-4" viewBox="0 0 12 12"><circle cx="6" cy="6" r="5.2" fill="currentColor"/>'
    "</symbol>"
    '<symbol id="g-3" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.5" fill="var(--paper)" '
    'stroke="currentColor" stroke-width="1.5"/><path d="M6 1.5A4.5 4.5 0 0 1 6 10.5Z" '
    'fill="currentColor"/></symbol>'
    '<symbol id="g-2" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.5" fill="var(--paper)" '
    'stroke="currentColor" stroke-width="1.5"/><path d="M6 6V1.5A4.5 4.5 0 0 1 10.5 6Z" '
    'fill="currentColor"/></symbol>'
    '<symbol id="g-1" viewBox="0 0 12 12"><path d="M.6 1.4H11.4L6 11.2Z" fill="currentColor"/>'
    "</symbol>"
    '<symbol id="g-nr" viewBox="0 0 12 12"><rect x="1" y="1" width="10" height="10" rx="1" '
    'fill="url(#hatch)" stroke="var(--ink-3)" stroke-width=".8"/></symbol>'
    '<symbol id="g-nv" viewBox="0 0 12 12"><rect x="1" y="1" width="10" height="10" rx="1" '
    'fill="url(#cross)" stroke="var(--ink-3)" stroke-width=".8"/></symbol>'
    '<symbol id="g-nh" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.6" fill="none" '
    'stroke="var(--ink-3)" stroke-width="1.2" stroke-dasharray="1.3 1.6"/></symbol>'
    '<symbol id="g-nt" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.6" fill="var(--paper)" '
    'stroke="var(--ink-3)" stroke-width="1.1"/></symbol>'
    '<symbol id="g-na" viewBox="0 0 12 12"><path d="M2 6H10" stroke="var(--ink-3)" '
    'stroke-width="1.6"/></symbol>'
    '<symbol id="g-bg" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.6" fill="var(--paper)" '
    'stroke="var(--ink-3)" stroke-width="1.2" stroke-dasharray="1.3 1.6"/>'
    '<circle cx="6" cy="6" r="1.6" fill="var(--ink-3)"/></symbol>'
    '<symbol id="g-cv" viewBox="0 0 12 12"><path d="M6 1.6L11 10.4H1Z" fill="none" '
    'stroke="var(--ink-3)" stroke-width="1.1"/></symbol>'
    '<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="4" height="4" fill="var(--wash)"/>'
    '<rect width="1.5" height="4" fill="var(--peer)"/></pattern>'
    '<pattern id="cross" width="4" height="4" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="4" height="4" fill="var(--wash)"/>'
    '<path d="M0 0H4M0 0V4" stroke="var(--peer)" stroke-width="1.6"/></pattern>'
    "</defs></svg>"
)

STATUS_MARKS = {
    "not_reported": "nr",
    "not_verified": "nv",
    "not_held": "nh",
    "partly_held": "nh",
    "below_gate": "bg",
    "not_applicable": "na",
    "reported_with_caveat": "cv",
    "no_target": "nt",
}


def mark(status: str) -> str:
    """Symbol of a status; a value without a target is ``nt``."""
    return STATUS_MARKS.get(status, "nt")


def glyph(band: int | None = None, status: str | None = None, label: bool = True) -> Markup:
    """The glyph of a band, else of a status. ``label=False`` where the words stand beside it."""
    name = str(band) if band else mark(status or "no_target")
    css = f"b{band}" if band else "mk"
    words = f"{band_name(band)}, {band_text(band)}" if band else status_text(status or "no_target")
    named = (
        Markup('role="img" aria-label="{}"').format(words)
        if label
        else Markup('aria-hidden="true"')
    )
    return Markup('<svg class="g {}" {}><use href="#g-{}"/></svg>').format(
        escape(css), named, escape(name)
    )
