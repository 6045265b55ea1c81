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
from components.charts.level.level import Group, Row, Second, level_figure
from components.html import render
from components.html_part import HtmlPart
from components.web.attachments import file_name
from components.words import catalogue
from components.words.i18n import _, ngettext
from components.words.trends import line_text, plain
from components.words.values import score_text, status_text, unit_text, value_parts, value_text
from data.trend_rows import TrendRow
from pages.progress.points import OTHER, PointProgress
from pages.progress.reading import ProgressReading
from pages.progress.tables import links
from pages.progress.words import source_name, spoken

_NEAR = "near"
MOST_NOTES = 6
_NAMED = 2


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
        figure=level_figure(_groups(reading)),
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
        rings=_told_apart(reading),
        faded=_any_old(reading),
        source=reading.source_line,
    )


def _notes_part(reading: ProgressReading) -> Markup:
    return render("progress/notes", notes=_notes(reading))


def title(leads: Sequence[TrendRow]) -> str:
    """The finding over the chart; ``leads``: the series each point goes by."""
    rows = [row for row in leads if row.progress is not None]
    at = [row for row in rows if row.level in ("met", _NEAR)]
    old = sum(row.state == "too_old" for row in at)
    said = {"at": len(at), "old": old}
    if not rows:
        return _("Level: no available value has a 2030 target")
    if not at:
        return ngettext(
            "Level: the one value is not at its 2030 target",
            "Level: none of %(num)s values is at its 2030 target",
            len(rows),
        )
    if not old:
        return ngettext(
            "Level: the one value is at its 2030 target",
            "Level: %(at)s of %(num)s values are at their 2030 targets",
            len(rows),
            **said,
        )
    if old == len(at):
        return ngettext(
            "Level: the one value is at its 2030 target but too old to judge",
            "Level: %(at)s of %(num)s values are at their 2030 targets, but too old to judge",
            len(rows),
            **said,
        )
    return _(
        "Level: %(at)s of %(num)s values are at their 2030 targets, %(old)s of them too old to judge",
        num=len(rows),
        **said,
    )


def _summary(reading: ProgressReading) -> str:
    parts = [
        f"{p.point.name} {value_text(p.lead.value, p.point.unit, significant=4)}, "
        + (_("target %(line)s", line=line_text(p.point)) if p.point.scored else _("no target"))
        + f" ({p.lead.year})"
        for p in reading.points
        if p.lead is not None and p.lead.value is not None
    ]
    return "; ".join(parts) + "."


def _told_apart(reading: ProgressReading) -> bool:
    """Whether reports stand beside other statistics, so that a ring must tell them apart."""
    return len({row.kind == OTHER for p in reading.points for row in p.series}) > 1


def _any_old(reading: ProgressReading) -> bool:
    return any(row.state == "too_old" for p in reading.points for row in p.series)


def _groups(reading: ProgressReading) -> list[Group]:
    by_key = {p.point.key: p for p in reading.points}
    rings = _told_apart(reading)
    found = []
    for group in reading.scope.groups:
        own = [by_key[key] for key in group.points]
        shown = sorted((p for p in own if p.lead is not None), key=_standing)
        if shown:
            said = _available(len(own), sum(p.held for p in own), group.shared)
            rows = tuple(_row(p, rings, reading.example) for p in shown)
            found.append(Group(group.code, group.name, said, rows))
    return found


def _standing(p: PointProgress) -> float:
    return -(p.lead.progress if p.lead and p.lead.progress is not None else -1.0)


def _available(n: int, held: int, shared: Sequence[tuple[str, int]]) -> str:
    """How much of a group has values; ``shared``: points listed under an earlier heading."""
    said = ngettext("%(held)d of %(num)d point available", "%(held)d of %(num)d points available",
                    n, held=held)  # fmt: skip
    return f"{said}; {_also(shared)}" if shared else said


def _also(shared: Sequence[tuple[str, int]]) -> str:
    said = [
        ngettext("%(num)d more under %(code)s", "%(num)d more under %(code)s", n, code=code)
        for code, n in shared
    ]
    return catalogue.listing(said)


