"""Answers a second to four readers at once, against plotly.express on a frame in memory."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice

from benchmarks.cities import Client, fullest, paths
from benchmarks.measure import Row, Sample, compare

GOAL = 50.0
N_CITIES = 20
CLIENTS = 4
SECONDS = 3.0


def row(address: str, express: str, n: int) -> Row:
    """Both apps are served by the same gunicorn configuration with all its workers."""
    return compare(
        f"City page, {CLIENTS} clients, against plotly.express",
        _rate(address),
        _rate(express),
        unit="/s",
        goal=GOAL,
        n=n,
        at_least=True,
    )


def _rate(address: str) -> Sample:
    asked = paths(fullest(N_CITIES))

    def sample() -> float:
        start = time.perf_counter()
        with ThreadPoolExecutor(CLIENTS) as pool:
            ends = [
                pool.submit(_ask_until, address, asked, first * N_CITIES // CLIENTS, start)
                for first in range(CLIENTS)
            ]
            done = sum(end.result() for end in ends)
        return done / (time.perf_counter() - start)

    return sample


def _ask_until(address: str, asked: list[str], first: int, start: float) -> int:
    client = Client(address)
    done = 0
    for path in islice(cycle(asked), first, None):
        client.get(path)
        done += 1
        if time.perf_counter() - start > SECONDS:
            break
    client.close()
    return done
