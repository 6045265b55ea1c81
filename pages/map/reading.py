"""Reads a measure with its cities and years: what the page and its files are both made from."""

from __future__ import annotations

from typing import NamedTuple

from components.peers import group as peers
from components.view import View
from components.words.i18n import _
from data import queries
from data.queries.map import (
    MapCity,
    MapValue,
    aggregate_values,
    held_aggregates,
    held_points,
    map_cities,
    point_values,
)
from data.settings import settings
from data.store import Snapshot
from pages.map.frames import Frame, frames, stops, year_counts
from pages.map.measure import Measure, aggregates, first_measure, held_by_key, of_point


class Group(NamedTuple):
    """The reader's peer group, cities left out of the map with all others. text: in words."""

    ids: frozenset[str]
    text: str


class Subject(NamedTuple):
    """A measure on the map.

    counts: cities with a value by year; stops: years of the timeline; year: the one shown, None
    where nothing was ever held; frames: by year, the stops and the shown one; default: the year
    without a choice; n_all: cities before the peer group.
    """

    measure: Measure
    cities: tuple[MapCity, ...]
    values: tuple[MapValue, ...]
    counts: dict[int, int]
    stops: tuple[int, ...]
    year: int | None
    default: int | None
    frames: dict[int, Frame]
    group: Group | None
    n_all: int

    @property
    def frame(self) -> Frame | None:
        """The frame that is shown first."""
        return self.frames[self.year] if self.year is not None else None


def held(store: Snapshot) -> dict[str, int]:
    """How many cities hold each measure, by its key."""
    points = {row.key: row.n_cities for row in held_points(store)}
    return held_by_key(points, held_aggregates(store))


def chosen_measure(store: Snapshot, view: View) -> Measure | None:
    """The measure of the address, the first one without; None where the key names none."""
    points = queries.definitions(store)
    if view.kpi:
        point = queries.definition(store, view.kpi)
        return of_point(point) if point else None
    if view.measure:
        return aggregates(points).get(view.measure)
    return first_measure(points, held(store), len(map_cities(store)))


def read_subject(store: Snapshot, view: View, measure: Measure) -> Subject:
    """The measure through the years; the year of the view is always among the frames."""
    everyone = map_cities(store)
    group = _group(store, view, everyone)
    cities = tuple(c for c in everyone if group is None or c.id in group.ids)
    ids = {c.id for c in cities}
    values = tuple(row for row in _values(store, view, measure) if row.city_id in ids)
    counts = year_counts(values)
    offered = stops(counts)
    default = offered[-1] if offered else max((row.year for row in values), default=None)
    year = view.asof if view.asof is not None else default
    wanted = {*offered, *([year] if year is not None else [])}
    made = {f.year: f for f in frames(cities, values, wanted, settings().window_years)}
    return Subject(
        measure, cities, values, counts, offered, year, default, made, group, len(everyone)
    )


def _values(store: Snapshot, view: View, measure: Measure) -> tuple[MapValue, ...]:
    if measure.point:
        return point_values(store, measure.key)
    return aggregate_values(store, measure.level, measure.key, view.score == "continuous")


def _group(store: Snapshot, view: View, cities: tuple[MapCity, ...]) -> Group | None:
    """The group round the first chosen city with the city itself; None where nobody asked."""
    asked = view.peers not in ("auto", "all") or view.pin or view.leave
    names = {c.id: c.name for c in cities}
    own = next((city for city in view.cities if city in names), None)
    if not asked or own is None:
        return None
    group = peers.resolve(store, view, own, view.asof, "any")
    phrase = peers.phrase(group, view.data == "example")
    return Group(
        frozenset((*group.ids, own)),
        _("%(city)s beside %(group)s.", city=names[own], group=phrase),
    )