def _empty(reading: ProgressReading) -> list[tuple[str, str]]:
    """Groups that have no row in the chart, as one note."""
    known = {p.point.key for p in reading.points if p.lead is not None}
    said = [
        f"{group.code} {group.name}".strip() + (f" ({_also(group.shared)})" if group.shared else "")
        for group in reading.scope.groups
        if known.isdisjoint(group.points)
    ]
    return [(_("No values for"), "; ".join(said))] if said else []


def _row(p: PointProgress, rings: bool, synthetic: bool) -> Row:
    row, unit = p.lead, p.point.unit
    assert row is not None
    old = row.state == "too_old"
    value, beside = "", unit_text(unit)
    if row.value is not None and row.state != "emptied":
        value, beside = value_parts(row.value, unit, significant=4)
    note = ""
    if row.state == "emptied":
        note = status_text(row.status or "not_reported")
    elif row.progress is None:
        note = _("no 2030 target is set")
    second = next(
        (
            Second(o.progress, o.band, o.state == "too_old", rings and o.kind != OTHER)
            for o in p.others
            if o.progress is not None and o.band and o.state != "emptied"
        ),
        None,
    )
    return Row(
        p.point.name,
        beside,
        value,
        line_text(p.point),
        str(row.year or ""),
        row.progress if row.state != "emptied" else None,
        row.band,
        old,
        rings and row.kind != OTHER,
        note,
        "<br>".join([f"<b>{p.point.name}</b>", *(_spoken(r, unit, synthetic) for r in p.series)]),
        p.point.key,
        second,
    )


def _spoken(row: TrendRow, unit: str, synthetic: bool) -> str:
    value = (
        value_text(row.value, unit)
        if row.value is not None and row.state != "emptied"
        else status_text(row.status or "not_reported")
    )
    score = f", {score_text(row.progress, row.band)} {_('of 100')}" if row.progress else ""
    return f"{row.year or ''}: {value}{score}<br>{source_name(row, synthetic)}"


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


def _notes(reading: ProgressReading) -> list[tuple[str, str]]:
    """What stands beside the chart: what counts as at the target, whose map it is, its notes."""
    notes = []
    near = [p for p in reading.points if p.lead is not None and p.lead.level == _NEAR]
    if near:
        named = [
            _("%(name)s at %(value)s (target %(line)s)", name=spoken(p.point.name),
              value=plain(p.lead.value or 0.0), line=line_text(p.point))
            for p in near[:MOST_NOTES] if p.lead
        ]  # fmt: skip
        notes.append(
            (
                _("“At the target” begins at 95 of 100"),
                ngettext(
                    "%(names)s counts, within 5 %% of the scale.",
                    "%(names)s count, within 5 %% of the scale.",
                    len(near),
                    names=catalogue.listing(named)
                    + (" …" if len(near) > MOST_NOTES else ""),
                ),
            )
        )  # fmt: skip
    mapping = list(reading.scope.mapping.values())
    if mapping:
        notes.append(
            (
                _("Which points belong to %(goal)s", goal=reading.scope.short),
                _(
                    "U4SSC’s methodology names %(read)s of %(n)s; we inferred %(inferred)s. "
                    "A point that serves several targets is listed under the first and counts once.",
                    read=mapping.count("read"),
                    n=len(mapping),
                    inferred=len(mapping) - mapping.count("read"),
                ),
            )
        )
    held = {p.point.key: p for p in reading.points if p.held}
    said: dict[str, list[str]] = {}
    for key, note in reading.scope.notes.items():
        if key in held:
            said.setdefault(note, []).append(spoken(held[key].point.name))
    for note, names in list(said.items())[:MOST_NOTES]:
        more = len(names) - _NAMED
        who = [*names[:_NAMED], *([_("%(n)s more", n=more)] if more > 0 else [])]
        notes.append((catalogue.listing(who), note[:1].upper() + note[1:] + "."))
    return [*notes, *_empty(reading)]
