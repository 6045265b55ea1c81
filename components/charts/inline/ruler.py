"""A value on its scale from worst to target, in the point's own unit and band colours."""

from __future__ import annotations

from itertools import pairwise

from markupsafe import Markup

from analysis.scoring import BAND_EDGES
from components.words.i18n import _, number
from components.words.values import value_parts, value_text

LEFT, RIGHT = 6.0, 336.0


def ruler(value: float, unit: str, progress: float, worst: float, target: float) -> Markup:
    """The banded ruler with the value's marker.

    ``target`` is the end of the target range on the value's side; all but ``progress`` (0–100) in
    the point's unit. The marker stands at ``progress``, which is clipped at both ends.
    """
    cuts = (0.0, *BAND_EDGES, 100.0)
    parts = []
    for band, (start, stop) in enumerate(pairwise(cuts), start=1):
        parts.append(
            f'<rect x="{_x(start) + 0.7:.1f}" y="24" '
            f'width="{_x(stop) - _x(start) - 1.4:.1f}" height="9" class="f{band}"/>'
        )
    x = _x(progress)
    anchor, shift = ("start", -5.0) if x < 40 else ("middle", 0.0)
    parts.append(f'<path d="M{x:.1f} 21l-5 -8h10z" class="sd"/>')
    parts.append(
        Markup('<text x="{}" y="9" text-anchor="{}" class="lab num">{}</text>').format(
            f"{x + shift:.1f}", anchor, value_text(value, unit)
        )
    )
    if unit != "yes/no":
        # 95 stands too close to the target to carry its own number.
        for edge, where in ((0.0, "start"), (BAND_EDGES[0], "middle"), (BAND_EDGES[1], "middle")):
            at = worst + (target - worst) * edge / 100
            parts.append(
                Markup('<text x="{}" y="48" text-anchor="{}" class="tick">{}</text>').format(
                    f"{_x(edge):.1f}", where, number(at)
                )
            )
    else:
        parts.append(
            Markup('<text x="{}" y="48" class="tick">{}</text>').format(
                LEFT, value_parts(worst, unit)[0]
            )
        )
    parts.append(f'<path d="M{RIGHT} 19V38" class="tline"/>')
    parts.append(
        Markup('<text x="{}" y="33" class="lab">{}</text>').format(
            RIGHT + 7, value_parts(target, unit)[0]
        )
    )
    parts.append(Markup('<text x="{}" y="61" class="tick">{}</text>').format(LEFT, _("worst")))
    parts.append(
        Markup('<text x="{}" y="48" class="tick">{}</text>').format(RIGHT + 7, _("target"))
    )
    label = _(
        "%(value)s on the scale from %(worst)s (worst) to %(target)s (target)",
        value=value_text(value, unit),
        worst=value_text(worst, unit),
        target=value_text(target, unit),
    )
    return Markup(
        '<svg class="ruler" viewBox="0 -8 400 72" role="img" aria-label="{}">{}</svg>'
    ).format(label, Markup("".join(parts)))


def _x(progress: float) -> float:
    return LEFT + (RIGHT - LEFT) * progress / 100
