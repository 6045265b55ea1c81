"""A scenario as a picture: today and the goal of each point, with table, downloads and source."""

from __future__ import annotations

from typing import Any

from dash import Output, html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.scenario import MovedPoint
from components.chart_panel import Panel, chart_panel
from components.chart_panel import outputs as panel_outputs
from components.chart_panel import values as panel_values
from components.charts.level.goals import Goal, goals_figure
from components.html import render
from components.web.attachments import file_name
from components.words.i18n import _, ngettext
from components.words.values import band_text, score_text, unit_text, value_text
from pages.progress.scenario import words as say
from pages.progress.scenario.reading import SDG11, ScenarioReading
from pages.progress.scenario.results import results

ID = "scenario-goals"
MOST_ROWS = 20
"""Points drawn, those with the longest way; the table has them all."""


def panel(reading: ScenarioReading) -> Component:
    """The chart in its place; hidden while no goal changes anything."""
    inside = chart_panel(_panel(reading))
    return html.Div(inside, id="scenario-chart", hidden=not _moved(reading), className="sc-chart")


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [*panel_outputs(ID), Output("scenario-chart", "hidden")]


def values(reading: ScenarioReading) -> list[Any]:
    """The chart of other goals, for ``outputs``."""
    return [*panel_values(_panel(reading)), not _moved(reading)]


def _moved(reading: ScenarioReading) -> list[MovedPoint]:
    return [p for p in reading.scenario.points if p.goal != p.value]


def _panel(reading: ScenarioReading) -> Panel:
    n, title = len(_moved(reading)), say.finding(reading)
    drawn = [p for p in say.hardest(reading.scenario, MOST_ROWS) if p.progress is not None]
    note = Markup("")
    if n > len(drawn):
        note = render("progress/scenario/drawn", n=len(drawn), all=n)
    return Panel(
        id=ID,
        title=title,
        subtitle=_(
            "%(stamp)s. %(city)s: progress towards 2030 targets, 0 = worst, 100 = at the target",
            stamp=say.stamp(),
            city=reading.city.name,
        ),
        summary=ngettext(
            "%(stamp)s. %(title)s: one point changed.",
            "%(stamp)s. %(title)s: %(num)s points changed.",
            n,
            stamp=say.stamp(),
            title=title,
        ),
        figure=goals_figure([_goal(reading, p) for p in drawn]),
        table=_table(reading),
        source=reading.source_line,
        file=file_name(reading.view, reading.store.version, f"{reading.city.id}-scenario"),
        css="chart-goals",
        note=Markup("{}<p>{}</p>").format(note, reading.source_line),
    )


def _goal(reading: ScenarioReading, point: MovedPoint) -> Goal:
    name, unit = reading.names[point.key].name, reading.names[point.key].unit
    today, goal = value_text(point.value, unit, 4), value_text(point.goal, unit, 4)
    before, after = point.progress or 0.0, point.progress_after or 0.0
    hover = _(
        "<b>%(name)s</b><br>%(year)s: %(today)s, %(before)s of 100, %(band)s<br>"
        "2030: %(goal)s, %(after)s of 100, %(band_after)s",
        name=name,
        year=point.year,
        today=today,
        goal=goal,
        before=score_text(before, point.band),
        after=score_text(after, point.band_after),
        band=band_text(point.band or 1),
        band_after=band_text(point.band_after or 1),
    )
    needed = "" if point.yearly is None else say.step("", point, unit)
    bare = [text.removesuffix(unit_text(unit).removeprefix("%").strip()).strip() or text
            for text in (today, goal)]  # fmt: skip
    return Goal(point.key, name, unit_text(unit).removeprefix("%").strip(), bare[0], bare[1],
                before, after, needed, hover)  # fmt: skip


def _table(reading: ScenarioReading) -> Markup:
    """Every point moved, every score by the gate, the targets."""
    return render(
        "progress/scenario/twin",
        stamp=say.stamp(),
        city=reading.city.name,
        names=reading.names,
        points=reading.scenario.points,
        results=[r for rows in results(reading).values() for r in rows if r.shown],
        sdg=reading.lines(SDG11),
        held=say.with_target(reading.lines(SDG11).before),
        per_year=say.per_year,
        paces={p.key: p.pace for p in reading.points},
    )
