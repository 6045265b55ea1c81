"""What a map says of a measure: everything its page, files and callbacks are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from components.controls.chosen import chosen_notice
from components.controls.lenses import chosen_lens, lens_notices
from components.peers import group as peers
from components.view import View
from components.words.i18n import _
from data import queries
from data.queries.benchmark import HeldCount, held_counts
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
from data.source_rows import BuildRow, DefinitionRow
from data.store import Snapshot
from pages.map.frames import Frame, frames, stops, year_counts
from pages.map.measure import OVERALL, Measure, aggregates, first_measure, of_point

PATH = "/map"


@dataclass(frozen=True)
class MapReading:
    """A measure of every city through the years.

    held: cities with each aggregate, by its key; points, counted: to choose another data point from;
    names: of all cities, by id; cities: those on the map; counts: cities with a value by year;
    stops: years of the timeline; year: the one shown, None where no city ever had a value; default:
    the year without a choice; frames: by year, the stops and the shown one; group: the peer group
    that the map is confined to, in words.
    """

    view: View
    build: BuildRow
    measure: Measure
    held: Mapping[str, int]
    points: Sequence[DefinitionRow]
    counted: Mapping[str, HeldCount]
    names: Mapping[str, str]
    cities: tuple[MapCity, ...]
    values: tuple[MapValue, ...]
    counts: dict[int, int]
    stops: tuple[int, ...]
    year: int | None
    default: int | None
    frames: dict[int, Frame]
    group: str
    notices: tuple[str, ...]

    @property
    def frame(self) -> Frame | None:
        """The frame that is shown first."""
        return self.frames[self.year] if self.year is not None else None

    @property
    def example(self) -> bool:
        """Whether the cities are fictional."""
        return self.view.data == "example"

    @cached_property
    def marked(self) -> tuple[tuple[str, str], ...]:
        """The reader's cities that exist, as (id, name)."""
        return tuple((c, self.names[c]) for c in self.view.cities if c in self.names)

    @cached_property
    def mixed(self) -> bool:
        """Whether reports are shown next to other statistics, so that a ring must distinguish them."""
        return len({row.other for row in self.values}) > 1

    @property
    def pool(self) -> list[DefinitionRow]:
        """Data points to choose from: those of the lens, and the one on the map."""
        lens = chosen_lens(self.view)
        keep = {*lens.points, self.measure.key} if lens else None
        return [p for p in self.points if keep is None or p.key in keep]


def held(store: Snapshot) -> dict[str, int]:
    """How many cities have each measure, by its key; no key of a point names an aggregate."""
    points = {row.key: row.n_cities for row in held_points(store)}
    return points | {row.key: row.n_cities for row in held_aggregates(store)}


def opening(store: Snapshot, points: Sequence[DefinitionRow]) -> Measure:
    """What the page opens on."""
    overall = {row.key: row.n_cities for row in held_aggregates(store)}.get(OVERALL, 0)
    recent = {row.key: row.n_recent for row in held_points(store)}
    return first_measure(points, recent, overall, len(map_cities(store)))


def chosen_measure(store: Snapshot, view: View) -> Measure | None:
    """The measure of the address, the first one without; None where the key names none."""
    points = queries.definitions(store)
    if view.kpi:
        point = queries.definition(store, view.kpi)
        return of_point(point) if point else None
    if view.measure:
        return aggregates(points).get(view.measure)
    return opening(store, points)


def read_map(store: Snapshot, view: View) -> MapReading | None:
    """The reading, None where the address names a measure that does not exist."""
    measure = chosen_measure(store, view)
    if measure is None:
        return None
    everyone = map_cities(store)
    names = {c.id: c.name for c in everyone}
    ids, group = _group(store, view, names)
    cities = tuple(c for c in everyone if ids is None or c.id in ids)
    values = tuple(v for v in _values(store, view, measure) if ids is None or v.city_id in ids)
    counts = year_counts(values)
    offered = stops(counts)
    default = offered[-1] if offered else max((row.year for row in values), default=None)
    year = view.asof if view.asof is not None and default is not None else default
    wanted = {*offered, *([year] if year is not None else [])}
    unknown = [c for c in view.cities if c not in names]
    return MapReading(
        view=view,
        build=queries.build(store),
        measure=measure,
        held=held(store),
        points=queries.definitions(store),
        counted={row.point_key: row for row in held_counts(store)},
        names=names,
        cities=cities,
        values=values,
        counts=counts,
        stops=offered,
        year=year,
        default=default,
        frames={f.year: f for f in frames(cities, values, wanted, settings().window_years)},
        group=group,
        notices=(*lens_notices(view), *chosen_notice(0, unknown)),
    )


def _values(store: Snapshot, view: View, measure: Measure) -> tuple[MapValue, ...]:
    if measure.point:
        return point_values(store, measure.key)
    return aggregate_values(store, measure.level, measure.key, view.score == "continuous")


def _group(
    store: Snapshot, view: View, names: Mapping[str, str]
) -> tuple[frozenset[str] | None, str]:
    """The peer group of the first marked city with itself; all cities where none was asked for."""
    asked = view.peers not in ("auto", "all") or view.pin or view.leave
    own = next((city for city in view.cities if city in names), None)
    if not asked or own is None:
        return None, ""
    group = peers.resolve(store, view, own, view.asof, "any")
    phrase = peers.phrase(group, view.data == "example")
    words = _("Shown: %(city)s and %(group)s.", city=names[own], group=phrase)
    return frozenset((*group.ids, own)), words
