"""The numbers of the marts, in bulk with numpy: one implementation of each sum, in ``analysis``."""

from __future__ import annotations

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
    for direction in np.unique(points["direction"].astype(str)):
        own = np.flatnonzero((points["direction"] == direction)[at])
        scores[own] = progress(
            facts["value"][own], direction, points["target_low"][at[own]],
            points["target_high"][at[own]], worst[at[own]],
        )  # fmt: skip
    facts["progress"], facts["band"] = scores, band(scores)


def roll_up(connection: Connection, facts: Columns, grid: Grid) -> None:
    """Tables ``group_dim`` (aggregates by level and key) and ``scored`` (round x aggregate)."""
    c = _catalogue(connection)
    n_rounds = len(grid)
    n_held = padded(~np.isnan(facts["value"]), False)[grid].sum(axis=1)
    fact = grid[:, c.pos]
    value = padded(facts["value"], np.nan)[fact]
    applicable = padded(facts["status_pos"] != _OUTSIDE, True)[fact]
    targets = (c.direction, c.target_low, c.target_high, c.worst)
    p, points = padded(facts["progress"], np.nan)[fact], padded(facts["band"], 0)[fact]
    moved = [
        bands_if_moved(value, *targets, c.plausible_min, c.plausible_max, c.unit, by)
        for by in (STRICTER, LOOSER)
    ]
    tree = continuous_rollup(p, applicable, c.tree)
    levels = (
        ("category", c.categories, c.category,
         (tree.category, tree.category_low, tree.category_high)),
        ("dimension", c.dimensions, c.dimension,
         (tree.dimension, tree.dimension_low, tree.dimension_high)),
        ("overall", ["overall"], np.zeros_like(c.dimension),
         tuple(a[:, None] for a in (tree.overall, tree.overall_low, tree.overall_high))),
    )  # fmt: skip
    groups = sorted((level, key) for level, keys, _, _ in levels for key in keys)
    create_table(
        connection, "group_dim", {"pos": "SMALLINT", "level": "VARCHAR", "key": "VARCHAR"},
        [(pos, *group) for pos, group in enumerate(groups)],
    )  # fmt: skip
    parts: list[Columns] = []
    for level, keys, group, (mean, low, high) in levels:
        n = len(keys)
        own = points_rollup(points, applicable, group, n)
        judged = points_rollup(np.where(c.judged, points, 0), applicable, group, n).n_scored
        stricter, looser = (points_rollup(m, applicable, group, n).score for m in moved)
        table: Columns = {
            "n_held": np.repeat(n_held[:, None], n, axis=1),
            "n_scored": own.n_scored, "n_missing": own.n_missing, "n_judged": judged,
            "points_score": own.score, "points_low": own.low, "points_high": own.high,
            "continuous": mean, "continuous_low": low, "continuous_high": high,
            "band": band(own.score), "continuous_band": band(mean),
            "band_stricter": band(stricter), "band_looser": band(looser),
            "passes_gate": passes_gate(own.n_scored, own.n_scored + own.n_missing),
        }  # fmt: skip
        parts.append(
            {
                "round_pos": np.repeat(np.arange(n_rounds), n),
                "group_pos": np.tile([groups.index((level, key)) for key in keys], n_rounds),
                **{name: np.ravel(column) for name, column in table.items()},
            }
        )
    scored = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    counts = {name: f"{name}::SMALLINT AS {name}" for name in scored if name.startswith("n_")}
    counts["n_held"] = "n_held::INTEGER AS n_held"
    select = ", ".join(counts.get(name, name) for name in scored)
    connection.register("arrays", scored)
    connection.execute(f"CREATE TABLE scored AS SELECT {select} FROM arrays")  # noqa: S608
    connection.unregister("arrays")


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
