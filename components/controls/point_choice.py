"""Choice of a data point: a searchable list by category, and what stands around a point in it.

``control`` is the id of the list; one whose value goes into the address has ``{"page": …, "control": …}``:

    point_choice({"page": "map", "control": "kpi"}, _("Data point"), point_options(points), value)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Any, NamedTuple

from dash import dcc, html
from dash.development.base_component import Component

from components.controls.lenses import chosen_lens
from components.view import View
from components.words.i18n import _, ngettext
from data.queries.benchmark import HeldCount
from data.source_rows import DefinitionRow

_HEADING = "category:"  # begins the value of an option that is a heading


class Place(NamedTuple):
    """Where a point stands among those a reader flips through. name: of the lens or category."""

    name: str
    number: int
    total: int
    previous: DefinitionRow | None
    following: DefinitionRow | None


def point_choice(
    control: str | dict[str, str],
    label: str,
    options: Sequence[dict[str, Any]],
    value: str | None,
    *,
    placeholder: str = "",
    clearable: bool = False,
) -> Component:
    """Label and list; ``options`` as ``point_options`` makes them, more may stand before them."""
    return html.Div(
        [
            html.Span(label, **{"aria-hidden": "true"}),
            dcc.Dropdown(
                id=control,
                options=list(options),
                value=value,
                clearable=clearable,
                placeholder=placeholder or _("Choose a data point"),
                maxHeight=420,
                search_order="original",
                labels={
                    "search": _("Find a data point"),
                    "no_options_found": _("No data point has these words."),
                    "clear_selection": _("Clear"),
                },
            ),
        ],
        className="choice point-choice",
        role="group",
        **{"aria-label": label},
    )


def point_options(
    points: Iterable[DefinitionRow], held: Mapping[str, HeldCount] | None = None
) -> list[dict[str, Any]]:
    """Options in official order under headings; a search finds a heading with its points.

    ``held``: how many cities have a value, by point key; said next to each name.
    """
    options: list[dict[str, Any]] = []
    for category, group in groupby(points, key=lambda p: p.category):
        own = list(group)
        searches = [_search(point) for point in own]
        heading = f"{own[0].dimension_name} · {own[0].category_name}"
        options.append(
            {
                "label": html.Span(heading, className="heading"),
                "value": _HEADING + category,
                "search": " ".join(searches),
                "disabled": True,
            }
        )
        for point, search in zip(own, searches, strict=True):
            options.append({"label": _label(point, held), "value": point.key, "search": search})
    return options


def _search(point: DefinitionRow) -> str:
    return " ".join(
        (point.name, point.key, point.kpi_name, point.category_name, point.dimension_name)
    )


def _label(point: DefinitionRow, held: Mapping[str, HeldCount] | None) -> str | Component:
    if held is None:
        return point.name
    return html.Span([point.name, " ", html.Small(_held(held.get(point.key)))])


def _held(count: HeldCount | None) -> str:
    reports, others = (count.n_reports, count.n_other) if count else (0, 0)
    words = []
    if reports:
        words.append(ngettext("%(num)s report", "%(num)s reports", reports))
    if others:
        words.append(ngettext("%(num)s other", "%(num)s others", others))
    return ", ".join(words) or _("no values")


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
