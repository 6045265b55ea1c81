"""City: how are we doing, what first, and where does each number come from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import dash
from dash.development.base_component import Component

from components.controls.lenses import lens_notices, lens_points
from components.controls.rounds import at
from components.peers.group import resolve
from components.peers.likeness import mix_notices
from components.peers.panel import peer_place
from components.shell import page as shell
from components.shell.city_address import name_of, read_id
from components.shell.guard import guarded
from components.shell.unknown_city import unknown_city
from components.view import View
from components.web import answers as ready
from components.words.i18n import _
from data import queries
from data.rows import RoundRow
from data.store import Snapshot, snapshot
from pages.city import states as city_states
from pages.city.body import scorecard_body


def _title(city: str | None = None, **_others: Any) -> str:
    return shell.title(name_of(city) or _("City"))


dash.register_page(__name__, path_template="/city/<city>", title=_title, name="City")


@guarded
def layout(city: str | None = None, **query: Any) -> Component:
    """The page of one city; every state of the URL gives a page that explains itself."""
    view = View.from_query(query)
    page = _page(snapshot(view.data), read_id(city), view)
    ready.keep()
    return page


def _page(store: Snapshot, city_id: str, view: View) -> Component:
    build = queries.build(store)
    city = queries.city(store, city_id)
    if city is None:
        body = unknown_city(store, view, city_id, _path_of, "/cities")
        return shell.page(view, build, _path_of(quote(city_id, safe="")), body)
    path = _path_of(city_id)
    view = _known(store, view)
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


def _path_of(city_id: str) -> str:
    return f"/city/{city_id}"


def _known(store: Snapshot, view: View) -> View:
    """The view without a point or category that its table has not; a notice for each."""
    points = {p.key: p for p in queries.definitions(store)}
    categories = {key for p in points.values() for key in (p.category, p.dimension)}
    kept = lens_points(view)
    said = []
    if view.point and view.point not in points:
        said.append(_("There is no data point “%(key)s”; none is opened.", key=view.point))
        view = replace(view, point=None)
    elif view.point and kept is not None and view.point not in kept:
        said.append(
            _("The lens leaves out “%(point)s”; it is not opened.", point=points[view.point].name)
        )
        view = replace(view, point=None)
    if view.category and view.category not in categories:
        said.append(_("“%(key)s” is not a category; all data points are shown.", key=view.category))
        view = replace(view, category=None)
    return replace(view, notices=(*view.notices, *said))
