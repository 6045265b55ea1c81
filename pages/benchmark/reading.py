"""What a benchmark says: everything its page, its files and its callbacks are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from components.charts.beeswarm.rows import Scale
from components.controls.chosen import MOST_CHOSEN, chosen_notice
from components.controls.lenses import chosen_lens, lens_notices
from components.controls.point_choice import first_choice, in_lens
from components.peers import group as peers
from components.view import View
from components.words.i18n import _
from data import queries
from data.queries import benchmark
from data.queries.benchmark import HeldCount
from data.settings import settings
from data.source_rows import BuildRow, DefinitionRow
from data.store import Snapshot
from pages.benchmark.lanes import Lane, lane, lane_year
from pages.benchmark.scale import scale

PATH = "/benchmark"
YES_NO = "yes/no"
_LAST = 9999  # no report is later: without a chosen year each city is at its own newest


class Subject(NamedTuple):
    """A data point and its two lanes, reports first."""

    point: DefinitionRow
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class BenchmarkReading:
    """One data point across all cities.

    second: the data point it is set against; held: how many cities have a value, by point; years:
    those a reader may choose; cities: names by id; group: peers of the first marked city with the
    city itself, None for all, and its words.
    """

    view: View
    build: BuildRow
    subject: Subject
    second: Subject | None
    points: Sequence[DefinitionRow]
    held: Mapping[str, HeldCount]
    years: Sequence[int]
    cities: Mapping[str, str]
    group: frozenset[str] | None
    group_text: str
    notices: tuple[str, ...]

    @property
    def point(self) -> DefinitionRow:
        """The data point of the page."""
        return self.subject.point

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Its lanes, reports first."""
        return self.subject.lanes

    @property
    def shown(self) -> list[Lane]:
        """Lanes with a value."""
        return [lane for lane in self.lanes if lane.rows]

    @property
    def yes_no(self) -> bool:
        """Whether the point is answered by yes or no: counted, not drawn on a scale."""
        return self.point.unit == YES_NO

    @property
    def example(self) -> bool:
        """Whether the cities are fictional."""
        return self.view.data == "example"

    @cached_property
    def marked(self) -> tuple[tuple[str, str], ...]:
        """The reader's cities that exist, as (id, name)."""
        return tuple((c, self.cities[c]) for c in self.view.cities if c in self.cities)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of the marked cities."""
        return frozenset(city for city, _name in self.marked)

    @cached_property
    def scale(self) -> Scale:
        """One scale for every drawing of the page."""
        return scale(self.point, self.shown)

    def file(self, name: str, extension: str) -> str:
        """Address of a file of the page."""
        return self.view.href(f"/{name}.{extension}", kpi=self.point.key)


def read_benchmark(store: Snapshot, view: View) -> BenchmarkReading | None:
    """The reading, None where the address names a data point that does not exist."""
    points = queries.definitions(store)
    held = held_by_point(store)
    pool = in_lens(view, points) or points
    point = queries.definition(store, view.kpi) if view.kpi else first_choice(pool, held)
    if point is None:
        return None
    cities = {c.id: c.name for c in queries.cities(store)}
    second, said = _second(store, view, point)
    unknown = [c for c in view.cities if c not in cities]
    first = next((c for c in view.cities if c in cities), None)
    group, group_text = _group(store, view, first, cities)
    return BenchmarkReading(
        view=view if second else replace(view, against=None),
        build=queries.build(store),
        subject=read_subject(store, point, view.asof),
        second=second,
        points=points,
        held=held,
        years=sorted({c.year for c in benchmark.point_years(store, point.key)}, reverse=True),
        cities=cities,
        group=group,
        group_text=group_text,
        notices=(*lens_notices(view), *chosen_notice(MOST_CHOSEN, unknown), *said),
    )


def held_by_point(store: Snapshot) -> dict[str, HeldCount]:
    """How many cities have a value, by point key."""
    return {row.point_key: row for row in benchmark.held_counts(store)}


def read_subject(store: Snapshot, point: DefinitionRow, asof: int | None) -> Subject:
    """The point with its reports and its other statistics, each at its own year."""
    counts = benchmark.point_years(store, point.key)
    reports, other = (lane_year(counts, kind, asof) for kind in (False, True))
    # A printed status may be later than the newest value: it still empties the point.
    until = asof if asof is not None else _LAST
    rows = benchmark.standings(store, point.key, until, other)
    window = settings().window_years
    return Subject(
        point, (lane(rows, False, reports, asof, window), lane(rows, True, other, asof, window))
    )


def _second(
    store: Snapshot, view: View, point: DefinitionRow
) -> tuple[Subject | None, tuple[str, ...]]:
    """The second data point of the address, or a word on why there is none."""
    if view.against is None:
        return None, ()
    second = queries.definition(store, view.against)
    if second is None:
        return None, (_("There is no data point “%(key)s” to compare with.", key=view.against),)
    if second.key == point.key:
        return None, (_("A data point against itself is a straight line; choose another."),)
    return read_subject(store, second, view.asof), ()


def _group(
    store: Snapshot, view: View, city: str | None, cities: Mapping[str, str]
) -> tuple[frozenset[str] | None, str]:
    """The peer group of the first marked city with itself; all cities where none was asked for."""
    asked = view.peers not in ("auto", "all") or view.pin or view.leave
    if not asked or city is None:
        return None, ""
    group = peers.resolve(store, view, city, view.asof, "any")
    words = _(
        "Median and middle half are those of %(city)s and %(group)s.",
        city=cities[city],
        group=peers.phrase(group, view.data == "example"),
    )
    return frozenset((*group.ids, city)), words


def lens_pool(reading: BenchmarkReading) -> list[DefinitionRow]:
    """Points to choose from: those of the lens, and the one on the page."""
    lens = chosen_lens(reading.view)
    keep = {*lens.points, reading.point.key} if lens else None
    return [p for p in reading.points if keep is None or p.key in keep]
