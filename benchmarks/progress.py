"""From an address to the charts of a city's progress, with all its 112 points on the page."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from selenium.webdriver import Chrome

from benchmarks.browser import HEIGHT, WIDTH, load, prepare
from benchmarks.cities import City, fullest
from benchmarks.measure import Row, Sample, compare
from benchmarks.references import ready
from benchmarks.static_page import static_pages
from scripts.live import browser, serving

GOAL = 1.5

_READY = "benchmarks.references.ready:server"
_WORKERS = 2
_TALL = 8000  # pixels: with a screen below it drawn too, every chart of the page
_SETTLED = """
const all = [...document.querySelectorAll(".js-plotly-plot")];
return all.filter((graph) => graph.querySelector(".main-svg path")).length;
"""


class Progress(NamedTuple):
    """A city's page with every data point."""

    city: City

    @property
    def href(self) -> str:
        """Its address."""
        return f"/progress/{self.city.id}?data=example&scope=all"


def rows(n: int) -> Iterator[Row | str]:
    """A first visit, in a window of a desk and in one that shows nearly all of the page."""
    shown = Progress(fullest(1)[0])
    with ExitStack() as stack:
        address = stack.enter_context(serving(_WORKERS))
        for what, height, goal in (
            ("Progress of 112 points, cold to charts in view", HEIGHT, GOAL),
            (f"  in a window of {_TALL} pixels", _TALL, None),
        ):
            ours, reference = (stack.enter_context(browser(WIDTH, height)) for _ in range(2))
            prepare(ours)
            prepare(reference)
            n_charts = _drawn(ours, address + shown.href)
            pages = static_pages(ours, address, (shown,), n_charts)
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            static = stack.enter_context(serving(_WORKERS, _READY, **ready.prepare(folder, *pages)))
            yield compare(
                f"{what} ({n_charts})",
                _cold(ours, address + shown.href, n_charts),
                _cold(reference, static + "/", n_charts),
                unit="ms",
                goal=goal,
                n=n,
            )


def _cold(driver: Chrome, url: str, n_charts: int) -> Sample:
    return lambda: load(driver, url, n_charts, cached=False).charts


def _drawn(driver: Chrome, url: str) -> int:
    """How many charts the window draws by itself."""
    driver.get(url)
    before = -1
    while True:
        now = int(driver.execute_async_script(
            "const done = arguments[0]; setTimeout(() => done((() => {" + _SETTLED + "})()), 1500)"
        ))  # fmt: skip
        if now == before and now:
            return now
        before = now
