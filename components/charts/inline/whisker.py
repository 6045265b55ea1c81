"""The score of a dimension on a 0–100 track cut at the band edges, as an SVG string."""

from __future__ import annotations

from itertools import pairwise

from markupsafe import Markup

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import BAND_EDGES, Score
from components.words.i18n import _, number
from components.words.values import score_text
from data.rows import RollupRow

LEFT, SPAN = 2.0, 410.0
GAP = 1.0


def whisker(row: RollupRow, score: Score) -> Markup:
    """Track, bounds, peers and the city's glyph; hollow and dotted where the gate is not passed.

    Only a track where nothing at all is scored.
    """
    value, low, high, band, peers = row.by(score)
    parts = [_track()]
    words = _("no score")
    if len(peers) >= PEER_BAND_N:
        middle = quartiles(peers)
        parts.append(
            f'<rect x="{_x(middle.p25):.1f}" y="8" width="{_x(middle.p75) - _x(middle.p25):.1f}" '
            'height="18" class="pband2"/>'
        )
    elif row.passes_gate:
        parts += [f'<circle cx="{_x(peer):.1f}" cy="17" r="3.2" class="pdot"/>' for peer in peers]
    if value is not None and low is not None and high is not None:
        bounds = _("could be %(low)s to %(high)s", low=number(low, 0), high=number(high, 0))
        x = _x(value)
        if row.passes_gate:
            words = _("score %(score)s, %(bounds)s", score=score_text(value, band), bounds=bounds)
            if high - low > 0.05:
                parts.append(
                    f'<path d="M{_x(low):.1f} 17H{_x(high):.1f}M{_x(low):.1f} 10V24'
                    f'M{_x(high):.1f} 10V24" class="whisk"/>'
                )
            parts.append(
                f'<circle cx="{x:.1f}" cy="17" r="8.5" fill="var(--paper)"/>'
                f'<use href="#g-{band}" x="{x - 7.5:.1f}" y="9.5" width="15" height="15" '
                f'class="b{band}"/>'
            )
        else:
            words = _("provisional %(score)s, %(bounds)s", score=number(value, 0), bounds=bounds)
            parts.append(
                f'<path d="M{_x(low):.1f} 17H{_x(high):.1f}" class="bounds"/>'
                f'<circle cx="{x:.1f}" cy="17" r="4.5" class="prov"/>'
            )
    return Markup(
        '<svg class="whisker" viewBox="0 0 416 46" role="img" aria-label="{}">{}</svg>'
    ).format(f"{row.name}: {words}", Markup("".join(parts)))


def _x(score: float) -> float:
    return LEFT + SPAN * score / 100


def _track() -> str:
    cuts = [0.0, *BAND_EDGES, 100.0]
    out = []
    for i, (start, stop) in enumerate(pairwise(cuts)):
        x0 = _x(start) + (GAP if i else 0)
        x1 = _x(stop) - (GAP if stop < 100 else 0)
        out.append(f'<rect x="{x0:.1f}" y="14" width="{x1 - x0:.1f}" height="6" class="track"/>')
        anchor = "start" if i == 0 else "middle"
        out.append(
            f'<text x="{_x(start):.1f}" y="42" text-anchor="{anchor}" class="tick">'
            f"{number(start)}</text>"
        )
    return "".join(out)
