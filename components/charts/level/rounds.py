"""A dimension's scores by round, and under them how many of its points were held each time.

A rise that is only more data shows itself: bounds as grey pillars, the same points in every round
dotted, the count held as bars against the coverage gate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from analysis.numbers import GATE_PERCENT
from components.charts.kit import canvas, shapes
from components.charts.kit.palette import LIGHT
from components.charts.kit.plane import words
from components.words.i18n import _

WIDTH, HEIGHT = 416.0, 306.0
_LEFT, _RIGHT = 34.0, 308.0
_TOP, _FLOOR = 14.0, 196.0
_BAR_TOP, _BAR_FLOOR = 232.0, 276.0
_BAR_LABELS = 222.0
_LABELS = 316.0
_TEXT, _SMALL = 13.4, 12.5
_LEAST_APART = 16.0
_NARROW = 30.0
"""Width between two rounds under which only every other year and count is printed."""


class RoundScore(NamedTuple):
    """An aggregate in one round, scores on 0..100.

    same: points score over the points held in every round; band is None under the gate, where the
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


def score_over_time(rounds: Sequence[RoundScore], years: tuple[int, int]) -> dict[str, Any]:
    """Figure of two rounds or more, oldest first; ``years``: ends of the axis the panels share."""
    low = 25.0 if all(_least(r) >= 25.0 for r in rounds) else 0.0
    xs = [_x(r.year, years) for r in rounds]

    def y(score: float) -> float:
        return _FLOOR - (_FLOOR - _TOP) * (score - low) / (100.0 - low)

    ticks = [tick for tick in (0.0, 25.0, 50.0, 75.0, 100.0) if tick >= low]
    lines = (
        ("same", "ink", 1.3, "1.5px,3px"),
        ("continuous", "peer", 1.6, "solid"),
        ("score", "ink", 2.2, "solid"),
    )
    printed = _printed(xs)
    data = [
        words([(_LEFT - 8, y(t), f"{t:.0f}", "middle left") for t in ticks], "ink-3", _SMALL),
        *(
            _line(xs, [None if (at := getattr(r, name)) is None else y(at) for r in rounds],
                  colour, width, dash)
            for name, colour, width, dash in lines
        ),
        words([(x, _BAR_LABELS, str(r.n_scored), "middle center")
               for x, r, shown in zip(xs, rounds, printed, strict=True) if shown], "ink", _SMALL),
        words([(x, _BAR_FLOOR + 14, str(r.year), "middle center")
               for x, r, shown in zip(xs, rounds, printed, strict=True) if shown],
              "ink-2", _SMALL),
        *_names(rounds[-1], y),
        _targets(xs, rounds, y),
    ]  # fmt: skip
    drawn = list(_shapes(xs, rounds, ticks, y))
    return {"data": data, "layout": canvas.layout(WIDTH, HEIGHT, drawn)}


def _least(r: RoundScore) -> float:
    found = [at for at in (r.score, r.low, r.continuous, r.same) if at is not None]
    return min(found, default=100.0)


def _x(year: int, years: tuple[int, int]) -> float:
    first, last = years
    margin = 14.0
    share = (year - first) / (last - first) if last > first else 0.5
    return _LEFT + margin + (_RIGHT - _LEFT - 2 * margin) * share


def _printed(xs: Sequence[float]) -> list[bool]:
    """Which rounds carry their year and count: from the newest back, as far as they fit."""
    shown, edge = [False] * len(xs), float("inf")
    for i in reversed(range(len(xs))):
        if edge - xs[i] >= _NARROW:
            shown[i], edge = True, xs[i]
    return shown


