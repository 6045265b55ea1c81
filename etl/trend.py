"""Every series of a city in one source, judged towards 2030 (METHODS §9, ``analysis.trend``).

A series is a data point of a city in one source: what it reports, through U4SSC or by itself, is one
source (ADR 14), and of other statistics each publication (METHODS §5: never joined). The
rows fit into a dense sheet of series and years, so none is sorted or joined.
"""

from __future__ import annotations

from typing import NamedTuple

import duckdb
import numpy as np
from numpy.typing import NDArray

from analysis import trend
from analysis.level import Scale
from analysis.trend_methods import GOAL_YEAR
from analysis.trend_table import WORDS, columns
from etl.standing import NONE
from etl.tables import Columns, columns_of

Connection = duckdb.DuckDBPyConnection
Ints = NDArray[np.int64]


class Sheet(NamedTuple):
    """Facts by series and year.

    stream (S,): source of a city, point (S,): position of the point; years (Y,); fact (S, Y): the
    row that counts, NONE where there is none; doubled (S,): years in which another value stood
    beside it.
    """

    stream: Ints
    point: Ints
    years: Ints
    fact: NDArray[np.int32]
    doubled: Ints


class Judged(NamedTuple):
    """rows: one a series, words as positions in the lists of words; words; what they rest on."""

    rows: Columns
    words: dict[str, list[str]]
    basis: dict[str, int]


def judge_trends(connection: Connection, facts: Columns, as_of: int, window: int) -> Judged:
    """Every series of the facts, judged in the year ``as_of``."""
    streams = _streams(connection)
    sheet = lay_out(streams, _n_points(connection), facts, as_of)
    value = np.where(sheet.fact != NONE, facts["value"][sheet.fact], np.nan)
    last = sheet.years.size - 1 - (sheet.fact[:, ::-1] != NONE).argmax(axis=1)
    newest = sheet.fact[np.arange(last.size), last]
    reports = streams["scored"][facts["submission_pos"][newest]]
    # A printed status empties the point (METHODS §5); other statistics print values only.
    emptied = reports & np.isnan(facts["value"][newest])
    found = trend.judge(
        _scale(connection, sheet.point), sheet.years, value, emptied, as_of=as_of, window=window
    )
    return Judged(
        {"point_pos": sheet.point, "doubled": sheet.doubled, "newest": newest,
         "submission_pos": facts["submission_pos"][newest], "emptied": emptied,
         "n_years": (~np.isnan(value)).sum(axis=1), **columns(found)},
        {key: list(words) for key, words in WORDS.items()},
        {"as_of": as_of, "since": trend.SINCE, "goal_year": GOAL_YEAR, "window_years": window},
    )  # fmt: skip


def lay_out(streams: Columns, n_points: int, facts: Columns, as_of: int) -> Sheet:
    """Series that hold a row not later than ``as_of``. Of several in a year the most recent.

    A value with the year of its publication alone is no point of a series.
    """
    of, year = facts["submission_pos"], facts["year"].astype(np.int64)
    row = np.flatnonzero((year <= as_of) & streams["dated"][of])
    first, last = int(year.min(initial=as_of)), int(year[row].max(initial=0))
    n_years = max(last - first + 1, 1)
    cell = (streams["stream"][of] * n_points + facts["point_pos"]) * n_years + (year - first)
    cell = cell[row]
    n_streams = int(streams["stream"].max(initial=-1)) + 1
    fact = np.full(n_streams * n_points * n_years, NONE, dtype=np.int32)
    fact[cell] = row
    doubled = np.zeros(n_streams * n_points, dtype=np.int64)
    if np.count_nonzero(fact != NONE) < row.size:
        several = np.flatnonzero(np.bincount(cell, minlength=fact.size)[cell] > 1)
        order = np.argsort(streams["recency"][of[row[several]]], kind="stable")
        several = several[order]  # put down in turn: the most recent stays
        fact[cell[several]] = row[several]
        with_value = cell[several][~np.isnan(facts["value"][row[several]])]
        there, times = np.unique(with_value, return_counts=True)
        np.add.at(doubled, there[times > 1] // n_years, 1)
    table = fact.reshape(-1, n_years)
    series = np.flatnonzero((table != NONE).any(axis=1))
    held = (table != NONE).any(axis=0)
    stream, point = np.divmod(series, n_points)
    years = first + np.arange(n_years)
    return Sheet(stream, point, years[held], table[series][:, held], doubled[series])


def _streams(connection: Connection) -> Columns:
    """Of each submission: its source, by number, recency, whether a report, whether dated."""
    return columns_of(
        connection,
        """
        SELECT (dense_rank() OVER (ORDER BY first_pos) - 1)::BIGINT AS stream, recency, scored, dated
        FROM (
            SELECT d.pos, d.recency, d.scored, d.dated, min(d.pos) OVER (
                PARTITION BY d.city_pos, d.scored, if(d.scored, NULL, e.publication)) AS first_pos
            FROM submission_dim d JOIN entry e ON e.pos = d.entry_pos
        ) ORDER BY pos
        """,
    )


def _n_points(connection: Connection) -> int:
    (n,) = connection.execute("SELECT count(*) FROM point_dim").fetchone() or (0,)
    return int(n)


def _scale(connection: Connection, point: Ints) -> Scale:
    c = columns_of(
        connection,
        "SELECT direction, target_low, target_high, if(scored, worst, NULL) AS worst,"
        " plausible_min, plausible_max, unit = 'yes/no' AS yes_no FROM point_dim ORDER BY pos",
    )
    c["direction"] = c["direction"].astype(str)
    return Scale(*(c[name][point] for name in Scale._fields))
