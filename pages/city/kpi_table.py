"""The table of all data points of a city: groups, rows and chips as the template needs them.

Filtering, sorting, opening and closing happen in the browser (``assets/src/city.js``) on the
data attributes written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from analysis.numbers import GATE_MIN_POINTS
from analysis.scoring import Score
from components.html import render
from components.scores.finding import score_of
from components.words.i18n import _
from data.rows import PointRow, RollupRow
from data.settings import settings
from pages.city.kpi_rows import Group, group_of, known

MOST_OPEN = 45
"""Values up to which every category that holds one stands open."""

WEAKEST_OPEN = 2
"""Categories that stand open at first where more is held."""


class Section(NamedTuple):
    """One dimension and its categories."""

    key: str
    name: str
    groups: tuple[Group, ...]


def kpi_table(
    points: Sequence[PointRow],
    rollups: Sequence[RollupRow],
    *,
    as_of: int | None,
    score: Score,
    source_href: str,
    peers_label: str = "",
    open_point: str | None = None,
) -> Markup:
    """The table as one HTML string.

    ``source_href`` holds ``{point}``, filled with the point's key: the address the source of a
    row opens from. ``peers_label`` heads the peer column ("24 similar cities").
    The row of ``open_point`` is marked. The sparkline and peer columns fall away where no row
    has one.
    """
    ordered = sorted(points, key=lambda point: point.position)
    rows = {row.key: row for row in rollups if row.level == "category"}
    names = {row.key: row.name for row in rollups if row.level in ("dimension", "category")}
    years = [point.year for point in ordered if point.year is not None]
    newest = max(years, default=None)
    sections = [
        Section(
            dimension,
            names[dimension],
            tuple(
                group_of(rows[category], list(members), as_of, newest, score)
                for category, members in groupby(in_dimension, key=lambda point: point.category)
            ),
        )
        for dimension, in_dimension in groupby(ordered, key=lambda point: point.dimension)
    ]
    everything = [row for section in sections for group in section.groups for row in group.rows]
    series = (
        [
            year
            for point in ordered
            for year in point.history_years[:: max(1, len(point.history_years) - 1)]
        ]
        if any(row.spark for row in everything)
        else []
    )
    return render(
        "city/kpi_table",
        sections=sections,
        opens=_opens(ordered, rows.values(), score),
        known=known,
        series=(min(series), max(series)) if series else None,
        has_peers=any(row.strip for row in everything),
        any_old=any(row.old for row in everything),
        old_after=settings().old_after_years,
        source_href=source_href,
        peers_label=peers_label or _("other cities"),
        open_point=open_point,
    )


def _opens(
    points: Sequence[PointRow], categories: Iterable[RollupRow], score: Score
) -> frozenset[str]:
    """The categories that stand open at first.

    All with a value of any kind where few are held, so that every source is one step away (those
    with a printed remark where no value is); of a full submission the weakest, which the finding
    names.
    """
    told = [p for p in points if known(p)] or [p for p in points if p.status != "not_held"]
    solid = [row for row in categories if row.passes_gate and row.n_scored >= GATE_MIN_POINTS]
    if len(told) <= MOST_OPEN or not solid:
        return frozenset(p.category for p in told)
    return frozenset(
        row.key for row in sorted(solid, key=lambda row: score_of(row, score))[:WEAKEST_OPEN]
    )
