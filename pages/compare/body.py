"""The comparison in reading order: finding, how much is shared, gaps, why, profiles, values."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.html import render
from components.shell.fragment import fragment
from components.table.coverage_matrix import WIDE_UP_TO
from components.view import View
from components.words.i18n import _
from data import coverage, queries
from data.queries.compare import Sharing, sharing
from data.store import Snapshot
from pages.compare import words as compare_words
from pages.compare.choice import Choice, reason
from pages.compare.head import head
from pages.compare.notes import bridge_notes, gap_notes
from pages.compare.panels import PATH, bridge_panel, dots_panel, files, gap_panel, gap_table
from pages.compare.profiles import profiles
from pages.compare.reading import Compared, Pair, SharedRow, n_by_pair
from pages.compare.tables import heatmap, values, vintage
from pages.compare.tiles import tiles, wheels


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
                            render("compare/source", said="", source=source,
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
        html.Section([_beside(gap_panel(view, found, source), gap_notes(found))],
                     className="s cmp", id="gaps"),
        html.Section([_beside(bridge_panel(view, found, source), bridge_notes(view, found))],
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
                         render("compare/notes", notes=[(_("What is compared"), note)]))],
                className="s cmp", id="gaps",
            )
        )  # fmt: skip
    pairs = render(
        "compare/pairs",
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
        of_pair: Component = _beside(bridge_panel(view, found, source), bridge_notes(view, found))
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


def _beside(chart: Component, notes: Markup) -> Component:
    return html.Div([chart, fragment(notes, className="cmp-aside")], className="cmp-g")


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
        fragment(render("compare/apart", sides=sides)),
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
        "more", _("Who shares more with them"), fragment(render("compare/more", links=links))
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
