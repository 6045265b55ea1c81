"""The page of a city that the data set does not hold: where it is, what is near, where to look."""

from __future__ import annotations

from collections.abc import Callable

from dash.development.base_component import Component

from components.html import render
from components.html_part import HtmlPart
from components.shell.city_address import Elsewhere, near
from components.view import DataSet, View
from components.words.i18n import _
from data.store import Snapshot


def unknown_city(
    store: Snapshot, view: View, city_id: str, path_of: Callable[[str], str], every: str
) -> list[Component]:
    """The body of a page of no city. ``path_of``: where a city's page is; ``every``: their list."""
    found = near(store, city_id)
    other: DataSet = "example" if view.data == "published" else "published"
    return [
        HtmlPart(
            render(
                "shell/unknown_city",
                city=_printable(city_id)[:60],
                there=_there(found.other, view, path_of),
                similar=[(name, view.href(path_of(key))) for key, name in found.similar],
                every=view.elsewhere().href(every),
                other=View(data=other).href(every),
            )
        )
    ]


def _there(
    other: Elsewhere | None, view: View, path_of: Callable[[str], str]
) -> tuple[str, str] | None:
    """Words and address of the same city in the other set, with all else the address says."""
    if other is None:
        return None
    words = (
        _("%(city)s is a fictional city of the example data", city=other.name)
        if other.data == "example"
        else _("%(city)s is a city of the published data", city=other.name)
    )
    return words, view.href(path_of(other.id), data=other.data)


def _printable(text: str) -> str:
    """A sign in place of what draws nothing or turns the line around."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
