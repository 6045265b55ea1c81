"""Benchmark: one data point across all cities."""

from __future__ import annotations

import dash

from components.controls.lenses import lens_notices
from components.shell.page import Content, page_layout, title
from components.view import View
from data.store import Snapshot
from pages.benchmark import callbacks  # noqa: F401 - registered on import
from pages.benchmark.body import body, unknown
from pages.benchmark.files import files
from pages.benchmark.reading import PATH, read_benchmark


@page_layout
def layout(store: Snapshot, view: View) -> Content:
    """The page of one data point; every state of the address gives a page that explains itself."""
    reading = read_benchmark(store, view)
    if reading is None:
        return Content(view, PATH, [unknown(store, view)], lens_notices(view))
    return Content(view, PATH, body(reading), reading.notices)


dash.register_page(
    __name__, path=PATH, title=title("Benchmark"), name="Benchmark", layout=layout, files=files, order=3,
    header=True,
)  # fmt: skip
