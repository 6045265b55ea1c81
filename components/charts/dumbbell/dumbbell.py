"""Two cities point by point: two dots on a line from worst to target, sorted by signed gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from analysis.scoring import BAND_EDGES
from components.charts.kit import canvas, shapes
from components.charts.kit.city_marks import (
    PHONE,
    SMALL,
    TEXT,
    TINY,
    WIDE,
    dots,
    fit,
    grey,
    keyed,
    named_on_two,
)
from components.charts.kit.palette import LIGHT
from components.charts.kit.plane import words
from components.words.i18n import _, number

LEVEL = 0.05
"""Gap in points of progress under which two values are printed as level."""


class City(NamedTuple):
    """A city as charts name it. token: its colour."""

    name: str
    token: str


class Gap(NamedTuple):
    """A point both cities hold: progress scores on 0–100 and printed values, the leader's first."""

    name: str
    unit: str
    progress: tuple[float, float]
    values: tuple[str, str]

    @property
    def size(self) -> float:
        """How far the first city is ahead, in points of progress."""
        return self.progress[0] - self.progress[1]


class _Frame(NamedTuple):
    """Places of a drawing: the axis, the first row and the height of one."""

    width: float
    left: float
    right: float
    top: float
    step: float
    foot: float


_WIDE = _Frame(WIDE, 462.0, 872.0, 40.0, 34.0, 34.0)
_PHONE = _Frame(PHONE, 10.0, 348.0, 34.0, 52.0, 30.0)
_VALUES = (344.0, 440.0)
"""Right ends of the two columns of values in the wide drawing."""


def dumbbell(cities: tuple[City, City], rows: Sequence[Gap], phone: bool = False) -> dict[str, Any]:
    """Figure of the shared points, in the order given; ``cities``: the leader first."""
    frame = _PHONE if phone else _WIDE
    ys = [frame.top + frame.step * (i + (0.72 if phone else 0.5)) for i in range(len(rows))]
    bottom = frame.top + frame.step * len(rows)
    drawn = list(_ground(frame, ys, bottom, phone))
    for row, y in zip(rows, ys, strict=True):
        drawn += _bar(frame, cities, row, y)
    data = list((_phone_words if phone else _wide_words)(frame, cities, rows, ys))
    data.append(words(_ticks(frame, bottom + 18, phone), "ink-3", SMALL))
    data += [
        dots(
            [_x(frame, row.progress[side]) for row in rows],
            ys,
            cities[side].token,
            [
                f"<b>{cities[side].name}</b><br>{row.name}<br>{row.values[side]}, "
                + _("%(n)s of 100", n=number(row.progress[side], 1))
                for row in rows
            ],
        )
        for side in (1, 0)
    ]
    return {"data": data, "layout": canvas.layout(frame.width, bottom + frame.foot, drawn)}


def gap_text(gap: float) -> str:
    """How far ahead, with its sign: ``+7.3``; nothing to say where level."""
    return "" if abs(gap) < LEVEL else f"+{number(abs(gap), 1)}"


def _x(frame: _Frame, progress: float) -> float:
    return frame.left + (frame.right - frame.left) * progress / 100


def _ground(
    frame: _Frame, ys: Sequence[float], bottom: float, phone: bool
) -> Iterator[shapes.Shape]:
    top = frame.top - (0 if phone else 6)
    if phone:
        for y in ys:
            yield shapes.line((frame.left, y), (frame.right, y), "line", 1)
            yield shapes.line((frame.right, y - 9), (frame.right, y + 9), "ink", 1.5)
        return
    yield shapes.line((frame.left, top), (frame.left, bottom), "line", 1)
    for edge in BAND_EDGES:
        x = _x(frame, edge)
        yield shapes.line((x, top), (x, bottom), "line", 1, "2px,3px")
    yield shapes.line((frame.right, top), (frame.right, bottom), "ink", 1.5)


