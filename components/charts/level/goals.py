"""Goals for 2030: a row a point, from where it stands today to where it shall stand, 0 to 100.

A name stands above its line and has the whole width, at 320 px as at 1,100.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from components.charts.kit import axis
from components.charts.kit.figure import Figure, Trace, figure, note
from components.charts.kit.marks import dots, rule
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, grey, keyed, width, wrapped
from components.words.i18n import _

ROW, TALL = 46, 60
"""Px of a point: its name, below it the line with its two marks; of one whose name takes two lines."""

NARROW = 320
_KEY, _HEAD, _RIGHT = 34, 26, 96  # px: for the key, for the ticks, right of the target
_UP = 8  # px from the line to the words above it


class Goal(NamedTuple):
    """A point that moves. before, after: progress on 0..100; today, goal: its values as printed.

    unit: of both, empty where they carry it; needed: the change a year in words; key: what a click
    names.
    """

    key: str
    name: str
    unit: str
    today: str
    goal: str
    before: float
    after: float
    needed: str
    hover: str


def goals_figure(rows: Sequence[Goal]) -> Figure:
    """Figure of the points in the order given; without any it has its axis alone."""
    at = list(range(len(rows)))
    height = TALL if any("<br>" in _named(row) for row in rows) else ROW
    keys, hover = [row.key for row in rows], [row.hover for row in rows]
    targets = [rule(100, y - 0.12, 100, y + 0.12, "ink", 1.6, layer="below") for y in at]
    return figure(
        [
            _ways(rows),
            dots([row.before for row in rows], at, "peer", hover, keys, size=11),
            dots([row.after for row in rows], at, "city-a", hover, keys, size=13),
        ],
        height=_KEY + _HEAD + height * max(1, len(rows)),
        xaxis=axis.values(
            0, 100, range=[-1, 103], side="top", tickvals=[0, 33, 66],
            ticktext=["0", "33", "66"],
        ),
        yaxis=axis.hidden(max(1, len(rows)) - 0.7, -0.7),
        margin=(10, _RIGHT, _KEY + _HEAD, 0),
        shapes=targets,
        notes=[*_key(), *(each for y, row in enumerate(rows) for each in _words(row, y))],
    )  # fmt: skip


def _ways(rows: Sequence[Goal]) -> Trace:
    """The way of each point, all in one trace."""
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [x for row in rows for x in (row.before, row.after, None)],
        "y": [y for at in range(len(rows)) for y in (at, at, None)],
        "opacity": 0.4,
        "line": {"color": LIGHT["city-a"], "width": 4},
    }


def _key() -> Iterator[dict[str, Any]]:
    """What the two marks are, above the axis."""
    text = f"{keyed(_('today'), 'peer')}   {keyed(_('goal for 2030'), 'city-a')}"
    yield note(text, 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom",
               xshift=-10, yshift=_HEAD + 4, borderpad=0)  # fmt: skip
    yield note(f"<b>{_('target')}</b>", 100, 1, yref="paper", xanchor="center", yanchor="bottom",
               yshift=3, borderpad=0, font={"size": SMALL})  # fmt: skip


def _words(row: Goal, y: int) -> Iterator[dict[str, Any]]:
    """Name and values over the line, the change a year right of the target."""
    above = {"xref": "paper", "yanchor": "bottom", "yshift": _UP, "borderpad": 0}
    right = {"xref": "paper", "xanchor": "right", "xshift": _RIGHT - 4, "borderpad": 0}
    yield note(_named(row), 0, y, xanchor="left", xshift=-10, **above)
    yield note(_values(row), 1, y, **above | right)
    if row.needed:
        yield note(row.needed, 1, y, yanchor="middle", **right,
                   font={"size": SMALL, "color": LIGHT["ink-3"]})  # fmt: skip


def _values(row: Goal) -> str:
    return f"{grey(row.today + ' →')} <b>{row.goal}</b>"


def _named(row: Goal) -> str:
    """The name, its unit in grey where both fit on one line of a phone, else on two lines."""
    room = NARROW - width(_values(row)) - 16
    if row.unit and width(f"{row.name}, {row.unit}") <= room:
        return f"{row.name}{grey(f', {row.unit}')}"
    return wrapped(f"{row.name}, {row.unit}" if row.unit else row.name, room)
