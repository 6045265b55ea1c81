"""What radar and dot plot read from a dimension's categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.words.i18n import _, ngettext, number
from components.words.values import held_text, points_text, score_text, status_text
from data.rows import RollupRow

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
