"""What moved a city's score between two of its rounds: a waterfall over the points held in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.numbers import SHARED_POINTS_N
from analysis.scoring import Score
from components.chart_panel import Panel, chart_panel
from components.charts.dumbbell.dumbbell import City
from components.charts.waterfall.waterfall import DIGITS, Bridge, Step, signed, waterfall
from components.html import render
from components.scores.finding import score_of
from components.shell.fragment import fragment
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, ngettext, number
from data import queries
from data.rows import CityRow, PointRow, RollupRow
from data.store import Snapshot
from pages.compare.reading import SharedPoint, contributions

ID = "rounds-bridge"


class RoundPair(NamedTuple):
    """Two rounds of a city on the points scored in both; ``behind`` is the earlier one.

    start, end: printed scores on these points; beyond: printed, what is held in only one adds to
    the change of the totals, None where a total does not pass the gate. gained, lost: scored in
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
    def change(self) -> float:
        """Points of the score between them, as printed."""
        return round(self.end - self.start, DIGITS)

    @property
    def steps(self) -> list[Step]:
        """The points' printed contributions by theme, the largest first.

        Under the points score most points add the same; themes tell them apart.
        """
        short = {r.key: r.short_name for r in self.rollups if r.level == "category"}
        sums: dict[str, float] = defaultdict(float)
        for p in self.points:
            sums[_(short.get(p.first.category, p.first.category_name))] += p.step
        steps = [Step(name[:1].upper() + name[1:], round(n, DIGITS)) for name, n in sums.items()]
        return sorted((s for s in steps if s.size), key=lambda s: -s.size)


def round_pair(store: Snapshot, city_id: str, years: tuple[int, int], score: Score) -> RoundPair:
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
    return RoundPair(
        *cities, found.points, found.start, found.end, beyond, gained, lost, newest
    )  # fmt: skip


def chosen_years(view: View, years: Sequence[int]) -> tuple[tuple[int, int], str]:
    """The two rounds of the address, and a word where it names others than there are.

    Without a choice the first and the last; ``years`` are at least two, oldest first.
    """
    asked = view.between
    if asked is None:
        return (years[0], years[-1]), ""
    if asked[0] in years and asked[1] in years and asked[0] != asked[1]:
        return (min(asked), max(asked)), ""
    return (years[0], years[-1]), _(
        "There is no pair of rounds %(first)s and %(last)s here; the first and the last are shown.",
        first=asked[0],
        last=asked[1],
    )


def bridge(
    store: Snapshot, view: View, city: CityRow, years: Sequence[int], source: str
) -> Component:
    """The choice of two rounds and what lies between them; ``years`` are those drawn above it."""
    chosen, notice = chosen_years(view, years)
    pair = round_pair(store, city.id, chosen, view.score)
    enough = len(pair.points) >= SHARED_POINTS_N
    choice = render(
        "progress/rounds/bridge",
        pair=pair,
        enough=enough,
        notice=notice,
        years=years,
        chosen=chosen,
        said=_apart(pair),
    )
    csv = view.href(f"/progress/{city.id}/between.csv", between=chosen)
    table = render("compare/bridge", pair=pair, signed=signed, digits=DIGITS)
    if not enough:
        return html.Div(
            [fragment(choice), *([fragment(table, className="scroll")] if pair.points else [])],
            className="rounds-two",
            id="between",
        )
    title = _title(pair)
    bars = Bridge(pair.start, pair.steps, pair.end, pair.beyond)
    ends = (pair.ahead, pair.behind)
    panel = Panel(
        id=ID,
        title=title,
        subtitle=_(
            "%(city)s: %(score)s on the %(n)s points scored in both rounds",
            city=city.name,
            score=words.score_name(view.score),
            n=len(pair.points),
        ),
        summary=_(
            "%(title)s. %(first)s %(start)s, %(last)s %(end)s, on the %(n)s points of both rounds.",
            title=title,
            first=pair.behind.name,
            start=number(pair.start, DIGITS),
            last=pair.ahead.name,
            end=number(pair.end, DIGITS),
            n=len(pair.points),
        ),
        figure=waterfall(ends, bars),
        table=table,
        source=source,
        css="chart-rows",
        note=_note(pair, source, csv),
    )
    return html.Div([fragment(choice), chart_panel(panel)], className="rounds-two", id="between")


def _title(pair: RoundPair) -> str:
    """The finding over the waterfall: how much on the same points, and where most of it lies."""
    if not pair.change:
        return _("On the same points nothing has changed in sum")
    up = pair.change > 0
    largest = pair.steps[0 if up else -1]
    said = {
        "n": number(abs(pair.change), DIGITS),
        "part": number(abs(largest.size), DIGITS),
        "theme": largest.name,
    }
    if up:
        return _("On the same points up %(n)s, most of all %(theme)s with %(part)s", **said)
    return _("On the same points down %(n)s, most of all %(theme)s with %(part)s", **said)


def _apart(pair: RoundPair) -> list[tuple[str, tuple[PointRow, ...]]]:
    """Points held in one of both rounds, with their words."""
    return [
        (text, rows)
        for text, rows in (
            (_("Scored in %(year)s only", year=pair.ahead.name), pair.gained),
            (_("Scored in %(year)s only", year=pair.behind.name), pair.lost),
        )
        if rows
    ]


def _note(pair: RoundPair, source: str, csv: str) -> Markup:
    idle = sum(not p.step for p in pair.points)
    said = idle and ngettext(
        "One point of both rounds adds nothing.",
        "%(num)s points of both rounds add nothing.",
        idle,
    )
    return render("compare/source", said=said or "", source=source, files=[("CSV", csv)])
