"""Data: what is available of each city, where it came from, and the files to take along."""

from __future__ import annotations

import dash

from components.shell.page import Content, page_layout, title
from components.view import View
from data.store import Snapshot
from pages.data import callbacks  # noqa: F401 - registered on import
from pages.data.body import body
from pages.data.files import downloads
from pages.data.reading import read_data


@page_layout
def layout(
    store: Snapshot, view: View, kind: str = "", dimension: str = "", cities: str = ""
) -> Content:
    """Coverage matrix, submissions, findings, downloads."""
    reading = read_data(store, view.elsewhere(), kind=kind, dimension=dimension, cities=cities)
    return Content(reading.view, "/data", body(reading), reading.chosen.notices)


dash.register_page(
    __name__,
    path="/data",
    title=title("Data"),
    name="Data",
    layout=layout,
    files=downloads,
    order=7,
    header=True,
)
