"""The comparison in reading order: finding, how much is shared, gaps, why, profiles, values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components import compare_words, words
from components.compare_choice import Choice, reason
from components.compare_facts import MOST_CITIES, Compared, Pair, SharedRow, n_by_pair
from components.compare_panels import PATH, bridge_panel, dots_panel, files, gap_panel, gap_table
from components.compare_profiles import profiles, tiles, wheels
from components.compare_tables import heatmap, values, vintage
from components.coverage_matrix import WIDE_UP_TO
from components.fragment import fragment
from components.html import render
from components.i18n import _
from components.lenses import lens_note, lens_picker
from components.view import View
from data import coverage, queries
from data.queries.compare import Sharing, sharing
from data.store import Snapshot

MOST_NAMED = 3
"""Points named in a note; of more, only their number."""


def comparison(
    store: Snapshot,
    view: View,
    choice: Choice,
    found: Pair,
    rows: Sequence[SharedRow],
    kept: Collection[str] | None,
    proposed: Sequence[Sharing],
) -> list[Component]:
    """The page of two to six cities. ``found``: the first two; ``rows``: points of all.

    ``kept``: the points of the reader's lens, None = all.
    """
    cities = choice.cities
    source = compare_words.source(view, cities, queries.build(store))
    if len(cities) == 2:
        headline, held = compare_words.headline(found), ""
        rest = _two_rest(found)
    else:
        headline = compare_words.many_headline(cities, rows)
        held, rest = compare_words.many_held(cities, rows) + ".", ""
    body: list[Component] = [
        fragment(
            head(view, choice, proposed, headline, held, found if not held else None, rest),
            className="head cmp-head",
        )
    ]
    if kept is None:
        body.append(_section("tiles", "", fragment(tiles(cities, view.score))))
    if len(cities) == 2:
        body += _of_two(store, view, found, source)
    else:
        body += _of_many(store, view, cities, rows, found, source, kept)
    if kept is None:
        body.append(
            _section(
                "profiles",
                _("Where each stands, category by category"),
                profiles(view, cities, source),
                _("All on one scale from 0 to 100; the ring or line at 100 is the target."),
            )
        )
        if len(cities) == 2:
            body.append(_section("wheels", _("All points of both"), wheels(view, cities)))
    return body + _tables(store, view, cities, kept)


def _of_two(store: Snapshot, view: View, found: Pair, source: str) -> list[Component]:
    if not found.points:
        return [_apart(store, view, found)]
    if not found.enough:
        return [
            _section(
                "gaps",
                compare_words.gaps_title(found),
                html.Div(
                    [
                        fragment(gap_table(found), className="scroll", tabIndex="0"),
                        fragment(
                            render("compare_source", said="", source=source,
                                   files=files(view, "gaps")),
                            className="meta",
                        ),
                    ]
                ),
                _("Under five shared points a score gap would say more than is known."),
            ),
            _with_more(store, view, found),
        ]  # fmt: skip
    return [
        html.Section([_beside(gap_panel(view, found, source), _gap_notes(found))],
                     className="s cmp", id="gaps"),
        html.Section([_beside(bridge_panel(view, found, source), _bridge_notes(view, found))],
                     className="s cmp", id="why"),
    ]  # fmt: skip


def _of_many(
    store: Snapshot,
    view: View,
    cities: Sequence[Compared],
    rows: Sequence[SharedRow],
    found: Pair,
    source: str,
    kept: Collection[str] | None,
) -> list[Component]:
    body: list[Component] = []
    if rows:
        note = _(
            "A point counts for the cities that hold it; a city without it has no dot. Nothing is "
            "filled in."
        )
        body.append(
            html.Section(
                [_beside(dots_panel(view, cities, rows, source),
                         render("compare_notes", notes=[(_("What is compared"), note)]))],
                className="s cmp", id="gaps",
            )
        )  # fmt: skip
    pairs = render(
        "compare_pairs",
        pairs=[
            (
                a.name,
                b.name,
                n,
                view.href(PATH, cities=_first(view.cities, a.id, b.id)) + "#why",
                {a.id, b.id} == {found.ahead.id, found.behind.id},
            )
            for a, b, n in n_by_pair(cities, kept)
        ],
    )
    if found.enough:
        of_pair: Component = _beside(bridge_panel(view, found, source), _bridge_notes(view, found))
    else:
        of_pair = fragment(gap_table(found) if found.points else Markup(""), className="scroll")
    title = _("Two of them: %(finding)s", finding=compare_words.headline(found))
    return [*body, _section("why", title, html.Div([fragment(pairs), of_pair]))]


def _first(cities: Sequence[str], *lead: str) -> tuple[str, ...]:
    return (*lead, *(c for c in cities if c not in lead))


def _two_rest(found: Pair) -> str:
    if not found.points:
        return _("Each report was read in part: what is not held says nothing about the city.")
    return " ".join(
        t for t in (compare_words.tally(found), compare_words.share_of_lead(found)) if t
    )


def head(
    view: View,
    choice: Choice,
    proposed: Sequence[Sharing],
    headline: str,
    held: str,
    found: Pair | None,
    rest: str,
) -> Markup:
    """City chooser, the finding, how much is shared, whom to add."""
    shown = replace(view, cities=choice.ids)
    scoreable = sum(p.scored for p in choice.cities[0].card.points) if choice.cities else 0
    return render(
        "compare_head",
        view=view,
        cities=choice.cities,
        silent=choice.silent,
        unknown=[
            (
                u.id,
                (u.other[0], View(data=u.other[1]).href(PATH, cities=(u.id,))) if u.other else None,
                [(name, _adding(shown, key)) for key, name in u.similar],
            )
            for u in choice.unknown
        ],
        city_href=lambda key: view.elsewhere().href(f"/city/{key}"),
        remove_href=lambda key: shown.href(PATH, cities=tuple(c for c in choice.ids if c != key)),
        search=shown.href(f"{PATH}/cities.json") if len(choice.ids) < MOST_CITIES else None,
        most=MOST_CITIES,
        years=choice.years,
        lens_picker=lens_picker(view),
        lens_note=lens_note(view, PATH, _("Tiles, profiles and wheels show all points and rest.")),
        headline=headline,
        held=held,
        shared=(len(found.points), scoreable) if found else None,
        rest=rest,
        first=choice.cities[0].name if choice.cities else "",
        proposed=[(c.name, reason(c), _adding(shown, c.id)) for c in proposed]
        if len(choice.ids) < MOST_CITIES
        else [],
        example_href=None if view.data == "example" else _example(found),
    )


def _adding(view: View, key: str) -> str:
    return view.href(PATH, cities=(*view.cities, key))


def _example(found: Pair | None) -> str | None:
    """Where a comparison too thin to score can be seen in full."""
    if found is None or found.enough:
        return None
    return View(data="example").href(PATH)


def _beside(chart: Component, notes: Markup) -> Component:
    return html.Div([chart, fragment(notes, className="cmp-aside")], className="cmp-g")


def _gap_notes(found: Pair) -> Markup:
    n = len(found.points)
    scoreable = sum(p.scored for p in found.ahead.card.points)
    compared = _("Only what both hold here: %(n)s of %(m)s scoreable points.", n=n, m=scoreable)
    if found.no_target:
        compared += " " + _(
            "Held for both but without a target, so left out: %(points)s.",
            points=words.listing(_some(found.no_target)),
        )
    notes = [
        (_("What is compared"), compared),
        (
            _("Judged targets"),
            _("%(j)s of the %(n)s targets are our judgement.", j=found.n_judged, n=n),
        ),
        (
            _("Direction is built in"),
            _("Where less is better the scale is turned, so that right is always better."),
        ),
    ]
    return render("compare_notes", notes=notes)


def _some(names: Sequence[str]) -> list[str]:
    """The first few names, and how many more."""
    if len(names) <= MOST_NAMED:
        return list(names)
    return [*names[:MOST_NAMED], _("%(n)s more", n=len(names) - MOST_NAMED)]


def _bridge_notes(view: View, found: Pair) -> Markup:
    weights = (
        _("Every shared point counts the same: U4SSC’s rule of 1 to 4 points.")
        if view.score == "points"
        else _(
            "Equal weights for dimension, category, KPI and point, rescaled on the shared points: "
            "a dimension with one shared category gives that category all its weight."
        )
    )
    only = _(
        "%(n)s points are held for %(ahead)s only, %(m)s for %(behind)s only.",
        n=found.only_ahead,
        ahead=found.ahead.name,
        m=found.only_behind,
        behind=found.behind.name,
    )
    only += " " + (
        _("Both totals pass the coverage gate: the last bar is what these points add to the gap.")
        if found.beyond is not None
        else _("They are in no bar: a total is under the coverage gate (65 percent).")
    )
    notes = [(_("How the bars are weighed"), weights), (_("Not in the sum"), only)]
    other = "continuous" if view.score == "points" else "points"
    switch = (words.score_name(other), view.href(PATH, score=other))
    return render("compare_notes", notes=notes, switch=switch)


def _apart(store: Snapshot, view: View, found: Pair) -> Component:
    """Nothing in common: both cities' own points and whom else each can be compared with."""
    sides = []
    for city in (found.ahead, found.behind):
        near = [c for c in sharing(store, city.id, city.report.as_of) if c.n_shared]
        sides.append(
            {
                "city": city,
                "points": [p for p in city.card.points if p.value is not None],
                "links": [
                    (c.name, reason(c), view.href(PATH, cities=(city.id, c.id))) for c in near[:5]
                ],
                "href": view.elsewhere().href(f"/city/{city.id}"),
            }
        )
    return _section(
        "apart",
        _("What each of them holds"),
        fragment(render("compare_apart", sides=sides)),
        _("None of these points is held for both, so no gap can be told."),
    )


