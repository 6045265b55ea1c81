"""What a city stands on in each of its rounds (METHODS §5), as a grid of rounds and data points.

Within one source kind the newest row of a point wins, a printed "not reported" included, if it is
not older than the window. The rows fit into a dense grid, so none is sorted or joined.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import duckdb
import numpy as np
from numpy.typing import NDArray

from etl.tables import Columns, columns_of

Connection = duckdb.DuckDBPyConnection
Grid = NDArray[np.int32]

NONE = -1
"""No row. As an index it is the last place, see ``padded``."""
_YEARS = 1 << 15


class Standing(NamedTuple):
    """What the rounds stand on.

    grid (R, P): fact of each round and data point, NONE where it holds nothing. replaced: facts in
    whose place a later submission stands, and the submission_pos of that one.
    """

    grid: Grid
    replaced: Columns


def stand(connection: Connection, facts: Columns, window: int) -> Standing:
    """What each round stands on, of rows not older than ``window`` years."""
    (n_points,) = connection.execute("SELECT count(*) FROM point_dim").fetchone() or (0,)
    submissions = columns_of(
        connection, "SELECT stream, recency, scored FROM submission_dim ORDER BY pos"
    )
    rounds = columns_of(connection, "SELECT stream, as_of FROM round_dim ORDER BY pos")
    grid = np.full((rounds["as_of"].size, n_points), NONE, dtype=np.int32)
    of = facts["submission_pos"]
    rows = np.flatnonzero(submissions["scored"][of])
    if not rows.size:
        return Standing(grid, {"fact": rows.astype(np.int32), "submission_pos": of[rows]})
    recency = submissions["recency"][of[rows]]
    if (np.diff(recency) < 0).any():
        rows = rows[np.argsort(recency, kind="stable")]
    # A sheet for each stream and year. Of two rows of a year the one put down last stays.
    key = submissions["stream"][of[rows]].astype(np.int64) * _YEARS + facts["year"][rows]
    start = np.flatnonzero(np.append(True, key[1:] != key[:-1]))  # runs of a submission and year
    keys, sheet = np.unique(key[start], return_inverse=True)
    sheet = np.repeat(sheet, np.diff(start, append=key.size))
    sheets = np.full((keys.size, n_points), NONE, dtype=np.int32)
    points = facts["point_pos"][rows]
    sheets[sheet, points] = rows
    stays = sheets[sheet, points]
    older = stays != rows
    replaced = {"fact": rows[older].astype(np.int32), "submission_pos": of[stays[older]]}
    at_end = rounds["stream"].astype(np.int64) * _YEARS + rounds["as_of"]
    for age in range(window, -1, -1):  # the oldest first: a newer sheet lies on top
        place = np.minimum(np.searchsorted(keys, at_end - age), keys.size - 1)
        there = np.flatnonzero(keys[place] == at_end - age)
        top = sheets[place[there]]
        grid[there] = np.where(top != NONE, top, grid[there])
    return Standing(grid, replaced)


def standing_rows(grid: Grid) -> Columns:
    """The grid as rows: round_pos, point_pos, fact."""
    rounds, points = np.nonzero(grid != NONE)
    return {
        "round_pos": rounds.astype(np.int32),
        "point_pos": points.astype(np.int16),
        "fact": grid[rounds, points],
    }


def padded(column: NDArray[Any], empty: float) -> NDArray[Any]:
    """Column of the facts with a last place for what holds none: ``padded(…)[grid]``."""
    return np.append(column, np.asarray(empty, dtype=column.dtype))


def peer_rows(connection: Connection, facts: Columns, grid: Grid) -> Columns:
    """The points with a value of each round that stands in a year.

    as_of, point_pos, round_pos, score (progress, NaN without a target), value; by year and point.
    """
    standing_in = columns_of(
        connection, "SELECT as_of, round_pos FROM standing_in ORDER BY as_of, round_pos"
    )
    years, starts = np.unique(standing_in["as_of"], return_index=True)
    parts = []
    with_value = padded(~np.isnan(facts["value"]), False)
    for rounds in np.split(standing_in["round_pos"], starts[1:]):
        fact = grid[rounds].T
        points, at = np.nonzero(with_value[fact])
        parts.append((points.astype(np.int16), rounds[at], fact[points, at]))
    points, of, fact = (np.concatenate(part) for part in zip(*parts, strict=True))
    sizes = [part[0].size for part in parts]
    return {
        "as_of": np.repeat(years, sizes), "point_pos": points, "round_pos": of,
        "score": facts["progress"][fact], "value": facts["value"][fact],
    }  # fmt: skip
