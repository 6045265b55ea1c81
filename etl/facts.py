"""The rows that come in as columns of numbers, in the order they are stored: by submission."""

from __future__ import annotations

import duckdb
import numpy as np

from etl.tables import Columns, columns_of


def read_facts(connection: duckdb.DuckDBPyConnection) -> Columns:
    """Columns of the accepted rows, all of one length.

    row_id: their row in ``staged``; submission_pos, point_pos, year; value (NaN = none);
    status_pos; printed: hash of what they say of their source; id: their place in this order.
    """
    facts = columns_of(connection, "FROM accepted")
    # Joins on many threads leave the rows in any order. Sorting numbers is cheaper than tables.
    place = facts["submission_pos"].astype(np.int64) << 32 | facts["row_id"]
    if (place[1:] < place[:-1]).any():
        order = np.argsort(place, kind="stable")  # quick where long stretches are in order
        facts = {name: column[order] for name, column in facts.items()}
    facts["id"] = np.arange(place.size, dtype=np.int32)
    return facts


def sources(facts: Columns) -> Columns:
    """Number where facts are printed: neighbours that share page, address and remarks share one.

    Adds the column source to the facts; gives of each source its id and a staged row that says it.
    Their texts repeat row after row; stored once a source they cost a tenth. A source lies within
    one submission. Neighbours are told apart by 64 bits of hash: that two that differ agree in them
    has a chance of one in 10^13 in two million rows.
    """
    printed, of = facts["printed"], facts["submission_pos"]
    first = np.ones(of.size, dtype=np.bool_)
    first[1:] = (printed[1:] != printed[:-1]) | (of[1:] != of[:-1])
    facts["source"] = np.cumsum(first, dtype=np.int32) - np.int32(1)
    return {"id": facts["source"][first], "row_id": facts["row_id"][first]}
