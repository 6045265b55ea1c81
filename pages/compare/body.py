"""The comparison in reading order: finding, tiles, gaps, why, profiles, wheels, all values."""

from __future__ import annotations

from typing import Any

from dash import Output, dcc, html, no_update, set_props
from dash.development.base_component import Component
from markupsafe import Markup

from components.html import render
from components.html_part import HtmlPart
from components.words.i18n import _
from pages.compare import chart_words, words
from pages.compare.charts import bridge_panel, dots_panel, gap_panel, gap_table, source_note
from pages.compare.head import chips, control_id, controls, finding, options, year_options
from pages.compare.notes import bridge_notes, dots_notes, gap_notes
from pages.compare.parts import Group, Item, Part, changes, form, show
from pages.compare.profiles import profiles
from pages.compare.reading import CompareReading
from pages.compare.shared import Pair, n_by_pair
from pages.compare.tables import holds, values_table, years
from pages.compare.thin import apart, more, starts
from pages.compare.tiles import tiles, wheels


def body(reading: CompareReading) -> list[Component]:
    """The page below the notices; its controls stand while everything else changes."""
    items = sections(reading)
    return [
        controls(reading),
        HtmlPart(finding(reading), id="compare-head", className="head cmp-head"),
        html.Div([show(item) for item in items], id="compare-body"),
        dcc.Store(id="compare-form", data=form(items)),
    ]


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        Output("compare-head", "html"),
        Output("compare-chips", "html"),
        Output("compare-options", "html"),
        Output(control_id("asof"), "options"),
        Output("compare-body", "children"),
        Output("compare-form", "data"),
    ]


def values(reading: CompareReading, standing: list[str]) -> list[Any]:
    """A reading for ``outputs``; where the same items stand, each is changed in its place."""
    items = sections(reading)
    fixed = [finding(reading), chips(reading), options(reading), year_options(reading)]
    if form(items) != standing:
        return [*fixed, [show(item) for item in items], form(items)]
    for item_id, new in changes(items):
        set_props(item_id, new)
    return [*fixed, no_update, no_update]


def sections(reading: CompareReading) -> list[Item]:
    """Everything below the finding."""
    found = reading.found
    if found is None:
        return [Part("compare-starts", starts(reading), "s cmp")]
    two, all_points = len(reading.cities) == 2, reading.kept is None
    return [
        *([Group([Part("compare-tiles", tiles(reading))], "s cmp", "tiles")] if all_points else []),
        *(_of_two(reading, found) if two else _of_many(reading, found)),
        *([Group(profiles(reading), "s cmp", "profiles")] if all_points else []),
        *([Group(_wheels(reading), "s cmp", "wheels")] if all_points and two else []),
        Group([Part("compare-holds", holds(reading))], "s cmp", "holds"),
        Group([Part("compare-values", values_table(reading))], "s cmp", "values"),
        Group([Part("compare-years", years(reading))], "s cmp", "years"),
    ]


def _of_two(reading: CompareReading, found: Pair) -> list[Item]:
    if not found.points:
        head = _section(
            _("What is available for each of them"),
            _("No point is available for both, so there is no gap to show."),
        )
        return [Group([Part("compare-apart", head + apart(reading, found))], "s cmp", "apart")]
    if not found.enough:
        head = _section(
            chart_words.gaps_title(found),
            _("With fewer than five shared points a score gap would claim more than is known."),
        )
        table = render("compare/few", table=gap_table(found), note=source_note(reading))
        others = _section(_("Cities that share more with them"))
        return [
            Group([Part("compare-few", head + table)], "s cmp", "gaps"),
            Group([Part("compare-more", others + more(reading, found))], "s cmp", "more"),
        ]
    return [
        Group(
            [gap_panel(reading, found), Part("compare-gaps-notes", gap_notes(found), "cmp-aside")],
            "s cmp cmp-g",
            "gaps",
        ),
        Group(_bridge(reading, found), "s cmp cmp-g", "why"),
    ]


def _of_many(reading: CompareReading, found: Pair) -> list[Item]:
    items: list[Item] = []
    if reading.rows:
        notes = Part("compare-gaps-notes", dots_notes(), "cmp-aside")
        items = [Group([dots_panel(reading), notes], "s cmp cmp-g", "gaps")]
    title = _("Two of them: %(finding)s", finding=words.headline(found))
    pairs = Part("compare-pairs", _section(title) + _pairs(reading, found))
    if found.enough:
        rest: list[Item] = [Group(_bridge(reading, found), "cmp-g")]
    elif found.points:
        rest = [Part("compare-few", gap_table(found), "scroll")]
    else:
        rest = []
    return [*items, Group([pairs, *rest], "s cmp", "why")]


def _bridge(reading: CompareReading, found: Pair) -> list[Item]:
    notes = Part("compare-why-notes", bridge_notes(reading, found), "cmp-aside")
    return [bridge_panel(reading, found), notes]


def _pairs(reading: CompareReading, found: Pair) -> Markup:
    """Which two: every pair with its number of shared points."""

    def first(*lead: str) -> str:
        others = (c for c in reading.view.cities if c not in lead)
        return reading.href(*lead, *others, anchor="why")

    shown = {found.ahead.id, found.behind.id}
    return render(
        "compare/pairs",
        pairs=[
            (a.name, b.name, n, first(a.id, b.id), {a.id, b.id} == shown)
            for a, b, n in n_by_pair(reading.cities, reading.kept)
        ],
    )


def _wheels(reading: CompareReading) -> list[Item]:
    head = _section(_("All points of both cities"))
    return [
        Part("compare-wheels-head", head),
        Part("compare-wheels", wheels(reading), "cmp-wheels"),
    ]


def _section(title: str, said: str = "") -> Markup:
    return render("compare/section", title=title, said=said)
