"""What every test may use: built stores, the served product, a browser that tells on the page."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import settings as hypothesis_settings
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options

from scripts.live import ROOT, browser, chromium_options, serving
from tests.toy.store import build_stores, environment, in_use
from tests.visit import Visit, visiting

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
        own = "tests/browser/" in item.path.as_posix()
        if own or "chromium" in getattr(item, "fixturenames", ()):
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


@pytest.fixture
def visit(chromium: Chrome, live: str) -> Iterator[Visit]:
    """A fresh visit; the test fails at its end if the page was not clean."""
    yield from visiting(chromium, live)


@pytest.fixture
def blocked(visit: Visit) -> Iterator[Callable[..., None]]:
    """Blocks what matches the patterns; what the console says of it is expected."""
    with visit.blocking() as block:
        yield block


@pytest.fixture(scope="session")
def toy_stores(request: pytest.FixtureRequest) -> Path:
    """Folder of the stores of the toy cities (tests/toy/README.md), kept between runs."""
    folder: Path = request.config.cache.mkdir("toy")
    build_stores(folder)
    return folder


@pytest.fixture
def toy_client(toy_stores: Path) -> Iterator[FlaskClient]:
    """The product on the toy cities, without a browser."""
    with in_use(toy_stores):
        from app import server

        yield server.test_client()


@pytest.fixture(scope="session")
def toy_live(toy_stores: Path) -> Iterator[str]:
    """Address of the product on the toy cities as gunicorn serves it."""
    with serving(**environment(toy_stores)) as address:
        yield address


@pytest.fixture
def toy_visit(chromium: Chrome, toy_live: str) -> Iterator[Visit]:
    """A fresh visit to the toy cities; the test fails at its end if the page was not clean."""
    yield from visiting(chromium, toy_live)
