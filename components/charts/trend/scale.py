"""Axes of a chart over time, and where its parts stand in px while the chart is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from components.charts.kit import axis as axis_of
from components.charts.kit.figure import Figure, Shape, Trace, figure
from components.charts.kit.labels import Box
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL, width
from components.charts.kit.ticks import axis
from components.charts.trend.parts import Ray
from components.words.i18n import number
from components.words.values import MINUS

Place = tuple[float, float]

NARROW = 320
"""Px of the narrowest place a chart must read in: labels are placed for it."""

_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_STEP = 5.0
"""Px between the places of a line that words keep clear of."""


class Size(NamedTuple):
    """Px of a chart: height, room right of the plot, most ticks of its values."""

    height: int
    right: int
    most_ticks: int


TOP, BOTTOM = 18, 26


class Scale:
    """Years across, values up; ``values``: all that the axis has to hold."""

    def __init__(
        self,
        values: Sequence[float],
        bounds: tuple[float | None, float | None],
        span: tuple[int, int],
        size: Size,
    ) -> None:
        self.size = size
        self.span = span[0], max(span[1], span[0] + 1)
        self.low, self.high, self.ticks = axis(values, bounds, size.most_ticks)
        self.texts = [number(tick).replace("-", MINUS) for tick in self.ticks]
        self.left = round(max(width(text, SMALL) for text in [*self.texts, "0"])) + 10

    def x(self, year: float) -> float:
        """Px from the left of the plot of a narrow chart."""
        first, last = self.span
        return (NARROW - self.left - self.size.right) * (year - first) / (last - first)

    def y(self, value: float) -> float:
        """Px from the top of the plot."""
        plot = self.size.height - TOP - BOTTOM
        return plot * (self.high - value) / (self.high - self.low)

    def plot(self) -> Box:
        """The plot of a narrow chart in px, with the room above it."""
        return Box(0, -TOP, NARROW - self.left - self.size.right, self.y(self.low))

    def clear_of(self, lines: Sequence[Sequence[Place]]) -> list[Box]:
        """Boxes along lines of (year, value), that words may not cover."""
        found = []
        for line in lines:
            at = [(self.x(year), self.y(value)) for year, value in line]
            found += [Box(x - 2, y - 2, x + 2, y + 2) for x, y in _sampled(at)]
        return found

    def figure(
        self,
        data: Sequence[Trace],
        shapes: Sequence[Shape],
        notes: Sequence[dict[str, Any]],
    ) -> Figure:
        """The chart on these axes."""
        first, last = self.span
        years = year_ticks(self.span)
        return figure(
            data,
            height=self.size.height,
            xaxis=axis_of.years(
                first, last, range=[first - 0.35, last], tickvals=years, ticks="outside",
                showline=True, linecolor=LIGHT["ink-3"], tickcolor=LIGHT["ink-3"], ticklen=4,
            ),
            yaxis=axis_of.values(
                self.low, self.high, tickvals=list(self.ticks), ticktext=self.texts
            ),
            margin=(self.left, self.size.right, TOP, BOTTOM),
            shapes=shapes,
            notes=notes,
            transition={"duration": 0},  # the number of lines changes
        )  # fmt: skip


def segments(years: Sequence[int]) -> list[range]:
    """Positions that are joined: a step longer than the series' usual one breaks the line."""
    steps = sorted(b - a for a, b in pairwise(years))
    usual = steps[(len(steps) - 1) // 2] if steps else 1
    cuts = [i for i in range(1, len(years)) if years[i] - years[i - 1] > usual]
    ends = [0, *cuts, len(years)]
    return [range(a, b) for a, b in pairwise(ends)]


def broken(line: Sequence[tuple[int, float]]) -> tuple[list[float | None], list[float | None]]:
    """Years and values with a None where the line breaks; a year alone becomes a short stroke."""
    x: list[float | None] = []
    y: list[float | None] = []
    for part in segments([year for year, _value in line]):
        own: list[tuple[float, float]] = [line[i] for i in part]
        if len(own) == 1:
            year, value = own[0]
            own = [(year - 0.15, value), (year + 0.15, value)]
        x += [*(year for year, _value in own), None]
        y += [*(value for _year, value in own), None]
    return x[:-1], y[:-1]


def year_ticks(span: tuple[int, int], most: int = 5) -> list[int]:
    """Round years of the rule."""
    first, last = span
    step = next((s for s in _YEAR_STEPS if (last - first) / s <= most), _YEAR_STEPS[-1])
    return list(range(-(-first // step) * step, last + 1, step))


def way(start: Place, ray: Ray, last: int) -> list[Place]:
    """Years and values of a ray to ``last``: where it meets its bound it bends and runs level."""
    year, value = start
    if abs(value + ray.slope * (last - year) - ray.end) > 1e-9 * max(1.0, abs(ray.end)):
        bend = year + (ray.end - value) / ray.slope if ray.slope else year
        if year < bend < last:
            return [start, (bend, ray.end), (last, ray.end)]
    return [start, (last, ray.end)]


def _sampled(corners: Sequence[Place]) -> list[Place]:
    found = list(corners)
    for (x0, y0), (x1, y1) in pairwise(corners):
        n = int(max(abs(x1 - x0), abs(y1 - y0)) / _STEP)
        found += [(x0 + (x1 - x0) * i / n, y0 + (y1 - y0) * i / n) for i in range(1, n)]
    return found
