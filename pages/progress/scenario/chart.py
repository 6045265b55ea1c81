"""A scenario as a picture: today and the goal of each point, with table, downloads and source."""

from __future__ import annotations

from dash.development.base_component import Component
from markupsafe import Markup

from analysis.scenario import MovedPoint
from components.chart_panel import Panel, chart_panel
from components.charts.dumbbell.dumbbell import City, Gap, dumbbell
from components.html import render
from components.shell.fragment import fragment
from components.view import View
from components.web.attachments import file_name
from components.words.i18n import _, ngettext
from components.words.values import unit_text, value_text
from pages.progress.scenario import words as say
from pages.progress.scenario.reading import SDG11, Facts, lines
from pages.progress.scenario.results import results

MOST_ROWS = 20
"""Points drawn, those with the longest way; the table has them all."""


def scenario_chart(view: View, facts: Facts, version: str) -> Component:
    """The panel of the goals set; a sentence where none of them has a line to be drawn on."""
    source = say.source(view, facts, version)
    drawn = say.hardest(facts.scenario, MOST_ROWS)
    scored = [p for p in drawn if p.progress is not None and p.progress_after is not None]
    table = _table(facts, view)
    if not scored:
        return fragment(table, className="scroll")
    then, now = City(_("2030"), "city-a"), City(_("today"), "peer")
    rows = sorted((_gap(facts, p) for p in scored), key=lambda gap: gap.size)
    title = say.finding(facts)
    moved = sum(p.goal != p.value for p in facts.scenario.points)
    said = ngettext(
        "%(title)s: one point moved.", "%(title)s: %(num)s points moved.", moved, title=title
    )
    note = ""
    if moved > len(scored):
        note = _("%(n)s of %(all)s are drawn; the table has them all. ", n=len(scored), all=moved)
    return chart_panel(
        Panel(
            id="scenario-goals",
            title=title,
            subtitle=_(
                "%(stamp)s. %(city)s: progress to the 2030 line, 0 = worst, 100 = at the line",
                stamp=say.stamp(),
                city=facts.city.name,
            ),
            summary=f"{say.stamp()}. {said}",
            figure=dumbbell((now, then), rows),
            table=table,
            source=source,
            file=file_name(view, version, f"{facts.city.id}-scenario"),
            css="chart-rows",
            note=Markup("{}{}").format(note, source),
        )
    )


def _gap(facts: Facts, point: MovedPoint) -> Gap:
    unit = facts.names[point.key].unit
    return Gap(
        facts.names[point.key].name,
        unit_text(unit).removeprefix("%").strip(),
        (point.progress or 0.0, point.progress_after or 0.0),
        (_bare(point.value, unit), _bare(point.goal, unit)),
    )


def _bare(value: float, unit: str) -> str:
    """The value; its unit stands behind the name, but for a percent sign."""
    text = value_text(value, unit, 3)
    return text.removesuffix(unit_text(unit).removeprefix("%").strip()).strip() or text


def _table(facts: Facts, view: View) -> Markup:
    """Every point moved, every score by the gate, the lines."""
    return render(
        "progress/scenario/twin",
        stamp=say.stamp(),
        city=facts.city.name,
        names=facts.names,
        points=facts.scenario.points,
        results=[r for rows in results(facts, view.score).values() for r in rows if r.shown],
        sdg=lines(facts.scenario, SDG11),
        per_year=say.per_year,
        paces={p.key: p.pace for p in facts.points},
    )
