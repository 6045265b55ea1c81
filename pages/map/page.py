"""Map: where cities are, and how they do there on one measure, through the years."""

from __future__ import annotations

import dash

from components.controls.lenses import lens_notices
from components.shell.page import Content, asked, page_layout, title
from components.view import View
from components.words.i18n import _
from data.store import Snapshot, StoreMissing, snapshot
from pages.map import callbacks  # noqa: F401 - registered on import
from pages.map.body import body, unknown
from pages.map.files import files
from pages.map.reading import PATH, chosen_measure, read_map


def _title() -> str:
    """The measure's."""
    view = asked()
    try:
        found = chosen_measure(snapshot(view.data), view)
    except StoreMissing:  # the page itself says so
        found = None
    return title(_("Map"), found.name) if found else title(_("Map"))


@page_layout
def layout(store: Snapshot, view: View) -> Content:
    """The map of one measure; every state of the address gives a page that explains itself."""
    reading = read_map(store, view)
    if reading is None:
        return Content(view, PATH, [unknown(store, view)], lens_notices(view))
    return Content(view, PATH, body(reading), reading.notices)


dash.register_page(
    __name__, path=PATH, title=_title, name="Map", layout=layout, files=files, order=5, header=True
)
