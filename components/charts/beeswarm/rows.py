"""What a beeswarm is drawn from."""

from __future__ import annotations

from typing import NamedTuple


class Dot(NamedTuple):
    """One city. value: in the point's unit; old: outside the window; hover: lines of words."""

    key: str
    name: str
    value: float
    band: int | None
    old: bool
    chosen: bool
    hover: str


class Lane(NamedTuple):
    """One kind of source. about: small print after the name; label_all: try to name every dot."""

    name: str
    about: str
    dots: tuple[Dot, ...]
    median: float | None
    middle: tuple[float, float] | None
    label_all: bool


class Scale(NamedTuple):
    """The axis and what it carries.

    low, high: its ends; percent: whether values are per cent; target: its one or two ends; edges:
    borders of the bands with the bands on their left and right, ascending.
    """

    low: float
    high: float
    percent: bool = False
    target: tuple[float, ...] = ()
    target_text: str = ""
    edges: tuple[tuple[float, int, int], ...] = ()

    def at(self, value: float, width: float) -> float:
        """Px of a value on an axis ``width`` px long."""
        return width * (value - self.low) / (self.high - self.low)

    def holds(self, value: float) -> bool:
        """Whether a value is on the axis."""
        return self.low <= value <= self.high
