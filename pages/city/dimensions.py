"""The scorecard's three columns: a dimension's number, its radar or dot plot, its notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from dash import Output, html
from markupsafe import Markup

from analysis.numbers import PEER_BAND_N, quartiles
from analysis.scoring import Score
from components.chart_panel import Panel, chart_panel
from components.chart_panel import outputs as panel_outputs
from components.chart_panel import values as panel_values
from components.charts.radar.categories import radar_stands, summary
from components.charts.radar.dotplot import dotplot
from components.charts.radar.radar import radar
from components.html import render
from components.html_part import HtmlPart
from components.scores.finding import dimension_title
from components.scores.tile import tile_facts
from components.web.attachments import file_name
from components.words import catalogue as words
from components.words.i18n import _, number
from components.words.values import band_text, score_text, status_text
from data.rows import RollupRow
from pages.city.reading import CityReading

Shape = Literal["radar", "dots"]
KEYS = ("economy", "environment", "society")


def dimensions(reading: CityReading) -> html.Div:
    """The three columns on one grid, so that numbers, whiskers and charts stand on one line."""
    return html.Div([_column(reading, key) for key in KEYS], className="dims")


def outputs() -> list[Output]:
    """What a callback sets to show another reading in the columns."""
    return [
        each
        for key in KEYS
        for each in (Output(_tile_id(key), "html"), *panel_outputs(_chart(key)))
    ]


def values(reading: CityReading) -> list[Any]:
    """The columns' parts for ``outputs``."""
    rows = [_row(reading, key) for key in KEYS]
    return [
        each for row in rows for each in (tile(reading, row), *panel_values(panel(reading, row)))
    ]


def _column(reading: CityReading, key: str) -> html.Section:
    row = _row(reading, key)
    return html.Section(
        [
            HtmlPart(tile(reading, row), id=_tile_id(key), className="tile"),
            chart_panel(panel(reading, row)),
        ],
        className="dim",
        **{"aria-label": row.name},
    )


def _row(reading: CityReading, key: str) -> RollupRow:
    return next(r for r in reading.rollups if r.level == "dimension" and r.key == key)


def _chart(key: str) -> str:
    return f"chart-{key}"


def _tile_id(key: str) -> str:
    return f"tile-{key}"


def tile(reading: CityReading, row: RollupRow) -> Markup:
    """A dimension's number, or its band counts where it has none."""
    return render("scores/tile", **tile_facts(row, reading.points, reading.view.score))


def panel(reading: CityReading, row: RollupRow) -> Panel:
    """The dimension's categories as a radar, or as a dot plot where no radar stands."""
    view, reasons, score = reading.view, reading.reasons, reading.view.score
    own = [r for r in reading.rollups if r.level == "category" and r.dimension == row.key]
    axes = [r for r in own if r.n_scoreable or reasons.get(r.key) != "no_target"]
    stands = radar_stands(axes)
    shape: Shape = "radar" if stands and view.shape == "radar" else "dots"
    title = dimension_title(row, reading.rollups, score)
    return Panel(
        id=_chart(row.key),
        title=title,
        subtitle=f"{reading.city.name}: {row.name}, {words.score_name(score)}",
        summary=f"{title}. {summary(axes, reasons, score)}",
        figure=(radar if shape == "radar" else dotplot)(axes, reasons, score),
        table=_twin(row, axes, reasons, score),
        source=reading.source_line,
        file=file_name(view, reading.build.version, f"{reading.city.id}-{reading.as_of}-{row.key}"),
        css=f"chart-{shape}",
        note=_note(row, score, _why(shape, stands, any(r.key in reasons for r in axes))),
        switch=_switch(reading, shape) if stands else None,
    )


def _why(shape: Shape, stands: bool, breaks: bool) -> str:
    if not stands:
        return _("Dot plot: a radar needs three scored categories.")
    return (
        _("The line breaks where a category has no score.") if shape == "radar" and breaks else ""
    )


def _switch(reading: CityReading, shape: Shape) -> tuple[str, str]:
    if shape == "radar":
        return _("Dot plot"), reading.view.href(reading.path, shape="dots")
    return _("Radar"), reading.view.href(reading.path, shape="radar")


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