def _bar(frame: _Frame, cities: tuple[City, City], row: Gap, y: float) -> Iterator[shapes.Shape]:
    first, second = (_x(frame, progress) for progress in row.progress)
    if abs(row.size) >= LEVEL:
        ahead = cities[0 if row.size > 0 else 1]
        yield shapes.line((first, y), (second, y), ahead.token, 3) | {"opacity": 0.38}
        return
    # Level: one dot in two halves.
    r = 6.0
    k = shapes.ARC * r
    half = (
        f"M{first:.1f},{y - r:.1f}C{first + k:.1f},{y - r:.1f} {first + r:.1f},{y - k:.1f} "
        f"{first + r:.1f},{y:.1f}C{first + r:.1f},{y + k:.1f} {first + k:.1f},{y + r:.1f} "
        f"{first:.1f},{y + r:.1f}Z"
    )
    yield shapes.path(half, fill=cities[1].token)


def _ticks(frame: _Frame, y: float, phone: bool) -> list[tuple[float, float, str, str]]:
    inner = [(edge, number(edge)) for edge in (BAND_EDGES[:2] if phone else BAND_EDGES)]
    ticks = [(_x(frame, at), y, text, "middle center") for at, text in ((0.0, "0"), *inner)]
    ticks.append((frame.right, y, "100", "middle left" if phone else "middle right"))
    return ticks


def _wide_words(
    frame: _Frame, cities: tuple[City, City], rows: Sequence[Gap], ys: Sequence[float]
) -> Iterator[dict[str, Any]]:
    head = frame.top - 18
    yield words(
        [
            (0.0, head, grey(_("Point")), "middle right"),
            *(
                (at, head, keyed(fit(city.name, 80, SMALL), city.token), "middle left")
                for at, city in zip(_VALUES, cities, strict=True)
            ),
            (frame.right, head, f"<b>{_('target')}</b>", "middle center"),
            (frame.width, head, grey(_("Gap, in points of progress")), "middle left"),
        ],
        "ink",
        SMALL,
    )
    titles = [named_on_two(row.name, row.unit, _VALUES[0] - 62) for row in rows]
    yield words(
        [
            (0.0, y - 7 if below else y, name, "middle right")
            for (name, below), y in zip(titles, ys, strict=True)
        ],
        "ink",
        TEXT,
    )
    yield words(
        [
            (0.0, y + 8, below, "middle right")
            for (_name, below), y in zip(titles, ys, strict=True)
            if below
        ],
        "ink",
        TINY,
    )
    yield words(
        [
            (at, y, value, "middle left")
            for row, y in zip(rows, ys, strict=True)
            for at, value in zip(_VALUES, row.values, strict=True)
        ]
        + [
            (frame.width, y, _lead(cities, row), "middle left")
            for row, y in zip(rows, ys, strict=True)
        ],
        "ink",
        TEXT,
    )


def _phone_words(
    frame: _Frame, cities: tuple[City, City], rows: Sequence[Gap], ys: Sequence[float]
) -> Iterator[dict[str, Any]]:
    yield words(
        [
            (0.0, 12.0, f"{keyed(cities[0].name, cities[0].token)}   "
             f"{keyed(cities[1].name, cities[1].token)}", "middle right"),
            (frame.width, 12.0, f"<b>{_('target')}</b>", "middle left"),
        ],
        "ink",
        SMALL,
    )  # fmt: skip
    texts = [
        " · ".join(
            f'<span style="color:{LIGHT[city.token]}">●</span> {value}'
            for city, value in zip(cities, row.values, strict=True)
        )
        for row in rows
    ]
    taken = [7 * (len("".join(row.values)) + 6) for row in rows]
    yield words(
        [
            (0.0, y - 17, fit(row.name, frame.width - width, TEXT), "middle right")
            for row, y, width in zip(rows, ys, taken, strict=True)
        ],
        "ink",
        TEXT,
    )
    yield words(
        [(0.0, y + 15, row.unit, "middle right") for row, y in zip(rows, ys, strict=True)],
        "ink-3",
        TINY,
    )
    yield words(
        [(frame.width, y - 17, text, "middle left") for text, y in zip(texts, ys, strict=True)],
        "ink",
        SMALL,
    )


def _lead(cities: tuple[City, City], row: Gap) -> str:
    if abs(row.size) < LEVEL:
        return grey(_("level"))
    ahead = cities[0 if row.size > 0 else 1]
    return f"{keyed(ahead.name, ahead.token)} {gap_text(row.size)}"
