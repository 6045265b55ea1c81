"""Index lab: which city ranks where, how sure that is, and which weights would change it."""

from __future__ import annotations

import dash

from components.shell.page import Content, page_layout, title
from components.view import View
from components.words.i18n import _
from data.store import Snapshot
from pages.index_lab import callbacks  # noqa: F401 - registered on import
from pages.index_lab.body import body
from pages.index_lab.files import files
from pages.index_lab.reading import PATH, read_index


@page_layout
def layout(store: Snapshot, view: View) -> Content:
    """The lab; every state of the address gives a page that explains itself."""
    return Content(view, PATH, body(read_index(store, view)))


dash.register_page(
    __name__,
    path=PATH,
    title=title(_("Index lab")),
    name="Index lab",
    layout=layout,
    files=files,
    order=4,
    header=True,
)
