"""The table of all data points of a city: groups, rows and chips as the template needs them.

Filtering, sorting, opening and closing happen in the browser (``assets/js/table.js``) on the
data attributes written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from analysis.numbers import GATE_MIN_POINTS
from analysis.scoring import Score
from components.figures.glyphs import glyph
from components.figures.series import peer_strip, sparkline
from components.figures.words import score_text, status_text, target_parts, value_parts, value_text
from components.finding import score_of
from components.html import render
from components.i18n import _, ngettext
from data.rows import PointRow, RollupRow
from data.settings import settings

MOST_OPEN = 45
"""Values up to which every category that holds one stands open."""

WEAKEST_OPEN = 2
"""Categories that stand open at first where more is held."""


class Row(NamedTuple):
    """One data point as printed. Empty strings where a cell has nothing to say."""

    point: PointRow
    value: str
    unit: str
    target: str
    target_unit: str
    bar: float | None
    score: str
    mark: Markup
    spark: Markup
    strip: Markup
    old: bool
    reason: str
    search: str


class Group(NamedTuple):
    """One category: its roll-up, score and rows, and a glyph a point for the closed state."""

    rollup: RollupRow
    score: str
    band: int | None
    held: str
    rows: tuple[Row, ...]


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
    download_href: str,
    peers_label: str = "",
    open_point: str | None = None,
    open_category: str | None = None,
) -> Markup:
    """Filter bar and table as one HTML string.

    ``source_href`` holds ``{point}``, filled with the point's key: the address the drawer of a
    row is fetched from. ``peers_label`` heads the peer column ("24 similar cities").
    ``open_point`` is opened to its source at load, ``open_category`` (a category or dimension key)
    is the filter the table starts with. The sparkline and peer columns fall away where no row
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
                _group(rows[category], list(members), as_of, newest, score)
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
        "kpi_table",
        sections=sections,
        opens=_opens(ordered, rows.values(), score),
        counts={band: sum(point.band == band for point in ordered) for band in (4, 3, 2, 1)},
        n_points=len(ordered),
        n_held=sum(point.value is not None for point in ordered),
        series=(min(series), max(series)) if series else None,
        has_peers=any(row.strip for row in everything),
        any_old=any(row.old for row in everything),
        old_after=settings().old_after_years,
        names=names,
        source_href=source_href,
        download_href=download_href,
        peers_label=peers_label or _("other cities"),
        open_point=open_point,
        open_category=open_category,
    )


def _opens(
    points: Sequence[PointRow], categories: Iterable[RollupRow], score: Score
) -> frozenset[str]:
    """The categories that stand open at first.

    All with a value where few are held, so that every source is one step away; of a full
    submission the weakest, which the finding names.
    """
    held = {p.category for p in points if p.value is not None}
    if sum(p.value is not None for p in points) <= MOST_OPEN:
        return frozenset(held)
    solid = [row for row in categories if row.passes_gate and row.n_scored >= GATE_MIN_POINTS]
    return frozenset(
        row.key for row in sorted(solid, key=lambda row: score_of(row, score))[:WEAKEST_OPEN]
    )


def _group(
    rollup: RollupRow,
    members: Sequence[PointRow],
    as_of: int | None,
    newest: int | None,
    score: Score,
) -> Group:
    found = rollup.by(score)
    value, band = found.value, found.band
    shown = rollup.passes_gate and value is not None
    if not rollup.n_scoreable:
        held = status_text("no_target")
    elif shown:
        held = _("%(held)d of %(all)d scored", held=rollup.n_scored, all=rollup.n_scoreable)
        if rollup.n_scored < 3:
            held += ": " + ngettext(
                "rests on %(num)d point", "rests on %(num)d points", rollup.n_scored
            )
    else:
        held = _("%(held)d of %(all)d scoreable held", held=rollup.n_scored, all=rollup.n_scoreable)
    return Group(
        rollup,
        score_text(value, band) if shown and value is not None else "",
        band if shown else None,
        held,
        tuple(_row(point, as_of, newest) for point in members),
    )


def _row(point: PointRow, as_of: int | None, newest: int | None) -> Row:
    value, unit = value_parts(point.value, point.unit) if point.value is not None else ("", "")
    target, target_unit = (
        target_parts(point.target_low, point.target_high, point.unit) if point.scored else ("", "")
    )
    unit, target_unit = (text.removesuffix(" inhabitants") for text in (unit, target_unit))
    held = point.value is not None
    limit = as_of if as_of is not None else newest
    return Row(
        point,
        value,
        unit,
        target,
        target_unit,
        point.progress,
        score_text(point.progress, point.band) if point.progress is not None else "",
        glyph(
            point.band, None if point.band else ("no_target" if held else point.status), label=False
        ),
        sparkline(point.history_years, point.history_values),
        peer_strip(point.progress, point.band, point.peer_scores) if held else Markup(""),
        bool(
            held
            and point.year
            and limit
            and newest
            and limit - point.year > settings().old_after_years
            and newest > point.year
        ),
        "" if held else _reason(point),
        f"{point.name} {point.kpi_name} {point.kpi_code} {point.category_name}".lower(),
    )


def _reason(point: PointRow) -> str:
    """Why there is no value, where that is printed, and what other statistics say instead."""
    words = status_text(point.status)
    if point.page and point.status != "not_held":
        words = _("%(status)s, printed so on page %(page)s", status=words, page=point.page)
    if point.other_value is not None and point.other_year is not None:
        words += "; " + _(
            "other statistics: %(value)s (%(year)d)",
            value=value_text(point.other_value, point.unit),
            year=point.other_year,
        )
    return words
