"""City: how are we doing, what first, and where does each number come from."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import dash

from components.shell.city_address import name_of, read_id
from components.shell.page import Content, page_layout, title
from components.shell.unknown_city import unknown_city
from components.view import View
from components.words.i18n import _
from data.store import Snapshot
from pages.city import callbacks  # noqa: F401 - registered on import
from pages.city.body import body
from pages.city.files import files
from pages.city.reading import read_city


def _title(city: str | None = None, **_others: Any) -> str:
    return title(name_of(city) or _("City"))


@page_layout
def layout(store: Snapshot, view: View, city: str = "") -> Content:
    """The page of one city; every state of the address gives a page that explains itself."""
    city_id = read_id(city)
    reading = read_city(store, view, city_id)
    if reading is None:
        unknown = unknown_city(store, view, city_id, "/city/{}".format, "/cities")
        return Content(
            view,
            f"/city/{quote(city_id, safe='')}",
            unknown,
            twin="/cities",
            section="/cities",
            status=404,
        )
    return Content(
        reading.view,
        reading.path,
        body(reading),
        reading.notices,
        twin="/cities",
        section="/cities",
        progress=f"/progress/{reading.city.id}",
    )


dash.register_page(
    __name__, path_template="/city/<city>", title=_title, name="City", layout=layout, files=files
)
