"""The index of an address: everything the page, its files and its callbacks say of it.

Scores and ranks as chosen are quick, so that they follow a hand on a slider. The draws take some
tenths of a second; they are made when something first asks for them, and kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from analysis.index import Choice, Table, group_sizes, may_rank, may_take_percentiles, nominal
from analysis.numbers import MEDIAN_N
from analysis.one_at_a_time import Change, one_at_a_time
from analysis.ranks import Ranking, Standing, ranking, standing
from components.view import View
from components.words.i18n import _
from data import queries
from data.queries.index import IndexCell, IndexCity, index_cells, index_cities
from data.source_rows import BuildRow
from data.store import Snapshot
from pages.index_lab.block import Block, Kind, Offer, blocks, chosen, offers
from pages.index_lab.table import index_table

PATH = "/index"
EQUAL_WEIGHT = 50.0
MOST_WEIGHT = 100.0
"""Where the sliders stand at first, and where they end."""


class Weighed(NamedTuple):
    """A group with its slider (0..100) and its share of an index without gaps, 0..1."""

    key: str
    name: str
    slider: float
    share: float


class Thin(NamedTuple):
    """A city with too few points: what it has, its provisional score and what that could be."""

    city: IndexCity
    n_held: int
    n_scoreable: int
    score: float
    low: float
    high: float


class Scope(NamedTuple):
    """Whose values of which points: all that a table depends on."""

    store: Snapshot
    as_of: int | None
    by: str
    leave: tuple[str, ...]
    kind: Kind
    key: str


@dataclass(frozen=True)
class IndexReading:
    """A block of points, the reader's choice, and every city's values of it."""

    scope: Scope
    view: View
    build: BuildRow
    offered: Sequence[Offer]
    block: Block
    choice: Choice
    weighed: tuple[Weighed, ...]
    cities: Mapping[str, IndexCity]
    table: Table
    notices: tuple[str, ...]

    @cached_property
    def standing(self) -> Standing:
        """Scores and ranks as chosen, of the cities with enough points, in the order of ids."""
        return standing(self.table, self.choice)

    @property
    def ids(self) -> tuple[str, ...]:
        """The cities with enough points."""
        return self.standing.table.ids

    @property
    def has_ranks(self) -> bool:
        """Whether there are cities enough for ranks (METHODS §6)."""
        return len(self.ids) >= MEDIAN_N

    @property
    def ranking(self) -> Ranking:
        """The same cities with what the draws say."""
        return _ranking(self.scope, self.choice)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the cities with enough points."""
        return tuple(self.cities[city].name for city in self.ids)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Places among ``ids`` as the page lists them: by median rank; without ranks by name."""
        if self.has_ranks:
            return tuple(map(int, self.ranking.order))
        return tuple(sorted(range(len(self.ids)), key=self.names.__getitem__))

    @property
    def example(self) -> bool:
        """Whether the cities are fictional."""
        return self.view.data == "example"

    @property
    def changes(self) -> list[Change]:
        """Ranks after one change at a time, none where there are no ranks."""
        return _changes(self.scope, self.choice) if self.has_ranks else []

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], IndexCell]:
        """Values by city and point."""
        cells = index_cells(self.scope.store, self.scope.as_of)
        return {(cell.city_id, cell.point_key): cell for cell in cells}

    @property
    def n_empty(self) -> int:
        """How many cities with a report have none of the points."""
        return int((~self.table.held.any(axis=1)).sum())

    @property
    def nobody(self) -> tuple[str, ...]:
        """Names of the points that no city has."""
        anyone = np.any(self.table.held, axis=0)
        return tuple(
            row.name for row, any_ in zip(self.block.rows, anyone, strict=True) if not any_
        )

    @cached_property
    def thin(self) -> tuple[Thin, ...]:
        """Cities with too few of the points, most points first.

        Their score is of progress: a percentile among others would be a rank by another name.
        """
        some = ~may_rank(self.table, self.choice) & self.table.held.any(axis=1)
        rest = self.table.rows(np.flatnonzero(some))
        if not rest.ids:
            return ()
        found = nominal(rest, self.choice._replace(scale="progress"))
        thin = [
            Thin(self.cities[city], int(held), int(of), float(score), float(low), float(high))
            for city, held, of, score, low, high in zip(
                rest.ids,
                np.sum(rest.held, axis=1),
                np.sum(rest.applicable, axis=1),
                found.score,
                found.low,
                found.high,
                strict=True,
            )
        ]
        return tuple(sorted(thin, key=lambda row: (-row.n_held, row.city.name)))


def read_index(store: Snapshot, view: View) -> IndexReading:
    """The reading of an address; what of it could not be followed is in its notices."""
    offered = _offers(store, view.asof, view.by, view.leave)
    block, notices = chosen(view, offered)
    scope = Scope(store, view.asof, view.by, view.leave, block.kind, block.key)
    table = _table(scope)
    weights, more = _weights(view, block)
    choice = Choice(weights, view.mean, view.by, view.scale)
    enough = may_take_percentiles(int(may_rank(table, choice).sum()))
    if choice.scale == "percentile" and not enough:
        choice = choice._replace(scale="progress")
        more += (_("Percentiles need at least 8 ranked cities; the progress score is shown."),)
    return IndexReading(
        scope=scope,
        view=view,
        build=queries.build(store),
        offered=offered,
        block=block,
        choice=choice,
        weighed=_weighed(block, choice, table),
        cities={city.id: city for city in _cities(store, view.asof, view.leave)},
        table=table,
        notices=(*notices, *more),
    )


@lru_cache(maxsize=64)
def _offers(store: Snapshot, as_of: int | None, by: str, leave: tuple[str, ...]) -> list[Offer]:
    return offers(
        list(blocks(queries.definitions(store), by)),
        _cities(store, as_of, leave),
        index_cells(store, as_of),
    )


def _cities(store: Snapshot, as_of: int | None, leave: Sequence[str]) -> list[IndexCity]:
    return [city for city in index_cities(store, as_of) if city.id not in leave]


@lru_cache(maxsize=64)
def _table(scope: Scope) -> Table:
    store, as_of, by, leave, kind, key = scope
    block = next(b for b, _n in _offers(store, as_of, by, leave) if (b.kind, b.key) == (kind, key))
    cities, cells = _cities(store, as_of, leave), index_cells(store, as_of)
    return index_table(cities, cells, block.rows, block.group_of)


@lru_cache(maxsize=64)
def _ranking(scope: Scope, choice: Choice) -> Ranking:
    return ranking(_table(scope), choice)


@lru_cache(maxsize=64)
def _changes(scope: Scope, choice: Choice) -> list[Change]:
    return one_at_a_time(standing(_table(scope), choice).table, choice)


def _weights(view: View, block: Block) -> tuple[tuple[float, ...] | None, tuple[str, ...]]:
    """The reader's weights in the groups' order, None = equal; what had to be said about them."""
    given = dict(view.weights)
    keys = [group.key for group in block.groups]
    own = [given.get(key, EQUAL_WEIGHT) for key in keys]
    notices: tuple[str, ...] = ()
    if set(given) - set(keys):
        notices = (_("Weights of parts that this index does not have are ignored."),)
    if own and not any(own):
        zero = _("All weights were zero, which leaves nothing to count: they are taken as equal.")
        return None, (*notices, zero)
    most = max(own, default=0.0)
    if most > MOST_WEIGHT:
        # Only ratios count, and a slider has an end.
        own = [weight / most * MOST_WEIGHT for weight in own]
        scaled = _("Weights above 100 are scaled down together; only their ratios count.")
        notices = (*notices, scaled)
    return (tuple(own) if given else None), notices


def _weighed(block: Block, choice: Choice, table: Table) -> tuple[Weighed, ...]:
    if not block.rows:
        return ()
    own = np.array(choice.weights or [EQUAL_WEIGHT] * len(block.groups))
    sized = own * group_sizes(table.points, choice)
    return tuple(
        Weighed(group.key, group.name, float(weight), float(share))
        for group, weight, share in zip(block.groups, own, sized / sized.sum(), strict=True)
    )
