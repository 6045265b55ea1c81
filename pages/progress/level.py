"""Level against the 2030 target: every point of the scope that has a value, under its heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import Output, html
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.chart_panel import outputs as panel_outputs
from components.chart_panel import values as panel_values
from components.charts.kit.glyphs import glyph
from components.charts.level.level import level_figure
from components.html import render
from components.html_part import HtmlPart
from components.web.attachments import file_name
from components.words.i18n import _, ngettext
from components.words.trends import line_text
from components.words.values import value_text
from data.trend_rows import TrendRow
from pages.progress.level_notes import notes
from pages.progress.level_rows import groups, told_apart
from pages.progress.reading import ProgressReading
from pages.progress.tables import links
from pages.progress.words import source_name


def section(reading: ProgressReading) -> html.Section:
    """Chart and notes; hidden where no point of the scope has a value."""
    inside = [
        chart_panel(_panel(reading)),
        HtmlPart(_notes_part(reading), id="level-notes", className="pg-notes"),
    ]
    return html.Section(
        [html.H2(_("Level"), className="vh"), html.Div(inside, className="pg-grid")],
        className="s pg-s",
        id="level-section",
        hidden=not reading.has_values,
    )


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        *panel_outputs("level"),
        Output("level-notes", "html"),
        Output("level-section", "hidden"),
    ]


def values(reading: ProgressReading) -> list[Any]:
    """Everything of the section that a control changes, for ``outputs``."""
    panel = _panel(reading)
    return [*panel_values(panel), _notes_part(reading), not reading.has_values]


def _panel(reading: ProgressReading) -> Panel:
    view, scope = reading.view, reading.scope
    return Panel(
        id="level",
        title=title([p.lead for p in reading.points if p.lead]),
        subtitle=_(
            "%(city)s: progress from worst to the 2030 target, %(scope)s",
            city=reading.city.name,
            scope=scope.short,
        ),
        summary=_summary(reading),
        figure=level_figure(groups(reading)),
        table=_table(reading),
        source=reading.source_line,
        file=file_name(view, reading.build.version, f"{reading.city.id}-level-{scope.key}"),
        css="chart-level",
        lead=render("progress/level_lead"),
        note=_note(reading),
        links=tuple(links(view, f"{reading.path}/trends", kpi=None, cities=())),
    )


def _note(reading: ProgressReading) -> Markup:
    return render(
        "progress/level_note",
        rings=told_apart(reading),
        faded=any(row.state == "too_old" for p in reading.points for row in p.series),
        source=reading.source_line,
    )


def _notes_part(reading: ProgressReading) -> Markup:
    return render("progress/notes", notes=notes(reading))


def title(leads: Sequence[TrendRow]) -> str:
    """The finding over the chart; ``leads``: the series each point goes by."""
    rows = [row for row in leads if row.progress is not None]
    met = [row for row in rows if row.level == "met"]
    near = [row for row in rows if row.level == "near"]
    if not rows:
        return _("Level: no available value has a 2030 target")
    if not met:
        found = ngettext(
            "Level: the one value does not meet its 2030 target",
            "Level: none of %(num)s values meets its 2030 target",
            len(rows),
        )
    else:
        found = ngettext(
            "Level: the one value meets its 2030 target",
            "Level: %(met)s of %(num)s values meet their 2030 targets",
            len(rows),
            met=len(met),
        )
    if near:
        found += ngettext(
            ", one is within 5 %% of it", ", %(num)s are within 5 %% of theirs", len(near)
        )
    old = sum(row.state == "too_old" for row in met + near)
    if old and old == len(met) + len(near):
        return found + (_("; too old to judge") if old == 1 else _("; all too old to judge"))
    return found + (_("; %(num)s of these are too old to judge", num=old) if old else "")


def _summary(reading: ProgressReading) -> str:
    parts = [
        f"{p.point.name} {value_text(p.lead.value, p.point.unit, significant=4)}, "
        + (_("target %(line)s", line=line_text(p.point)) if p.point.scored else _("no target"))
        + f" ({p.lead.year})"
        for p in reading.points
        if p.lead is not None and p.lead.value is not None
    ]
    return "; ".join(parts) + "."


def _table(reading: ProgressReading) -> Markup:
    heading = {key: f"{g.code} {g.name}".strip() for g in reading.scope.groups for key in g.points}
    return render(
        "progress/level_table",
        points=[p for p in reading.points if p.lead is not None],
        heading=heading,
        mapping=reading.scope.mapping,
        mapping_words={
            "read": _("read"), "inferred": _("inferred by us"), "unknown": _("basis unknown"),
        },
        line=line_text,
        source=lambda row: source_name(row, reading.example),
        point_href=lambda key: reading.view.elsewhere().href(f"/city/{reading.city.id}", point=key),
        glyph=glyph,
    )  # fmt: skip
