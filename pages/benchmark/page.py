"""Benchmark: one data point across all cities."""

from __future__ import annotations

from typing import Any

import dash
from dash.development.base_component import Component

from components.controls.chosen import chosen_notice
from components.controls.lenses import chosen_lens, lens_notices
from components.controls.point_choice import PATH, first_choice, options, place, similar
from components.html import render
from components.peers import group as peers
from components.shell import page as shell
from components.shell.fragment import fragment
from components.shell.guard import guarded
from components.view import View
from components.web import answers as ready
from components.words.i18n import _
from data import queries
from data.queries import benchmark
from data.source_rows import DefinitionRow
from data.store import Snapshot, StoreMissing, snapshot
from pages.benchmark.body import Subject, Surroundings, benchmark_body
from pages.benchmark.reading import read_subject


def _title(**query: Any) -> str:
    try:
        found = queries.definition(snapshot(View.from_query(query).data), str(query.get("kpi")))
    except StoreMissing:  # the page itself says so
        found = None
    return shell.title(_("Benchmark"), found.name) if found else shell.title(_("Benchmark"))


dash.register_page(__name__, path=PATH, title=_title, name="Benchmark", order=3, header=True)


@guarded
def layout(**query: Any) -> Component:
    """The page of one data point; every state of the address gives a page that explains itself."""
    view = View.from_query(query)
    page = _page(snapshot(view.data), view)
    ready.keep()
    return page


def _page(store: Snapshot, view: View) -> Component:
    build = queries.build(store)
    points = queries.definitions(store)
    held = benchmark.held_counts(store)
    lens = chosen_lens(view)
    pool = [p for p in points if lens is None or p.key in lens.points]
    point = queries.definition(store, view.kpi) if view.kpi else first_choice(pool or points, held)
    notices = lens_notices(view)
    if point is None:
        return shell.page(view, build, PATH, [_unknown(view, points, first_choice(points, held))],
                          notices)  # fmt: skip
    beside, word = _beside(store, view, point)
    cities = {c.id: c.name for c in queries.cities(store)}
    chosen = [(c, cities[c]) for c in view.cities if c in cities]
    notices += chosen_notice(len(chosen), [c for c in view.cities if c not in cities]) + word
    subject = read_subject(store, point, view.asof)
    group, group_text = _group(store, view, chosen)
    around = Surroundings(
        place(view, point, points),
        options(view, points, held, point.key),
        benchmark_years(store, point),
        points,
        chosen,
        [(c, name) for c, name in cities.items() if c not in view.cities],
        group,
        group_text,
        [(c, peers.choice_name(c)) for c in peers.CHOICES],
    )
    body = benchmark_body(view, build, subject, beside, around)
    return shell.page(view, build, PATH, body, notices)


def benchmark_years(store: Snapshot, point: DefinitionRow) -> list[int]:
    """Years in which some city has a value, newest first."""
    return sorted({c.year for c in benchmark.point_years(store, point.key)}, reverse=True)


def _beside(
    store: Snapshot, view: View, point: DefinitionRow
) -> tuple[Subject | None, tuple[str, ...]]:
    """The second data point of the address, or a word on why there is none."""
    if view.against is None:
        return None, ()
    second = queries.definition(store, view.against)
    if second is None:
        return None, (_("There is no data point “%(key)s” to set against.", key=view.against),)
    if second.key == point.key:
        return None, (_("A data point against itself is a straight line; choose another."),)
    return read_subject(store, second, view.asof), ()


def _group(
    store: Snapshot, view: View, chosen: list[tuple[str, str]]
) -> tuple[frozenset[str] | None, str]:
    """The reader's peer group with the city itself; all cities where none was asked for."""
    asked = view.peers not in ("auto", "all") or view.pin or view.leave
    if not asked or not chosen:
        return None, ""
    city, name = chosen[0]
    group = peers.resolve(store, view, city, view.asof, "any")
    return frozenset((*group.ids, city)), _(
        "%(city)s beside %(group)s.", city=name, group=peers.phrase(group, view.data == "example")
    )


def _unknown(view: View, points: tuple[DefinitionRow, ...], first: DefinitionRow) -> Component:
    near = [(p.name, view.href(PATH, kpi=p.key)) for p in similar(view.kpi or "", points)]
    return fragment(
        render(
            "benchmark/unknown",
            key=view.kpi,
            near=near,
            first=first.name,
            start=view.href(PATH, kpi=first.key),
        )
    )
