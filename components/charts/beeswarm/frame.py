"""What a beeswarm is drawn from, and the measures of its two drawings."""

from __future__ import annotations

from typing import NamedTuple

from components.charts.kit.ticks import Axis


class Dot(NamedTuple):
    """One city. value: in the point's unit; old: outside the window; hover: lines of words."""

    key: str
    name: str
    value: float
    band: int | None
    old: bool
    chosen: bool
    hover: str


class LaneDrawing(NamedTuple):
    """One kind of source. lines: small print under the name; label_all: every dot has its name."""

    name: str
    lines: tuple[str, ...]
    dots: tuple[Dot, ...]
    median: float | None
    middle: tuple[float, float] | None
    label_all: bool


class Marks(NamedTuple):
    """What the scale carries.

    target: its one or two ends; edges: borders of the bands with the bands on their left and
    right, ascending; basis: where the target comes from.
    """

    unit: str
    target: tuple[float, ...]
    target_text: str
    basis: str
    edges: tuple[tuple[float, int, int], ...]


class Frame(NamedTuple):
    """Measures of a drawing in its units."""

    width: float
    left: float
    right: float
    radii: tuple[float, ...]
    most: float
    size: float
    rows: int

    @property
    def phone(self) -> bool:
        """Whether lane names stand above their lanes."""
        return self.left < 100

    def x(self, axis: Axis, value: float) -> float:
        """Place of a value."""
        return axis.at(value, self.left, self.right)

    def beside(self, x: float, half: float) -> str:
        """Position of words ``2 * half`` wide over ``x`` that keeps them inside the drawing."""
        if x - half < 0:
            return "middle right"
        return "middle left" if x + half > self.width else "middle center"


WIDE = Frame(1040, 152, 1018, (7.0, 6.0, 5.0, 4.0, 3.2, 2.6), 130, 12.5, 2)
PHONE = Frame(358, 12, 346, (6.5, 5.5, 4.5, 3.6, 2.8, 2.2), 90, 12, 3)

HEAD, ROW, LETTER = 62.0, 17.0, 0.58
"""Room above the lanes, height of a line of words, width of a letter as a share of its size."""
