"""From an address to its first words and to all charts painted, with nothing kept by the browser."""

from __future__ import annotations

from collections.abc import Iterator

from selenium.webdriver import Chrome

from benchmarks.browser import SLOW, Traffic, line, load, traffic
from benchmarks.cities import N_CHARTS
from benchmarks.measure import Row, compare

GOAL, GOAL_TEXT = 2.0, 1.0


def rows(ours: Chrome, reference: Chrome, address: str, static: str, n: int) -> Iterator[Row]:
    """Loopback and a slow line; ``address`` is that of a city's page."""
    for where, conditions in (("", None), (", 10 Mbit/s, 40 ms", SLOW)):
        for driver in (ours, reference):
            line(driver, conditions)
        for what, part, goal in (
            ("Cold page, all charts", "charts", GOAL),
            ("First text of a cold page ÷ charts of the static", "text", GOAL_TEXT),
        ):
            yield compare(
                what + where,
                lambda part=part: getattr(load(ours, address, N_CHARTS, cached=False), part),
                lambda: load(reference, static, N_CHARTS, cached=False).charts,
                unit="ms",
                goal=goal,
                n=n,
            )
    for driver in (ours, reference):
        line(driver, None)
    yield compare(
        "  second visit, files kept",
        lambda: load(ours, address, N_CHARTS, cached=True).charts,
        lambda: load(reference, static, N_CHARTS, cached=True).charts,
        unit="ms",
        goal=None,
        n=n,
    )


def bytes_taken(driver: Chrome, url: str) -> Traffic:
    """What one cold visit takes from the server."""
    driver.get("about:blank")
    traffic(driver)
    load(driver, url, N_CHARTS, cached=False)
    return traffic(driver)
