"""The values behind Progress as files: a row for each value, a row for each judged series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.view import View
from components.words.i18n import _
from data.provenance import provenance
from data.trend_rows import TrendRow
from exports.formats import FORMATS
from exports.table import Column, Table
from pages.progress.columns import judged_columns
from pages.progress.reading import ProgressReading

Row = Sequence[object]


def links(view: View, stem: str, **changes: object) -> list[tuple[str, str]]:
    """A table's files, as (format, address); ``stem``: its address without the extension."""
    return [(kind.upper(), view.href(f"{stem}.{kind}", **changes)) for kind in FORMATS]


def series(readings: Sequence[ProgressReading]) -> Table:
    """Values and printed statuses up to the as-of year, of one city or of one point in several."""
    first = readings[0]
    what = first.view.kpi if len(first.points) == 1 and first.view.kpi else first.scope.key
    columns = (
        *_city_columns(),
        *_point_columns(),
        *_source_columns(),
        Column("year", _("Year"), _("year"), _("Year the value describes")),
        Column(
            "value", _("Value"), "", _("In the unit of the row; empty where a status is printed")
        ),
        Column("status", _("Status"), "", _("What the source prints")),
        Column("used", _("Used"), "", _("False where a newer submission gives the same year")),
        Column("as_of", _("As of"), _("year"), _("Year the page judges by")),
        Column("origin", _("Origin"), "", _("File or address the value was read from")),
        Column("page", _("Page")),
        Column("source_url", _("Address of the source")),
        Column("note", _("Note")),
    )
    return Table(
        f"progress-{first.city.id}-{what}",
        _("%(city)s: values over time, %(scope)s", city=first.city.name, scope=first.scope.short),
        columns,
        list(_values(readings)),
        provenance(first.store, first.view.href(first.path)),
    )


def trends(reading: ProgressReading) -> Table:
    """Level and trend: a row for each series, and one for each point without any."""
    columns = (
        *_city_columns(),
        Column("scope", _("Set of points")),
        Column("group", _("Target"), "", _("Target of the goal, where the set is one")),
        Column("group_name", _("Group")),
        Column("mapping", _("Mapping"), "", _("What the link from goal to point rests on")),
        *_point_columns(),
        Column("direction", _("Direction"), "", _("Which way is better")),
        Column("target_low", _("Target from"), "", _("In the unit of the row")),
        Column("target_high", _("Target to"), "", _("In the unit of the row")),
        Column("worst", _("Worst"), "", _("Value that scores 0")),
        Column("as_of", _("As of"), _("year"), _("Year the page judges by")),
        Column("since", _("Since"), _("year"), _("First year a trend may use")),
        Column("window_years", _("Window"), _("years"), _("Age up to which a value counts")),
        Column("counts_as", _("Counts as"), "", _("Word of the point in the tally")),
        Column("leads", _("Leads"), "", _("True for the series that the point goes by")),
        *_source_columns(),
        *judged_columns(),
    )
    return Table(
        f"progress-trends-{reading.city.id}-{reading.scope.key}",
        _(
            "%(city)s: level and trends, %(scope)s",
            city=reading.city.name,
            scope=reading.scope.short,
        ),
        columns,
        list(_judged(reading)),
        provenance(reading.store, reading.view.href(reading.path)),
    )


def _city_columns() -> tuple[Column, ...]:
    return Column("city_id", _("City key")), Column("city", _("City"))


def _point_columns() -> tuple[Column, ...]:
    return (
        Column("point_key", _("Point key")),
        Column("point", _("Data point")),
        Column("unit", _("Unit"), "", _("Of the values in this row")),
    )


def _source_columns() -> tuple[Column, ...]:
    return (
        Column("kind", _("Kind of source")),
        Column("publication", _("Publication"), "", _("Of the newest value")),
    )


def _values(readings: Sequence[ProgressReading]) -> Iterator[Row]:
    for reading in readings:
        points = {p.point.key: p.point for p in reading.points}
        for row in reading.rows:
            if row.year > reading.as_of:
                continue
            point = points[row.point_key]
            yield (
                reading.city.id, reading.city.name, point.key, point.name, point.unit, row.kind,
                row.publication, row.year, row.value, row.status, row.used, reading.as_of,
                row.origin, row.page, row.source_url, row.note,
            )  # fmt: skip


def _judged(reading: ProgressReading) -> Iterator[Row]:
    scope = reading.scope
    group = {key: g for g in scope.groups for key in g.points}
    keys = [column.key for column in judged_columns()]
    for p in reading.points:
        point, own = p.point, group[p.point.key]
        head = (
            reading.city.id, reading.city.name, scope.key, own.code, own.name,
            scope.mapping.get(point.key), point.key, point.name, point.unit, point.direction,
            point.target_low, point.target_high, point.worst, reading.as_of, reading.since,
            reading.window, p.status,
        )  # fmt: skip
        if not p.series:
            yield (*head, None, None, None, *[None] * len(keys))
        for i, row in enumerate(p.series):
            yield (*head, i == 0, row.kind, row.publication, *_cells(row, keys))


def _cells(row: TrendRow, keys: Sequence[str]) -> Iterator[object]:
    return (getattr(row, key) for key in keys)
