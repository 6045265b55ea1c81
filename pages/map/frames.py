"""Where every city stands in a year, and through which years the map can be played.

METHODS §5 and §9: a city stands at its newest value not later than the year; where it has a U4SSC
value and one of other statistics inside the window, the U4SSC value is drawn and the other named. A
printed status of a report empties the report's value and gives way to other statistics. A value
older than the window stays visible, faded, and counts in nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from analysis.numbers import MAP_TIMELINE_N
from data.queries.map import MapCity, MapValue

State = Literal["held", "older", "status", "none"]


class Standing(NamedTuple):
    """A city in a year. row: what is drawn; also: the value of the other kind of source.

    state: held, older than the window, a status in place of a value, or none at all.
    """

    city: MapCity
    state: State
    row: MapValue | None = None
    also: MapValue | None = None

    @property
    def band(self) -> int | None:
        """Band of a value inside the window."""
        return self.row.band if self.row and self.state == "held" else None

    @property
    def status(self) -> str:
        """Why there is no value; empty where there is one."""
        if self.row is None:
            return "not_held"
        return self.row.status if self.state == "status" else ""


class Frame(NamedTuple):
    """All cities in one year. first: the oldest year inside the window."""

    year: int
    first: int
    standings: tuple[Standing, ...]

    def of(self, state: State) -> list[Standing]:
        """Cities in a state."""
        return [s for s in self.standings if s.state == state]


def year_counts(values: Iterable[MapValue]) -> dict[int, int]:
    """Year -> how many cities have a value of that very year, ascending."""
    cities: dict[int, set[str]] = {}
    for row in values:
        if row.value is not None:
            cities.setdefault(row.year, set()).add(row.city_id)
    return {year: len(cities[year]) for year in sorted(cities)}


def stops(counts: Mapping[int, int]) -> tuple[int, ...]:
    """Years the timeline stops at; where none has enough cities, every year with a value."""
    enough = tuple(year for year, n in counts.items() if n >= MAP_TIMELINE_N)
    return enough or tuple(counts)


def frames(
    cities: Sequence[MapCity], values: Sequence[MapValue], years: Iterable[int], window: int
) -> Iterator[Frame]:
    """The frame of each year, ascending. ``values`` oldest first; ``window`` in years."""
    newest: dict[tuple[str, bool], MapValue] = {}
    rows = iter(values)
    following = next(rows, None)
    for year in sorted(set(years)):
        while following is not None and following.year <= year:
            newest[following.city_id, following.other] = following
            following = next(rows, None)
        first = year - window
        yield Frame(year, first, tuple(
            _standing(c, newest.get((c.id, False)), newest.get((c.id, True)), first)
            for c in cities
        ))  # fmt: skip


def _standing(
    city: MapCity, report: MapValue | None, other: MapValue | None, first: int
) -> Standing:
    inside = [row for row in (report, other) if row is not None and row.year >= first]
    valued = [row for row in inside if row.value is not None]
    if valued:
        return Standing(city, "held", *valued)
    if inside:
        return Standing(city, "status", inside[0])
    older = [row for row in (report, other) if row is not None and row.value is not None]
    if older:
        # Of two old values the newer, of equals the report's.
        older.sort(key=lambda row: -row.year)
        return Standing(city, "older", *older)
    return Standing(city, "none")
