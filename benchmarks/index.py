"""Index lab: a thousand draws on the example set, and the order that follows a dragged weight."""

from __future__ import annotations

import statistics
import time

from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from analysis.index import Choice
from analysis.ranks import DRAWS, ranking
from benchmarks.measure import Row
from data import queries
from data.queries.index import index_cells, index_cities
from data.store import snapshot
from pages.index_lab.block import blocks
from pages.index_lab.table import index_table

GOAL_DRAWS, GOAL_DRAG, GOAL_RELEASE = 1000.0, 100.0, 1000.0  # milliseconds
_PAGE = "/index?data=example&category=all"
_READY = (
    "return !!document.querySelector('[data-index-weights]')"
    " && !!document.querySelector('#index-ranks .scatterlayer')"
)
# From the reader's input to the frame after the one in which the order was written.
_DRAG = """
const done = arguments[arguments.length - 1];
const slider = document.querySelector('[data-index-weights] input');
const start = performance.now();
slider.value = arguments[0];
slider.dispatchEvent(new Event('input', {bubbles: true}));
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
"""
_RELEASE = """
const done = arguments[arguments.length - 1];
const slider = document.querySelector('[data-index-weights] input');
const start = performance.now();
slider.dispatchEvent(new Event('change', {bubbles: true}));
const look = () => document.querySelector('.ilab[data-waiting]')
  ? requestAnimationFrame(look) : requestAnimationFrame(() => done(performance.now() - start));
look();
"""


def draws(n: int) -> Row:
    """1,000 draws of every example city on every scoreable point."""
    store = snapshot("example")
    block = next(blocks(queries.definitions(store), "category"))
    table = index_table(
        index_cities(store, None), index_cells(store, None), block.rows, block.group_of
    )
    ranking(table, Choice(), 10)
    taken = []
    for _turn in range(n):
        start = time.perf_counter()
        found = ranking(table, Choice())
        taken.append(1000 * (time.perf_counter() - start))
    what = f"{DRAWS} draws, {len(found.ids)} cities x {len(block.rows)} points"
    return _row(what, taken, GOAL_DRAWS)


def dragged(driver: Chrome, address: str, n: int) -> list[Row]:
    """The order after an input of a slider, and the intervals after its release."""
    driver.get(address + _PAGE)
    WebDriverWait(driver, 30).until(lambda d: d.execute_script(_READY))
    driver.set_script_timeout(30)
    drag, release = [], []
    for turn in range(n + 1):
        weights = (20 + 3 * turn, 60 + 2 * turn, 81 + turn % 19)
        drag += [float(driver.execute_async_script(_DRAG, weight)) for weight in weights]
        release.append(float(driver.execute_async_script(_RELEASE)))
    return [
        _row("weight dragged: order as chosen, 60 cities", drag[3:], GOAL_DRAG),
        _row("weight let go: intervals drawn, 60 cities", release[1:], GOAL_RELEASE),
    ]


def _row(what: str, taken: list[float], goal: float) -> Row:
    """Against the goal itself: a ratio of 1 is just in time."""
    ours = statistics.median(taken)
    return Row(what, ours, goal, "ms", ours / goal, 1.0, len(taken))
