"""Two data points against each other: targets cut the plane, no line through few cities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from components.charts.kit import axis as axis_of
from components.charts.kit.figure import Figure, Shape, Trace, figure, note
from components.charts.kit.labels import Box, Placed, place
from components.charts.kit.marks import band, dots, rule, words
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, fit, width
from components.words.i18n import _, number

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 440, 46, 14, 48, 54
NARROW = 300.0
"""Px of the plot's width that names are placed for."""
SIZE = 10.4
MOST_NAMED = 14
_WIDEST_TITLE = 340


class Pair(NamedTuple):
    """A city on both measures. other: both values from other statistics, else from reports."""

    key: str
    name: str
    x: float
    y: float
    other: bool
    chosen: bool
    hover: str


class Side(NamedTuple):
    """One measure: ends of its axis, title, ends of its target.

    better: 1 more, -1 less, 0 neither; percent: whether values are per cent.
    """

    low: float
    high: float
    title: str
    target: tuple[float, ...]
    better: int
    percent: bool

    @property
    def shown(self) -> list[float]:
        """Ends of the target on the axis."""
        return [end for end in self.target if self.low <= end <= self.high]


def scatter(
    pairs: Sequence[Pair], across: Side, up: Side, line: tuple[float, float] | None
) -> Figure:
    """The figure. ``line`` is (intercept, slope) where there are enough cities for one."""
    marks = [_dots([p for p in pairs if not p.other]), _rings([p for p in pairs if p.other])]
    return figure(
        [
            _fit(line, across, up),
            *marks,
            _chosen([p for p in pairs if p.chosen]),
            *_names(pairs, across, up),
        ],
        height=HEIGHT,
        transition={"duration": 0},  # axes of another point: Plotly finds no way between them
        xaxis=_axis(across, showgrid=False, showline=True, linecolor=LIGHT["ink-3"]),
        yaxis=_axis(up),
        margin=(LEFT, RIGHT, TOP, BOTTOM),
        shapes=list(_shapes(across, up)),
        notes=list(_notes(across, up)),
    )


def _axis(side: Side, **extra: Any) -> dict[str, Any]:
    suffix = {"ticksuffix": " %", "showticksuffix": "last"} if side.percent else {}
    return axis_of.values(side.low, side.high, **suffix, **extra)


def _shapes(across: Side, up: Side) -> Iterator[Shape]:
    """The part of the plane where both targets are met, and the targets."""
    corner = _corner(across, up)
    if corner:
        yield band(*corner, colour="wash")
    for end in across.shown:
        yield rule(end, 0, end, 1, "ink", 1.4, yref="paper", layer="below")
    for end in up.shown:
        yield rule(0, end, 1, end, "ink", 1.4, xref="paper", layer="below")


def _corner(across: Side, up: Side) -> tuple[float, float, float, float] | None:
    """Where both targets are met; None where a measure has none in sight."""
    if not all(
        side.better and side.target[:1] == tuple(side.shown[:1]) and side.shown
        for side in (across, up)
    ):
        return None
    x, y = (side.high if side.better > 0 else side.low for side in (across, up))
    return across.target[0], up.target[0], x, y


def _notes(across: Side, up: Side) -> Iterator[dict[str, Any]]:
    """Titles of the axes, name of the target and of the corner."""
    small = {"size": SMALL, "color": LIGHT["ink-3"]}
    title = {"size": SMALL, "color": LIGHT["ink-2"]}
    paper = {"xref": "paper", "yref": "paper"}
    yield note(f"{fit(across.title, _WIDEST_TITLE, SMALL)} →", 1, 0, **paper, xanchor="right",
               yanchor="top", yshift=-28, font=title)  # fmt: skip
    yield note(f"↑ {fit(up.title, _WIDEST_TITLE, SMALL)}", 0, 1, **paper, xanchor="left",
               yanchor="bottom", xshift=-LEFT + 4, yshift=24, font=title)  # fmt: skip
    for end in across.shown[:1]:
        right = end < (across.low + across.high) / 2
        yield note(_("target %(value)s", value=number(end)), end, 1, yref="paper",
                   xanchor="left" if right else "right", yanchor="bottom", font=small)  # fmt: skip
    corner = _corner(across, up)
    text = _("both targets met")
    if corner and abs(_px(across, corner[2]) - _px(across, corner[0])) > width(text, SMALL) + 8:
        yield note(text, (corner[0] + corner[2]) / 2, max(corner[1], corner[3]), xanchor="center",
                   yanchor="top", font=small)  # fmt: skip


