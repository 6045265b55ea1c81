"""City: how are we doing, what first, and where does each number come from."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import dash
from dash.development.base_component import Component

from components import city_states, ready, shell
from components.city_page import scorecard_body
from components.guard import guarded
from components.i18n import _
from components.lenses import lens_notices
from components.likeness import mix_notices
from components.peer_panel import peer_place
from components.peers import resolve
from components.rounds import at
from components.view import View
from data import queries
from data.rows import RoundRow
from data.store import DATA_SETS, Snapshot, StoreMissing, snapshot

PATH = "/city/"


def _title(city: str | None = None, **_others: Any) -> str:
    for data_set in DATA_SETS:
        try:
            found = queries.city(snapshot(data_set), city or "")
        except StoreMissing:  # the page itself says so
            continue
        if found:
            return shell.title(found.name)
    return shell.title(_("City"))


dash.register_page(__name__, path_template="/city/<city>", title=_title, name="City")


@guarded
def layout(city: str | None = None, **query: Any) -> Component:
    """The page of one city; every state of the URL gives a page that explains itself."""
    view = View.from_query(query)
    page = _page(snapshot(view.data), (city or "").lower(), view)
    ready.keep()
    return page


def _page(store: Snapshot, city_id: str, view: View) -> Component:
    path = PATH + city_id
    build = queries.build(store)
    city = queries.city(store, city_id)
    if city is None:
        return shell.page(
            view, build, path, city_states.unknown(view, city_id, _similar(store, city_id))
        )
    rounds = queries.rounds(store, city_id)
    chosen, notices = _as_of(rounds, view.asof)
    notices += (*lens_notices(view), *mix_notices(view))
    if chosen is None or chosen.n_held == 0:
        points = queries.scorecard(store, city_id, chosen.as_of if chosen else None, ())
        body = city_states.without_values(view, path, city, chosen, points, build)
        return shell.page(view, build, path, body, notices)
    group = resolve(store, view, city_id, chosen.as_of)
    points = queries.scorecard(store, city_id, chosen.as_of, group.ids)
    rollups = queries.rollups(store, city_id, chosen.as_of, group.ids)
    panel = peer_place(view, path, city_id, chosen.as_of, with_choice=False)
    body = scorecard_body(view, path, city, chosen, rounds, group, panel, points, rollups, build)
    return shell.page(view, build, path, body, notices)


def _as_of(
    rounds: tuple[RoundRow, ...], year: int | None
) -> tuple[RoundRow | None, tuple[str, ...]]:
    """The round of the as-of year: the newest not later; a notice where the year has none."""
    shown = at(rounds, year)
    if shown is None or year in (None, shown.as_of):
        return shown, ()
    return shown, (
        _(
            "No report of %(asked)s is held; the round of %(shown)s is shown.",
            asked=year,
            shown=shown.as_of,
        ),
    )


def _similar(store: Snapshot, city_id: str) -> list[tuple[str, str]]:
    names = {c.id: c.name for c in queries.cities(store)}
    return [(i, names[i]) for i in get_close_matches(city_id, names, n=5, cutoff=0.5)]
