"""The index of an address: its block, the reader's choice, ranks and what each change does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from analysis.index import (
    Choice,
    Nominal,
    Table,
    group_sizes,
    may_rank,
    may_take_percentiles,
    nominal,
)
from analysis.numbers import MEDIAN_N
from analysis.one_at_a_time import Change, one_at_a_time
from analysis.ranks import Ranking, ranking, ranks
from components.view import View
from components.words.i18n import _
from data import queries
from data.queries.index import IndexCell, IndexCity, index_cells, index_cities
from data.source_rows import BuildRow
from data.store import Snapshot
from pages.index_lab.block import Block, Offer, blocks, chosen, offers
from pages.index_lab.table import index_table

EQUAL_WEIGHT = 50.0
MOST_WEIGHT = 100.0
"""Where the sliders stand at first, and where they end."""


class Weighed(NamedTuple):
    """A group with its slider (0..100) and its share of an index that is held in full, 0..1."""

    key: str
    name: str
    n_points: int
    slider: float
    size: float
    share: float


class Thin(NamedTuple):
    """A city under the gate: what it holds, its provisional score and what that could be."""

    city: IndexCity
    n_held: int
    n_scoreable: int
    score: float
    low: float
    high: float


class Study(NamedTuple):
    """All that the page says. ``ranking`` and ``model`` are of the ranked cities in id order.

    cities: of the data set by id; table: all of them; ranked: those at the gate; thin: those under
    it that hold something; n_empty: the rest; changes: none where there are no ranks.
    """

    block: Block
    choice: Choice
    weighed: tuple[Weighed, ...]
    cities: dict[str, IndexCity]
    table: Table
    ranked: Table
    ranking: Ranking
    changes: list[Change]
    thin: tuple[Thin, ...]
    n_empty: int
    nobody: tuple[str, ...]
    cells: dict[tuple[str, str], IndexCell]
    notices: tuple[str, ...]

    @property
    def has_ranks(self) -> bool:
        """Whether there are cities enough for ranks (METHODS §6)."""
        return len(self.ranking.ids) >= MEDIAN_N


@dataclass(frozen=True)
class IndexReading:
    """An index of an address: the study, the blocks there are to choose from, notices."""

    view: View
    study: Study
    offered: Sequence[Offer]
    build: BuildRow
    notices: tuple[str, ...]


def read_index(store: Snapshot, view: View) -> IndexReading:
    """The reading of an address; every state of it gives one."""
    found, offered, notices = study(store, view)
    return IndexReading(view, found, offered, queries.build(store), notices)


class Place(NamedTuple):
    """A ranked city as chosen: its rank, None where there are none, and its score."""

    id: str
    name: str
    rank: int | None
    score: float


def order_of(store: Snapshot, view: View) -> tuple[list[Place], tuple[float, ...]]:
    """Places at the weights of an address, best first, and each part's share, 0..1.

    What follows a slider: one sum over the study of equal weights, no draws.
    """
    plain, _offered, _notices = study(store, replace(view, weights=()))
    weights, _more = _weights(view, plain.block)
    choice = plain.choice._replace(weights=weights)
    score = nominal(plain.ranked, choice).score
    shares = tuple(each.share for each in _weighed(plain.block, choice, plain.table))
    return places(plain, score, ranks(score)), shares


def places(study: Study, score: Iterable[float], rank: Iterable[int]) -> list[Place]:
    """The ranked cities in their order as chosen: by rank, of no ranks by name."""
    found = [
        Place(city, study.cities[city].name, int(r) if study.has_ranks else None, float(s))
        for city, s, r in zip(study.ranking.ids, score, rank, strict=True)
    ]
    return sorted(found, key=lambda place: (place.rank or 0, place.name))


def study(store: Snapshot, view: View) -> tuple[Study, list[Offer], tuple[str, ...]]:
    """The study of an address, the blocks there are to choose from, and notices."""
    offered = _offers(store, view.asof, view.by, view.leave)
    block, notices = chosen(view, offered)
    weights, more = _weights(view, block)
    choice = Choice(weights, view.mean, view.by, view.scale)
    found = _computed(store, view.asof, view.leave, block, choice)
    return found, offered, (*notices, *more, *found.notices)


@lru_cache(maxsize=64)
def _offers(store: Snapshot, as_of: int | None, by: str, leave: tuple[str, ...]) -> list[Offer]:
    return offers(
        list(blocks(queries.definitions(store), by)),
        _cities(store, as_of, leave),
        index_cells(store, as_of),
    )


def _cities(store: Snapshot, as_of: int | None, leave: Sequence[str]) -> list[IndexCity]:
    return [city for city in index_cities(store, as_of) if city.id not in leave]


def _weights(view: View, block: Block) -> tuple[tuple[float, ...] | None, tuple[str, ...]]:
    """The reader's weights in the groups' order, None = equal; what had to be said about them."""
    given = dict(view.weights)
    keys = [group.key for group in block.groups]
    own = [given.get(key, EQUAL_WEIGHT) for key in keys]
    notices = []
    if set(given) - set(keys):
        notices.append(_("Weights of parts that this index does not have are left aside."))
    if own and not any(own):
        notices.append(
            _("All weights were zero, which leaves nothing to count: they are taken as equal.")
        )
        return None, tuple(notices)
    most = max(own, default=0.0)
    if most > MOST_WEIGHT:
        # Only ratios count, and a slider has an end.
        own = [weight / most * MOST_WEIGHT for weight in own]
        notices.append(_("Weights above 100 are scaled down together; only their ratios count."))
    return (tuple(own) if given else None), tuple(notices)


@lru_cache(maxsize=64)
def _computed(
    store: Snapshot, as_of: int | None, leave: tuple[str, ...], block: Block, choice: Choice
) -> Study:
    cities, cells = _cities(store, as_of, leave), index_cells(store, as_of)
    table = index_table(cities, cells, block.rows, block.group_of)
    may = may_rank(table, choice)
    notices: tuple[str, ...] = ()
    if choice.scale == "percentile" and not may_take_percentiles(int(may.sum())):
        choice = choice._replace(scale="progress")
        notices = (_("Percentiles need at least 8 ranked cities; the progress score is shown."),)
    found = ranking(table, choice)
    place = {city: i for i, city in enumerate(table.ids)}
    ranked = table.rows([place[city] for city in found.ids])
    by_id = {city.id: city for city in cities}
    return Study(
        block=block,
        choice=choice,
        weighed=_weighed(block, choice, table),
        cities=by_id,
        table=table,
        ranked=ranked,
        ranking=found,
        changes=one_at_a_time(ranked, choice) if len(found.ids) >= MEDIAN_N else [],
        thin=_thin(table, may, choice, by_id),
        n_empty=int((~table.held.any(axis=1)).sum()),
        nobody=tuple(
            row.name
            for row, anyone in zip(block.rows, np.any(table.held, axis=0), strict=True)
            if not anyone
        ),
        cells={(cell.city_id, cell.point_key): cell for cell in cells},
        notices=notices,
    )


def _weighed(block: Block, choice: Choice, table: Table) -> tuple[Weighed, ...]:
    if not block.rows:
        return ()
    sizes = group_sizes(table.points, choice)
    own = np.array(choice.weights or [EQUAL_WEIGHT] * len(block.groups))
    shares = own * sizes / (own * sizes).sum()
    return tuple(
        Weighed(group.key, group.name, group.n_points, float(w), float(size), float(share))
        for group, w, size, share in zip(block.groups, own, sizes, shares, strict=True)
    )


def _thin(
    table: Table,
    may: np.ndarray[tuple[int], np.dtype[np.bool_]],
    choice: Choice,
    by_id: dict[str, IndexCity],
) -> tuple[Thin, ...]:
    """Cities under the gate that hold something, most points first.

    Their score is of progress: a percentile among others would be a rank by another name.
    """
    rest = table.rows(np.flatnonzero(~may & table.held.any(axis=1)))
    if not rest.ids:
        return ()
    found: Nominal = nominal(rest, choice._replace(scale="progress"))
    thin = [
        Thin(by_id[city], int(held), int(of), float(score), float(low), float(high))
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
