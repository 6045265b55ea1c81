"""Why one city is ahead: from the score of one to that of the other, a bar for each contribution.

All numbers are the printed ones (``analysis.decomposition.printed``), so that the bars as drawn
and as read add up to the last digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil, floor
from typing import Any, NamedTuple

from components.charts.dumbbell.rows import City, rows_figure
from components.charts.kit import axis as axis_of
from components.charts.kit.figure import Figure, Trace
from components.charts.kit.marks import dots
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import keyed
from components.words.i18n import _, number
from components.words.values import MINUS

DIGITS = 2
_TICKS = (1.0, 2.0, 5.0, 10.0, 20.0)
_MOST_TICKS = 6
_THICK = 0.3  # of a row


class Step(NamedTuple):
    """One contribution in points of the score, positive where the city ahead gains.

    key: what a click on its bar names.
    """

    name: str
    size: float
    key: str = ""


class Bridge(NamedTuple):
    """From ``start``, the score of the city behind, over the steps to ``end``.

    ``beyond``: what points available for only one of them add to the gap between their totals;
    None where a total does not pass the coverage gate.
    """

    start: float
    steps: Sequence[Step]
    end: float
    beyond: float | None = None


def waterfall(cities: tuple[City, City], bridge: Bridge) -> Figure:
    """Figure of a bridge; ``cities``: the one ahead first."""
    ahead, behind = cities
    running = [*accumulate((step.size for step in bridge.steps), initial=bridge.start)]
    running[-1] = bridge.end
    last = len(bridge.steps) + 1
    names = [keyed(behind.name, behind.token), *(step.name for step in bridge.steps)]
    names.append(keyed(ahead.name, ahead.token))
    sizes = [signed(step.size) for step in bridge.steps]
    start, end = number(bridge.start, DIGITS), number(bridge.end, DIGITS)
    numbers = [f"<b>{start}</b>", *sizes, f"<b>{end}</b>"]
    places = list(enumerate(zip(bridge.steps, running, strict=False), 1))
    data = [
        _connector([*running, bridge.end]),
        *(
            _bars(
                city.token, [(i, s, at) for i, (s, at) in places if (s.size > 0) == (city is ahead)]
            )
            for city in cities
        ),
    ]
    ends = [bridge.start, *running]
    if bridge.beyond is not None:
        rest = Step(_("Available for only one of them"), bridge.beyond)
        names.append(rest.name)
        numbers.append(signed(rest.size))
        ends.append(bridge.end + rest.size)
        data.append(_bars("peer", [(last + 1, rest, bridge.end)]))
    for row, city, score, text in (
        (0, behind, bridge.start, start),
        (last, ahead, bridge.end, end),
    ):
        mark = dots([score], [row], city.token, [f"<b>{city.name}</b><br>{text}"], [""])
        data.append(mark)
    low, high, tick = axis(min(ends), max(ends))
    across = axis_of.values(low, high, tick0=0, dtick=tick, showgrid=True)
    return rows_figure(data, [(name, "") for name in names], numbers, across, grid=False)


def axis(least: float, most: float) -> tuple[float, float, float]:
    """Ends and tick of the axis: cut near the bars, within 0–100 unless a total goes past."""
    margin = max(1.0, 0.08 * (most - least))
    low = max(0.0, floor(least - margin)) if least >= 0 else floor(least - margin)
    high = min(100.0, ceil(most + margin)) if most <= 100 else ceil(most + margin)
    tick = next((t for t in _TICKS if (high - low) / t <= _MOST_TICKS), _TICKS[-1])
    return float(low), float(high), tick


def signed(size: float) -> str:
    """A contribution with its sign: ``+8.80``, ``−2.19``."""
    return ("+" if size >= 0 else MINUS) + number(abs(size), DIGITS)


def _bars(token: str, steps: Sequence[tuple[int, Step, float]]) -> Trace:
    """Bars of one colour: (row, step, where it begins); a hair's rim, so the smallest is seen."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row for row, _step, _at in steps],
        "x": [step.size for _row, step, _at in steps],
        "base": [at for _row, _step, at in steps],
        "width": _THICK,
        "marker": {"color": LIGHT[token], "line": {"color": LIGHT[token], "width": 1}},
        "customdata": [step.key for _row, step, _at in steps],
        "text": list(_hovers(steps)),
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
    }


def _hovers(steps: Sequence[tuple[int, Step, float]]) -> Iterator[str]:
    for _row, step, at in steps:
        way = _(
            "%(size)s points: from %(start)s to %(end)s",
            size=signed(step.size),
            start=number(at, DIGITS),
            end=number(at + step.size, DIGITS),
        )
        yield f"<b>{step.name}</b><br>{way}"


def _connector(stops: Sequence[float]) -> dict[str, Any]:
    """The line down from bar to bar."""
    xs = [x for stop in stops[:-1] for x in (stop, stop, None)]
    ys = [y for row in range(len(stops) - 1) for y in (row, row + 1, None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": xs,
        "y": ys,
        "line": {"color": LIGHT["peer"], "width": 1},
    }
