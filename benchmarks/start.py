"""From starting the server to the first complete answer."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from benchmarks.cities import Client, fullest
from benchmarks.measure import Row, compare
from scripts.live import ROOT, free_port

GOAL = 3.0
_LIMIT_S = 60


def row(n: int) -> Row:
    """One worker, started and asked for a city."""
    (city,) = fullest(1)
    return compare(
        "Process start to first answer, against import dash",
        lambda: _first_answer(city.href),
        _import_dash,
        unit="s",
        goal=GOAL,
        n=n,
    )


def _first_answer(path: str) -> float:
    port = free_port()
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "app:server", "--workers", "1"],
        cwd=ROOT,
        env=os.environ | {"HOST": "127.0.0.1", "PORT": str(port)},
        stdout=subprocess.DEVNULL,
    )
    try:
        while time.perf_counter() - start < _LIMIT_S:
            try:
                Client(f"http://127.0.0.1:{port}").get(path)
            except ConnectionError:
                time.sleep(0.005)
            else:
                return time.perf_counter() - start
        raise RuntimeError("The server did not answer.")
    finally:
        process.terminate()
        process.wait(timeout=15)


def _import_dash() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import dash"], check=True)
    return time.perf_counter() - start
