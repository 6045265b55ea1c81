"""Index lab: which city ranks where, how sure that is, and which weights would change it."""

from __future__ import annotations

from typing import Any

import dash
from dash.development.base_component import Component

from components.shell import page as shell
from components.shell.guard import guarded
from components.view import View
from components.web import answers as ready
from components.words.i18n import _
from data import queries
from data.store import snapshot
from pages.index_lab import body as index_lab
from pages.index_lab.reading import study

PATH = "/index"


def _title(**_others: Any) -> str:
    return shell.title(_("Index lab"))


dash.register_page(__name__, path=PATH, title=_title, name="Index lab", order=4, header=True)


@guarded
def layout(**query: Any) -> Component:
    """The lab; every state of the URL gives a page that explains itself."""
    view = View.from_query(query)
    store = snapshot(view.data)
    found, offered, notices = study(store, view)
    build = queries.build(store)
    ready.keep()
    body = index_lab.body(view, found, offered, build)
    return shell.page(view, build, PATH, body, notices)
