"""What Progress says of a city: everything its page, its files and its callbacks are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from components.peers import group as peers
from components.view import View
from components.words.i18n import _, ngettext
from data import queries
from data.queries import PeerGroup
from data.queries.progress import sdg_points, series, trend_basis
from data.queries.retrend import trends
from data.rows import CityRow
from data.settings import settings
from data.source_rows import BuildRow, DefinitionRow
from data.store import Snapshot
from data.trend_rows import SeriesRow, TrendBasisRow
from pages.progress import words as say
from pages.progress.parts import Parts
from pages.progress.points import OTHER, PointProgress, read_points
from pages.progress.scope import Options, Scope, choices, resolve, single

PATH = "/progress"
MOST_CITIES = 6
"""Cities in the chart of one point: as many as have a colour."""
_MOST_SOURCES = 4


def path_of(city_id: str) -> str:
    """Address of a city's page without its query."""
    return f"{PATH}/{city_id}"


@dataclass(frozen=True)
class ProgressReading:
    """A city's points of a scope, judged as of a year from a first year on.

    rows: every value and printed status behind them, also later ones and those that do not count.
    window: years before ``as_of`` that still count.
    """

    store: Snapshot
    view: View
    city: CityRow
    scope: Scope
    points: tuple[PointProgress, ...]
    rows: tuple[SeriesRow, ...]
    as_of: int
    since: int
    window: int
    basis: TrendBasisRow
    build: BuildRow

    @property
    def path(self) -> str:
        """Address of the page."""
        return path_of(self.city.id)

    @property
    def example(self) -> bool:
        """Whether the city is fictional."""
        return self.view.data == "example"

    @property
    def has_values(self) -> bool:
        """Whether any point of the scope has a value up to the as-of year."""
        return any(p.held for p in self.points)

    @cached_property
    def parts(self) -> Parts:
        """The points by what can be drawn of them."""
        return Parts(self.points)

    @cached_property
    def span(self) -> tuple[int, int]:
        """First and last year of all charts: from the first value to 2030, or to a later value."""
        years = [row.year for p in self.points for line in p.values for row in line]
        return min([*years, self.as_of]), max([*years, self.basis.goal_year])

    @cached_property
    def years(self) -> list[int]:
        """Years with a value, the newest first."""
        return sorted({row.year for row in self.rows if row.value is not None}, reverse=True)

    @cached_property
    def group(self) -> PeerGroup:
        """The cities shown for comparison, also those with other statistics alone."""
        return peers.resolve(self.store, self.view, self.city.id, None, "any")

    @cached_property
    def peers_phrase(self) -> str:
        """The peer group as it is spoken of."""
        return peers.phrase(self.group, self.example)

    @cached_property
    def scopes(self) -> list[Options]:
        """Every set of points there is."""
        return choices(queries.definitions(self.store), sdg_points(self.store))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of all cities by id."""
        return {city.id: city.name for city in queries.cities(self.store)}

    @cached_property
    def point(self) -> DefinitionRow | None:
        """The one point that is shown large, None without one."""
        return queries.definition(self.store, self.view.kpi) if self.view.kpi else None

    @cached_property
    def of_cities(self) -> Sequence[ProgressReading]:
        """Readings of that point alone, of this city first, then of the cities of the address."""
        if self.point is None:
            return ()
        found = []
        for city_id in list(dict.fromkeys((self.city.id, *self.view.cities)))[:MOST_CITIES]:
            city = queries.city(self.store, city_id)
            if city is not None:
                found.append(read_scope(self.store, self.view, city, single(self.point)))
        return found

    @cached_property
    def source_line(self) -> str:
        """Source of the page's charts, as it is printed under a downloaded picture."""
        names = dict.fromkeys(
            say.source_name(row, self.example)
            for kind in (False, True)
            for p in self.points
            for row in p.series
            if (row.kind == OTHER) == kind
        )
        shown = list(names)[:_MOST_SOURCES]
        more = len(names) - len(shown)
        if more:
            shown.append(ngettext("%(num)s more", "%(num)s more", more))
        synthetic = _("Synthetic data, fictional city. ") if self.example else ""
        return synthetic + _(
            "Source: %(names)s; 2030 targets of SSC Atlas; data version %(version)s.",
            names="; ".join(shown) or _("no values"),
            version=self.build.version,
        )


def read_progress(store: Snapshot, view: View, city: CityRow) -> ProgressReading | None:
    """The reading of the address, None where it names no set of points."""
    scope = resolve(view.scope, queries.definitions(store), sdg_points(store))
    return read_scope(store, view, city, scope) if scope else None


def read_scope(store: Snapshot, view: View, city: CityRow, scope: Scope) -> ProgressReading:
    """The points of the scope with their series."""
    basis = trend_basis(store)
    as_of = view.asof or basis.as_of
    kept = {key: i for i, key in enumerate(scope.points)}
    own = [p for p in queries.definitions(store) if p.key in kept]
    rows = tuple(row for row in series(store, city.id) if row.point_key in kept)
    judged = trends(store, city.id, view.asof, view.since)
    return ProgressReading(
        store=store,
        view=view,
        city=city,
        scope=scope,
        points=read_points(
            sorted(own, key=lambda p: kept[p.key]),
            (t for t in judged if t.point_key in kept),
            rows,
            as_of,
        ),
        rows=rows,
        as_of=as_of,
        since=view.since or basis.since,
        window=settings().window_years,
        basis=basis,
        build=queries.build(store),
    )
