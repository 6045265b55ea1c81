"""Memory of a worker that has served 50 city pages."""

from __future__ import annotations

import psutil

from benchmarks.cities import Client, fullest, paths
from benchmarks.measure import Row, compare
from scripts.live import serving

MOST = 300.0
"""MiB that a worker may take with both data sets open."""
N_PAGES = 50


def row(n: int) -> Row:
    """Resident set of one fresh worker that has served cities of both sets, against the most."""
    return compare(
        f"Memory of a worker after {N_PAGES} cities of both sets",
        _worker,
        lambda: MOST,
        unit="MiB",
        goal=1.0,
        n=n,
        warmup=0,
    )


def _worker() -> float:
    with serving() as address:
        client = Client(address)
        for path in (*paths(fullest(N_PAGES)), "/cities", "/city/valencia", "/city/riyadh"):
            client.get(path)
        client.close()
        port = address.rsplit(":", 1)[1]
        (worker,) = (
            process
            for process in psutil.Process().children(recursive=True)
            if process.environ().get("PORT") == port and not process.children()
        )
        return worker.memory_info().rss / 2**20
