"""Files of the benchmark: exactly the values behind the page, as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask import Blueprint, Response, abort, request

from components.view import View
from components.web.attachments import csv_file, data_set, store_of
from data import queries
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from data.store import Snapshot
from pages.benchmark.against import pairs
from pages.benchmark.body import Subject
from pages.benchmark.reading import read_subject

benchmark_files = Blueprint("benchmark_files", __name__)

COLUMNS = (
    "data_set", "point_key", "point", "unit", "target_low", "target_high", "worst", "kind",
    "as_of", "city", "city_id", "country", "un_region", "income_group", "population_band", "year",
    "counts", "value", "status", "progress_score", "band", "publication", "origin", "page",
    "source_url", "data_version",
)  # fmt: skip
PAIR_COLUMNS = (
    "data_set", "kind", "city", "city_id", "first_point", "first_unit", "first_year", "first_value",
    "first_band", "second_point", "second_unit", "second_year", "second_value", "second_band",
    "data_version",
)  # fmt: skip


@benchmark_files.get("/benchmark.csv")
def values() -> Response:
    """Every value and printed status of the page's data point and as-of year.

    ``counts`` is yes inside the window, no for what is drawn faded and for printed statuses.
    """
    view, store, point = _asked()
    rows = _values(store, view, read_subject(store, point, view.asof))
    return csv_file(view, store, f"benchmark-{point.key}", COLUMNS, rows)


@benchmark_files.get("/benchmark-pairs.csv")
def both() -> Response:
    """The cities of the scatter: both values of one kind of source inside their windows."""
    view, store, point = _asked()
    second = queries.definition(store, view.against or "")
    if second is None or second.key == point.key:
        abort(404)
    name = f"benchmark-{point.key}-{second.key}"
    return csv_file(view, store, name, PAIR_COLUMNS, _pairs(store, view, point, second))


def _asked() -> tuple[View, Snapshot, DefinitionRow]:
    """View, data set and point of the address; 404 without such a point, 503 without a store."""
    view = View.from_query(request.args)
    store = store_of(view)
    point = queries.definition(store, view.kpi or "")
    if point is None:
        abort(404)
    return view, store, point


def _values(store: Snapshot, view: View, subject: Subject) -> Iterator[Sequence[object]]:
    point, lanes = subject
    version = queries.build(store).version
    for lane in lanes:
        parts = ((lane.inside, "yes"), (lane.older, "no"), (lane.printed, "no"))
        for rows, counts in parts:
            for row in rows:
                yield (
                    data_set(view), point.key, point.name, point.unit, point.target_low,
                    point.target_high, point.worst, lane.key,
                    "own newest round" if lane.own_rounds else lane.year, *_city(row), row.year,
                    counts, row.value, row.status, row.progress, row.band, row.publication,
                    row.origin, row.page, row.source_url, version,
                )  # fmt: skip


def _city(row: StandingRow) -> tuple[object, ...]:
    return (
        row.city, row.city_id, row.country, row.un_region, row.income_group, row.size_band,
    )  # fmt: skip


def _pairs(
    store: Snapshot, view: View, point: DefinitionRow, second: DefinitionRow
) -> Iterator[Sequence[object]]:
    version = queries.build(store).version
    lanes = (read_subject(store, p, view.asof).lanes for p in (point, second))
    for first, other in pairs(*lanes):
        kind = "other_statistics" if first.other else "reports"
        yield (
            data_set(view), kind, first.city, first.city_id, point.name, point.unit, first.year,
            first.value, first.band, second.name, second.unit, other.year, other.value, other.band,
            version,
        )  # fmt: skip
