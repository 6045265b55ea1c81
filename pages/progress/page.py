"""Progress: which 2030 lines does a city meet, is its pace enough, and how sure is that."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import dash
from dash.development.base_component import Component

from components.controls.chosen import chosen_notice
from components.peers import group as peers
from components.peers.likeness import mix_notices
from components.shell import page as shell
from components.shell.city_address import name_of, read_id
from components.shell.guard import guarded
from components.shell.unknown_city import unknown_city
from components.view import View
from components.web import answers as ready
from components.words.i18n import _
from data import queries
from data.queries.progress import city_trends, sdg_points
from data.store import Snapshot, snapshot
from pages.progress.body import PATH, Around, notices, path_of, progress_body, start, unknown_scope
from pages.progress.reading import chosen_scope, read_subject
from pages.progress.scope import choices


def _title(city: str | None = None, **_others: Any) -> str:
    name = name_of(city)
    return shell.title(_("Progress"), *([name] if name else []))


@guarded
def layout(city: str | None = None, **query: Any) -> Component:
    """The page of one city, or the choice of one; every state of the address explains itself."""
    view = View.from_query(query)
    page = _page(snapshot(view.data), read_id(city), view)
    ready.keep()
    return page


dash.register_page(
    __name__,
    path=PATH,
    path_template="/progress/<city>",
    title=_title,
    name="Progress",
    order=6,
    header=True,
)


def _page(store: Snapshot, city_id: str, view: View) -> Component:
    build = queries.build(store)
    if not city_id:
        return shell.page(view, build, PATH, [start(view, city_trends(store))])
    path = path_of(city_id)
    city = queries.city(store, city_id)
    if city is None:
        body = unknown_city(store, view, city_id, path_of, PATH)
        return shell.page(view, build, path_of(quote(city_id, safe="")), body)
    scope = chosen_scope(store, view)
    scopes = choices(queries.definitions(store), sdg_points(store))
    if scope is None:
        return shell.page(view, build, path, unknown_scope(view, city, scopes))
    subject = read_subject(store, view, city, scope)
    names = {c.id: c.name for c in queries.cities(store)}
    point = queries.definition(store, view.kpi) if view.kpi else None
    group = peers.resolve(store, view, city_id, None, "any")
    said = (*notices(view, subject), *mix_notices(view), *_unknown(view, names, point is None))
    body = progress_body(store, view, build, subject, Around(scopes, group, names, point))
    return shell.page(view, build, path, body, said)


def _unknown(view: View, names: dict[str, str], no_point: bool) -> tuple[str, ...]:
    """A word on a point or cities of the address that do not exist."""
    said = chosen_notice(0, [c for c in view.cities if c not in names])
    if view.kpi and no_point:
        said += (_("There is no data point “%(key)s”.", key=view.kpi),)
    return said
