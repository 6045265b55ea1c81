"""Where facts are printed: neighbours that share page, address and remarks share one source.

Their texts repeat row after row; stored once a source they cost a tenth, in the store and to build.
"""

from __future__ import annotations

import duckdb
import numpy as np

from etl.tables import Columns, columns_of


def name_sources(connection: duckdb.DuckDBPyConnection, facts: Columns) -> None:
    """Leaves ``sourced`` behind: source of each fact, numbered in their order; whether its first.

    A source lies within one submission. Neighbours are told apart by 64 bits of hash: that two that
    differ agree in them has a chance of one in 10^13 in two million rows.
    """
    printed = columns_of(
        connection, "SELECT hash(quality, origin, note, page, source_url) AS text FROM printed"
    )["text"]
    of = facts["submission_pos"]
    first = np.ones(of.size, dtype=np.bool_)
    first[1:] = (printed[1:] != printed[:-1]) | (of[1:] != of[:-1])
    connection.register(
        "sourced", {"source": np.cumsum(first, dtype=np.int32) - np.int32(1), "first": first}
    )
