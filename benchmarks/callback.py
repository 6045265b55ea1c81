"""One reader asks for cities: how long until the answer, a document with the whole page, is there."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from benchmarks.cities import Client, fullest, paths
from benchmarks.measure import Row, Sample, compare

GOAL = 15.0
N_CITIES = 20


def rows(address: str, emptied: str, ready: str, n: int) -> Iterator[Row]:
    """``emptied`` serves the product without keeping any answer, ``ready`` the bytes ready-made."""
    asked = paths(fullest(N_CITIES))
    reference = p50(ready, asked)
    yield compare(
        "City page, one client, p50",
        p50(address, asked),
        reference,
        unit="ms",
        goal=GOAL,
        n=n,
        warmup=2,
    )
    yield compare(
        "  nothing kept: queries, figures and table made anew",
        p50(emptied, asked),
        reference,
        unit="ms",
        goal=None,
        n=max(3, n // 3),
    )


def p50(address: str, asked: list[str]) -> Sample:
    """The median over the cities, each asked for once, over one kept connection."""
    client = Client(address)

    def sample() -> float:
        times = []
        for path in asked:
            start = time.perf_counter()
            client.get(path)
            times.append(time.perf_counter() - start)
        return 1000 * statistics.median(times)

    return sample
