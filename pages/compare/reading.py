"""What a comparison says: everything its page, its files and its callbacks are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from components.controls.lenses import lens_notices, lens_points
from components.view import View
from data import queries
from data.queries.compare import Sharing, sharing
from data.rows import CitySummary
from data.source_rows import BuildRow
from data.store import Snapshot
from pages.compare import words
from pages.compare.choice import Choice, choose
from pages.compare.shared import (
    MOST_CITIES,
    Compared,
    Pair,
    SharedPoint,
    SharedRow,
    contributions,
    pair,
    shared_rows,
)

__all__ = ["PATH", "CompareReading", "SharedPoint", "contributions", "read_compare"]

PATH = "/compare"
MOST_PROPOSED = 4


@dataclass(frozen=True)
class CompareReading:
    """The cities asked for and what they share; ``found`` is None with fewer than two reports.

    found: the first two cities; rows: the points of all; kept: the points of a lens, None = all.
    """

    store: Snapshot
    view: View
    choice: Choice
    kept: frozenset[str] | None
    found: Pair | None
    rows: Sequence[SharedRow]
    build: BuildRow

    @property
    def cities(self) -> tuple[Compared, ...]:
        """The cities compared, in the reader's order."""
        return self.choice.cities

    @property
    def full(self) -> bool:
        """Whether no further city can be added."""
        return len(self.choice.ids) >= MOST_CITIES

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be read as the address has it."""
        return (*self.choice.notices, *lens_notices(self.view))

    @property
    def source_line(self) -> str:
        """Source of every chart, as it is printed under a downloaded picture."""
        return words.source(self.view, self.cities, self.build)

    @cached_property
    def everyone(self) -> Sequence[CitySummary]:
        """Every city of the data set."""
        return queries.cities(self.store)

    @cached_property
    def sharing(self) -> Sequence[Sharing]:
        """What other cities share with the first one, the most shared points first."""
        return self.sharing_of(self.cities[0]) if self.cities else ()

    @property
    def proposed(self) -> Sequence[Sharing]:
        """Cities to add."""
        free = [c for c in self.sharing if c.n_shared and c.id not in self.choice.ids]
        return () if self.full else free[:MOST_PROPOSED]

    def sharing_of(self, city: Compared) -> Sequence[Sharing]:
        """What other cities share with ``city``, the most shared points first."""
        return sharing(self.store, city.id, city.report.as_of)

    def href(self, *cities: str, anchor: str = "") -> str:
        """Address of another comparison in this view."""
        return self.view.href(PATH, cities=cities) + (f"#{anchor}" if anchor else "")

    def city_href(self, city_id: str) -> str:
        """Address of a city's scorecard."""
        return self.view.elsewhere().href(f"/city/{city_id}", asof=self.view.asof)

    def source_href(self, city_id: str, point: str) -> str:
        """Address of the source of a value."""
        path = f"/city/{city_id}/source/{point}"
        return self.view.elsewhere().href(path, asof=self.view.asof)


def read_compare(store: Snapshot, view: View) -> CompareReading:
    """The reading of an address; cities that the data set does not have leave the view."""
    choice = choose(store, view)
    kept, cities = lens_points(view), choice.cities
    enough = len(cities) > 1
    return CompareReading(
        store=store,
        view=replace(view, cities=choice.ids),
        choice=choice,
        kept=kept,
        found=pair(cities[0], cities[1], view.score, kept) if enough else None,
        rows=shared_rows(cities, kept) if enough else (),
        build=queries.build(store),
    )
