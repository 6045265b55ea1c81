"""From an address to all charts painted, with nothing kept by the browser, and with all kept."""

from __future__ import annotations

from collections.abc import Iterator

from selenium.webdriver import Chrome

from benchmarks.browser import Traffic, load, traffic
from benchmarks.cities import N_CHARTS
from benchmarks.measure import Row, compare

GOAL = 1.5


def rows(ours: Chrome, reference: Chrome, address: str, static: str, n: int) -> Iterator[Row]:
    """The first visit and the second; ``address`` is that of a city's page."""
    for what, cached, goal in (
        ("Cold page to charts", False, GOAL),
        ("  second visit, files kept", True, None),
    ):
        yield compare(
            what,
            lambda cached=cached: load(ours, address, N_CHARTS, cached=cached).charts,
            lambda cached=cached: load(reference, static, N_CHARTS, cached=cached).charts,
            unit="ms",
            goal=goal,
            n=n,
        )


def bytes_taken(driver: Chrome, url: str) -> Traffic:
    """What one cold visit takes from the server."""
    driver.get("about:blank")
    traffic(driver)
    load(driver, url, N_CHARTS, cached=False)
    return traffic(driver)
