"""The scorecard's three columns: a dimension's number, its radar or dot plot, its notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from dash import html
from markupsafe import Markup

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.chart_panel import Panel, chart_panel
from components.charts.inline.whisker import whisker
from components.charts.kit.plane import radar_stands, summary
from components.charts.radar.dotplot import dotplot
from components.charts.radar.radar import radar
from components.html import render
from components.scores.finding import dimension_title
from components.shell.fragment import fragment
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, number
from components.words.values import band_text, score_text, status_text
from data.rows import PointRow, RollupRow

Shape = Literal["radar", "dots"]
BANDS = (4, 3, 2, 1)


def category_statuses(points: Sequence[PointRow], rollups: Sequence[RollupRow]) -> dict[str, str]:
    """Why a category has no score: the status its points share, not held, or too few held."""
    reasons: dict[str, str] = {}
    for row in rollups:
        if row.level != "category" or row.passes_gate:
            continue
        own = [p for p in points if p.category == row.key and p.scored]
        seen = Counter(p.status for p in own)
        if not own:
            reasons[row.key] = "no_target"
        elif row.n_scored:
            reasons[row.key] = "partly_held"
        else:
            reasons[row.key] = next(
                (s for s in ("not_reported", "not_verified", "not_applicable") if seen[s]),
                "not_held",
            )
    return reasons


def dimensions(
    view: View, path: str, points: Sequence[PointRow], rollups: Sequence[RollupRow], source: str
) -> html.Div:
    """The three columns on one grid, so that numbers, whiskers and charts stand on one line."""
    reasons = category_statuses(points, rollups)
    columns = [
        _column(view, path, row, points, rollups, reasons, source)
        for row in rollups
        if row.level == "dimension"
    ]
    return html.Div(columns, className="dims")


def _column(
    view: View,
    path: str,
    row: RollupRow,
    points: Sequence[PointRow],
    rollups: Sequence[RollupRow],
    reasons: Mapping[str, str],
    source: str,
) -> html.Section:
    own = [r for r in rollups if r.level == "category" and r.dimension == row.key]
    axes = [r for r in own if r.n_scoreable or reasons.get(r.key) != "no_target"]
    stands = radar_stands(axes)
    shape: Shape = "radar" if stands and view.shape == "radar" else "dots"
    figure = (radar if shape == "radar" else dotplot)(axes, reasons, view.score)
    switch = None
    if stands:
        switch = (
            (_("Dot plot"), view.href(path, shape="dots"))
            if shape == "radar"
            else (_("Radar"), view.href(path, shape="radar"))
        )
    why = "" if stands else _("Dot plot: a radar needs three scored categories.")
    if shape == "radar" and any(r.key in reasons for r in axes):
        why = _("The line breaks where a category has no score.")
    title = dimension_title(row, rollups, view.score)
    panel = Panel(
        id=f"chart-{row.key}",
        title=title,
        subtitle=f"{row.name}, {words.score_name(view.score)}",
        summary=f"{title}. {summary(axes, reasons, view.score)}",
        figure=figure,
        table=_twin(row, axes, reasons, view.score),
        source=source,
        css=f"chart-{shape}",
        note=_note(row, view.score, why),
        switch=switch,
    )
    return html.Section(
        [fragment(_tile(row, points, view.score), className="tile"), chart_panel(panel)],
        className="dim",
        **{"aria-label": row.name},
    )


def _tile(row: RollupRow, points: Sequence[PointRow], score: Score) -> Markup:
    return render("scores/tile", **tile_facts(row, points, score))


def tile_facts(row: RollupRow, points: Sequence[PointRow], score: Score) -> dict[str, Any]:
    """What is said of a dimension: its score and bounds, the bands of its points, its drawing."""
    found = row.by(score)
    counts = Counter(p.band for p in points if p.dimension == row.key and p.band)
    return {
        "row": row,
        "shown": score_text(found.value or 0, found.band),
        "band": found.band,
        "low": number(found.low or 0, 0),
        "high": number(found.high or 0, 0),
        "counts": [(band, counts[band]) for band in BANDS if counts[band]],
        "whisker": whisker(row, score),
    }


def _note(row: RollupRow, score: Score, why: str) -> Markup:
    found = row.by(score)
    second: Score = "continuous" if score == "points" else "points"
    other = row.by(second)
    return render(
        "scores/tile_note",
        row=row,
        other_name=words.score_name(second),
        other=score_text(other.value or 0, other.band),
        provisional=number(found.value or 0, 0),
        low=number(found.low or 0, 0),
        high=number(found.high or 0, 0),
        share=number(100 * row.n_scored / row.n_scoreable if row.n_scoreable else 0, 0),
        why=why,
    )


def _twin(
    dimension: RollupRow, axes: Sequence[RollupRow], reasons: Mapping[str, str], score: Score
) -> Markup:
    rows = []
    for row in axes:
        value, low, high, band, peers = row.by(score)
        spread = quartiles(peers) if len(peers) >= PEER_BAND_N else None
        rows.append(
            {
                "name": row.name,
                "score": score_text(value or 0, band)
                if row.passes_gate
                else status_text(reasons.get(row.key, "not_held")),
                "band": f"{band}: {band_text(band)}" if row.passes_gate and band else "–",
                "held": _("%(n)s of %(m)s", n=row.n_scored, m=row.n_scoreable),
                "bounds": f"{number(low, 0)}–{number(high, 0)}"
                if low is not None and high is not None
                else "–",
                "peers": f"{number(spread.p25, 0)}–{number(spread.p75, 0)} (n {len(peers)})"
                if spread
                else "–",
            }
        )
    return render(
        "scores/rollup_table",
        caption=dimension.name,
        score_name=words.score_name(score),
        rows=rows,
    )
