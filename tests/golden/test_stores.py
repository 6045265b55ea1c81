"""Both stores against facts counted by hand and against a second, independent computation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from data.store import snapshot
from tests.golden.independent import compare


def store(stores: Path, data_set: str) -> duckdb.DuckDBPyConnection:
    """A cursor of its own on the store being served."""
    assert stores.exists()
    return snapshot(data_set).cursor().cursor()


@pytest.fixture(scope="module")
def published(stores: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with store(stores, "published") as connection:
        yield connection


@pytest.mark.parametrize("data_set", ["published", "example"])
def test_a_second_computation_gives_the_same_scores(stores: Path, data_set: str) -> None:
    with store(stores, data_set) as connection:
        assert compare(connection) == []


@pytest.mark.parametrize("data_set", ["published", "example"])
@pytest.mark.parametrize(("until", "years"), [(None, None), (2021, 3)])
def test_newest_scores_are_those_of_each_citys_newest_round(
    stores: Path, data_set: str, until: int | None, years: int | None
) -> None:
    """point_score holds a point once a round; score_of and newest_score give the same rows."""
    with store(stores, data_set) as connection:
        assert connection.execute(
            "SELECT count(*) > 0, count(*) - count(DISTINCT (city_id, as_of, point_key))"
            " FROM point_score"
        ).fetchall() == [(True, 0)]
        every = connection.execute("FROM point_score ORDER BY ALL").fetchall()
        all_rounds = "FROM score_of((SELECT list(id) FROM round)) ORDER BY ALL"
        assert connection.execute(all_rounds).fetchall() == every
        newest: dict[str, int] = {}
        for city, as_of in connection.execute("SELECT city_id, as_of FROM round").fetchall():
            if until is None or years is None or until - years <= as_of <= until:
                newest[city] = max(as_of, newest.get(city, as_of))
        assert connection.execute(
            "FROM newest_score($1, $2) ORDER BY ALL", [until, years]
        ).fetchall() == [row for row in every if newest.get(row[0]) == row[1]]


_CITY_CATEGORIES = """
    FROM rollup JOIN round USING (city_id, as_of)
    WHERE level = 'category' AND rollup.n_scoreable > 0 AND round.n_scored > 0
"""


def test_how_much_of_the_published_facts_passes_the_gate(
    published: duckdb.DuckDBPyConnection,
) -> None:
    assert published.execute(f"SELECT count(*) {_CITY_CATEGORIES}").fetchall() == [(253,)]
    # 37 reach 65 %; Riyadh's Innovation does so with 2 of 3 points, fewer than a score needs.
    enough = "rollup.n_scored >= 0.65 * rollup.n_scoreable"
    assert published.execute(
        f"SELECT count(*), count(*) FILTER (passes_gate) {_CITY_CATEGORIES} AND {enough}"
    ).fetchall() == [(37, 36)]
    assert published.execute(
        f"SELECT city_id, key, rollup.n_scored, rollup.n_scoreable {_CITY_CATEGORIES} AND {enough}"
        " AND NOT passes_gate"
    ).fetchall() == [("riyadh", "economy-innovation", 2, 3)]
    assert published.execute(
        "SELECT count(*) FROM rollup WHERE passes_gate AND level <> 'category'"
    ).fetchall() == [(0,)]
    assert published.execute(
        "SELECT city_id, key, n_scored, n_scoreable FROM rollup WHERE level = 'dimension'"
        " ORDER BY n_scored / n_scoreable DESC LIMIT 1"
    ).fetchall() == [("riyadh", "environment", 15, 24)]


def test_a_city_that_printed_statuses_only_has_a_round_without_a_score(
    published: duckdb.DuckDBPyConnection,
) -> None:
    assert published.execute(
        "SELECT as_of, n_held, n_scored, n_scoreable FROM round WHERE city_id = 'rana'"
    ).fetchall() == [(2020, 0, 0, 93)]


def test_nothing_published_was_kept_out(published: duckdb.DuckDBPyConnection) -> None:
    assert published.execute("SELECT n_errors FROM build").fetchall() == [(0,)]
    assert published.execute(
        "SELECT kind, count(value), count(*) FROM observation GROUP BY kind ORDER BY kind"
    ).fetchall() == [("other_statistics", 3205, 3206), ("u4ssc_publication", 192, 211)]
