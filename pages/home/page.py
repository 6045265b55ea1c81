"""Home: what this is, how my city is doing, and what can be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import dash
from dash import html

from components.html import render
from components.html_part import HtmlPart
from components.shell.find import find
from components.shell.full_submission import fullest
from components.shell.page import Content, page_layout, title
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, number
from data import queries
from data.queries.progress import city_trends
from data.rows import CitySummary
from data.store import Snapshot

EMPLOYMENT = "economy-employment"


class Question(NamedTuple):
    """A question a reader may come with and the filled view that answers it."""

    text: str
    answer: str
    href: str


@page_layout
def layout(store: Snapshot, view: View) -> Content:
    """The entrance; never empty while one city is available."""
    cities = queries.cities(store)
    reporting = sorted((c for c in cities if c.newest_round), key=lambda c: (-c.n_scored, c.name))
    rest = render(
        "home/page",
        facts=queries.facts(store),
        questions=_questions(view, store, reporting),
        reporting=reporting,
        others=len(cities) - len(reporting),
        city_href=lambda c: view.elsewhere().href(f"/city/{c.id}"),
        cities_href=view.elsewhere().href("/cities"),
        synthetic=view.data == "example",
        number=number,
        people=words.people,
    )
    hero = html.Div([HtmlPart(render("home/hero")), find("home")], className="head hero")
    return Content(view, "/", [hero, HtmlPart(rest, className="home")])


dash.register_page(__name__, path="/", title=title(), name="Home", layout=layout)


def _questions(view: View, store: Snapshot, reporting: Sequence[CitySummary]) -> Iterator[Question]:
    """One for each thing that this data set can answer."""
    keep = view.elsewhere()
    scored = [city for city in reporting if city.n_scored]
    if scored:
        yield Question(
            _("How is %(city)s doing, and what comes next?", city=scored[0].name),
            _("Scorecard, wheel and the next levels within reach"),
            keep.href(f"/city/{scored[0].id}"),
        )
        yield _number(keep, store, scored[:2][-1])
    if len(scored) > 1:
        one, other = scored[0], scored[:4][-1]
        yield Question(
            _("Where is %(one)s ahead of %(other)s, and by what?", one=one.name, other=other.name),
            _("The points both have, each gap, and the score taken apart"),
            keep.href("/compare", cities=(one.id, other.id)),
        )
    if (moving := city_trends(store)[0]).n_judged:
        yield Question(
            _("Is %(city)s on course for 2030?", city=moving.name),
            _("Its targets of SDG 11: level, trend and the change a year that would do it"),
            keep.href(f"/progress/{moving.id}"),
        )
    yield Question(
        _("Where do cities stand, and since when?"), _("The map, year by year"), keep.href("/map")
    )
    if len(scored) > 1:
        yield Question(
            _("Who leads in employment, and how sure is that?"),
            _("Ranks as intervals, with weights to move"),
            keep.href("/index", category=EMPLOYMENT),
        )
    if full := fullest():
        yield Question(
            _("What does a full submission look like?"),
            _(
                "%(city)s, a fictional city with %(n)s of %(m)s points",
                city=full.name,
                n=full.n_scored,
                m=full.n_scoreable,
            ),
            View(data="example").href(f"/city/{full.id}"),
        )


def _number(keep: View, store: Snapshot, city: CitySummary) -> Question:
    """One of the city's numbers, opened to its source."""
    point = next(p for p in queries.scorecard(store, city.id, city.newest_round, ()) if p.band)
    return Question(
        _("Where does a number of %(city)s come from?", city=city.name),
        _("%(point)s, opened to its source", point=point.name),
        keep.href(f"/city/{city.id}", point=point.key),
    )
