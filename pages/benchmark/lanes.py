"""The two lanes of a benchmark: U4SSC reports and other statistics, each with its own year.

METHODS §5 and §9: reports stand at each city's own newest round, other statistics at the newest
year with a value of at least three cities; a chosen year holds for both. A value older than the
window before the lane's year stays visible and counts in nothing. The lanes are never joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.numbers import MAP_TIMELINE_N, MEDIAN_N, PEER_BAND_N, Quartiles, quartiles
from data.queries.benchmark import StandingRow, YearCount


class Lane(NamedTuple):
    """One kind of source. year: its as-of, None where the kind has nothing.

    first: oldest year inside the window. inside, older: rows with a value, best score first.
    printed: cities whose newest row is a printed status. own_rounds: each city stands at its own
    newest round.
    """

    other: bool
    year: int | None
    first: int | None
    own_rounds: bool
    inside: tuple[StandingRow, ...] = ()
    older: tuple[StandingRow, ...] = ()
    printed: tuple[StandingRow, ...] = ()

    @property
    def values(self) -> list[float]:
        """Values inside the window, ascending, in the point's unit."""
        return sorted(row.value for row in self.inside if row.value is not None)

    @property
    def rows(self) -> tuple[StandingRow, ...]:
        """All rows with a value."""
        return self.inside + self.older

    @property
    def key(self) -> str:
        """Name of the lane in files and markup."""
        return "other_statistics" if self.other else "reports"


class Spread(NamedTuple):
    """What may be summed up of a lane: None where it has too few cities (METHODS §3)."""

    median: float | None
    band: Quartiles | None


def lane_year(counts: Sequence[YearCount], other: bool, asof: int | None) -> int | None:
    """The as-of year of a kind of source, None where it has no value up to then."""
    years = [c for c in counts if c.other == other and (asof is None or c.year <= asof)]
    if not years:
        return None
    if asof is not None:
        return asof
    enough = [c.year for c in years if not other or c.n_cities >= MAP_TIMELINE_N]
    return max(enough or [c.year for c in years])


def lane(
    rows: Sequence[StandingRow], other: bool, year: int | None, asof: int | None, window: int
) -> Lane:
    """The rows of one kind parted by the window. ``window`` in years."""
    own_rounds = not other and asof is None
    if year is None:
        return Lane(other, None, None, own_rounds)
    first = year - window
    held = [row for row in rows if row.other == other]
    valued = [row for row in held if row.value is not None]
    return Lane(
        other,
        year,
        first,
        own_rounds,
        tuple(row for row in valued if row.year >= first),
        tuple(row for row in valued if row.year < first),
        tuple(row for row in held if row.value is None and row.year >= first),
    )


def spread(values: Sequence[float]) -> Spread:
    """Median and middle half of ascending values, where there are enough of them."""
    if len(values) < MEDIAN_N:
        return Spread(None, None)
    middle = quartiles(values)
    return Spread(middle.median, middle if len(values) >= PEER_BAND_N else None)
