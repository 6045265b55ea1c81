"""A chart of one point with what is said under it: pace, methods, agreement, test, table."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.charts.trend.parts import Peers
from components.charts.trend.trend import LARGE, SMALL, trend_figure
from components.html import render
from components.web.attachments import file_name
from components.words import trends
from components.words.i18n import _, ngettext
from components.words.trend_methods import methods
from components.words.values import unit_text, value_text
from pages.progress import words as say
from pages.progress.drawing import drawing, spare
from pages.progress.points import OTHER, PointProgress
from pages.progress.reading import ProgressReading
from pages.progress.tables import links


def large_card(reading: ProgressReading, p: PointProgress, peers: Peers) -> Component:
    """A point with a trend, judged or at its target."""
    row = p.lead
    if row is None:
        raise ValueError(f"{p.point.key} has no series")
    note = _note(
        reading,
        p,
        pace=say.pace(p),
        outlook=say.outlook(p),
        methods=methods(row) if row.state == "judged" else (),
        agreement=trends.agreement(row),
        interval=say.interval(p),
        test=say.trend_test(row),
        warning=say.warning(row),
    )
    return _card(reading, p, peers, note, large=True)


def small_card(reading: ProgressReading, p: PointProgress) -> Component:
    """Past values that are not judged, and why."""
    note = _note(reading, p, pace=say.why_not(p, reading.as_of, reading.window))
    return _card(reading, p, Peers(), note, large=False)


def _note(reading: ProgressReading, p: PointProgress, **said: Any) -> Markup:
    nothing = dict.fromkeys(("outlook", "methods", "agreement", "interval", "test", "warning"), "")
    source = f"/city/{reading.city.id}/source/{p.point.key}"
    given = {
        "no_line": p.status == "no_line" and "methods" in said,
        "beside": _beside(p, reading.example),
        "doubled": _doubled(p.lead.n_doubled if p.lead else 0),
        "source_href": reading.view.elsewhere().href(source, asof=reading.view.asof),
    }
    return render("progress/card", **nothing | given | said)


def _card(
    reading: ProgressReading,
    p: PointProgress,
    peers: Peers,
    note: Markup,
    *,
    large: bool,
) -> Component:
    view, synthetic = reading.view, reading.example
    drawn = drawing(reading, p, peers)
    key, city = p.point.key, reading.city.id
    title = say.title(p) if large else p.point.name
    unit = unit_text(p.point.unit)
    origin = say.source_name(p.lead, synthetic) if p.lead else ""
    return chart_panel(
        Panel(
            id=f"trend-{key}",
            title=title,
            subtitle=", ".join(part for part in (reading.city.name, p.point.name, unit) if part),
            summary=_summary(p, title),
            figure=trend_figure(drawn, LARGE if large else SMALL),
            table=_table(reading, p, peers, synthetic),
            source=reading.source_line,
            file=file_name(view, reading.build.version, f"{city}-progress-{key}"),
            css="chart-trend" if large else "chart-trend small",
            lead=render(
                "progress/card_lead", unit=unit or p.point.unit, origin=origin if large else ""
            ),
            note=note,
            links=(
                (_("Other cities"), view.href(reading.path, kpi=key) + "#one-point"),
                links(view, f"{reading.path}/series", kpi=key, cities=())[0],
            ),
        )
    )


def _summary(p: PointProgress, title: str) -> str:
    """The chart in words."""
    values = p.values[0] if p.values else ()
    if not values:
        return title + "."
    unit = p.point.unit
    return _(
        "%(title)s: %(first)s in %(from)s, %(last)s in %(to)s; %(line)s.",
        **{
            "title": title,
            "first": value_text(values[0].value or 0.0, unit, significant=4),
            "from": values[0].year,
            "last": value_text(values[-1].value or 0.0, unit, significant=4),
            "to": values[-1].year,
            "line": _("2030 target %(line)s", line=trends.line_text(p.point))
            if p.point.scored
            else _("no 2030 target"),
        },
    )


def _beside(p: PointProgress, synthetic: bool) -> list[str]:
    """Other sources of the point, never joined."""
    return [
        _("%(source)s: %(value)s (%(year)s), shown as a separate source.",
          source=say.source_name(row, synthetic),
          value=value_text(row.value, p.point.unit, significant=4), year=row.year)
        for row in p.others
        if row.value is not None
    ]  # fmt: skip


def _doubled(n: int) -> str:
    if not n:
        return ""
    return ngettext(
        "One year has a second value; the newer submission counts.",
        "%(num)s years have a second value; the newer submission counts.",
        n,
    )


def _table(reading: ProgressReading, p: PointProgress, peers: Peers, synthetic: bool) -> Markup:
    middle = {year: (low, high) for year, low, high in peers.band}
    median = dict(peers.medians)
    rows = [
        (v.year, v.value, say.source_name(row, synthetic), "", v.year if i == 0 else None)
        for i, (row, own) in enumerate(zip(p.series, p.values, strict=True))
        for v in own
    ]
    rows += [
        (v.year, v.value, say.source_name(row, synthetic), _("not used"), None)
        for row in p.series
        for v in spare(reading, row)
    ]
    return render(
        "progress/card_table",
        name=p.point.name,
        unit=p.point.unit,
        rows=sorted(rows, key=lambda r: (r[0], r[3])),
        several=len(p.series) > 1 or any(r[3] for r in rows),
        peers=bool(median),
        middle=middle,
        median=median,
        row=p.lead,
        line=trends.line_text(p.point),
        reports=bool(p.lead and p.lead.kind != OTHER),
    )
