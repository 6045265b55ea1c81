"""Files of the benchmark: exactly the values behind the page."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort, request

from components.view import View
from components.web.attachments import store_of
from components.web.send import send
from components.words.i18n import _
from data import queries
from data.provenance import provenance
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from data.store import Snapshot
from exports.table import Column, Table
from pages.benchmark.against import pairs
from pages.benchmark.lanes import Lane
from pages.benchmark.reading import PATH, Subject, read_subject

files = Blueprint("benchmark", __name__)


@files.get("/benchmark.<extension>")
def values(extension: str) -> Response:
    """Every value and printed status of the page's data point and as-of year."""
    view, store, point = _asked()
    return send(values_table(store, view, read_subject(store, point, view.asof)), extension)


@files.get("/benchmark-pairs.<extension>")
def both(extension: str) -> Response:
    """The cities of the scatter: both values of one kind of source inside their windows."""
    view, store, point = _asked()
    second = queries.definition(store, view.against or "")
    if second is None or second.key == point.key:
        abort(404)
    subjects = (read_subject(store, point, view.asof), read_subject(store, second, view.asof))
    return send(pairs_table(store, view, *subjects), extension)


def _asked() -> tuple[View, Snapshot, DefinitionRow]:
    """View, data set and point of the address; 404 without such a point, 503 without a store."""
    view = View.from_query(request.args)
    store = store_of(view)
    point = queries.definition(store, view.kpi or "")
    if point is None:
        abort(404)
    return view, store, point


def values_table(store: Snapshot, view: View, subject: Subject) -> Table:
    """All values of a point, newest a city and kind of source, with where each was read."""
    point = subject.point
    unit = point.unit
    columns = (
        Column("point_key", _("Key")),
        Column("point", _("Data point")),
        Column("unit", _("Unit")),
        Column("target_low", _("Target, low end"), unit),
        Column("target_high", _("Target, high end"), unit),
        Column("worst", _("Worst"), unit, _("Value with a progress score of 0")),
        Column("kind", _("Kind of source"), "", _("reports or other_statistics")),
        Column("as_of", _("As of"), "", _("Year the kind is shown at, or each city’s own round")),
        Column("city", _("City")),
        Column("city_id", _("Key of the city")),
        Column("country", _("Country")),
        Column("un_region", _("UN region")),
        Column("income_group", _("Income group")),
        Column("population_band", _("Population")),
        Column("year", _("Year")),
        Column("counts", _("Counts"), "", _("no: too old, or printed without a value")),
        Column("value", _("Value"), unit),
        Column("status", _("Status")),
        Column("progress_score", _("Progress score"), "0–100"),
        Column("band", _("Band"), "1–4"),
        Column("publication", _("Publication")),
        Column("origin", _("Origin"), "", _("Who produced the number, where not the publisher")),
        Column("page", _("Page")),
        Column("source_url", _("Address")),
    )
    rows = [row for lane in subject.lanes for row in _values(point, lane)]
    name = f"benchmark-{point.key}"
    address = view.href(PATH, kpi=point.key)
    return Table(name, point.name, columns, rows, provenance(store, address))


def _values(point: DefinitionRow, lane: Lane) -> Iterator[tuple[object, ...]]:
    as_of = "own newest round" if lane.own_rounds else str(lane.year or "")
    given = (point.target_low, point.target_high, point.worst)
    for rows, counts in ((lane.inside, "yes"), (lane.older, "no"), (lane.printed, "no")):
        for row in rows:
            yield (
                point.key, point.name, point.unit, *given, lane.key, as_of, *_city(row), row.year,
                counts, row.value, row.status, row.progress, row.band, row.publication, row.origin,
                row.page, row.source_url,
            )  # fmt: skip


def _city(row: StandingRow) -> tuple[str | None, ...]:
    return row.city, row.city_id, row.country, row.un_region, row.income_group, row.size_band


def pairs_table(store: Snapshot, view: View, first: Subject, second: Subject) -> Table:
    """Cities with a value of both points in one kind of source."""
    columns = [
        Column("kind", _("Kind of source"), "", _("reports or other_statistics")),
        Column("city", _("City")),
        Column("city_id", _("Key of the city")),
    ]
    for place, (point, _lanes) in (("first", first), ("second", second)):
        columns += [
            Column(f"{place}_point", _("Data point")),
            Column(f"{place}_unit", _("Unit")),
            Column(f"{place}_year", _("Year")),
            Column(f"{place}_value", point.name, point.unit),
            Column(f"{place}_band", _("Band"), "1–4"),
        ]
    rows = [
        (
            "other_statistics" if both.first.other else "reports",
            both.first.city, both.first.city_id,
            first.point.name, first.point.unit, both.first.year, both.first.value, both.first.band,
            second.point.name, second.point.unit, both.second.year, both.second.value,
            both.second.band,
        )
        for both in pairs(first.lanes, second.lanes)
    ]  # fmt: skip
    title = f"{second.point.name} / {first.point.name}"
    name = f"benchmark-{first.point.key}-{second.point.key}"
    address = view.href(PATH, kpi=first.point.key)
    return Table(name, title, columns, rows, provenance(store, address))
