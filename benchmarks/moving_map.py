"""The map moved a step with 10,000 cities against 200, and a year on, until painted."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import duckdb
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from benchmarks.browser import HEIGHT, WIDTH
from benchmarks.measure import Row, Sample, compare
from data.store import DATA_SETS, POINTER, snapshot
from scripts.live import browser, serving

MANY, FEW = 10_000, 200
PAN_GOAL = 2.0
YEAR_MS = 100.0
"""A step of the timeline takes no longer."""
_SPREAD = 900.0
"""Map units round a fictional city that its copies are scattered over; a unit is about 2 km."""
_LIMIT_S = 60

_COPIES = """
SELECT setseed(0.5);
CREATE TABLE copy AS SELECT unnest(range(1, getvariable('copies'))) AS i;
INSERT INTO city SELECT city.* REPLACE (
    id || '-' || i AS id, name || ' ' || i AS name,
    map_x + (random() - 0.5) * getvariable('spread') AS map_x,
    map_y + (random() - 0.5) * getvariable('spread') AS map_y) FROM city, copy;
CREATE TABLE whole AS SELECT * REPLACE (city_id AS city) FROM rollup;
INSERT INTO whole SELECT * EXCLUDE (i)
    REPLACE (city_id || '-' || i AS city_id, city_id || '-' || i AS city)
FROM whole, copy WHERE level = 'overall';
DROP VIEW rollup;
ALTER TABLE whole RENAME TO rollup;
INSERT INTO round SELECT round.* REPLACE (city_id || '-' || i AS city_id) FROM round, copy;
DROP TABLE copy;
"""
# A drag as wide as the frame in steps, each painted before the next: names and marks that come into
# view are laid out on the way. Mean of the steps, waits for frames included or only our script.
_PAN = """
const done = arguments[arguments.length - 1], way = arguments[0], whole = arguments[1], steps = 24;
const svg = document.querySelector(".mp-svg"), box = svg.getBoundingClientRect();
const from = box.left + box.width / 2 - way * box.width / 2, y = box.top + 20;
const send = (target, type, x) => target.dispatchEvent(
  new MouseEvent(type, { view: window, bubbles: true, cancelable: true, clientX: x, clientY: y }));
const painted = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
(async () => {
  send(svg, "mousedown", from);
  const start = performance.now();
  let script = 0;
  for (let i = 1; i <= steps; i++) {
    const before = performance.now();
    send(window, "mousemove", from + way * i * box.width / steps);
    script += performance.now() - before;
    await painted();
  }
  const all = performance.now() - start;
  send(window, "mouseup", from + way * box.width);
  done((whole ? all : script) / steps);
})();
"""
_YEAR = """
const done = arguments[arguments.length - 1], stops = [...document.querySelectorAll("#map-bars [data-key]")];
const year = stops[arguments[0] % stops.length];
requestAnimationFrame(() => {
  const start = performance.now();
  const drawn = () => year.matches(".mp-on");
  const wait = () => drawn() ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)))
    : requestAnimationFrame(wait);
  dash_clientside.set_props("map-year", { value: Number(year.dataset.year) });
  wait();
});
"""


def rows(n: int) -> Iterator[Row]:
    """The cities are copies of those of the example set, scattered round them."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        many, few = (_shown(stack, make(folder / str(size), size)) for size in (MANY, FEW))
        yield compare(
            f"Map moved a step, {MANY:,} cities against {FEW}",
            _pan(many, whole=True),
            _pan(few, whole=True),
            unit="ms",
            goal=PAN_GOAL,
            n=n,
        )
        yield compare(
            "  of it script, without waiting for frames",
            _pan(many, whole=False),
            _pan(few, whole=False),
            unit="ms",
            goal=None,
            n=n,
        )
        for what, driver in ((f"{FEW} cities", few), (f"{MANY:,} cities", many)):
            yield compare(
                f"Map: a year on, {what}, against {YEAR_MS:.0f} ms",
                _year(driver),
                lambda: YEAR_MS,
                unit="ms",
                goal=1.0,
                n=n,
            )


def make(folder: Path, n_cities: int) -> Path:
    """Both stores; the example's with copies of its cities and of what the map reads of them."""
    for data_set in DATA_SETS:
        served = snapshot(data_set)
        (folder / data_set).mkdir(parents=True)
        shutil.copy(served.path, folder / data_set / served.path.name)
        (folder / data_set / POINTER).write_text(served.path.name)
    with duckdb.connect((folder / served.data_set / served.path.name).as_posix()) as store:
        held = store.execute("SELECT count(*) FROM city").fetchone()
        store.execute("SET VARIABLE copies = $1", [n_cities // (held or (1,))[0]])
        store.execute("SET VARIABLE spread = $1", [_SPREAD])
        store.execute(_COPIES)
    return folder


def _shown(stack: ExitStack, store: Path) -> Chrome:
    """A Chromium on the map of a store, its land drawn."""
    address = stack.enter_context(serving(ATLAS_STORE_DIR=store.as_posix()))
    driver = stack.enter_context(browser(WIDTH, HEIGHT))
    driver.set_script_timeout(_LIMIT_S)
    driver.get(f"{address}/map?data=example")
    drawn = "return !!document.querySelector('.mp-frame[data-drawn]')"
    WebDriverWait(driver, _LIMIT_S).until(lambda d: d.execute_script(drawn), "the map")
    return driver


def _pan(driver: Chrome, whole: bool) -> Sample:
    """There and back again."""
    turns = count()
    return lambda: float(driver.execute_async_script(_PAN, -1 if next(turns) % 2 else 1, whole))


def _year(driver: Chrome) -> Sample:
    turns = count()
    return lambda: float(driver.execute_async_script(_YEAR, next(turns)))
