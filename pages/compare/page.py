"""Compare: where is one city ahead of another, by what, and how much does that rest on."""

from __future__ import annotations

from typing import Any

import dash

from components.shell.page import Content, page_layout, title
from components.view import View
from components.words.i18n import _
from data.store import Snapshot
from pages.compare import callbacks  # noqa: F401 - registered on import
from pages.compare.body import body
from pages.compare.files import files
from pages.compare.reading import PATH, read_compare


def _title(**_query: Any) -> str:
    return title(_("Compare"))


@page_layout
def layout(store: Snapshot, view: View) -> Content:
    """Two to six cities side by side; every state of the address explains itself."""
    reading = read_compare(store, view)
    return Content(reading.view, PATH, body(reading), reading.notices)


dash.register_page(
    __name__,
    path=PATH,
    title=_title,
    name="Compare",
    order=2,
    header=True,
    layout=layout,
    files=files,
)
