"""The numbers of the marts, in bulk with numpy: one implementation of each sum, in ``analysis``."""

from __future__ import annotations

from typing import Any, NamedTuple

import duckdb
import numpy as np
from numpy.typing import NDArray

from analysis.aggregate import Tree, continuous_rollup, passes_gate, points_rollup
from analysis.scoring import band, progress
from analysis.sensitivity import LOOSER, STRICTER, bands_if_moved
from etl.tables import create_table

Connection = duckdb.DuckDBPyConnection
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Columns = dict[str, NDArray[Any]]

_JUDGED = "judgement"


class _Catalogue(NamedTuple):
    """The scoreable points in catalogue order (P,) and the groups they roll up to."""

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


def grade(connection: Connection) -> None:
    """Table ``graded``: the typed rows with progress score and band, NULL where there is none."""
    points = _columns(
        connection,
        "SELECT direction, target_low, target_high, worst, scored FROM point_dim ORDER BY pos",
    )
    rows = _columns(connection, "SELECT coalesce(point_pos, 0) AS point, value FROM typed")
    at = rows["point"]
    worst = np.where(points["scored"], points["worst"], np.nan)
    scores = np.full(at.size, np.nan)
    # Directions are words: one point at a time keeps them out of the two million rows.
    order = np.argsort(at, kind="stable")
    edges = np.searchsorted(at[order], np.arange(worst.size + 1))
    for i in range(worst.size):
        own = order[edges[i] : edges[i + 1]]
        if own.size:
            scores[own] = progress(
                rows["value"][own], points["direction"][i], points["target_low"][i],
                points["target_high"][i], worst[i],
            )  # fmt: skip
    connection.register("arrays", {"progress": scores, "band": band(scores)})
    connection.execute(
        "CREATE TABLE graded AS SELECT t.*, a.progress, nullif(a.band, 0) AS band"
        " FROM typed t POSITIONAL JOIN arrays a"
    )
    connection.unregister("arrays")


def roll_up(connection: Connection) -> None:
    """Tables ``group_dim`` (aggregates by level and key) and ``scored`` (round x aggregate)."""
    c = _catalogue(connection)
    n_rounds = _size(connection, "round_dim")
    value, applicable = _matrices(connection, n_rounds, len(c.judged))
    targets = (c.direction, c.target_low, c.target_high, c.worst)
    p = progress(value, *targets)
    points = band(p)
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
    counts = {name: f"{name}::SMALLINT AS {name}" for name in ("n_scored", "n_missing", "n_judged")}
    select = ", ".join(counts.get(name, name) for name in scored)
    connection.register("arrays", scored)
    connection.execute(f"CREATE TABLE scored AS SELECT {select} FROM arrays")  # noqa: S608
    connection.unregister("arrays")


def _matrices(
    connection: Connection, n_rounds: int, n_points: int
) -> tuple[Floats, NDArray[np.bool_]]:
    """Values (R, P), NaN = not held, and whether each point applies to the city in that round."""
    held = _columns(
        connection,
        "SELECT t.round_pos, p.scored_pos, t.value, t.status = 'not_applicable' AS outside"
        " FROM standing t JOIN point_dim p ON p.pos = t.point_pos WHERE p.scored",
    )
    at = held["round_pos"], held["scored_pos"]
    value, applicable = np.full((n_rounds, n_points), np.nan), np.ones((n_rounds, n_points), bool)
    value[at], applicable[at] = held["value"], ~held["outside"]
    return value, applicable


def _catalogue(connection: Connection) -> _Catalogue:
    rows = _columns(
        connection,
        "SELECT kpi_code, category, dimension, direction, unit, target_low, target_high, worst,"
        " plausible_min, plausible_max, confidence FROM point_dim WHERE scored ORDER BY scored_pos",
    )
    categories = _columns(connection, "SELECT key, dimension FROM store.category ORDER BY position")
    dimensions = _columns(connection, "SELECT key FROM store.dimension ORDER BY position")["key"]
    _, first, point_kpi = np.unique(
        rows["kpi_code"].astype(str), return_index=True, return_inverse=True
    )
    category = _position(rows["category"], categories["key"])
    return _Catalogue(
        direction=rows["direction"].astype(str), unit=rows["unit"].astype(str),
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


def _columns(connection: Connection, sql: str) -> Columns:
    """Columns of a query; a missing number is NaN."""
    columns = connection.execute(sql).fetchnumpy()
    return {
        name: column.filled(np.nan) if np.ma.isMaskedArray(column) and column.dtype.kind == "f"
        else np.asarray(column)
        for name, column in columns.items()
    }  # fmt: skip


def _size(connection: Connection, table: str) -> int:
    (n,) = connection.table(table).count("*").fetchone() or (0,)
    return int(n)
