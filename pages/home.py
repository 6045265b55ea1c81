"""Home: what this is, how my city is doing, and what can be asked."""

from __future__ import annotations

from typing import Any, NamedTuple

import dash
from dash.development.base_component import Component

from components import shell, words
from components.fragment import fragment
from components.guard import guarded
from components.html import render
from components.i18n import _, number
from components.view import View
from data import queries
from data.queries.progress import city_trends
from data.rows import CitySummary
from data.store import Snapshot, snapshot

dash.register_page(__name__, path="/", title=shell.title(), name="Home")


EMPLOYMENT = "economy-employment"


class Question(NamedTuple):
    """A question a reader may come with and the filled view that answers it."""

    text: str
    answer: str
    href: str


@guarded
def layout(**query: Any) -> Component:
    """The entrance; never empty while one city is held."""
    view = View.from_query(query)
    store = snapshot(view.data)
    cities = queries.cities(store)
    reporting = sorted((c for c in cities if c.newest_round), key=lambda c: (-c.n_scored, c.name))
    body = fragment(
        render(
            "home",
            facts=queries.facts(store),
            questions=_questions(view, store, reporting),
            reporting=reporting,
            others=len(cities) - len(reporting),
            city_href=lambda c: view.elsewhere().href(f"/city/{c.id}"),
            cities_href=view.elsewhere().href("/cities"),
            search=view.elsewhere().href("/cities.json"),
            synthetic=view.data == "example",
            number=number,
            people=words.people,
        ),
        className="home",
    )
    return shell.page(view, queries.build(store), "/", [body])


def _questions(view: View, store: Snapshot, reporting: list[CitySummary]) -> list[Question]:
    keep = view.elsewhere()
    first, second, third = (reporting[min(i, len(reporting) - 1)] for i in (0, 1, 3))
    point = next(
        (p for p in queries.scorecard(store, second.id, second.newest_round, ()) if p.band), None
    )
    moving = city_trends(store)[0]
    full = queries.cities(snapshot("example"))
    example = max(full, key=lambda c: (c.n_scored, c.id))
    return [
        Question(
            _("How is %(city)s doing, and what comes next?", city=first.name),
            _("Scorecard, wheel and cheapest next steps"),
            keep.href(f"/city/{first.id}"),
        ),
        Question(
            _("Where does a number of %(city)s come from?", city=second.name),
            _("%(point)s, opened to its source", point=point.name) if point else _("Scorecard"),
            keep.href(f"/city/{second.id}", point=point.key if point else None),
        ),
        Question(
            _(
                "Where is %(one)s ahead of %(other)s, and by what?",
                one=first.name,
                other=third.name,
            ),
            _("The points both hold, each gap, and the score taken apart"),
            keep.href("/compare", cities=(first.id, third.id)),
        ),
        Question(
            _("Is %(city)s on course for 2030?", city=moving.name),
            _("Its targets of SDG 11: level, trend and the change a year that would do it"),
            keep.href(f"/progress/{moving.id}"),
        ),
        Question(
            _("Where do cities stand, and since when?"),
            _("The map, year by year"),
            keep.href("/map"),
        ),
        Question(
            _("Who leads in employment, and how sure is that?"),
            _("Ranks as intervals, with weights to move"),
            keep.href("/index", category=EMPLOYMENT),
        ),
        Question(
            _("What does a full submission look like?"),
            _(
                "%(city)s, a fictional city with %(n)s of %(m)s points",
                city=example.name,
                n=example.n_scored,
                m=example.n_scoreable,
            ),
            View(data="example").href(f"/city/{example.id}"),
        ),
    ]
