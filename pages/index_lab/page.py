"""Index lab: which city ranks where, how sure that is, and which weights would change it."""

from __future__ import annotations

import dash

from components.shell.page import Content, page_layout, title
from components.view import View
from data.store import Snapshot
from pages.index_lab import callbacks  # noqa: F401 - registered on import
from pages.index_lab.body import body
from pages.index_lab.files import files
from pages.index_lab.reading import read_index
from pages.index_lab.result import PATH


@page_layout
def layout(store: Snapshot, view: View) -> Content:
    """The lab; every state of the address gives a page that explains itself."""
    reading = read_index(store, view)
    return Content(view, PATH, body(reading), reading.notices)


dash.register_page(
    __name__,
    path=PATH,
    title=title("Index lab"),
    name="Index lab",
    layout=layout,
    files=files,
    order=4,
    header=True,
)
