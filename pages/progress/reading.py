"""What a page of progress and its files are both made from."""

from __future__ import annotations

from typing import NamedTuple

from components.view import View
from data import queries
from data.queries.progress import sdg_points, series, trend_basis
from data.queries.retrend import trends
from data.rows import CityRow
from data.settings import settings
from data.store import Snapshot
from data.trend_rows import SeriesRow, TrendBasisRow
from pages.progress.points import PointProgress, read_points
from pages.progress.scope import Scope, resolve


class Subject(NamedTuple):
    """A city's points of a scope, judged as of a year from a first year on.

    rows: every value and printed status behind them, later ones and those not used included.
    window: years before ``as_of`` that still count.
    """

    city: CityRow
    scope: Scope
    points: tuple[PointProgress, ...]
    rows: tuple[SeriesRow, ...]
    as_of: int
    since: int
    window: int
    basis: TrendBasisRow

    @property
    def span(self) -> tuple[int, int]:
        """The rule of years of all charts: from the first value to 2030, or to a later value."""
        years = [row.year for p in self.points for line in p.values for row in line]
        first = min([*years, self.as_of])
        return first, max([*years, self.basis.goal_year])


def chosen_scope(store: Snapshot, view: View) -> Scope | None:
    """The scope of the address, None where it names none."""
    return resolve(view.scope, queries.definitions(store), sdg_points(store))


def read_subject(store: Snapshot, view: View, city: CityRow, scope: Scope) -> Subject:
    """The points of the scope with their series."""
    basis = trend_basis(store)
    as_of = view.asof or basis.as_of
    kept = set(scope.points)
    order = {key: i for i, key in enumerate(scope.points)}
    points = sorted(
        (p for p in queries.definitions(store) if p.key in kept), key=lambda p: order[p.key]
    )
    rows = tuple(row for row in series(store, city.id) if row.point_key in kept)
    judged = trends(store, city.id, view.asof, view.since)
    return Subject(
        city,
        scope,
        read_points(points, (t for t in judged if t.point_key in kept), rows, as_of),
        rows,
        as_of,
        view.since or basis.since,
        settings().window_years,
        basis,
    )
