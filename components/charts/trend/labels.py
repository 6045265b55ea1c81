"""Words of a chart over time: at the newest value, on the target, at the ends of the ways to 2030."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from components.charts.kit.figure import note
from components.charts.kit.labels import LINE, Box, place, spread
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, TEXT
from components.charts.trend.parts import Observed, Target
from components.charts.trend.scale import Place, Scale

_AWAY = 8
_SIDES = ("top right", "bottom right", "top left", "bottom left", "top center", "bottom center",
          "middle right", "middle left")  # fmt: skip
_ON_LINE = ("top right", "bottom right", "top left", "bottom left")


class End(NamedTuple):
    """Words right of the plot, at the height of ``value``."""

    value: float
    text: str
    token: str


def newest(
    scale: Scale, lines: Sequence[Observed], drawn: Sequence[Sequence[Place]], taken: list[Box]
) -> list[dict[str, Any]]:
    """The newest value of each source where nothing is drawn; its place is taken from then on."""
    frame, kept = scale.plot(), scale.clear_of(drawn)
    found = []
    for i, line in enumerate(lines):
        year, value = line.years[-1], line.values[-1]
        x, y = scale.x(year), scale.y(value)
        spot = place([(f"<b>{line.label}</b>", x, y)], frame, [*kept, *taken], away=_AWAY,
                     sides=_SIDES)[0]  # fmt: skip
        position = spot.position if spot else _SIDES[0 if y > -frame.top else 1]
        if spot:
            taken.append(spot.box)
        token = "ink-2" if i else "ink"
        text = f"<b>{line.label}</b>"
        found.append(note(text, year, value, **_beside(position), font=_font(TEXT, token)))
    return found


def on_target(
    scale: Scale, target: Target, drawn: Sequence[Sequence[Place]], taken: list[Box]
) -> dict[str, Any]:
    """The words of the target over or under its line, at its left, middle or right."""
    frame, kept = scale.plot(), scale.clear_of(drawn)
    first, last = scale.span
    value, fallback = target.edges[0], None
    for share in (0, 0.3, 0.6, 1):
        year = first + share * (last - first)
        for edge in target.edges:
            words = [(target.label, scale.x(year), scale.y(edge))]
            sides = [s for s in _ON_LINE if s.endswith("left" if share == 1 else "right")]
            spot = place(words, frame, [*kept, *taken], away=3, size=SMALL, sides=sides)[0]
            if spot:
                taken.append(spot.box)
                placed = _beside(spot.position, 3)
                return note(target.label, year, edge, **placed, font=_font(SMALL, "ink"))
            fallback = fallback or year
    return note(target.label, fallback or first, value, **_beside("top right", 3),
                font=_font(SMALL, "ink"))  # fmt: skip


def at_ends(scale: Scale, ends: Sequence[End]) -> list[dict[str, Any]]:
    """Words right of the plot, moved apart where lines end close together."""
    wanted = [scale.y(end.value) for end in ends]
    gap = SMALL * LINE
    placed = spread(wanted, gap, 0, scale.y(scale.low))
    return [
        note(
            end.text, 1, end.value, xref="paper", xanchor="left", yanchor="middle", xshift=5,
            yshift=round(want - at), borderpad=0, font=_font(SMALL, end.token),
        )
        for end, want, at in zip(ends, wanted, placed, strict=True)
    ]  # fmt: skip


def _beside(position: str, away: int = _AWAY) -> dict[str, Any]:
    """A position of ``kit.labels`` in the words of an annotation."""
    level, side = position.split(" ")
    shift = {"right": away, "left": -away, "center": 0}[side]
    rise = {"top": away, "bottom": -away, "middle": 0}[level]
    return {
        "xanchor": {"right": "left", "left": "right", "center": "center"}[side],
        "yanchor": {"top": "bottom", "bottom": "top", "middle": "middle"}[level],
        "xshift": shift,
        "yshift": rise,
        "borderpad": 0,
    }


def _font(size: float, token: str) -> dict[str, Any]:
    return {"size": size, "color": LIGHT[token]}
