"""Progress without a chart: no city chosen, no such set of points, no value; notices on years."""

from __future__ import annotations

from dash.development.base_component import Component
from markupsafe import Markup

from analysis.trend import LEAST_SPAN
from components.controls.chosen import chosen_notice
from components.html import render
from components.html_part import HtmlPart
from components.peers.likeness import mix_notices
from components.table.listing import listing
from components.view import View
from components.words.i18n import _
from data import queries
from data.queries.progress import city_trends, sdg_points
from data.rows import CityRow
from data.store import Snapshot
from pages.progress.reading import PATH, ProgressReading, path_of
from pages.progress.scope import choices


def start(store: Snapshot, view: View) -> list[Component]:
    """Choose a city: every one with how many of its points have a trend."""
    table = render(
        "progress/start",
        cities=city_trends(store),
        href=lambda c: view.elsewhere().href(path_of(c.id)),
    )
    return [
        HtmlPart(render("progress/start_head")),
        listing("progress", table, _("Filter cities"), one=_("one city"), many=_("{n} cities")),
    ]


def unknown_scope(store: Snapshot, view: View, city: CityRow) -> list[Component]:
    """The address names no set of points."""
    path = path_of(city.id)
    return [
        HtmlPart(
            render(
                "progress/unknown",
                key=view.scope,
                scopes=choices(queries.definitions(store), sdg_points(store))[:2],
                href=lambda key: view.href(path, scope=key or None),
                start=view.href(path, scope=None),
            )
        )
    ]


def nothing(reading: ProgressReading) -> Markup:
    """Where no point of the scope has a value: what there is instead; else nothing."""
    if reading.has_values:
        return Markup("")
    view, path = reading.view, reading.path
    return render(
        "progress/nothing",
        city=reading.city,
        scope=reading.scope,
        as_of=reading.as_of,
        first=min(reading.years, default=None),
        newest=view.href(path, asof=None) if view.asof else None,
        every=view.href(path, scope="all") if reading.scope.key != "all" else None,
        city_href=view.elsewhere().href(f"/city/{reading.city.id}"),
        example=None if reading.example else View(data="example").href(PATH),
    )


def notices(reading: ProgressReading) -> tuple[str, ...]:
    """What of the address lies outside the data or does not exist."""
    view, years, said = reading.view, reading.years, []
    if view.asof and years and view.asof < years[-1]:
        said.append(
            _(
                "These points have no value up to %(year)s; the first is from %(first)s.",
                year=view.asof,
                first=years[-1],
            )
        )
    if view.asof and view.asof > reading.basis.as_of:
        said.append(
            _(
                "%(year)s is in the future: values are judged as they would be by then.",
                year=view.asof,
            )
        )
    if view.since and view.since > reading.as_of - LEAST_SPAN:
        said.append(
            _(
                "%(since)s to %(asof)s is too short for a trend, which needs at least %(n)s years.",
                since=view.since,
                asof=reading.as_of,
                n=LEAST_SPAN,
            )
        )
    said += [*mix_notices(view)]
    said += chosen_notice(0, [c for c in view.cities if c not in reading.names])
    if view.kpi and reading.point is None:
        said.append(_("There is no data point “%(key)s”.", key=view.kpi))
    return tuple(said)
