"""Memory of a worker that has served 50 city pages."""

from __future__ import annotations

import subprocess
import sys

import psutil

from benchmarks.cities import Client, bodies, fullest
from benchmarks.measure import Row, compare
from scripts.live import serving

GOAL = 2.5
N_PAGES = 50
_BARE = "import dash, duckdb; print(flush=True); input()"


def row(n: int) -> Row:
    """Resident set of one fresh worker against a process that only imports dash and duckdb."""
    return compare(
        f"Memory of a worker after {N_PAGES} cities",
        _worker,
        _imports_only,
        unit="MiB",
        goal=GOAL,
        n=n,
        warmup=0,
    )


def _worker() -> float:
    with serving() as address:
        client = Client(address)
        for body in bodies(address, fullest(N_PAGES)):
            client.city(body)
        client.close()
        port = address.rsplit(":", 1)[1]
        (worker,) = (
            process
            for process in psutil.Process().children(recursive=True)
            if process.environ().get("PORT") == port and not process.children()
        )
        return worker.memory_info().rss / 2**20


def _imports_only() -> float:
    with subprocess.Popen(
        [sys.executable, "-c", _BARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        size = psutil.Process(process.pid).memory_info().rss / 2**20
        process.communicate(b"\n")
    return size
