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
_REST = 0.5  # seconds until a hand takes the slider again; the chart has moved by then
_PAGE = "/index?data=example&category=all"
_READY = (
    "return !!document.querySelector('#index-weights input')"
    " && !!document.querySelector('#index-ranks .scatterlayer')"
)
# From the reader's input to the frame after the one in which the order was written.
_DRAG = """
const done = arguments[arguments.length - 1];
const slider = document.querySelector('#index-weights input');
const start = performance.now();
new MutationObserver((_changes, watch) => {
  watch.disconnect();
  requestAnimationFrame(() => done(performance.now() - start));
}).observe(document.getElementById('index-order'), {childList: true, subtree: true});
slider.dispatchEvent(new Event('pointerdown', {bubbles: true}));
Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, arguments[0]);
slider.dispatchEvent(new Event('input', {bubbles: true}));
"""
_RELEASE = """
const done = arguments[arguments.length - 1];
const start = performance.now();
dispatchEvent(new Event('pointerup'));
const look = () => document.querySelector('.ilab.waiting')
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
    return _row(what, statistics.median(taken), len(taken), GOAL_DRAWS)


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
        time.sleep(_REST)
    drag, release = drag[3:], release[1:]
    late = statistics.quantiles(drag, n=20)[-1]
    return [
        _row("weight dragged: order as chosen, 60 cities, p95", late, len(drag), GOAL_DRAG),
        _row(
            "weight let go: intervals drawn, 60 cities",
            statistics.median(release),
            len(release),
            GOAL_RELEASE,
        ),
    ]


def _row(what: str, ours: float, n: int, goal: float) -> Row:
    """Against the goal itself: a ratio of 1 is just in time."""
    return Row(what, ours, goal, "ms", ours / goal, 1.0, n)
