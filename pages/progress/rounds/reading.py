"""A city's rounds: the scores of each, and two of them point by point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analysis.numbers import SHARED_POINTS_N
from analysis.scoring import Score
from components.charts.dumbbell.dumbbell import City
from components.charts.waterfall.waterfall import DIGITS, Step
from components.scores.finding import score_of
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _
from data import queries
from data.queries.progress import score_rounds
from data.rows import CityRow, PointRow, RollupRow
from data.store import Snapshot
from data.trend_rows import ScoreRoundRow
from pages.compare.reading import SharedPoint, contributions
from pages.progress.reading import ProgressReading

Years = tuple[int, int]


class RoundPair(NamedTuple):
    """Two rounds of a city on the points scored in both; ``behind`` is the earlier one.

    start, end: printed scores on these points; beyond: printed, what points of only one round add
    to the change of the totals, None where a total does not pass the gate. gained, lost: scored in
    the later, the earlier round only.
    """

    ahead: City
    behind: City
    points: tuple[SharedPoint, ...]
    start: float
    end: float
    beyond: float | None
    gained: tuple[PointRow, ...]
    lost: tuple[PointRow, ...]
    rollups: tuple[RollupRow, ...]

    @property
    def enough(self) -> bool:
        """Whether a change of score may be shown (METHODS §3)."""
        return len(self.points) >= SHARED_POINTS_N

    @property
    def change(self) -> float:
        """Points of the score between them, as printed."""
        return round(self.end - self.start, DIGITS)

    @property
    def steps(self) -> list[Step]:
        """The points' printed contributions by category, the largest first.

        Under the points score most points add the same; categories tell them apart.
        """
        short = {r.key: r.short_name for r in self.rollups if r.level == "category"}
        sums: dict[str, float] = defaultdict(float)
        for p in self.points:
            sums[_(short.get(p.first.category, p.first.category_name))] += p.step
        steps = [Step(name[:1].upper() + name[1:], round(n, DIGITS)) for name, n in sums.items()]
        return sorted((s for s in steps if s.size), key=lambda s: -s.size)


@dataclass(frozen=True)
class Rounds:
    """The rounds of a city; ``years`` oldest first."""

    store: Snapshot
    view: View
    city: CityRow
    path: str
    drawn: tuple[ScoreRoundRow, ...]

    @cached_property
    def years(self) -> Sequence[int]:
        """Years of the rounds, oldest first."""
        return sorted({r.as_of for r in self.drawn})

    @cached_property
    def dimensions(self) -> list[list[ScoreRoundRow]]:
        """Rounds of each dimension in official order, oldest first."""
        return by_dimension(self.drawn)

    @cached_property
    def chosen(self) -> tuple[Years, str]:
        """The two rounds of the address, and a notice where it names others than there are."""
        return chosen_years(self.view, self.years)

    @cached_property
    def pair(self) -> RoundPair:
        """These two, point by point; at least two rounds are needed."""
        return round_pair(self.store, self.city.id, self.chosen[0], self.view.score)

    @property
    def source_line(self) -> str:
        """Source of the charts, as it is printed under a downloaded picture."""
        synthetic = _("Synthetic data, fictional cities. ") if self.view.data == "example" else ""
        return synthetic + _(
            "Source: %(city)s, %(kind)s %(first)s–%(last)s; U4SSC’s rule, targets of SSC Atlas; "
            "data version %(version)s.",
            city=self.city.name,
            kind=words.listing(list(dict.fromkeys(words.kind(r.kind) for r in self.drawn))),
            first=self.years[0],
            last=self.years[-1],
            version=self.store.version,
        )


def read_rounds(reading: ProgressReading) -> Rounds:
    """The rounds of a page's city."""
    drawn = score_rounds(reading.store, reading.city.id)
    return Rounds(reading.store, reading.view, reading.city, reading.path, drawn)


def by_dimension(rows: Sequence[ScoreRoundRow]) -> list[list[ScoreRoundRow]]:
    """Rounds of each dimension in official order, oldest first."""
    found = [r for r in rows if r.level == "dimension"]
    keys = dict.fromkeys(r.key for r in sorted(found, key=lambda r: r.position))
    return [[r for r in found if r.key == key] for key in keys]


def chosen_years(view: View, years: Sequence[int]) -> tuple[Years, str]:
    """The two rounds of the address, and a notice where it names others than there are.

    Without a choice the first and the last; ``years`` are at least two, oldest first.
    """
    asked = view.between
    if asked is None:
        return (years[0], years[-1]), ""
    if asked[0] in years and asked[1] in years and asked[0] != asked[1]:
        return (min(asked), max(asked)), ""
    return (years[0], years[-1]), _(
        "There are no two rounds %(first)s and %(last)s here; the first and the last are shown.",
        first=asked[0],
        last=asked[1],
    )


def round_pair(store: Snapshot, city_id: str, years: Years, score: Score) -> RoundPair:
    """The two rounds' scorecards, point by point; ``years``: the earlier one first."""
    before, after = (queries.scorecard(store, city_id, year, ()) for year in years)
    rows = list(zip(after, before, strict=True))
    scored = [(a, b) for a, b in rows if a.progress is not None and b.progress is not None]
    gained = tuple(a for a, b in rows if a.progress is not None and b.progress is None)
    lost = tuple(b for a, b in rows if a.progress is None and b.progress is not None)
    newest = queries.rollups(store, city_id, years[1], ())
    cities = City(str(years[1]), "city-a"), City(str(years[0]), "city-b")
    if not scored:
        return RoundPair(*cities, (), 0.0, 0.0, None, gained, lost, newest)
    found = contributions(scored, score)
    totals = [
        score_of(r, score)
        for rollups in (queries.rollups(store, city_id, years[0], ()), newest)
        for r in rollups
        if r.level == "overall" and r.passes_gate
    ]
    beyond = None
    if len(totals) == 2 and (gained or lost):
        beyond = round(round(totals[1] - totals[0], 2) - (found.end - found.start), DIGITS)
    return RoundPair(*cities, found.points, found.start, found.end, beyond, gained, lost, newest)
