"""Choice of a data point: a searchable list by category, and what stands around a point in it.

A control of the address, whose page's callback has the point in its query:

    point_choice(Choice("map", "kpi", _("Data point"), points, current))

The browser's half is ``assets/src/points.js``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import NamedTuple

from dash import ALL, ClientsideFunction, Input, clientside_callback, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.lenses import chosen_lens
from components.controls.select import DEFAULT
from components.html import render
from components.html_part import HtmlPart
from components.view import View
from components.words.i18n import _, ngettext
from data.queries.benchmark import HeldCount
from data.source_rows import DefinitionRow


class Choice(NamedTuple):
    """Points to choose from, in official order.

    page, control: names of the page's controls and of this one; held: how many cities have a value,
    by point key, said after each name; none: words of "no point" where that may be chosen; leads:
    each point is a page of its own, which the router leads to.
    """

    page: str
    control: str
    label: str
    points: Sequence[DefinitionRow]
    current: DefinitionRow | None
    held: Mapping[str, HeldCount] | None = None
    none: str = ""
    leads: bool = False


class Place(NamedTuple):
    """Where a point stands among those a reader flips through. name: of the lens or category."""

    name: str
    number: int
    total: int
    previous: DefinitionRow | None
    following: DefinitionRow | None


def point_choice(choice: Choice) -> Component:
    """Label and list, with the control that has the value."""
    value = dcc.Input(
        id={"page": choice.page, "control": choice.control},
        type="hidden",
        value=choice.current.key if choice.current else DEFAULT,
    )
    return html.Div(
        [
            html.Span(choice.label, **{"aria-hidden": "true"}),
            HtmlPart(point_list(choice), id={"points": f"{choice.page}-{choice.control}"}),
            value,
        ],
        className="choice point-choice",
    )


def point_list(choice: Choice) -> Markup:
    """The inside of the list, for a callback that narrows it."""
    groups = [
        (f"{own[0].dimension_name} · {own[0].category_name}", [_option(choice, p) for p in own])
        for own in _by_category(choice.points)
    ]
    return render("controls/point_choice", choice=choice, groups=groups)


def _by_category(points: Iterable[DefinitionRow]) -> list[list[DefinitionRow]]:
    return [list(own) for _key, own in groupby(points, key=lambda p: p.category)]


class Option(NamedTuple):
    """A point in the list. search: words it is found by."""

    key: str
    name: str
    detail: str
    search: str


def _option(choice: Choice, point: DefinitionRow) -> Option:
    words = (point.name, point.key, point.kpi_name, point.category_name, point.dimension_name)
    return Option(
        point.key,
        point.name,
        "" if choice.held is None else _held(choice.held.get(point.key)),
        " ".join(words),
    )


def _held(count: HeldCount | None) -> str:
    reports, others = (count.n_reports, count.n_other) if count else (0, 0)
    words = []
    if reports:
        words.append(ngettext("%(num)s report", "%(num)s reports", reports))
    if others:
        words.append(ngettext("%(num)s other", "%(num)s others", others))
    return ", ".join(words) or _("no values")


clientside_callback(
    ClientsideFunction("points", "chosen"),
    Input({"points": ALL}, "event"),
    prevent_initial_call=True,
)


def first_choice(points: Sequence[DefinitionRow], held: Mapping[str, HeldCount]) -> DefinitionRow:
    """The point that most cities report: what a page opens on."""

    def reported(point: DefinitionRow) -> tuple[int, int, int]:
        count = held.get(point.key)
        return (count.n_reports, count.n_other, -points.index(point)) if count else (0, 0, 0)

    return max(points, key=reported)


def in_lens(view: View, points: Sequence[DefinitionRow]) -> list[DefinitionRow]:
    """The points the reader's lens keeps, all without one."""
    lens = chosen_lens(view)
    return [p for p in points if p.key in set(lens.points)] if lens else list(points)


def place(view: View, point: DefinitionRow, points: Sequence[DefinitionRow]) -> Place:
    """The point's neighbours in its lens or category; at the ends the flip goes round."""
    lens = chosen_lens(view)
    if lens and point.key in lens.points:
        name, own = _(lens.name), in_lens(view, points)
    else:
        name = point.category_name
        own = [p for p in points if p.category == point.category]
    at = own.index(point)
    alone = len(own) == 1
    return Place(
        name,
        at + 1,
        len(own),
        None if alone else own[at - 1],
        None if alone else own[(at + 1) % len(own)],
    )


def similar(wanted: str, points: Sequence[DefinitionRow]) -> list[DefinitionRow]:
    """Points whose key or name is close to what was asked for."""
    words = wanted.replace("_", " ").replace("-", " ")
    names = {p.name.lower(): p for p in points} | {p.key.replace("_", " "): p for p in points}
    close = [names[name] for name in get_close_matches(words, names, n=8, cutoff=0.5)]
    partly = [
        p for p in points if any(w in p.name.lower().split() for w in words.split() if len(w) > 2)
    ]
    return list(dict.fromkeys([*close, *partly]))[:6]
