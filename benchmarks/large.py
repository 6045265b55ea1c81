"""A store of 1,000 cities × 112 points × 15 years: page queries, and the City page on it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.callback import p50
from benchmarks.cities import City, fullest, paths
from benchmarks.measure import Row, Sample, compare
from data import queries
from data.queries import benchmark
from data.settings import Settings
from data.store import Snapshot
from etl.build import build
from etl.example import generate
from etl.inputs import reference_inputs, submission_inputs
from etl.publish import locked, store_path
from scripts.live import serving

QUERY_GOAL, CALLBACK_GOAL = 0.25, 1.5
N_CITIES, FIRST_YEAR, N_ROUNDS = 1000, 2011, 15
VERSION = "large"
N_ASKED = 10
POINT = "unemployment_rate"


def rows(n: int) -> Iterator[Row]:
    """Makes the store in a temporary folder first; that takes about a minute."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = make(folder)
        yield from of_queries(store, n)
        yield of_callback(folder, store, n)


def make(folder: Path) -> Snapshot:
    """Fictional cities and their store, as ``python -m etl example`` makes them."""
    generate(folder / "in", n_cities=N_CITIES, first_year=FIRST_YEAR, n_rounds=N_ROUNDS)
    chosen = Settings(submissions_dir=folder / "in", keep_versions=1)
    (folder / "published").symlink_to(chosen.store_dir.resolve() / "published")
    out = folder / "example"
    with locked(out):
        build("example", VERSION, reference_inputs(chosen.reference_dir),
              submission_inputs(folder / "in"), out, chosen)  # fmt: skip
    return Snapshot("example", VERSION, store_path(out, VERSION))


def of_queries(store: Snapshot, n: int) -> Iterator[Row]:
    """Each query without its cache, against reading every value of the store once."""
    for what, ask in page_queries(store).items():
        yield compare(
            f"Large store: {what}",
            lambda ask=ask: _ms(ask),
            lambda: _ms(lambda: scan(store)),
            unit="ms",
            goal=QUERY_GOAL,
            n=max(3, n // 3),
        )


def page_queries(store: Snapshot) -> dict[str, Callable[[], object]]:
    """What the pages ask, the largest peer group included; ``__wrapped__`` is the bare query."""
    held = sorted(queries.cities(store), key=lambda c: (-c.n_scored, c.id))
    city, as_of = held[0].id, held[0].newest_round or 0
    peers = tuple(c.id for c in held[1:])

    def bare(function: Callable[..., object], *values: object) -> Callable[[], object]:
        inner: Callable[..., object] = function.__wrapped__  # type: ignore[attr-defined]
        return lambda: inner(store, *values)

    return {
        "cities": bare(queries.cities),
        "facts": bare(queries.facts),
        "submissions": bare(queries.submissions),
        "findings": bare(queries.findings),
        "city": bare(queries.city, city),
        "rounds": bare(queries.rounds, city),
        "scorecard, 999 peers": bare(queries.scorecard, city, as_of, peers),
        "rollups, 999 peers": bare(queries.rollups, city, as_of, peers),
        "observations of a point": bare(queries.observations, city, POINT),
        "definitions": bare(queries.definitions),
        "benchmark: years": bare(benchmark.point_years, POINT),
        "benchmark: standings": bare(benchmark.standings, POINT, as_of, None),
        "benchmark: held counts": bare(benchmark.held_counts),
    }


def scan(store: Snapshot) -> None:
    """Read every value of every table."""
    cursor = store.cursor()
    tables: dict[str, list[str]] = {}
    for table, column, kind in cursor.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
    ).fetchall():
        number = kind in {"DOUBLE", "SMALLINT", "INTEGER", "BIGINT", "TINYINT"}
        read = "sum({0})" if number else "max({0})"
        tables.setdefault(table, []).append(read.format(f'"{column}"'))
    for table, reads in tables.items():
        what = ", ".join(reads)
        cursor.execute(f'SELECT {what} FROM "{table}"').fetchall()  # noqa: S608 (its own names)


def of_callback(folder: Path, store: Snapshot, n: int) -> Row:
    """The City page for cities nobody has asked for yet, against the small store."""
    turns = max(3, n // 3)
    with ExitStack() as stack:
        large = stack.enter_context(serving(ATLAS_STORE_DIR=folder.as_posix()))
        small = stack.enter_context(serving())
        return compare(
            "City page, new cities, large store against small",
            _fresh(large, _fullest(store, N_ASKED * (turns + 1))),
            _fresh(small, fullest(N_ASKED * (turns + 1))),
            unit="ms",
            goal=CALLBACK_GOAL,
            n=turns,
        )


def _fresh(address: str, cities: tuple[City, ...]) -> Sample:
    """Each sample asks for the next ``N_ASKED`` cities."""
    asked = paths(cities)
    parts = (asked[i : i + N_ASKED] for i in range(0, len(asked), N_ASKED))
    turns = (p50(address, part) for part in parts)
    return lambda: next(turns)()


def _fullest(store: Snapshot, n: int) -> tuple[City, ...]:
    held = sorted(queries.cities(store), key=lambda c: (-c.n_scored, c.id))
    return tuple(City(c.id, c.name) for c in held[:n])


def _ms(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - start)