def _with_more(store: Snapshot, view: View, found: Pair) -> Component:
    links = [
        (
            city.name,
            [
                (c.name, reason(c), view.href(PATH, cities=(city.id, c.id)))
                for c in sharing(store, city.id, city.report.as_of)[:4]
                if c.n_shared >= 5
            ],
        )
        for city in (found.ahead, found.behind)
    ]
    return _section(
        "more", _("Who shares more with them"), fragment(render("compare_more", links=links))
    )


def _tables(
    store: Snapshot, view: View, cities: Sequence[Compared], kept: Collection[str] | None
) -> list[Component]:
    points = [p for p in queries.definitions(store) if kept is None or p.key in kept]
    ids = {c.id for c in cities}
    others = [c for c in coverage.cities(store) if c.as_of is not None and c.id not in ids]
    fits = len(others) + len(ids) <= WIDE_UP_TO
    cells = coverage.report_cells(store) if fits else ()
    return [
        html.Section(
            [fragment(heatmap(view, cities, points, others if fits else (), cells))],
            className="s cmp", id="holds",
        ),
        html.Section([fragment(values(view, cities, kept))], className="s cmp", id="values"),
        html.Section(
            [fragment(vintage(cities, queries.cities(store)))], className="s cmp", id="years"
        ),
    ]  # fmt: skip


def _section(key: str, title: str, content: Component, said: str = "") -> html.Section:
    heading = (
        [html.Div([html.H2(title), *([html.P(said)] if said else [])], className="sh")]
        if title
        else []
    )
    return html.Section([*heading, content], className="s cmp", id=key)
