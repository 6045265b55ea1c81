"""Series and peers in a line of a table: sparkline, peer strip, history line, as SVG strings."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from analysis.numbers import MEDIAN_N, PEER_BAND_N, quartiles
from components.words.i18n import _, ngettext
from components.words.values import value_text


def sparkline(years: Sequence[int], values: Sequence[float]) -> Markup:
    """A point's line over its years, on the scale of its own values; empty under two values."""
    if len(values) < 2:
        return Markup("")
    steps = _line(years, values, (3.0, 91.0), (19.0, 3.0))
    label = _("%(first)d to %(last)d, %(n)d values", first=years[0], last=years[-1], n=len(values))
    x, y = steps[-1]
    return Markup(
        '<svg class="spark" viewBox="0 0 98 22" role="img" aria-label="{}">'
        '<path d="{}" class="sl"/><circle cx="{}" cy="{}" r="2.8" class="sd"/></svg>'
    ).format(label, _path(steps, years), f"{x:.1f}", f"{y:.1f}")


def peer_strip(
    own: float | None, band: int | None, peers: Sequence[float], wide: bool = False
) -> Markup:
    """Progress scores of the peers (sorted) on worst to target, and the city's own glyph.

    Band from P25 to P75 at 8 cities, median from 5, single dots always; empty without peers.
    """
    if not peers:
        return Markup("")
    width = 360 if wide else 190
    span = width - 12

    def x(score: float) -> float:
        return 6 + span * score / 100

    parts = [f'<path d="M6 11H{width - 6}" class="axis"/>']
    middle = quartiles(peers)
    if len(peers) >= PEER_BAND_N:
        parts.append(
            f'<rect x="{x(middle.p25):.1f}" y="4" '
            f'width="{max(1.5, x(middle.p75) - x(middle.p25)):.1f}" height="14" '
            'class="pband"/>'
        )
    dots = "".join(f"M{x(peer):.1f} 11h.01" for peer in peers)
    parts.append(f'<path d="{dots}" class="pdots"/>')
    if len(peers) >= MEDIAN_N:
        parts.append(f'<path d="M{x(middle.median):.1f} 3V19" class="med"/>')
    if own is not None and band:
        parts.append(
            f'<circle cx="{x(own):.1f}" cy="11" r="7" fill="var(--paper)"/>'
            f'<use href="#g-{band}" x="{x(own) - 6:.1f}" y="5" width="12" height="12" '
            f'class="b{band}"/>'
        )
    label = ngettext("%(num)d other city", "%(num)d other cities", len(peers))
    if own is not None:
        # Equals stand beside, not ahead.
        label += ", " + _("%(n)d ahead", n=sum(peer > own for peer in peers))
    return Markup(
        '<svg class="strip{}" viewBox="0 0 {} 22" role="img" aria-label="{}">{}</svg>'
    ).format(" wide" if wide else "", width, label, Markup("".join(parts)))


def history(
    years: Sequence[int], values: Sequence[float], unit: str, target: float | None
) -> Markup:
    """The line of one source with its first and last value and the target; empty under two.

    ``target`` in the point's unit. Years run to scale, so a gap is seen as a gap.
    """
    if len(values) < 2:
        return Markup("")
    ends = [*values] if target is None else [*values, target]
    low, high = min(ends), max(ends)
    steps = _line(years, values, (22.0, 296.0), (112.0, 24.0), (low, high))
    parts = []
    taken = steps[-1][1]
    if target is not None:
        y = _scale(target, (low, high), (112.0, 24.0))
        text = _("target %(value)s", value=value_text(target, unit))
        # Target and last value share the right margin: the target's words give way.
        gap = y - taken
        label_y = y if abs(gap) >= 16 else taken + (16 if gap >= 0 else -16)
        parts.append(f'<path d="M22 {y:.1f}H298" class="tline"/>')
        parts.append(
            Markup('<text x="305" y="{}" class="lab">{}</text>').format(
                f"{label_y + 4.5:.1f}", text
            )
        )
    parts.append(f'<path d="{_path(steps, years)}" class="own"/>')
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" class="sd"/>' for x, y in steps]
    parts.append(
        Markup('<text x="305" y="{}" class="lab num">{}</text>').format(
            f"{taken + 4.5:.1f}", value_text(values[-1], unit)
        )
    )
    # The first value stands on the side the line does not take.
    below = steps[1][1] < steps[0][1]
    parts.append(
        Markup('<text x="14" y="{}" class="lab">{}</text>').format(
            f"{steps[0][1] + (19 if below else -9):.1f}", value_text(values[0], unit)
        )
    )
    for (x, _y), year in ((steps[0], years[0]), (steps[-1], years[-1])):
        parts.append(f'<text x="{x:.1f}" y="146" text-anchor="middle" class="tick">{year}</text>')
    label = _(
        "%(first)s in %(start)d, %(last)s in %(end)d",
        first=value_text(values[0], unit),
        start=years[0],
        last=value_text(values[-1], unit),
        end=years[-1],
    )
    return Markup(
        '<svg class="hist" viewBox="0 0 400 150" role="img" aria-label="{}">{}</svg>'
    ).format(label, Markup("".join(parts)))


def _line(
    years: Sequence[int],
    values: Sequence[float],
    across: tuple[float, float],
    down: tuple[float, float],
    ends: tuple[float, float] | None = None,
) -> list[tuple[float, float]]:
    """Points in drawing units; ``down`` = y of the lowest and of the highest value."""
    ends = ends or (min(values), max(values))
    return [
        (_scale(year, (years[0], years[-1]), across), _scale(value, ends, down))
        for year, value in zip(years, values, strict=True)
    ]


def _scale(value: float, ends: tuple[float, float], out: tuple[float, float]) -> float:
    share = (value - ends[0]) / (ends[1] - ends[0]) if ends[1] > ends[0] else 0.5
    return out[0] + (out[1] - out[0]) * share


def _path(steps: Sequence[tuple[float, float]], years: Sequence[int]) -> str:
    """The line through ``steps``, broken where more than two years lie between two values."""
    out = []
    for i, (x, y) in enumerate(steps):
        joined = i > 0 and years[i] - years[i - 1] <= 2
        out.append(f"{'L' if joined else 'M'}{x:.1f} {y:.1f}" + ("" if joined else "h.01"))
    return "".join(out)
