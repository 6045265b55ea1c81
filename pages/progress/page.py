"""Progress: which 2030 targets does a city meet, is its pace enough, and how sure is that."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import dash

from components.shell.city_address import name_of, read_id
from components.shell.page import Content, page_layout, title
from components.shell.unknown_city import unknown_city
from components.view import View
from components.words.i18n import _
from data import queries
from data.store import Snapshot
from pages.progress import callbacks  # noqa: F401 - registered on import
from pages.progress.body import body
from pages.progress.files import files
from pages.progress.reading import PATH, path_of, read_progress
from pages.progress.scenario import callbacks as scenario_callbacks  # noqa: F401 - the same
from pages.progress.states import notices, start, unknown_scope


def _title(city: str | None = None, **_others: Any) -> str:
    name = name_of(city)
    return title(_("Progress"), *([name] if name else []))


@page_layout
def layout(store: Snapshot, view: View, city: str = "") -> Content:
    """The page of one city, or the choice of one; every state of the address explains itself."""
    city_id = read_id(city)
    if not city_id:
        return Content(view, PATH, start(store, view))
    found = queries.city(store, city_id)
    if found is None:
        unknown = unknown_city(store, view, city_id, path_of, PATH)
        return Content(
            view, path_of(quote(city_id, safe="")), unknown, twin=PATH, section=PATH, status=404
        )
    path = path_of(found.id)
    reading = read_progress(store, view, found)
    parts = body(reading) if reading else unknown_scope(store, view, found)
    said = notices(reading) if reading else ()
    return Content(view, path, parts, said, twin=PATH, section=PATH, progress=path)


dash.register_page(
    __name__,
    path=PATH,
    path_template="/progress/<city>",
    title=_title,
    name="Progress",
    layout=layout,
    files=files,
    order=6,
    header=True,
)
