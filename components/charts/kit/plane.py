"""The plane radar and dot plot are drawn on, and what both read from a category's roll-up.

The plane is 416 × 352 units, y downwards, drawn at one unit a pixel; the browser enlarges the
whole drawing with its column (charts.js), so type grows with it as in any SVG.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.charts.kit.palette import FONT, LIGHT
from components.words.i18n import _, ngettext, number
from components.words.values import held_text, points_text, score_text, status_text
from data.rows import RollupRow

WIDTH, HEIGHT = 416, 352
LABEL_SIZE, SMALL_SIZE, LINE_STEP = 13.4, 11.4, 16
MIN_RADAR_AXES = 3
"""Fewer scored categories make no radar: the dot plot stands in its place (VISUAL)."""


class Axis(NamedTuple):
    """One category as both figures draw it. ``score`` is None where it has none to show.

    ``low`` and ``high`` are the bounds of a provisional score, ``note`` the grey words under the
    name (why there is no score, or that it rests on one or two points).
    """

    key: str
    name: str
    score: float | None
    band: int | None
    low: float | None
    high: float | None
    peers: tuple[float, ...]
    status: str
    note: str
    hover: str


def axes(rollups: Sequence[RollupRow], statuses: Mapping[str, str], score: Score) -> list[Axis]:
    """The categories with a scoreable point, in official order.

    ``statuses`` tells per category key why it has no score: an observation status, ``not_held``
    or ``partly_held``.
    """
    rows = sorted((row for row in rollups if row.n_scoreable), key=lambda row: row.position)
    return [_axis(row, statuses.get(row.key, "not_held"), score) for row in rows]


def radar_stands(rollups: Sequence[RollupRow]) -> bool:
    """Whether enough categories are scored for a radar."""
    return sum(row.n_scoreable > 0 and row.passes_gate for row in rollups) >= MIN_RADAR_AXES


def summary(rollups: Sequence[RollupRow], statuses: Mapping[str, str], score: Score) -> str:
    """Both figures in one sentence, for the text alternative."""
    return ", ".join(
        f"{axis.name} {score_text(axis.score, axis.band)}"
        if axis.score is not None
        else f"{axis.name} {axis.note}"
        for axis in axes(rollups, statuses, score)
    )


def layout(
    shapes: list[dict[str, Any]], width: float = WIDTH, height: float = HEIGHT
) -> dict[str, Any]:
    """Minimal layout: fixed plane of whole units, hidden axes, no template, tokens only."""
    width, height = round(width), round(height)
    fixed = {"visible": False, "fixedrange": True, "autorange": False}
    return {
        "width": width,
        "height": height,
        "autosize": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": LIGHT["paper"],
        "plot_bgcolor": LIGHT["paper"],
        "font": {"family": FONT, "size": LABEL_SIZE, "color": LIGHT["ink"]},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 24,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": LIGHT["paper"],
            "bordercolor": LIGHT["ink-3"],
            "align": "left",
            "font": {"family": FONT, "size": LABEL_SIZE, "color": LIGHT["ink"]},
        },
        "xaxis": fixed | {"range": [0, width]},
        "yaxis": fixed | {"range": [height, 0], "scaleanchor": "x"},
        "shapes": shapes,
    }


def words(
    items: Sequence[tuple[float, float, str, str]],
    colour: str,
    size: float,
    keys: Sequence[str] | None = None,
) -> dict[str, Any]:
    """A text trace of ``(x, y, text, textposition)``; with ``keys`` a click names its category."""
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "text",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [round(x, 1) for x, *_rest in items],
        "y": [round(item[1], 1) for item in items],
        "text": [item[2] for item in items],
        "textposition": [item[3] for item in items],
        "textfont": {"family": FONT, "size": size, "color": LIGHT[colour]},
    }
    if keys is not None:
        trace |= {"customdata": list(keys), "hoverinfo": "none"}
    return trace


def hover_targets(points: Sequence[tuple[float, float]], found: Sequence[Axis]) -> dict[str, Any]:
    """Invisible markers that carry the hover words and the category key of a click."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(x, 1) for x, _y in points],
        "y": [round(y, 1) for _x, y in points],
        "marker": {"size": 30, "opacity": 0, "color": LIGHT["ink"]},
        "customdata": [axis.key for axis in found],
        "text": [axis.hover for axis in found],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _axis(row: RollupRow, status: str, score: Score) -> Axis:
    value, low, high, band, peers = row.by(score)
    shown = value if row.passes_gate else None
    if shown is None and row.n_scored:
        status = "partly_held"
    if shown is not None:
        note = points_text(row.n_scored) if row.n_scored < 3 else ""
    elif status == "partly_held":
        note = held_text(row.n_scored, row.n_scoreable)
    else:
        note = status_text(status)
    provisional = status == "partly_held" and shown is None
    return Axis(
        row.key,
        row.name,
        shown,
        band if shown is not None else None,
        low if provisional else None,
        high if provisional else None,
        peers,
        status,
        note,
        _hover(row, shown, band, low, high, peers, note),
    )


def _hover(
    row: RollupRow,
    shown: float | None,
    band: int | None,
    low: float | None,
    high: float | None,
    peers: tuple[float, ...],
    note: str,
) -> str:
    """Name, score, n of m, bounds, peers: one line each."""
    lines = [f"<b>{row.name}</b>"]
    held = held_text(row.n_scored, row.n_scoreable)
    lines.append(f"{score_text(shown, band)}, {held}" if shown is not None else note)
    if low is not None and high is not None and round(high - low, 6) > 0 and row.n_scored:
        lines.append(_("could be %(low)s to %(high)s", low=number(low, 0), high=number(high, 0)))
    if len(peers) >= PEER_BAND_N:
        middle = quartiles(peers)
        lines.append(_("%(n)d cities, middle half:", n=len(peers)))
        lines.append(
            _("%(low)s to %(high)s", low=number(middle.p25, 0), high=number(middle.p75, 0))
        )
    elif peers:
        shown_peers = ", ".join(number(peer, 0) for peer in peers)
        lines.append(
            ngettext(
                "%(num)d other city: %(scores)s",
                "%(num)d other cities: %(scores)s",
                len(peers),
                scores=shown_peers,
            )
        )
    return "<br>".join(lines)
