"""The trends of a city as a reader moves the as-of year or the first year (METHODS §9).

The stored ones stand on the year of the build; others are judged here, from the same series by the
same function of ``analysis``.
"""

from __future__ import annotations

from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from analysis.level import Scale
from analysis.trend import judge
from analysis.trend_table import columns, plain
from data.queries.cached import few_by_version
from data.queries.definitions import definitions
from data.queries.progress import series, stored_trends, trend_basis
from data.settings import settings
from data.source_rows import DefinitionRow
from data.store import Snapshot
from data.trend_rows import SeriesRow, TrendRow


@few_by_version
def trends(
    snapshot: Snapshot, city_id: str, as_of: int | None = None, since: int | None = None
) -> tuple[TrendRow, ...]:
    """Every series of a city judged as of a year (None: the build's) from a first year on.

    Points in official order, reports before other statistics. Values after ``as_of`` are left out.
    """
    basis = trend_basis(snapshot)
    as_of = basis.as_of if as_of is None else as_of
    since = basis.since if since is None else since
    if (as_of, since, settings().window_years) == (basis.as_of, basis.since, basis.window_years):
        return stored_trends(snapshot, city_id)
    return _judged(snapshot, city_id, as_of, since)


def _judged(snapshot: Snapshot, city_id: str, as_of: int, since: int) -> tuple[TrendRow, ...]:
    held = [row for row in series(snapshot, city_id) if row.year <= as_of]
    lines = [list(rows) for _, rows in groupby(held, key=_source)]
    if not lines:
        return ()
    used = [[row for row in rows if row.used] for rows in lines]
    years = sorted({row.year for row in held})
    column = {year: i for i, year in enumerate(years)}
    values = np.full((len(lines), len(years)), np.nan)
    for at, rows in enumerate(used):
        for row in rows:
            if row.value is not None:
                values[at, column[row.year]] = row.value
    of = {row.key: row for row in definitions(snapshot)}
    emptied = [r[-1].value is None and r[-1].kind != "other_statistics" for r in used]
    found = judge(
        _scale([of[rows[0].point_key] for rows in lines]), years, values, emptied,
        as_of=as_of, window=settings().window_years, since=since,
    )  # fmt: skip
    cells_of = {name: plain(name, cells) for name, cells in columns(found).items()}
    judged = [
        dict(zip(cells_of, cells, strict=True)) for cells in zip(*cells_of.values(), strict=True)
    ]
    return tuple(
        TrendRow(
            city_id=city_id, point_key=rows[0].point_key, kind=rows[0].kind,
            publication=own[-1].publication, n_years=sum(row.value is not None for row in own),
            n_doubled=_doubled(rows),
            status=own[-1].status if empty or cells["value"] is None else None, **cells,
        )
        for rows, own, empty, cells in zip(lines, used, emptied, judged, strict=True)
    )  # fmt: skip


def _source(row: SeriesRow) -> tuple[str, str]:
    """What makes two rows belong to one series: what a city reports is one record."""
    return row.point_key, row.publication if row.kind == "other_statistics" else ""


def _doubled(rows: list[SeriesRow]) -> int:
    """Years with more than one value."""
    years = [row.year for row in rows if row.value is not None]
    return sum(years.count(year) > 1 for year in set(years))


def _scale(points: list[DefinitionRow]) -> Scale:
    def of(name: str) -> NDArray[np.float64]:
        return np.array([getattr(point, name) for point in points], dtype=np.float64)

    return Scale(
        np.array([point.direction for point in points]),
        of("target_low"),
        of("target_high"),
        np.where([point.scored for point in points], of("worst"), np.nan),
        of("plausible_min"),
        of("plausible_max"),
        np.array([point.unit == "yes/no" for point in points]),
    )
