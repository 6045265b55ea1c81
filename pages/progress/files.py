"""Files of Progress: every value behind a page's charts, and how each series is judged, as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flask import Blueprint, Response, abort, request
from markupsafe import Markup

from components.peers.group import resolve
from components.shell.markup import markup
from components.view import View
from components.web import answers as ready
from components.web.attachments import csv_file, data_set, store_of
from components.web.headers import CHECK, FOREVER
from components.web.stamp import stamp
from data import queries
from data.store import Snapshot
from data.trend_rows import TrendRow
from pages.progress.body import rest_of_charts
from pages.progress.cities import of_cities
from pages.progress.reading import Subject, chosen_scope, read_subject
from pages.progress.scenario.section import scenario_section

progress_files = Blueprint("progress_files", __name__)

_JUDGED = tuple(
    name for name in TrendRow._fields if name not in ("city_id", "point_key", "kind", "publication")
)
SERIES_COLUMNS = (
    "data_set", "city", "city_id", "point_key", "point", "unit", "kind", "publication", "year",
    "value", "status", "used", "as_of", "origin", "page", "source_url", "note", "data_version",
)  # fmt: skip
TREND_COLUMNS = (
    "data_set", "city", "city_id", "scope", "group", "group_name", "mapping", "point_key", "point",
    "unit", "direction", "target_low", "target_high", "worst", "as_of", "since", "window_years",
    "counts_as", "leads", "kind", "publication", *_JUDGED, "data_version",
)  # fmt: skip


@progress_files.get("/progress/<city>/series.csv")
def series(city: str) -> Response:
    """Values and printed statuses of the page's points up to its as-of year.

    With ``kpi`` those of one point, of the page's city and of ``cities``.
    """
    view, store, subjects = _asked(city, one=True)
    name = f"progress-{city}-{view.kpi or view.scope or 'sdg-11'}"
    return csv_file(view, store, name, SERIES_COLUMNS, _values(store, view, subjects))


@progress_files.get("/progress/<city>/trends.csv")
def trends(city: str) -> Response:
    """Level and trend of the page's points: a row a series, a row without one where none is held.

    ``counts_as`` is the point's word in the tally; ``leads`` tells the series it goes by.
    """
    view, store, subjects = _asked(city, one=False)
    name = f"progress-trends-{city}-{view.scope or 'sdg-11'}"
    return csv_file(view, store, name, TREND_COLUMNS, _judged(store, view, subjects[0]))


@progress_files.get("/progress/<city>/charts")
def charts(city: str) -> Response:
    """The charts of a page that are too many to come with it."""
    view, store, (subject, *_none) = _asked(city, one=False)
    group = resolve(store, view, subject.city.id, None, "any")
    return _part(store, rest_of_charts(store, view, queries.build(store), subject, group))


@progress_files.get("/progress/<city>/scenario")
def scenario(city: str) -> Response:
    """The scenario of a page on which too many points can be moved to come with it."""
    view, store, (subject, *_none) = _asked(city, one=False)
    return _part(store, markup(scenario_section(store, view, subject.city, subject.scope)))


def _part(store: Snapshot, inside: Markup) -> Response:
    answer = Response(str(inside))
    current = request.args.get("v") == stamp(store.version)
    answer.headers["Cache-Control"] = FOREVER if current else CHECK
    ready.keep()
    return answer


def _asked(city_id: str, *, one: bool) -> tuple[View, Snapshot, list[Subject]]:
    """View, data set, readings; 404 without such a city, points or point, 503 without a store."""
    view = View.from_query(request.args)
    store = store_of(view)
    city, scope = queries.city(store, city_id), chosen_scope(store, view)
    if city is None or scope is None:
        abort(404)
    if not (one and view.kpi):
        return view, store, [read_subject(store, view, city, scope)]
    point = queries.definition(store, view.kpi)
    if point is None:
        abort(404)
    return view, store, [each.subject for each in of_cities(store, view, city.id, point)]


def _values(store: Snapshot, view: View, subjects: Iterable[Subject]) -> Iterator[Sequence[object]]:
    version = queries.build(store).version
    for subject in subjects:
        points = {p.point.key: p.point for p in subject.points}
        for row in subject.rows:
            if row.year > subject.as_of:
                continue
            point = points[row.point_key]
            yield (
                data_set(view), subject.city.name, subject.city.id, point.key, point.name,
                point.unit, row.kind, row.publication, row.year, row.value, row.status,
                "yes" if row.used else "no", subject.as_of, row.origin, row.page, row.source_url,
                row.note, version,
            )  # fmt: skip


def _judged(store: Snapshot, view: View, subject: Subject) -> Iterator[Sequence[object]]:
    version = queries.build(store).version
    scope = subject.scope
    group = {key: g for g in scope.groups for key in g.points}
    for p in subject.points:
        point, own = p.point, group[p.point.key]
        head = (
            data_set(view), subject.city.name, subject.city.id, scope.key, own.code, own.name,
            scope.mapping.get(point.key), point.key, point.name, point.unit, point.direction,
            point.target_low, point.target_high, point.worst, subject.as_of, subject.since,
            subject.window, p.status,
        )  # fmt: skip
        if not p.series:
            yield (*head, "", "", "", *[""] * len(_JUDGED), version)
        for i, row in enumerate(p.series):
            judged = (getattr(row, name) for name in _JUDGED)
            yield (*head, "no" if i else "yes", row.kind, row.publication, *judged, version)
