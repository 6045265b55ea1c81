"""Size of a chart of progress, and its scale: years across, a point's own values up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from components.charts.kit import shapes
from components.charts.kit.city_marks import TINY
from components.charts.kit.plane import words
from components.charts.kit.ticks import Axis, axis
from components.words.i18n import number
from components.words.values import MINUS

Place = tuple[float, float]

_YEAR_STEPS = (1, 2, 5, 10, 20, 50)


class Frame(NamedTuple):
    """A drawing's size and the corners of its plot, in its units."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    most_ticks: int


LARGE = Frame(376, 244, 38, 292, 18, 212, 3)
SMALL = Frame(232, 150, 30, 216, 18, 122, 2)


class Ray(NamedTuple):
    """A straight way to ``end`` in 2030. slope in units a year; past a bound it runs level."""

    slope: float
    end: float


class Scale:
    """Years and values in drawing units; ``values``: all that the axis has to hold."""

    def __init__(
        self,
        values: Sequence[float],
        bounds: tuple[float | None, float | None],
        span: tuple[int, int],
        frame: Frame,
    ) -> None:
        self.axis: Axis = axis(values, bounds, frame.most_ticks)
        self.span, self.frame = span, frame

    def x(self, year: float) -> float:
        """Across: the rule of the page."""
        first, last = self.span
        share = (year - first) / max(last - first, 1)
        return self.frame.left + 6 + (self.frame.right - self.frame.left - 6) * share

    def y(self, value: float) -> float:
        """Down: the point's own."""
        return self.axis.at(value, self.frame.bottom, self.frame.top)

    def at(self, year: float, value: float) -> Place:
        """Both."""
        return self.x(year), self.y(value)

    def ground(self) -> list[shapes.Shape]:
        """Lines of the round values, and the rule of years."""
        f = self.frame
        levels = [self.y(tick) for tick in self.axis.ticks]
        drawn = [shapes.line((f.left, y), (f.right, y), "line", 1) for y in levels]
        drawn.append(shapes.line((f.left, f.bottom), (f.right, f.bottom), "ink-3", 1))
        ticks = [self.x(year) for year in year_ticks(self.span)]
        return drawn + [shapes.line((x, f.bottom), (x, f.bottom + 4), "ink-3", 1) for x in ticks]

    def words(self) -> dict[str, Any]:
        """Round years and values."""
        f = self.frame
        years = [(self.x(y), f.bottom + 15, str(y), "middle center") for y in year_ticks(self.span)]
        ticks = [
            (f.left - 5, self.y(t), number(t).replace("-", MINUS), "middle left")
            for t in self.axis.ticks
        ]
        return words([*years, *ticks], "ink-3", TINY)


def segments(years: Sequence[int]) -> list[range]:
    """Positions that are joined: a step longer than the series' usual one breaks the line."""
    steps = sorted(b - a for a, b in pairwise(years))
    usual = steps[(len(steps) - 1) // 2] if steps else 1
    cuts = [i for i in range(1, len(years)) if years[i] - years[i - 1] > usual]
    ends = [0, *cuts, len(years)]
    return [range(a, b) for a, b in pairwise(ends)]


def year_ticks(span: tuple[int, int], most: int = 5) -> list[int]:
    """Round years of the rule."""
    first, last = span
    step = next((s for s in _YEAR_STEPS if (last - first) / s <= most), _YEAR_STEPS[-1])
    return list(range(-(-first // step) * step, last + 1, step))


def way(start: tuple[float, float], ray: Ray, last: int) -> list[Place]:
    """Years and values of a ray to ``last``: where it meets its bound it bends and runs level."""
    year, value = start
    if abs(value + ray.slope * (last - year) - ray.end) > 1e-9 * max(1.0, abs(ray.end)):
        bend = year + (ray.end - value) / ray.slope if ray.slope else year
        if year < bend < last:
            return [start, (bend, ray.end), (last, ray.end)]
    return [start, (last, ray.end)]
