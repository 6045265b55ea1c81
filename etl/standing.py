"""What a city stands on in each of its rounds (METHODS §5), as a grid of rounds and data points.

Within one source kind the newest row of a point wins, a printed "not reported" included, if it is
not older than the window. The rows fit into a dense grid, so none is sorted or joined.
"""

from __future__ import annotations

import duckdb
import numpy as np
from numpy.typing import NDArray

from etl.tables import Columns, columns_of

Connection = duckdb.DuckDBPyConnection
Grid = NDArray[np.int32]

NONE = -1
"""No row."""
_YEARS = 1 << 15


def read_facts(connection: Connection) -> Columns:
    """The rows that come in, in the order they are stored: by submission.

    submission_pos, point_pos, year; value (NaN = none); outside: the point does not apply.
    Leaves ``printed`` behind: the cells of these rows as written, in the same order.
    """
    select = (
        "SELECT row_id, submission_pos, point_pos, year, value,"
        " status = 'not_applicable' AS outside FROM accepted"
    )
    facts = columns_of(connection, select)
    if (np.diff(facts["submission_pos"]) < 0).any():
        connection.execute(
            "CREATE OR REPLACE TABLE accepted AS FROM accepted ORDER BY submission_pos, row_id"
        )
        facts = columns_of(connection, select)
    (n_staged,) = connection.execute("SELECT count(*) FROM staged").fetchone() or (0,)
    whole = np.array_equal(facts["row_id"], np.arange(n_staged))
    in_order = "SELECT s.* FROM accepted a JOIN staged s ON s.rowid = a.row_id ORDER BY a.rowid"
    connection.execute("CREATE VIEW printed AS " + ("FROM staged" if whole else in_order))
    return facts


def stand(connection: Connection, facts: Columns) -> Grid:
    """Fact that each round stands on for each data point (R, P), NONE where it holds nothing.

    Leaves the table ``standing_rows`` behind: round_pos, point_pos, fact.
    """
    (n_points,) = connection.execute("SELECT count(*) FROM point_dim").fetchone() or (0,)
    grid = _newest(connection, facts, n_points)
    rounds, points = np.nonzero(grid != NONE)
    connection.register(
        "standing_rows",
        {
            "round_pos": rounds.astype(np.int32),
            "point_pos": points.astype(np.int16),
            "fact": grid[rounds, points],
        },
    )
    return grid


def _newest(connection: Connection, facts: Columns, n_points: int) -> Grid:
    submissions = columns_of(
        connection, "SELECT stream, recency, scored FROM submission_dim ORDER BY pos"
    )
    rounds = columns_of(connection, "SELECT stream, as_of FROM round_dim ORDER BY pos")
    grid = np.full((rounds["as_of"].size, n_points), NONE, dtype=np.int32)
    of = facts["submission_pos"]
    rows = np.flatnonzero(submissions["scored"][of])
    if not rows.size:
        return grid
    recency = submissions["recency"][of[rows]]
    if (np.diff(recency) < 0).any():
        rows = rows[np.argsort(recency, kind="stable")]
    # A sheet for each stream and year. Of two rows of a year the one put down last stays.
    key = submissions["stream"][of[rows]].astype(np.int64) * _YEARS + facts["year"][rows]
    keys, sheet = np.unique(key, return_inverse=True)
    sheets = np.full((keys.size, n_points), NONE, dtype=np.int32)
    sheets[sheet, facts["point_pos"][rows]] = rows
    (window,) = connection.execute("SELECT getvariable('window_years')").fetchone() or (0,)
    at_end = rounds["stream"].astype(np.int64) * _YEARS + rounds["as_of"]
    for age in range(window, -1, -1):  # the oldest first: a newer sheet lies on top
        place = np.minimum(np.searchsorted(keys, at_end - age), keys.size - 1)
        there = np.flatnonzero(keys[place] == at_end - age)
        top = sheets[place[there]]
        grid[there] = np.where(top != NONE, top, grid[there])
    return grid


def stand_among_peers(
    connection: Connection, facts: Columns, grid: Grid, progress: NDArray[np.float64]
) -> None:
    """Leaves ``peer_rows`` behind: the points with a value of each round that stands in a year.

    as_of, point_pos, round_pos, score (progress, NaN without a target), value; by year and point.
    """
    standing_in = columns_of(
        connection, "SELECT as_of, round_pos FROM standing_in ORDER BY as_of, round_pos"
    )
    years, starts = np.unique(standing_in["as_of"], return_index=True)
    parts = []
    for rounds in np.split(standing_in["round_pos"], starts[1:]):
        fact = grid[rounds].T
        value = np.where(fact != NONE, facts["value"][fact], np.nan)
        points, at = np.nonzero(~np.isnan(value))
        parts.append((points.astype(np.int16), rounds[at], fact[points, at]))
    points, of, fact = (np.concatenate(part) for part in zip(*parts, strict=True))
    sizes = [part[0].size for part in parts]
    connection.register(
        "peer_rows",
        {
            "as_of": np.repeat(years, sizes), "point_pos": points, "round_pos": of,
            "score": progress[fact], "value": facts["value"][fact],
        },
    )  # fmt: skip
