"""From a click that adds a city to a comparison to all of its charts and tables painted."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import NamedTuple

from selenium.webdriver import Chrome

from benchmarks.browser import WIDTH, act, load, prepare
from benchmarks.cities import City, fullest
from benchmarks.measure import Row, Sample, compare
from benchmarks.references import ready
from benchmarks.static_page import static_pages
from scripts.live import browser, serving

GOAL = 1.5

_READY = "benchmarks.references.ready:server"
_WORKERS = 2
_OF_TWO = 2 + 3  # dumbbell and waterfall; a radar a dimension
_OF_THREE = 2 + 3 * 3  # dots and waterfall; a radar a dimension and city
_TALL = 8000  # pixels; all of the page is in view, so all of it is drawn

# What the field of cities and the button on each of them do: the control holds the ids.
_CHOOSE = """
dash_clientside.set_props({ control: "cities", page: "compare" }, { value: arguments[0] });
"""


class Comparison(NamedTuple):
    """Cities compared on the example set; the last is the one that is added."""

    cities: tuple[City, ...]

    @property
    def ids(self) -> str:
        """The cities as the control holds them."""
        return ",".join(city.id for city in self.cities)

    @property
    def href(self) -> str:
        """Address of the page."""
        return f"/compare?data=example&cities={self.ids}"


def rows(n: int) -> Iterator[Row]:
    """A third city added, against a static page with the same charts, then with all of the page."""
    first, second, *others = fullest(4)
    two = Comparison((first, second))
    three = tuple(Comparison((first, second, other)) for other in others)
    with ExitStack() as stack:
        address = stack.enter_context(serving(_WORKERS))
        ours, reference = (stack.enter_context(browser(WIDTH, _TALL)) for _ in range(2))
        prepare(ours)
        prepare(reference)
        pages = static_pages(ours, address, (three[0], three[1]), _OF_THREE)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        static = stack.enter_context(serving(_WORKERS, _READY, **ready.prepare(folder, *pages)))
        load(ours, address + two.href, _OF_TWO, cached=True)
        adding = _adding(ours, two, three)
        for what, page, goal in (
            ("City added to a comparison, all redrawn", "/whole", GOAL),
            ("  against its charts alone", "/", None),
        ):
            load(reference, static + page, _OF_THREE, cached=True)
            yield compare(what, adding, _redraw(reference), unit="ms", goal=goal, n=n, warmup=3)


def _adding(driver: Chrome, two: Comparison, three: tuple[Comparison, ...]) -> Sample:
    turns = count()

    def sample() -> float:
        asked = three[next(turns) % len(three)]
        drawn = act(driver, _CHOOSE, _OF_THREE, asked.ids)
        if asked.cities[-1].name not in drawn.heading:
            raise RuntimeError(f"Asked for {asked.href}, shown {drawn.heading}")
        act(driver, _CHOOSE, _OF_TWO, two.ids)  # back, unmeasured
        return max(drawn.charts, drawn.page)

    return sample


def _redraw(driver: Chrome) -> Sample:
    turns = count(1)

    def sample() -> float:
        drawn = act(driver, "draw(arguments[0]);", _OF_THREE, next(turns) % 2)
        return max(drawn.charts, drawn.page)

    return sample
