"""One point large: the city beside others of the reader's choice, labelled directly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.charts.trend.cities import PHONE_CITIES, WIDE_CITIES, CityLine, cities_figure
from components.html import render
from components.shell.fragment import fragment
from components.view import View
from components.words import catalogue, trends
from components.words.i18n import _
from components.words.values import unit_text, value_text
from data import queries
from data.source_rows import BuildRow, DefinitionRow
from data.store import Snapshot
from data.trend_rows import SeriesRow, TrendRow
from pages.progress import words as say
from pages.progress.drawing import observed, target
from pages.progress.points import PointProgress, status_of
from pages.progress.reading import Subject, read_subject
from pages.progress.scope import single

TOKENS = ("city-a", "city-b", "city-c", "city-d", "city-e", "city-f")
MOST = len(TOKENS)


class OfCity(NamedTuple):
    """A city's reading of the one point."""

    subject: Subject
    p: PointProgress


def of_cities(store: Snapshot, view: View, first: str, point: DefinitionRow) -> list[OfCity]:
    """The page's city and those of the address, each once, at most as many as have a colour."""
    found = []
    for city_id in list(dict.fromkeys((first, *view.cities)))[:MOST]:
        city = queries.city(store, city_id)
        if city is not None:
            subject = read_subject(store, view, city, single(point))
            found.append(OfCity(subject, subject.points[0]))
    return found


def cities_section(
    store: Snapshot,
    view: View,
    build: BuildRow,
    subject: Subject,
    point: DefinitionRow,
    names: dict[str, str],
) -> Component:
    """The section with its chart, or the sentence why there is none."""
    found = of_cities(store, view, subject.city.id, point)
    held = [each for each in found if each.p.held]
    head = _head(view, subject, point, found, names)
    if not held:
        text = _("None of these cities holds a value of %(name)s up to %(year)s.",
                 name=point.name, year=subject.as_of)  # fmt: skip
        return html.Section([head, html.P(text)], className="s", id="one-point")
    synthetic = view.data == "example"
    lines = [
        CityLine(
            each.subject.city.name,
            TOKENS[found.index(each)],
            observed(each.subject, row, values, point.unit, synthetic),
        )
        for each in held
        for row, values in [_shown(each.p)]
    ]
    span = min(e.subject.span[0] for e in held), max(e.subject.span[1] for e in held)
    bounds = (point.plausible_min, point.plausible_max)
    unit = unit_text(point.unit)
    source = _source(view, build, held)
    query = view.href("", kpi=point.key)
    panel = Panel(
        id="cities-chart",
        title=_title(point, held),
        subtitle=f"{point.name}{', ' + unit if unit else ''}",
        summary=_summary(point, held),
        figure=cities_figure(lines, target(point), span, bounds, WIDE_CITIES),
        phone=cities_figure(lines, target(point), span, bounds, PHONE_CITIES),
        table=_table(view, point, held, synthetic),
        source=source,
        css="chart-cities",
        lead=Markup("<p>{}{}</p>").format(point.name, ", " + unit if unit else ""),
        note=Markup('<p class="pg-source">{}</p>').format(source),
        links=((_("Download CSV"), f"/progress/{subject.city.id}/series.csv{query}"),),
    )
    return html.Section([head, chart_panel(panel)], className="s pg-s", id="one-point")


def _shown(p: PointProgress) -> tuple[TrendRow, tuple[SeriesRow, ...]]:
    """The longest series up to the as-of year: a chart of lines shows what makes one."""
    return max(zip(p.series, p.values, strict=True), key=lambda each: len(each[1]))


def _head(
    view: View,
    subject: Subject,
    point: DefinitionRow,
    found: Sequence[OfCity],
    names: dict[str, str],
) -> Component:
    path = f"/progress/{subject.city.id}"
    chosen = [each.subject.city.id for each in found[1:]]
    return fragment(
        render(
            "progress/cities_head",
            name=say.spoken(point.name),
            chosen=[
                (names[c], view.href(path, cities=tuple(x for x in chosen if x != c)))
                for c in chosen
            ],
            others=[
                (",".join([*chosen, c]), name)
                for c, name in names.items()
                if c not in chosen and c != subject.city.id
            ]
            if len(found) < MOST
            else [],
            without=[e.subject.city.name for e in found if not e.p.held],
            close=view.href(path, kpi=None, cities=()),
            most=MOST,
        ),
        className="pg-cities-head",
    )


def _title(point: DefinitionRow, held: Sequence[OfCity]) -> str:
    name = say.spoken(point.name)
    at = [e.subject.city.name for e in held if status_of(_shown(e.p)[0]) == "at_line"]
    if len(held) == 1:
        return say.title(held[0].p)
    if point.scored and at:
        if len(at) == len(held):
            return _("%(name)s: all are at the line", name=name)
        return _("%(name)s: at the line %(cities)s", name=name, cities=catalogue.listing(at))
    if point.scored:
        return _("%(name)s: none is known to be at the line now", name=name)
    return _("%(name)s in %(n)s cities", name=name, n=len(held))


def _summary(point: DefinitionRow, held: Sequence[OfCity]) -> str:
    parts = []
    for each in held:
        row, values = _shown(each.p)
        parts.append(
            f"{each.subject.city.name} "
            f"{value_text(values[-1].value or 0.0, point.unit, significant=4)} "
            f"({values[-1].year}), {trends.status(status_of(row))}"
        )
    return "; ".join(parts) + "."


def _source(view: View, build: BuildRow, held: Sequence[OfCity]) -> str:
    synthetic = view.data == "example"
    names = dict.fromkeys(say.source_name(_shown(e.p)[0], synthetic) for e in held)
    return (_("Synthetic data, fictional cities. ") if synthetic else "") + _(
        "Source: %(names)s; data version %(version)s.",
        names="; ".join(names), version=build.version,
    )  # fmt: skip


def _table(view: View, point: DefinitionRow, held: Sequence[OfCity], synthetic: bool) -> Markup:
    years = sorted({v.year for e in held for v in _shown(e.p)[1]})
    return render(
        "progress/cities_table",
        name=point.name,
        unit=point.unit,
        years=years,
        rows=[
            (
                e.subject.city.name,
                view.href(f"/progress/{e.subject.city.id}", cities=(), kpi=None),
                say.source_name(row, synthetic),
                {v.year: v.value for v in values},
                trends.status(status_of(row)),
            )
            for e in held
            for row, values in [_shown(e.p)]
        ],
    )
