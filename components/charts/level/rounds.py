"""A dimension's scores by round, and under them how many of its points had a value each time.

A rise that is only more data shows itself: bounds as grey pillars, the same points in every round
dotted, the count of values as bars against the coverage gate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from analysis.numbers import GATE_PERCENT
from components.charts.kit import axis
from components.charts.kit.figure import Figure, Shape, Trace, figure, note
from components.charts.kit.labels import LINE, spread
from components.charts.kit.marks import glyph, rule, targets
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, TEXT
from components.words.i18n import _

HEIGHT = 320
_TOP, _BOTTOM = 10, 26
_SCORES, _COUNTS = (0.34, 1.0), (0.0, 0.2)  # shares of the plot's height
_RIGHT = 98  # px for the lines' names
_NARROW = 190.0  # px of the plot where the chart is narrowest
_APART = 30.0  # px between two rounds below which only some years and counts are printed


class RoundScore(NamedTuple):
    """An aggregate in one round, scores on 0..100.

    same: points score over the points scored in every round; band is None under the gate, where the
    score is provisional. hover: what the pointer reads.
    """

    year: int
    score: float | None
    low: float | None
    high: float | None
    continuous: float | None
    same: float | None
    band: int | None
    n_scored: int
    n_scoreable: int
    hover: str


def score_over_time(rounds: Sequence[RoundScore], years: tuple[int, int]) -> Figure:
    """Figure of two rounds or more, oldest first; ``years``: ends of the axis the panels share."""
    low = 25.0 if all(_least(r) >= 25.0 for r in rounds) else 0.0
    first, last = years
    margin = max(0.5, 0.05 * (last - first))
    printed = _printed([r.year for r in rounds], years)
    thick = min(0.7, 0.05 * (last - first)) or 0.5
    most = max(r.n_scoreable for r in rounds)
    scale = {"tickvals": [t for t in (0, 25, 50, 75, 100) if t >= low], "domain": _SCORES}
    return figure(
        [_bounds(rounds, thick), _counts(rounds, printed, thick), *_lines(rounds), _open(rounds),
         _pointers(rounds)],
        height=HEIGHT,
        xaxis=axis.years(
            first, last, range=[first - margin, last + margin], anchor="y2", tickangle=0,
            tickvals=[r.year for r, shown in zip(rounds, printed, strict=True) if shown],
        ),
        yaxis=axis.values(low - 0.5, 102, **scale),
        yaxis2=axis.values(0, most, domain=_COUNTS, showgrid=False, showticklabels=False),
        margin=(30, _RIGHT, _TOP, _BOTTOM),
        shapes=list(_shapes(rounds)),
        notes=[*_names(rounds[-1], low), *_under(rounds[-1])],
        barmode="overlay",
    )  # fmt: skip


def _least(r: RoundScore) -> float:
    found = [at for at in (r.score, r.low, r.continuous, r.same) if at is not None]
    return min(found, default=100.0)


def _printed(rounds: Sequence[int], years: tuple[int, int]) -> list[bool]:
    """Which rounds carry their year and count: from the newest back, as far as they fit."""
    px = _NARROW / max(1, years[1] - years[0])
    shown, edge = [False] * len(rounds), float("inf")
    for i in reversed(range(len(rounds))):
        if edge - rounds[i] * px >= _APART:
            shown[i], edge = True, rounds[i] * px
    return shown


def _bounds(rounds: Sequence[RoundScore], thick: float) -> Trace:
    """Pillars: what the score could be once every point is known."""
    own = [
        (r.year, r.low, r.high - r.low)
        for r in rounds
        if r.low is not None and r.high is not None and r.high > r.low
    ]
    return _bars(thick, "peer-band") | {
        "x": [year for year, _low, _size in own],
        "y": [size for _year, _low, size in own],
        "base": [low for _year, low, _size in own],
    }


def _counts(rounds: Sequence[RoundScore], printed: Sequence[bool], thick: float) -> Trace:
    return _bars(thick, "peer") | {
        "x": [r.year for r in rounds],
        "y": [r.n_scored for r in rounds],
        "text": [str(r.n_scored) if p else "" for r, p in zip(rounds, printed, strict=True)],
        "textposition": "outside",
        "constraintext": "none",
        "textangle": 0,
        "textfont": {"size": SMALL, "color": LIGHT["ink"]},
        "cliponaxis": False,
        "yaxis": "y2",
    }


def _bars(thick: float, token: str) -> Trace:
    marker = {"color": LIGHT[token], "line": {"width": 0}}
    return {"type": "bar", "width": thick, "hoverinfo": "skip", "marker": marker}


def _lines(rounds: Sequence[RoundScore]) -> Iterator[Trace]:
    for name, token, width, dash in (
        ("same", "ink", 1.3, "1.5px,3px"),
        ("continuous", "peer", 1.6, "solid"),
        ("score", "ink", 2.2, "solid"),
    ):
        yield {
            "type": "scatter",
            "mode": "lines",
            "x": [r.year for r in rounds],
            "y": [getattr(r, name) for r in rounds],
            "hoverinfo": "skip",
            "connectgaps": False,
            "cliponaxis": False,
            "line": {"color": LIGHT[token], "width": width, "dash": dash, "simplify": False},
        }


def _open(rounds: Sequence[RoundScore]) -> Trace:
    """Scores under the gate: open dots, no band."""
    own = [r for r in rounds if r.score is not None and r.band is None]
    return {
        "type": "scatter",
        "mode": "markers",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "x": [r.year for r in own],
        "y": [r.score for r in own],
        "marker": {"size": 9, "color": LIGHT["paper"],
                   "line": {"color": LIGHT["ink"], "width": 1.6}},
    }  # fmt: skip


def _pointers(rounds: Sequence[RoundScore]) -> Trace:
    own = [r for r in rounds if r.score is not None]
    years = [r.year for r in own]
    return targets(years, [r.score for r in own], [r.hover for r in own], years)


def _shapes(rounds: Sequence[RoundScore]) -> Iterator[Shape]:
    gate = GATE_PERCENT / 100 * rounds[-1].n_scoreable
    yield rule(0, gate, 1, gate, "ink", 1, xref="paper", yref="y2", dash="1.5px,3px")
    yield rule(0, 0, 1, 0, "line", 1, xref="paper", yref="y2")
    for r in rounds:
        if r.score is not None and r.band is not None:
            yield from glyph(r.year, r.score, r.band, 12)


def _names(last: RoundScore, low: float) -> Iterator[dict[str, Any]]:
    """Each line's name at its end, moved apart where lines end close together."""
    plot = (HEIGHT - _TOP - _BOTTOM) * (_SCORES[1] - _SCORES[0])
    found = [
        (value, text, token)
        for value, text, token in (
            (last.score, f"<b>{_('points score')}</b>", "ink"),
            (last.continuous, _("continuous"), "ink-3"),
            (last.same, _("same points"), "ink-2"),
        )
        if value is not None
    ]
    wanted = [plot * (102 - value) / (102 - low) for value, _text, _token in found]
    placed = spread(wanted, TEXT * LINE, 0, plot)
    for (value, text, token), want, at in zip(found, wanted, placed, strict=True):
        yield _right(text, value, "y", token, round(want - at))


def _under(last: RoundScore) -> Iterator[dict[str, Any]]:
    """What the bars and their line are."""
    gate = GATE_PERCENT / 100 * last.n_scoreable
    yield _right(_("%(n)s %% gate", n=round(GATE_PERCENT)), gate, "y2", "ink-2", 0)
    yield _right(_("of %(n)s points", n=last.n_scoreable), 0, "y2", "ink-2", 4)


def _right(text: str, y: float, axis_name: str, token: str, shift: int) -> dict[str, Any]:
    return note(
        text, 1, y, xref="paper", yref=axis_name, xanchor="left", yanchor="middle", xshift=6,
        yshift=shift, borderpad=0, font={"size": SMALL, "color": LIGHT[token]},
    )  # fmt: skip
