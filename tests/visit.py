"""A browser on the product that tells on the page: what it said and whom it asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from dash.testing.browser import Browser
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

PATIENCE = 20  # seconds, on a busy machine


class Visit(Browser):
    """dash[testing]'s browser, ``wait_for_text_to_equal`` and all, on a server that already runs.

    driver: a Chromium that logs console and network (``scripts.live.browser``); several visits may
    share it, one after the other. address: of the product, e.g. ``http://127.0.0.1:40123``.

        visit.open("/city/fullhaven")
        visit.wait_for_contains_text("h1", "Fullhaven")
        assert visit.get_logs() == []
    """

    def __init__(self, driver: Chrome, address: str) -> None:
        self._chromium = driver
        self.address = address
        self.requests: list[str] = []
        self.console: list[str] = []
        super().__init__("Chrome", percy_run=False)

    def get_webdriver(self) -> Chrome:
        """The browser that was given, where Dash would start one of its own."""
        return self._chromium

    @property
    def server_url(self) -> str:
        """The address; Dash's own setter would load the start page first."""
        return self.address

    def open(self, path: str) -> Chrome:
        """Load ``path`` afresh."""
        self.driver.get(self.address + path)
        return self.driver

    def until(
        self, condition: Callable[[Chrome], object] | str, what: str, expected: object = True
    ) -> None:
        """Wait until a condition holds, or a script gives what is expected."""
        WebDriverWait(self.driver, PATIENCE).until(
            condition
            if callable(condition)
            else lambda driver: driver.execute_script(condition) == expected,
            what,
        )

    def stands(self, path: str, heading: str = "") -> None:
        """Wait until Dash has drawn the page of a path and its heading holds these words."""

        def met(driver: Chrome) -> bool:
            drawn = driver.execute_script(
                "const heading = document.querySelector('#react-entry-point main h1');"
                "const first = document.getElementById('first');"
                "return [location.pathname, first ? '' : heading?.textContent || '']"
            )
            return drawn[0] == path and bool(drawn[1]) and heading in drawn[1]

        self.until(met, f"{path} with “{heading}”")

    def listen(self) -> None:
        """Take in what the browser has logged since the last time."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
        self.console += [entry["message"] for entry in self.driver.get_log("browser")]

    def get_logs(self) -> list[str]:
        """All that the console said in this visit, of any level; it still counts at the end."""
        self.listen()
        return self.console

    def reset_log_timestamp(self) -> None:
        """What was said and asked for up to now no longer counts."""
        self.listen()
        self.requests.clear()
        self.console.clear()

    def assert_clean(self) -> None:
        """No word on the console, and no request to anyone but the product."""
        self.listen()
        own = urlsplit(self.address).netloc
        foreign = [
            url
            for url in self.requests
            if urlsplit(url).scheme in {"http", "https", "ws", "wss"}
            and urlsplit(url).netloc != own
        ]
        assert not self.console, self.console
        assert not foreign, foreign

    @contextmanager
    def blocking(self) -> Iterator[Callable[..., None]]:
        """Gives what blocks requests that match its patterns; what the console says is expected."""
        self.driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
        try:
            yield self._block
        finally:
            self.driver.get("about:blank")  # else the page goes on to say what it missed
            self._block()
            self.driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": False})
            self.listen()
            self.console.clear()

    def _block(self, *patterns: str) -> None:
        self.driver.execute_cdp_cmd("Network.enable", {})
        self.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": list(patterns)})


def visiting(driver: Chrome, address: str) -> Iterator[Visit]:
    """A fresh visit, as a fixture gives it; fails at its end if the page was not clean."""
    driver.get("about:blank")  # the page of the visit before must ask for nothing in this one
    driver.execute_cdp_cmd(
        "Storage.clearDataForOrigin",
        {"origin": address, "storageTypes": "cookies,local_storage"},
    )
    visit = Visit(driver, address)
    visit.reset_log_timestamp()
    yield visit
    visit.assert_clean()
