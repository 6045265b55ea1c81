"""One data point across all cities in reading order, and what of it changes in place."""

from __future__ import annotations

from typing import Any

from dash import Output, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.point_choice import Choice, first_choice, point_choice, similar
from components.html import render
from components.html_part import HtmlPart
from components.view import View
from components.words.i18n import _
from data import queries
from data.store import Snapshot
from pages.benchmark import head, swarm
from pages.benchmark import words as say
from pages.benchmark.against import against
from pages.benchmark.aspire import aspire
from pages.benchmark.groups import groups
from pages.benchmark.lists import lists
from pages.benchmark.notes import notes as noted
from pages.benchmark.reading import PATH, BenchmarkReading, held_by_point

SCALE, YES_NO = "benchmark", "benchmark-yes"
"""Names of the two forms of the page."""


def body(reading: BenchmarkReading) -> list[Component]:
    """The page below the notices."""
    top = head.head(reading)
    if not reading.shown:
        return [*top, HtmlPart(nobody(reading))]
    middle: list[Component] = (
        [_section("where", _("Where it is in place"), HtmlPart(counts(reading), id="bm-where"))]
        if reading.yes_no
        else [swarm.section(reading), HtmlPart(groups(reading), id="bm-groups")]
    )
    return [
        *top,
        *middle,
        _section(
            "list",
            _("All values"),
            HtmlPart(lists(reading), id="bm-lists"),
            _("Best first within each kind of source. A city may be in two lists."),
        ),
        HtmlPart(aspire(reading), id="bm-better"),
        _section(
            "against",
            _("Against another data point"),
            html.Div([_second(reading), html.Div(against(reading), id="bm-against")]),
            _("City by city, within one kind of source."),
        ),
    ]


def outputs(form: str) -> list[Output]:
    """What ``values`` sets in the form of a scale or of yes and no."""
    own = (
        [Output("bm-where", "html")]
        if form == YES_NO
        else [*swarm.outputs(), Output("bm-groups", "html")]
    )
    rest = [Output("bm-lists", "html"), Output("bm-better", "html")]
    return [*head.outputs(), *own, *rest, Output("bm-against", "children")]


def values(reading: BenchmarkReading) -> list[Any]:
    """Everything that a control changes, for ``outputs``."""
    own = [counts(reading)] if reading.yes_no else [*swarm.values(reading), groups(reading)]
    return [*head.values(reading), *own, lists(reading), aspire(reading), against(reading)]


def _section(key: str, title: str, inside: Component, sentence: str = "") -> Component:
    words = [html.P(sentence)] if sentence else []
    heading = html.Div([html.H2(title), *words], className="sh")
    return html.Section([heading, inside], className="s bm-s", id=key)


def _second(reading: BenchmarkReading) -> Component:
    """Chooses the second data point."""
    points = [p for p in reading.points if p.key != reading.point.key]
    second = reading.second.point if reading.second else None
    return point_choice(
        Choice(
            head.form(reading), "against", _("Set against"), points, second, reading.held,
            none=_("nothing"),
        )
    )  # fmt: skip


def nobody(reading: BenchmarkReading) -> Markup:
    """A data point without any value: what it measures, and where it can be seen filled."""
    view = reading.view
    filled = View(data="example", kpi=reading.point.key).href(PATH)
    return render(
        "benchmark/nobody",
        point=reading.point,
        asof=view.asof,
        newest=view.href(PATH, asof=None) if view.asof else None,
        printed=[row for lane in reading.lanes for row in lane.printed],
        example=None if reading.example else filled,
    )


def counts(reading: BenchmarkReading) -> Markup:
    """Yes and no by kind of source: counts and names, no dots on a scale."""
    rows = [
        (
            say.lane_name(lane.other, reading.example),
            len(lane.inside),
            [row for row in lane.inside if row.value],
            [row for row in lane.inside if not row.value],
        )
        for lane in reading.shown
    ]
    keep = reading.view.elsewhere()
    return render(
        "benchmark/yes_no",
        rows=rows,
        notes=noted(reading.point, reading.shown, reading.example),
        source=say.source_line(reading, reading.shown),
        marked=reading.ids,
        href=lambda row: keep.href(f"/city/{row.city_id}", point=reading.point.key),
    )


def unknown(store: Snapshot, view: View) -> Component:
    """A key that names no data point, with those it may have meant."""
    points = queries.definitions(store)
    first = first_choice(points, held_by_point(store))
    return HtmlPart(
        render(
            "benchmark/unknown",
            key=view.kpi,
            near=[(p.name, view.href(PATH, kpi=p.key)) for p in similar(view.kpi or "", points)],
            first=first.name,
            start=view.href(PATH, kpi=first.key),
        )
    )
