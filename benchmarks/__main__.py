"""Runs the benchmarks and prints their table: ``python -m benchmarks [NAME …] [--n N]``."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks import (
    build,
    callback,
    city_change,
    cold_page,
    compare,
    index,
    large,
    memory,
    moving_map,
    progress,
    start,
    throughput,
)
from benchmarks.browser import HEIGHT, WIDTH, prepare
from benchmarks.cities import Client, fullest
from benchmarks.measure import Row
from benchmarks.references import ready
from benchmarks.static_page import static_pages
from benchmarks.table import heading, line
from scripts.live import browser, serving

_READY = "benchmarks.references.ready:server"
_EXPRESS = "benchmarks.references.express:server"
_WORKERS = 2  # as gunicorn.conf.py has it


def in_browser(n: int) -> Iterator[Row | str]:
    """City change and cold page: two Chromiums, the product and the static page in turn."""
    with ExitStack() as stack:
        address = stack.enter_context(serving(_WORKERS))
        ours, reference = (stack.enter_context(browser(WIDTH, HEIGHT)) for _ in range(2))
        prepare(ours)
        prepare(reference)
        cities = fullest(2 + n)
        pages = static_pages(ours, address, (cities[0], cities[1]))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        static = (
            stack.enter_context(serving(_WORKERS, _READY, **ready.prepare(folder, *pages))) + "/"
        )
        yield from city_change.rows(ours, reference, address, static, cities, n)
        city = address + cities[0].href
        yield from cold_page.rows(ours, reference, city, static, n)
        for whose, driver, url in (("ours", ours, city), ("static page", reference, static)):
            taken = cold_page.bytes_taken(driver, url)
            kinds = ", ".join(
                f"{kind} {size / 1000:.0f}" for kind, size in sorted(taken.sizes.items())
            )
            total = f"{taken.requests} requests, {taken.total / 1000:.0f} kB"
            yield f"  cold, {whose}: {total} ({kinds})"


def of_callback(n: int) -> Iterator[Row]:
    """One client, one worker on either side."""
    with ExitStack() as stack:
        address = stack.enter_context(serving())
        client = Client(address)
        answer = client.get(fullest(1)[0].href)
        client.close()
        emptied = stack.enter_context(serving(ATLAS_CACHE_ENTRIES="0"))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        prepared = ready.prepare(folder, answer=answer)
        yield from callback.rows(
            address, emptied, stack.enter_context(serving(1, _READY, **prepared)), n
        )


def of_throughput(n: int) -> Iterator[Row]:
    """Four clients, two workers on either side."""
    with serving(_WORKERS) as address, serving(_WORKERS, _EXPRESS) as express:
        yield throughput.row(address, express, n)


def of_start(n: int) -> Iterator[Row]:
    """Start-up and memory."""
    yield start.row(n)
    yield memory.row(max(1, n // 3))


def of_build(n: int) -> Iterator[Row]:
    """The ETL."""
    yield build.row(max(3, n // 3))


def of_compare(n: int) -> Iterator[Row]:
    """A city added to a comparison: two Chromiums in turn."""
    yield from compare.rows(n)


def of_index(n: int) -> Iterator[Row]:
    """The Index lab: its draws alone, then as a reader drags a weight and lets go."""
    yield index.draws(n)
    with serving(_WORKERS) as address, browser(WIDTH, HEIGHT) as driver:
        yield from index.dragged(driver, address, n)


GROUPS: dict[str, Callable[[int], Iterator[Row | str]]] = {
    "browser": in_browser,
    "compare": of_compare,
    "progress": progress.rows,
    "map": moving_map.rows,
    "callback": of_callback,
    "throughput": of_throughput,
    "start": of_start,
    "build": of_build,
    "large": large.rows,
    "index": of_index,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(GROUPS)}; else all"
    )
    parser.add_argument("--n", type=int, default=15, help="pairs of measurements")
    options = parser.parse_args()
    if unknown := set(options.names) - GROUPS.keys():
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(f"Medians of n pairs measured in turn; {cores} cores, load at the start {load:.1f}")
    print(heading())
    for name in options.names or GROUPS:
        for row in GROUPS[name](options.n):
            print(row if isinstance(row, str) else line(row), flush=True)


if __name__ == "__main__":
    main()
