"""Why one city is ahead: from the score of one to that of the other, a bar for each contribution.

All numbers are the printed ones (``analysis.decomposition.printed``), so that the bars as drawn
and as read add up to the last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from math import ceil, floor
from typing import Any, NamedTuple

from components.charts.dumbbell.dumbbell import City
from components.charts.kit import canvas, shapes
from components.charts.kit.city_marks import PHONE, SMALL, TEXT, WIDE, dots, fit, keyed
from components.charts.kit.plane import words
from components.words.i18n import _, number
from components.words.values import MINUS

DIGITS = 2
_TICKS = (1.0, 2.0, 5.0, 10.0, 20.0)
_MOST_TICKS = 6


class Step(NamedTuple):
    """One contribution in points of the score, positive where the city ahead gains."""

    name: str
    size: float


class Bridge(NamedTuple):
    """From ``start``, the score of the city behind, over the steps to ``end``.

    ``beyond``: what is held for only one of them adds to the gap between their totals; None where
    a total does not pass the coverage gate.
    """

    start: float
    steps: Sequence[Step]
    end: float
    beyond: float | None = None


class _Frame(NamedTuple):
    width: float
    left: float
    right: float
    label: float
    step: float
    top: float


_WIDE = _Frame(WIDE, 300.0, 940.0, 288.0, 30.0, 36.0)
_PHONE = _Frame(PHONE, 10.0, 348.0, 0.0, 46.0, 30.0)


def waterfall(cities: tuple[City, City], bridge: Bridge, phone: bool = False) -> dict[str, Any]:
    """Figure of a bridge; ``cities``: the one ahead first."""
    frame = _PHONE if phone else _WIDE
    ahead, behind = cities
    running = [*accumulate((step.size for step in bridge.steps), initial=bridge.start)]
    running[-1] = bridge.end
    ends = [*running] + ([bridge.end + bridge.beyond] if bridge.beyond is not None else [])
    low, high, tick = axis(min(ends), max(ends))

    def x(score: float) -> float:
        return frame.left + (frame.right - frame.left) * (score - low) / (high - low)

    names = [behind.name, *(s.name for s in bridge.steps), ahead.name]
    numbers = [
        number(bridge.start, DIGITS),
        *(signed(s.size) for s in bridge.steps),
        number(bridge.end, DIGITS),
    ]
    if bridge.beyond is not None:
        names.append(_("Held for only one of them"))
        numbers.append(signed(bridge.beyond))
    ys = [frame.top + frame.step * (i + (0.7 if phone else 0.5)) for i in range(len(names))]
    bottom = frame.top + frame.step * len(names)
    drawn = [
        shapes.line((x(at), frame.top - 6), (x(at), bottom), "line", 1)
        for at in _range(low, high, tick)
    ]
    drawn += _bars(frame, cities, bridge, running, ys, x, phone)
    last = len(bridge.steps) + 1
    strong = {0: behind.token, last: ahead.token}
    label_x, side = (0.0, "middle right") if phone else (frame.label, "middle left")
    rise = 16 if phone else 0
    data = [
        words(
            [
                (x(at), frame.top - 16, number(at), "middle center")
                for at in _range(low, high, tick)
            ],
            "ink-3",
            SMALL,
        ),
        words(
            [
                (
                    label_x,
                    y - rise,
                    keyed(name, strong[i])
                    if i in strong
                    else fit(name, frame.width - 70 if phone else frame.label, TEXT),
                    side,
                )
                for i, (name, y) in enumerate(zip(names, ys, strict=True))
            ],
            "ink",
            TEXT,
        ),
        words(
            [
                (frame.width, y - rise, f"<b>{text}</b>" if i in strong else text, "middle left")
                for i, (text, y) in enumerate(zip(numbers, ys, strict=True))
            ],
            "ink",
            TEXT,
        ),
        dots([x(bridge.start)], [ys[0]], behind.token, [f"{behind.name}: {numbers[0]}"]),
        dots([x(bridge.end)], [ys[last]], ahead.token, [f"{ahead.name}: {numbers[last]}"]),
    ]
    return {"data": data, "layout": canvas.layout(frame.width, bottom + 8, drawn)}


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


def _range(low: float, high: float, tick: float) -> list[float]:
    first = ceil(low / tick)
    return [i * tick for i in range(first, floor(high / tick) + 1)]


def _bars(
    frame: _Frame,
    cities: tuple[City, City],
    bridge: Bridge,
    running: Sequence[float],
    ys: Sequence[float],
    x: Callable[[float], float],
    phone: bool,
) -> Iterator[shapes.Shape]:
    half = 6.5
    tokens = [cities[0 if step.size > 0 else 1].token for step in bridge.steps] + ["", "peer"]
    stops = [*running, bridge.end]
    if bridge.beyond is not None:
        stops.append(bridge.end + bridge.beyond)
    for i, (before, after, token) in enumerate(zip(stops, stops[1:], tokens, strict=False), 1):
        if not phone:  # there the words stand where a connector would run
            yield shapes.line((x(before), ys[i - 1]), (x(before), ys[i]), "peer", 1)
        if token:
            yield _box(x(before), x(after), ys[i], half, token)


def _box(start: float, stop: float, y: float, half: float, token: str) -> shapes.Shape:
    """A bar, at least a hair wide so that the smallest contribution is seen."""
    if abs(stop - start) < 1.5:
        stop = start + (1.5 if stop >= start else -1.5)
    corners = [(start, y - half), (stop, y - half), (stop, y + half), (start, y + half)]
    return shapes.path(shapes.polygon(corners), fill=token, layer="below")
