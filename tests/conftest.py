"""What every test may use: built stores, the served product, a browser that tells on the page."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import settings as hypothesis_settings
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options

from scripts.live import ROOT, browser, chromium_options, serving

# Speed is measured in benchmarks/, never by a test: a busy machine must not fail a property. In CI
# the examples are the same each time; at the desk they are new ones, which finds more.
hypothesis_settings.register_profile("atlas", deadline=None, derandomize="CI" in os.environ)
hypothesis_settings.load_profile("atlas")


def pytest_setup_options() -> Options:
    """Chromium for dash[testing]'s own fixtures; without it the window is of a phone's width."""
    return chromium_options()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests share one server and one browser: all in one worker, beside the others."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def stores() -> Path:
    """Folder of both stores, built once where they are missing or older than their inputs.

    The file lock lets the workers of pytest-xdist wait for the one that builds.
    """
    folder = Path(os.environ.get("ATLAS_STORE_DIR", ROOT / "data" / "built"))
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        subprocess.run(
            [sys.executable, "-m", "etl", "build", "--data", "all", "--if-stale"],
            cwd=ROOT,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    return folder


@pytest.fixture(scope="session")
def client(stores: Path) -> FlaskClient:
    """The product without a browser."""
    from app import server

    return server.test_client()


@pytest.fixture(scope="session")
def live(stores: Path) -> Iterator[str]:
    """Address of the product as gunicorn serves it."""
    with serving(ATLAS_STORE_DIR=stores.as_posix()) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chrome]:
    """One browser for the session."""
    with browser() as driver:
        yield driver


class Visit:
    """A browser on the product: opens addresses and knows what the page said and asked for."""

    def __init__(self, driver: Chrome, address: str) -> None:
        self.driver = driver
        self.address = address
        self.requests: list[str] = []
        self.console: list[str] = []

    def open(self, path: str) -> Chrome:
        """Load ``path`` afresh."""
        self.driver.get(self.address + path)
        return self.driver

    def listen(self) -> None:
        """Take in what the browser has logged since the last time."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
        self.console += [entry["message"] for entry in self.driver.get_log("browser")]

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
        assert self.console == []
        assert foreign == []


@pytest.fixture
def visit(chromium: Chrome, live: str) -> Iterator[Visit]:
    """A fresh visit; the test fails at its end if the page was not clean."""
    chromium.delete_all_cookies()
    fresh = Visit(chromium, live)
    fresh.listen()
    fresh.requests.clear()
    fresh.console.clear()
    yield fresh
    fresh.assert_clean()


def _block(driver: Chrome, *patterns: str) -> None:
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": list(patterns)})


@pytest.fixture
def blocked(chromium: Chrome, visit: Visit) -> Iterator[Callable[..., None]]:
    """Blocks what matches the patterns; what the console says of it is expected."""
    chromium.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
    yield lambda *patterns: _block(chromium, *patterns)
    chromium.get("about:blank")  # else the page goes on to say what it missed
    _block(chromium)
    chromium.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": False})
    visit.listen()
    visit.console.clear()
