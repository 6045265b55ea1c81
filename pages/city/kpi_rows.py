"""Rows and groups of the table of data points: what is printed in each cell, and why in none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from analysis.scoring import Score
from components.charts.inline.series import peer_strip, sparkline
from components.charts.kit.glyphs import glyph
from components.words.i18n import _, ngettext
from components.words.values import (
    score_text,
    status_text,
    target_parts,
    value_parts,
    value_text,
    year_text,
)
from data.rows import PointRow, RollupRow
from data.settings import settings


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


def by_others(point: PointRow) -> bool:
    """Whether other statistics alone give the point a value."""
    return point.value is None and point.other_value is not None


def known(point: PointRow) -> bool:
    """Whether a value of any kind is held: of a report, else of other statistics."""
    return point.value is not None or point.other_value is not None


def group_of(
    rollup: RollupRow,
    members: Sequence[PointRow],
    as_of: int | None,
    newest: int | None,
    score: Score,
) -> Group:
    """One category of the city and its points, ``members``, in their order."""
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
        held = _(
            "%(held)d of %(all)d scoreable available", held=rollup.n_scored, all=rollup.n_scoreable
        )
    others = sum(map(by_others, members))
    if others:
        held += "; " + _("other statistics: %(n)d", n=others)
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
        glyph(point.band, None if point.band else _mark(point), label=False),
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


def _mark(point: PointRow) -> str:
    """Status whose mark stands for a point without a score."""
    if point.value is not None or (point.status == "not_held" and by_others(point)):
        return "no_target"
    return point.status


def _reason(point: PointRow) -> str:
    """Why there is no value of a report, where that is printed, and what other statistics say."""
    words = status_text(point.status)
    if point.page and point.status != "not_held":
        words = _("%(status)s, printed so on page %(page)s", status=words, page=point.page)
    if point.other_value is None or point.other_year is None:
        return words
    others = _(
        "other statistics: %(value)s (%(year)s)",
        value=value_text(point.other_value, point.unit),
        year=year_text(point.other_year, point.other_dated),
    )
    if point.status == "not_held":
        return others + "; " + _("no value of a report is available here")
    return words + "; " + others