def _shapes(
    xs: Sequence[float], rounds: Sequence[RoundScore], ticks: Sequence[float], y: Any
) -> Iterator[shapes.Shape]:
    for tick in ticks:
        yield shapes.line((_LEFT, y(tick)), (_RIGHT, y(tick)), "line", 1)
    half = min(6.0, *(0.35 * (b - a) for a, b in pairwise(xs)))
    for x, r in zip(xs, rounds, strict=True):
        if r.low is not None and r.high is not None and r.high > r.low:
            yield _box(x, half, y(r.low), y(r.high), "peer-band")
        share = r.n_scored / r.n_scoreable if r.n_scoreable else 0.0
        top = _BAR_FLOOR - share * (_BAR_FLOOR - _BAR_TOP)
        yield _box(x, half, _BAR_FLOOR, top, "peer")
    gate = _BAR_FLOOR - GATE_PERCENT / 100.0 * (_BAR_FLOOR - _BAR_TOP)
    yield shapes.line((_LEFT, gate), (_RIGHT, gate), "ink", 1, "1.5px,3px") | {"layer": "above"}
    yield shapes.line((_LEFT, _BAR_FLOOR), (_RIGHT, _BAR_FLOOR), "line", 1)
    for x, r in zip(xs, rounds, strict=True):
        if r.score is None:
            continue
        if r.band is None:
            yield shapes.circle((x, y(r.score)), 4.6, stroke="ink", width=1.6, fill="paper")
        else:
            yield from shapes.band_glyph((x, y(r.score)), r.band, 10.5)


def _box(x: float, half: float, a: float, b: float, token: str) -> shapes.Shape:
    corners = [(x - half, a), (x + half, a), (x + half, b), (x - half, b)]
    return shapes.path(shapes.polygon(corners), fill=token, layer="below")


def _line(
    xs: Sequence[float], ys: Sequence[float | None], colour: str, width: float, dash: str
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(x, 1) for x in xs],
        "y": [None if y is None else round(y, 1) for y in ys],
        "hoverinfo": "skip",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": LIGHT[colour], "width": width, "dash": dash, "simplify": False},
    }


def _names(last: RoundScore, y: Any) -> list[dict[str, Any]]:
    """Each line's name at its end, moved apart where lines end close together."""
    found = [
        (y(at), text, colour)
        for at, text, colour in (
            (last.score, "<b>" + _("points score") + "</b>", "ink"),
            (last.continuous, _("continuous"), "ink-3"),
            (last.same, _("same points"), "ink-2"),
        )
        if at is not None
    ]
    # Equal ends keep the order above: the page's first score stands highest.
    found.sort(key=lambda name: name[0])
    places = _apart([name[0] for name in found])
    gate = _BAR_FLOOR - GATE_PERCENT / 100.0 * (_BAR_FLOOR - _BAR_TOP)
    return [
        words([(_LABELS, place, text, "middle right")], colour, _TEXT)
        for place, (_at, text, colour) in zip(places, found, strict=True)
    ] + [
        words(
            [
                (_LABELS, gate, _("%(n)s %% gate", n=round(GATE_PERCENT)), "middle right"),
                (
                    _LABELS,
                    _BAR_FLOOR - 3,
                    _("held of %(n)s", n=last.n_scoreable),
                    "middle right",
                ),
            ],
            "ink-2",
            _SMALL,
        )
    ]


def _apart(wanted: Sequence[float]) -> list[float]:
    """Heights, ascending, moved as little as keeps each ``_LEAST_APART`` from the one before."""
    places = list(wanted)
    for i in range(1, len(places)):
        places[i] = max(places[i], places[i - 1] + _LEAST_APART)
    # The block goes back up by half of what it grew, but not past the top of the drawing.
    back = (places[-1] - wanted[-1]) / 2 if places else 0.0
    return [max(_TOP + i * _LEAST_APART, place - back) for i, place in enumerate(places)]


def _targets(xs: Sequence[float], rounds: Sequence[RoundScore], y: Any) -> dict[str, Any]:
    """Invisible marks that carry the words for the pointer."""
    held = [(x, r) for x, r in zip(xs, rounds, strict=True) if r.score is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(x, 1) for x, _r in held],
        "y": [round(y(r.score), 1) for _x, r in held],
        "marker": {"size": 26, "opacity": 0, "color": LIGHT["ink"]},
        "text": [r.hover for _x, r in held],
        "hovertemplate": "%{text}<extra></extra>",
    }
