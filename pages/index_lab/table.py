"""The cities' values of a block as the arrays an index is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from analysis.index import Points, Table
from data.queries.index import IndexCell, IndexCity
from data.source_rows import DefinitionRow

JUDGED = "judgement"
"""A target's confidence where nobody but SSC Atlas stands behind it."""


def index_points(rows: Sequence[DefinitionRow], groups: Sequence[str]) -> Points:
    """The points of a block; ``groups`` names, for each, whose weight the reader sets."""
    number = {group: i for i, group in enumerate(dict.fromkeys(groups))}

    def column(name: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.array([getattr(row, name) for row in rows], dtype=np.float64)

    return Points(
        kpi=tuple(row.kpi_code for row in rows),
        category=tuple(row.category for row in rows),
        dimension=tuple(row.dimension for row in rows),
        group=np.array([number[group] for group in groups], dtype=np.int64),
        direction=np.array([row.direction for row in rows], dtype=np.str_),
        unit=np.array([row.unit for row in rows], dtype=np.str_),
        target_low=column("target_low"),
        target_high=column("target_high"),
        worst=column("worst"),
        plausible_min=column("plausible_min"),
        plausible_max=column("plausible_max"),
        judged=np.array([row.confidence == JUDGED for row in rows], dtype=np.bool_),
    )


def index_table(
    cities: Sequence[IndexCity],
    cells: Iterable[IndexCell],
    rows: Sequence[DefinitionRow],
    groups: Sequence[str],
) -> Table:
    """Every city of the data set by the points of a block, held or not."""
    at_city = {city.id: i for i, city in enumerate(cities)}
    at_point = {row.key: i for i, row in enumerate(rows)}
    value = np.full((len(cities), len(rows)), np.nan)
    applicable = np.ones(value.shape, dtype=np.bool_)
    for cell in cells:
        row, column = at_city.get(cell.city_id), at_point.get(cell.point_key)
        if row is None or column is None:
            continue
        applicable[row, column] = cell.status != "not_applicable"
        if cell.value is not None:
            value[row, column] = cell.value
    return Table(tuple(at_city), value, applicable, index_points(rows, groups))
