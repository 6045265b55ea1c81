"""Map: where cities stand, and how they stand there on one measure, through the years."""

from __future__ import annotations

from typing import Any

import dash
from dash.development.base_component import Component

from components.controls.chosen import chosen_notice
from components.controls.lenses import lens_notices
from components.controls.point_choice import similar
from components.html import render
from components.shell import page as shell
from components.shell.fragment import fragment
from components.shell.guard import guarded
from components.view import View
from components.web import answers as ready
from components.words.i18n import _
from data import queries
from data.queries.map import map_cities
from data.store import Snapshot, StoreMissing, snapshot
from pages.map.body import Choice, map_body
from pages.map.measure import PATH, aggregates, first_measure, options
from pages.map.notes import year_notices
from pages.map.reading import chosen_measure, held, read_subject


def _title(**query: Any) -> str:
    view = View.from_query(query)
    try:
        found = chosen_measure(snapshot(view.data), view)
    except StoreMissing:  # the page itself says so
        found = None
    return shell.title(_("Map"), found.name) if found else shell.title(_("Map"))


dash.register_page(__name__, path=PATH, title=_title, name="Map", order=5, header=True)


@guarded
def layout(**query: Any) -> Component:
    """The map of one measure; every state of the address gives a page that explains itself."""
    view = View.from_query(query)
    page = _page(snapshot(view.data), view)
    ready.keep()
    return page


def _page(store: Snapshot, view: View) -> Component:
    build = queries.build(store)
    measure = chosen_measure(store, view)
    if measure is None:
        return shell.page(view, build, PATH, [_unknown(store, view)], lens_notices(view))
    subject = read_subject(store, view, measure)
    names = {c.id: c.name for c in map_cities(store)}
    chosen = [(c, names[c]) for c in view.cities if c in names]
    overall, groups = options(view, queries.definitions(store), held(store), measure)
    choice = Choice(
        overall, groups, chosen, [(c, name) for c, name in names.items() if c not in view.cities]
    )
    unknown = chosen_notice(len(chosen), [c for c in view.cities if c not in names])
    notices = (*lens_notices(view), *unknown, *year_notices(view, subject))
    return shell.page(view, build, PATH, map_body(view, build, subject, choice), notices)


def _unknown(store: Snapshot, view: View) -> Component:
    points = queries.definitions(store)
    key = view.kpi or view.measure or ""
    first = first_measure(points, held(store), len(map_cities(store)))
    words = key.replace("-", " ")
    near = [
        (m.name, view.href(PATH, kpi=None, measure=m.key))
        for m in aggregates(points).values()
        if any(part in m.name.lower().split() for part in words.split() if len(part) > 3)
    ]
    near += [(p.name, view.href(PATH, kpi=p.key, measure=None)) for p in similar(key, points)]
    start = view.href(PATH, kpi=None, measure=None)
    return fragment(render("map/unknown", key=key, near=near[:6], first=first.name, start=start))
