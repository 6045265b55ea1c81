"""The chart of the lab: ranks as intervals, or scores where there are too few cities for ranks."""

from __future__ import annotations

from collections.abc import Sequence

from dash import Output, html
from dash.development.base_component import Component
from markupsafe import Markup

from components import chart_panel
from components.chart_panel import Panel
from components.charts.kit.figure import Figure
from components.charts.ranks.ranks import RankRow, interval, ranks
from components.charts.ranks.scores import ScoreRow, index_scores
from components.html import render
from components.web.attachments import file_name
from components.words.i18n import _, number
from components.words.values import held_text, score_text
from pages.index_lab import words
from pages.index_lab.reading import IndexReading

CHART = "index-ranks"
"""Id of the one graph, whichever of the two it shows."""


def section(reading: IndexReading) -> Component:
    """The chart; out of sight where no city has enough data."""
    heading = html.H2(_("Ranks and scores"), className="vh")
    chart = chart_panel.chart_panel(panel(reading))
    return html.Div([heading, chart], id="index-chart", hidden=not reading.ids)


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [Output("index-chart", "hidden"), *chart_panel.outputs(CHART)]


def values(reading: IndexReading) -> list[object]:
    """The chart for ``outputs``."""
    return [not reading.ids, *chart_panel.values(panel(reading))]


def panel(reading: IndexReading) -> Panel:
    """The chart with its words."""
    what = "ranks" if reading.has_ranks else "scores"
    name = f"index-{reading.block.key}-{what}"
    block, choice = reading.block.name, words.as_chosen(reading)
    if reading.has_ranks:
        title, summary = words.tier_count(reading), words.summary(reading)
        subtitle = _(
            "%(block)s, %(choice)s. Dot: median rank; bar: 5th to 95th percentile of the draws; "
            "triangle: rank as chosen; sorted by median",
            block=block,
            choice=choice,
        )
    else:
        title = words.finding(reading)
        summary = "; ".join(f"{row.name} {row.label}" for row in _scores(reading))
        subtitle = _(
            "%(block)s, %(choice)s, 0 to 100; dotted: with all that is missing at its worst or best",
            block=block,
            choice=choice,
        )
    return Panel(
        id=CHART,
        title=title,
        subtitle=subtitle,
        summary=summary,
        figure=figure(reading),
        table=_ranks_twin(reading) if reading.has_ranks else _scores_twin(reading),
        source=words.source_line(reading),
        file=file_name(reading.view, reading.build.version, name),
        note=render("index_lab/note", ranks=reading.has_ranks),
    )


def figure(reading: IndexReading) -> Figure:
    """The drawing alone."""
    return ranks(_ranks(reading)) if reading.has_ranks else index_scores(_scores(reading))


def _ranks(reading: IndexReading) -> Sequence[RankRow]:
    found = reading.ranking
    return [
        RankRow(
            key=found.ids[i],
            name=reading.names[i],
            nominal=int(found.rank[i]),
            median=float(found.median[i]),
            low=float(found.low[i]),
            high=float(found.high[i]),
            share=tuple(float(share) for share in found.share[i]),
            score=number(float(found.nominal.score[i]), 1),
            balance=number(float(found.nominal.balance[i]), 2),
            strong=found.ids[i] in reading.view.cities,
        )
        for i in reading.order
    ]


def _scores(reading: IndexReading) -> Sequence[ScoreRow]:
    """In alphabetical order: a list by score would be a ranking (METHODS §6)."""
    found = reading.standing.nominal
    return [
        ScoreRow(
            reading.ids[i],
            reading.names[i],
            float(found.score[i]),
            float(found.low[i]),
            float(found.high[i]),
            score_text(float(found.score[i]), least=1),
        )
        for i in reading.order
    ]


def _ranks_twin(reading: IndexReading) -> Markup:
    headings = (
        _("Tier"), _("Median rank"), _("5th to 95th percentile"), _("Rank as chosen"), _("First in"),
        _("Score as chosen"), _("Could be"), _("Balance"), _("With a value"),
    )  # fmt: skip
    rows = [(reading.names[i], _ranks_cells(reading, i)) for i in reading.order]
    return render("index_lab/twin", headings=headings, rows=rows)


def _ranks_cells(reading: IndexReading, i: int) -> tuple[str, ...]:
    found, table = reading.ranking, reading.standing.table
    return (
        str(found.tier[i]),
        number(float(found.median[i])),
        interval(float(found.low[i]), float(found.high[i])),
        str(found.rank[i]),
        _("%(share)s %%", share=number(100 * float(found.share[i, 0]), 0)),
        number(float(found.nominal.score[i]), 1),
        _bounds(found.nominal.low[i], found.nominal.high[i]),
        number(float(found.nominal.balance[i]), 2),
        held_text(int(table.held[i].sum()), int(table.applicable[i].sum())),
    )


def _scores_twin(reading: IndexReading) -> Markup:
    rows = [(row.name, row.label, _bounds(row.low, row.high)) for row in _scores(reading)]
    return render("index_lab/scores_twin", rows=rows)


def _bounds(low: float, high: float) -> str:
    return f"{number(float(low), 0)}–{number(float(high), 0)}"
