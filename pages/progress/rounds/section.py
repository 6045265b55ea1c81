"""Score over time on a city's progress page: its dimensions by round, then two rounds."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.charts.level.rounds import RoundScore, score_over_time
from components.html import render
from components.html_part import HtmlPart
from components.view import View
from components.web.attachments import file_name
from components.words.i18n import _
from data import queries
from data.trend_rows import ScoreRoundRow
from pages.progress.reading import ProgressReading
from pages.progress.rounds import words as say
from pages.progress.rounds.bridge import bridge
from pages.progress.rounds.reading import Rounds, read_rounds
from pages.progress.tables import links


def section(reading: ProgressReading) -> Component:
    """The section, from its heading on; a city without a second round is told why there is none."""
    rounds = read_rounds(reading)
    if len(rounds.years) < 2:
        return html.Section(HtmlPart(_too_few(rounds)), className="s", id="rounds")
    head = render(
        "progress/rounds/section",
        title=say.headline(rounds.dimensions),
        source=rounds.source_line,
        synthetic=reading.example,
        files=links(reading.view, f"{rounds.path}/rounds"),
    )
    panels = [chart_panel(_panel(rounds, rows)) for rows in rounds.dimensions]
    return html.Section(
        [HtmlPart(head), html.Div(panels, className="rounds"), bridge(rounds)],
        className="s",
        id="rounds",
    )


def _panel(rounds: Rounds, rows: Sequence[ScoreRoundRow]) -> Panel:
    key, name, city = rows[-1].key, rows[-1].name, rounds.city
    drawn = [
        RoundScore(
            r.as_of, r.points_score, r.points_low, r.points_high, r.continuous, r.same_points,
            r.band if r.passes_gate else None, r.n_scored, r.n_scoreable, say.pointer(r),
        )
        for r in rows
    ]  # fmt: skip
    return Panel(
        id=f"rounds-{key}",
        title=say.title(rows),
        subtitle=_("%(city)s, %(name)s: scores by round", city=city.name, name=name),
        summary=say.summary(rows),
        figure=score_over_time(drawn, (rounds.years[0], rounds.years[-1])),
        table=render("progress/rounds/twin", name=name, rows=rows),
        source=rounds.source_line,
        file=file_name(rounds.view, rounds.store.version, f"{city.id}-rounds-{key}"),
        css="chart-rounds",
    )


def _too_few(rounds: Rounds) -> Markup:
    every = queries.rounds(rounds.store, rounds.city.id)
    return render(
        "progress/rounds/none",
        city=rounds.city.name,
        year=rounds.years[0] if rounds.years else None,
        n_scored=every[0].n_scored if every else 0,
        example=None if rounds.view.data == "example" else View(data="example").href("/progress"),
    )
