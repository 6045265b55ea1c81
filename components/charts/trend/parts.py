"""What a chart of one point over time is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Observed(NamedTuple):
    """Values of one source, oldest first. label: the newest value; words: of each, for a pointer.

    spare: values of a year in which a more recent one stands, as (year, value). key: of the data
    point, what a click names.
    """

    years: Sequence[int]
    values: Sequence[float]
    label: str
    words: Sequence[str]
    spare: Sequence[tuple[int, float]] = ()
    key: str = ""


class Target(NamedTuple):
    """Ends of the 2030 target, lowest first, and its words."""

    edges: Sequence[float]
    label: str


class Ray(NamedTuple):
    """A straight way to ``end`` in 2030. slope in units a year; past a bound it runs level."""

    slope: float
    end: float


class Projection(NamedTuple):
    """The fitted line in ``year``, its way on, and the outer ways of its interval."""

    year: int
    fitted: float
    middle: Ray
    outer: tuple[Ray, Ray] | None
    label: str


class Pace(NamedTuple):
    """From the newest value to the target."""

    year: int
    value: float
    goal: float
    label: str


class Peers(NamedTuple):
    """Of other cities: middle half by year as (year, low, high), medians, else single lines."""

    band: Sequence[tuple[int, float, float]] = ()
    medians: Sequence[tuple[int, float]] = ()
    lines: Sequence[Sequence[tuple[int, float]]] = ()


class TrendDrawing(NamedTuple):
    """What a chart shows. span: first and last year of the page's rule; grey: history only."""

    span: tuple[int, int]
    lines: Sequence[Observed]
    target: Target | None = None
    pace: Pace | None = None
    projection: Projection | None = None
    peers: Peers = Peers()
    bounds: tuple[float | None, float | None] = (None, None)
    grey: bool = False


def extent(d: TrendDrawing) -> list[float]:
    """Every value that has to have its place on the axis."""
    found = [v for line in d.lines for v in (*line.values, *(v for _year, v in line.spare))]
    found += d.target.edges if d.target else ()
    if d.projection:
        rays = (d.projection.middle, *(d.projection.outer or ()))
        found += [d.projection.fitted, *(ray.end for ray in rays)]
    found += [v for _year, low, high in d.peers.band for v in (low, high)]
    found += [v for line in (d.peers.medians, *d.peers.lines) for _year, v in line]
    return found
