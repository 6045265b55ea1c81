"""The product as a reader meets it: served by gunicorn, looked at in headless Chromium.

Used by the browser tests, the README's pictures and the benchmarks.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).resolve().parent.parent
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",  # Chromium's sandbox does not start in most containers
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=en",
)


def chromium_options(width: int = 1366, height: int = 900) -> Options:
    """Options of a headless Chromium with a window of this size, logging console and network."""
    options = Options()
    for argument in (*_ARGUMENTS, f"--window-size={width},{height}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return options


@contextmanager
def browser(width: int = 1366, height: int = 900) -> Iterator[Chrome]:
    """A headless Chromium."""
    driver = Chrome(options=chromium_options(width, height), service=Service("chromedriver"))
    try:
        yield driver
    finally:
        driver.quit()


@contextmanager
def serving(
    workers: int = 1,
    target: str = "app:server",
    python: str = sys.executable,
    **environment: str,
) -> Iterator[str]:
    """The product on a free port; gives its address, e.g. ``http://127.0.0.1:40123``.

    ``target`` is another app that answers /health, served in the same way, ``python`` another
    environment's interpreter.

    Raises:
        RuntimeError: it ended or did not answer within half a minute; the text has its last words.
    """
    port = free_port()
    process = subprocess.Popen(
        [python, "-m", "gunicorn", target, "--workers", str(workers)],
        cwd=ROOT,
        env=os.environ | environment | {"HOST": "127.0.0.1", "PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/health", process)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=15)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[str], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(url, timeout=2):
                return
        except HTTPError:
            return  # it answers; a missing store is for the caller to judge
        except (URLError, OSError):
            time.sleep(0.1)
    process.terminate()
    raise RuntimeError(f"{url} did not answer:\n{process.communicate()[0][-2000:]}")
