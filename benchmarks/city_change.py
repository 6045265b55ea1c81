"""From a click on another city to all of its charts, wheel and table painted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from selenium.webdriver import Chrome

from benchmarks.browser import act, load
from benchmarks.cities import N_CHARTS, City
from benchmarks.measure import Row, Sample, compare

GOAL, GOAL_CONTROL = 2.0, 1.4

# As a reader does it: a click on a link inside the page goes through Dash's router.
_CLICK = """
const link = Object.assign(document.createElement("a"), { href: arguments[0] });
document.getElementById("city-finding").firstElementChild.append(link);
__probe.begin();
link.click();
"""
_SCORE = """
const select = document.querySelector('select[id*="score"]');
const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set;
set.call(select, arguments[0]); // React hears of a value that it has not set itself
select.dispatchEvent(new Event("change", { bubbles: true }));
"""


def rows(
    ours: Chrome, reference: Chrome, address: str, static: str, cities: tuple[City, ...], n: int
) -> Iterator[Row]:
    """Two cities to and fro, then cities that this server has never been asked for.

    The reference draws the same charts: plotly's, and the wheel, whiskers and bars as ready markup.
    In the extra rows it draws the three plotly charts and nothing else.
    """
    first, second, *fresh = cities
    load(ours, address + first.href, N_CHARTS, cached=True)
    load(reference, static + "whole", N_CHARTS, cached=True)
    visit = _to_and_fro(ours, (second, first))
    yield compare(
        "City change, all charts redrawn",
        visit,
        _redraw(reference),
        unit="ms",
        goal=GOAL,
        n=n,
        warmup=3,
    )
    load(ours, address + first.href, N_CHARTS, cached=True)
    load(reference, static + "whole", N_CHARTS, cached=True)
    yield compare(
        "Control change (score), all charts redrawn",
        _scores(ours),
        _redraw(reference),
        unit="ms",
        goal=GOAL_CONTROL,
        n=n,
        warmup=3,
    )
    news = iter(fresh)
    load(reference, static, N_CHARTS, cached=True)
    yield compare(
        "  against its three plotly charts alone",
        visit,
        _redraw(reference),
        unit="ms",
        goal=None,
        n=n,
        warmup=2,
    )
    load(reference, static, N_CHARTS, cached=True)
    yield compare(
        "  to a city nobody has asked for yet",
        lambda: change(ours, next(news)),
        _redraw(reference),
        unit="ms",
        goal=None,
        n=min(n, len(fresh) - 1),
    )


def change(driver: Chrome, city: City) -> float:
    """Milliseconds until the city's page is painted."""
    drawn = act(driver, _CLICK, N_CHARTS, city.href)
    if city.name not in drawn.heading:
        raise RuntimeError(f"Asked for {city.name}, shown {drawn.heading}")
    return max(drawn.charts, drawn.page)


def _to_and_fro(driver: Chrome, cities: tuple[City, City]) -> Sample:
    turns = count()
    return lambda: change(driver, cities[next(turns) % 2])


def _scores(driver: Chrome) -> Sample:
    turns = count()

    def sample() -> float:
        drawn = act(driver, _SCORE, N_CHARTS, ("continuous", "-")[next(turns) % 2])
        return max(drawn.charts, drawn.page)

    return sample


def _redraw(driver: Chrome) -> Sample:
    turns = count(1)

    def sample() -> float:
        drawn = act(driver, "draw(arguments[0]);", N_CHARTS, next(turns) % 2)
        return max(drawn.charts, drawn.page)

    return sample
