"""The numbers of the marts, in bulk with numpy: one implementation of each sum, in ``analysis``."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import duckdb
import numpy as np
from numpy.typing import NDArray

from analysis.aggregate import Tree, continuous_rollup, passes_gate, points_rollup
from analysis.scoring import band, progress
from analysis.sensitivity import LOOSER, STRICTER, bands_if_moved
from etl.rules import STATUSES
from etl.standing import Grid, padded
from etl.tables import Columns, columns_of, create_table

Connection = duckdb.DuckDBPyConnection
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_JUDGED = "judgement"
_OUTSIDE = STATUSES.index("not_applicable")


class _Catalogue(NamedTuple):
    """The scoreable points in catalogue order (P,) and the groups they roll up to."""

    pos: Ints
    direction: NDArray[np.str_]
    unit: NDArray[np.str_]
    target_low: Floats
    target_high: Floats
    worst: Floats
    plausible_min: Floats
    plausible_max: Floats
    judged: NDArray[np.bool_]
    categories: list[str]
    dimensions: list[str]
    category: Ints
    dimension: Ints
    tree: Tree


def grade(connection: Connection, facts: Columns) -> None:
    """Add to the facts progress, NaN where there is no score, and band, 0 where there is none."""
    points = columns_of(
        connection,
        "SELECT direction, target_low, target_high, worst, scored FROM point_dim ORDER BY pos",
    )
    worst = np.where(points["scored"], points["worst"], np.nan)
    at, scores = facts["point_pos"], np.full(facts["point_pos"].size, np.nan)

    # Directions are words: one direction at a time keeps them out of the two million rows.
    def grade_those(direction: str) -> None:
        own = np.flatnonzero((points["direction"] == direction)[at])
        scores[own] = progress(
            facts["value"][own], direction, points["target_low"][at[own]],
            points["target_high"][at[own]], worst[at[own]],
        )  # fmt: skip

    with ThreadPoolExecutor() as pool:  # numpy lets other threads run while it calculates
        list(pool.map(grade_those, np.unique(points["direction"].astype(str))))
    facts["progress"], facts["band"] = scores, band(scores)


def roll_up(connection: Connection, facts: Columns, grid: Grid) -> Columns:
    """Scores by round and aggregate; leaves ``group_dim`` behind, aggregates by level and key."""
    c = _catalogue(connection)
    n_held = padded(~np.isnan(facts["value"]), False)[grid].sum(axis=1)
    fact = grid[:, c.pos]
    value = padded(facts["value"], np.nan)[fact]
    applicable = padded(facts["status_pos"] != _OUTSIDE, True)[fact]
    targets = (c.direction, c.target_low, c.target_high, c.worst)
    p, points = padded(facts["progress"], np.nan)[fact], padded(facts["band"], 0)[fact]
    groups = [
        *(("category", key) for key in c.categories),
        *(("dimension", key) for key in c.dimensions),
        ("overall", "overall"),
    ]
    order = sorted(range(len(groups)), key=groups.__getitem__)
    place = np.argsort(order)  # of each group in the order of level and key
    create_table(
        connection, "group_dim", {"pos": "SMALLINT", "level": "VARCHAR", "key": "VARCHAR"},
        [(pos, *groups[at]) for pos, at in enumerate(order)],
    )  # fmt: skip
    of_dimension = len(c.categories) + c.dimension
    whole = np.full_like(c.dimension, len(groups) - 1)
    group = place[[c.category, of_dimension, whole]]
    with ThreadPoolExecutor() as pool:
        rolled = pool.submit(continuous_rollup, p, applicable, c.tree)
        moved = pool.map(
            lambda by: bands_if_moved(
                value, *targets, c.plausible_min, c.plausible_max, c.unit, by
            ),
            (STRICTER, LOOSER),
        )
        own, judged, stricter, looser = pool.map(
            lambda given: points_rollup(given, applicable, group, len(groups)),
            (points, np.where(c.judged, points, 0), *moved),
        )
        tree = rolled.result()
    mean, low, high = (
        np.concatenate([*levels, overall[:, None]], axis=1)[:, order]
        for *levels, overall in (
            (tree.category, tree.dimension, tree.overall),
            (tree.category_low, tree.dimension_low, tree.overall_low),
            (tree.category_high, tree.dimension_high, tree.overall_high),
        )
    )
    of_round = np.repeat(np.arange(len(grid), dtype=np.int32), len(groups))
    table: Columns = {
        "round_pos": of_round,
        "group_pos": np.tile(np.arange(len(groups), dtype=np.int16), len(grid)),
        "n_held": n_held.astype(np.int32)[of_round],
        "n_scored": own.n_scored.astype(np.int16), "n_missing": own.n_missing.astype(np.int16),
        "n_judged": judged.n_scored.astype(np.int16),
        "points_score": own.score, "points_low": own.low, "points_high": own.high,
        "continuous": mean, "continuous_low": low, "continuous_high": high,
        "band": band(own.score), "continuous_band": band(mean),
        "band_stricter": band(stricter.score), "band_looser": band(looser.score),
        "passes_gate": passes_gate(own.n_scored, own.n_scored + own.n_missing),
    }  # fmt: skip
    return {name: column.ravel() for name, column in table.items()}


def _catalogue(connection: Connection) -> _Catalogue:
    rows = columns_of(
        connection,
        "SELECT pos, kpi_code, category, dimension, direction, unit, target_low, target_high,"
        " worst, plausible_min, plausible_max, confidence FROM point_dim WHERE scored"
        " ORDER BY scored_pos",
    )
    categories = columns_of(
        connection, "SELECT key, dimension FROM store.category ORDER BY position"
    )
    dimensions = columns_of(connection, "SELECT key FROM store.dimension ORDER BY position")["key"]
    _, first, point_kpi = np.unique(
        rows["kpi_code"].astype(str), return_index=True, return_inverse=True
    )
    category = _position(rows["category"], categories["key"])
    return _Catalogue(
        pos=rows["pos"], direction=rows["direction"].astype(str), unit=rows["unit"].astype(str),
        target_low=rows["target_low"], target_high=rows["target_high"], worst=rows["worst"],
        plausible_min=rows["plausible_min"], plausible_max=rows["plausible_max"],
        judged=rows["confidence"] == _JUDGED,
        categories=list(categories["key"]), dimensions=list(dimensions),
        category=category, dimension=_position(rows["dimension"], dimensions),
        tree=Tree(point_kpi, category[first], _position(categories["dimension"], dimensions)),
    )  # fmt: skip


def _position(words: NDArray[Any], known: NDArray[Any]) -> Ints:
    place = {word: i for i, word in enumerate(known)}
    return np.array([place[word] for word in words], dtype=np.int64)
