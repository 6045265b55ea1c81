"""Compare: where is one city ahead of another, by what, and on how much does that rest."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import dash
from dash.development.base_component import Component

from components.controls.lenses import lens_notices, lens_points
from components.shell import page as shell
from components.shell.guard import guarded
from components.view import View
from components.web import answers as ready
from components.words.i18n import _
from data import queries
from data.store import snapshot
from pages.compare import states as compare_states
from pages.compare.body import comparison
from pages.compare.choice import choose, proposals
from pages.compare.panels import PATH
from pages.compare.reading import pair, shared_rows
from pages.compare.words import FAR_APART, years_apart, years_title


def _title(**_query: Any) -> str:
    return shell.title(_("Compare"))


dash.register_page(__name__, path=PATH, title=_title, name="Compare", order=2, header=True)


@guarded
def layout(**query: Any) -> Component:
    """Two to six cities side by side; every state of the address explains itself."""
    view = View.from_query(query)
    store = snapshot(view.data)
    choice = choose(store, view, _repeats(query.get("cities")))
    view = replace(view, cities=choice.ids)
    kept = lens_points(view)
    if len(choice.cities) < 2:
        body = compare_states.too_few(store, view, choice)
    else:
        found = pair(choice.cities[0], choice.cities[1], view.score, kept)
        rows = shared_rows(choice.cities, kept)
        body = comparison(store, view, choice, found, rows, kept, proposals(store, choice))
    ready.keep()
    notices = (*choice.notices, *lens_notices(view))
    if years_apart(choice.cities) > FAR_APART:
        notices += (years_title(choice.cities) + ".",)
    return shell.page(view, queries.build(store), PATH, body, notices)


def _repeats(raw: Any) -> bool:
    """Whether the address names a city twice."""
    keys = [part for part in str(raw or "").split(",") if part]
    return len(keys) > len(set(keys))
