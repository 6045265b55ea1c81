"""Comparisons with little to compare: no cities yet, nothing shared, too few points shared."""

from __future__ import annotations

from markupsafe import Markup

from analysis.numbers import SHARED_POINTS_N
from components.html import render
from components.words.i18n import _
from data.queries.compare import sharing
from pages.compare.choice import reason
from pages.compare.reading import CompareReading
from pages.compare.shared import Compared, Pair

MOST_LINKS = 5

Link = tuple[str, str, str]


def starts(reading: CompareReading) -> Markup:
    """Comparisons to begin with: the city with most points and those that share most with it."""
    reporting = [c for c in reading.everyone if c.newest_round is not None and c.n_scored]
    links: list[Link] = []
    if reporting and not reading.cities:
        first = max(reporting, key=lambda c: c.n_scored)
        links = [
            (
                _("%(a)s and %(b)s", a=first.name, b=other.name),
                reason(other),
                reading.href(first.id, other.id),
            )
            for other in sharing(reading.store, first.id, first.newest_round or 0)[:MOST_LINKS]
            if other.n_shared
        ]
    return render("compare/start", starts=links)


def apart(reading: CompareReading, found: Pair) -> Markup:
    """Nothing in common: both cities' own points and whom else each can be compared with."""
    return render(
        "compare/apart",
        sides=[
            {
                "city": city,
                "points": [p for p in city.card.points if p.value is not None],
                "links": _links(reading, city, 1),
                "href": reading.city_href(city.id),
            }
            for city in (found.ahead, found.behind)
        ],
    )


def more(reading: CompareReading, found: Pair) -> Markup:
    """For each city those that share enough with it for a score gap."""
    both = (found.ahead, found.behind)
    return render(
        "compare/more", links=[(c.name, _links(reading, c, SHARED_POINTS_N)) for c in both]
    )


def _links(reading: CompareReading, city: Compared, least: int) -> list[Link]:
    near = [c for c in reading.sharing_of(city) if c.n_shared >= least][:MOST_LINKS]
    return [(c.name, reason(c), reading.href(city.id, c.id)) for c in near]