def _px(side: Side, value: float, length: float = NARROW) -> float:
    return length * (value - side.low) / (side.high - side.low)


def _dots(pairs: Sequence[Pair]) -> Trace:
    """Reports as full dots of ink."""
    return dots(
        [p.x for p in pairs], [p.y for p in pairs], "ink-2", [p.hover for p in pairs],
        [p.key for p in pairs], size=SIZE, opacity=0.82,
    )  # fmt: skip


def _rings(pairs: Sequence[Pair]) -> Trace:
    """Other statistics as grey rings."""
    trace = _dots(pairs)
    line = {"color": LIGHT["peer"], "width": 1.8}
    trace["marker"] |= {"color": LIGHT["paper"], "size": SIZE - 1.6, "line": line, "opacity": 1}
    return trace


def _chosen(pairs: Sequence[Pair]) -> Trace:
    """Rings of ink round the cities that the reader marked."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [p.x for p in pairs],
        "y": [p.y for p in pairs],
        "marker": {
            "symbol": "circle-open",
            "size": SIZE + 6,
            "color": LIGHT["ink"],
            "line": {"color": LIGHT["ink"], "width": 2},
        },
    }


def _fit(line: tuple[float, float] | None, across: Side, up: Side) -> Trace:
    """The dashed line inside the plane, empty where there is none."""
    xs: list[float] = []
    if line is not None:
        intercept, slope = line
        slack = 1e-9 * (up.high - up.low)
        ends = [across.low, across.high]
        ends += [(edge - intercept) / slope for edge in (up.low, up.high)] if slope else []
        inside = sorted(
            x
            for x in ends
            if across.low <= x <= across.high
            and up.low - slack <= intercept + slope * x <= up.high + slack
        )
        xs = [inside[0], inside[-1]] if len(inside) > 1 else []
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": xs,
        "y": [line[0] + line[1] * x for x in xs] if line else [],
        "line": {"color": LIGHT["ink-3"], "width": 1.6, "dash": "6px,4px"},
    }


def _names(pairs: Sequence[Pair], across: Side, up: Side) -> list[Trace]:
    """Names where they fit: chosen cities first, then reports, then the ends of the plane."""
    high = HEIGHT - TOP - BOTTOM
    spots = [(_px(across, p.x), high - _px(up, p.y, high)) for p in pairs]
    middle = [sum(axis) / len(spots) for axis in zip(*spots, strict=True)]
    reach = [abs(x - middle[0]) + abs(y - middle[1]) for x, y in spots]
    order = sorted(
        range(len(pairs)), key=lambda i: (not pairs[i].chosen, pairs[i].other, -reach[i], i)
    )
    n_chosen = sum(p.chosen for p in pairs)
    order = order[: max(MOST_NAMED, n_chosen)]
    taken = [Box(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
    texts = [f"<b>{pairs[i].name}</b>" if pairs[i].chosen else pairs[i].name for i in order]
    found = place(
        [(text, *spots[i]) for text, i in zip(texts, order, strict=True)],
        Box(0, 0, NARROW + RIGHT, high), taken, away=9, size=SMALL,
    )  # fmt: skip
    named = [(pairs[i], each) for i, each in zip(order, found, strict=True) if each]
    own, rest = ([n for n in named if n[0].chosen == mine] for mine in (True, False))
    return [_words(own, "ink"), _words(rest, "ink-2")]


def _words(named: Sequence[tuple[Pair, Placed]], colour: str) -> Trace:
    """Names round their dots, whose size an unseen marker gives."""
    xs, ys = [pair.x for pair, _at in named], [pair.y for pair, _at in named]
    texts, sides = [at.text for _pair, at in named], [at.position for _pair, at in named]
    unseen = {"size": SIZE + 3, "opacity": 0, "color": LIGHT[colour]}
    return words(xs, ys, texts, sides, colour, SMALL) | {"mode": "markers+text", "marker": unseen}
