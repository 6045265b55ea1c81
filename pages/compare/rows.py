"""The rows behind a comparison as files: every column with its heading, unit and meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from components.words.i18n import _
from data.provenance import provenance
from data.rows import PointRow
from exports.table import Column, Table
from pages.compare.reading import CompareReading
from pages.compare.shared import Compared, Pair, value_of

Row = tuple[Any, ...]


def gaps(reading: CompareReading) -> Table:
    """A row for each shared point; of two cities the leader first, with the gap."""
    found = _pair(reading)
    if len(reading.cities) > 2:
        title = _("Points that two or more of the cities share")
        last: tuple[Column, ...] = (
            Column("spread", _("Spread"), _("points of progress"), _("Highest less lowest")),
        )
        rows: Iterable[Row] = (
            (*_point(r.points[0]), *_target(r.points[0]), *_values(r.points), round(r.spread, 9))
            for r in reading.rows
        )
        cities: Sequence[Compared] = reading.cities
    else:
        title = _("Points that the two cities share")
        last = (
            Column("ahead", _("Ahead"), "", _("City closer to the target; empty where level")),
            Column("gap", _("Gap"), _("points of progress"), _("First city less second city")),
        )
        names = (found.behind.name, "", found.ahead.name)
        rows = (
            (
                *_point(p.first),
                *_target(p.first),
                *_values((p.first, p.second)),
                names[(p.gap > 0) - (p.gap < 0) + 1],
                round(p.gap, 9),
            )
            for p in found.points
        )
        cities = (found.ahead, found.behind)
    columns = (*_point_columns(), *_target_columns(), *_city_columns(cities), *last)
    return _table(reading, "gaps", title, columns, rows)


def contributions(reading: CompareReading) -> Table:
    """The waterfall of the first two cities: start, shared points, end, what lies beyond."""
    found = _pair(reading)
    columns = (
        Column(
            "row", _("Row"), "", _("start, point, end, or available for only one of the cities")
        ),
        Column("city", _("City"), "", _("City whose score the row gives")),
        *_point_columns(),
        *(
            Column(f"{c.id}_score", _("Score of %(city)s", city=c.name), _("0 to 100"))
            for c in (found.ahead, found.behind)
        ),
        Column("weight", _("Weight"), _("share of 1"), _("Weight among the shared points")),
        Column("contribution", _("Contribution"), _("points of the score"), _("Exact")),
        Column(
            "printed", _("As printed"), _("points of the score"), _("Rounded so that all add up")
        ),
    )
    title = _("From the score of %(b)s to that of %(a)s", a=found.ahead.name, b=found.behind.name)
    rows = _bridge(reading, found) if found.enough else ()
    return _table(reading, "contributions", title, columns, rows)


def values(reading: CompareReading) -> Table:
    """A row for each city and point with a value or a printed status."""
    columns = (
        Column("city_id", _("City key")),
        Column("city", _("City")),
        Column("as_of", _("As of"), _("year"), _("Round of the city")),
        *_point_columns(),
        *_target_columns(),
        Column("value", _("Value"), "", _("In the unit of the row")),
        Column("year", _("Year"), _("year"), _("Year the value describes")),
        Column("status", _("Status"), "", _("What the report prints")),
        Column("progress", _("Progress"), _("0 to 100"), _("100 is the target")),
        Column("band", _("Band"), _("1 to 4"), _("Points of U4SSC’s rule")),
        Column("note", _("Note")),
        Column("publication", _("Publication")),
        Column("page", _("Page")),
        Column("source_url", _("Address of the source")),
    )
    rows = (row for city in reading.cities for row in _values_of(reading, city))
    return _table(reading, "values", _("All values of the cities compared"), columns, rows)


TABLES: Mapping[str, Callable[[CompareReading], Table]] = {
    "gaps": gaps,
    "contributions": contributions,
    "values": values,
}


def _pair(reading: CompareReading) -> Pair:
    if reading.found is None:
        raise ValueError("a comparison needs two cities with a report")
    return reading.found


def _table(
    reading: CompareReading, what: str, title: str, columns: Sequence[Column], rows: Iterable[Row]
) -> Table:
    name = f"compare-{'-'.join(c.id for c in reading.cities)}-{what}"
    origin = provenance(reading.store, reading.href(*reading.view.cities), reading.source_line)
    return Table(name, title, columns, rows, origin)


def _bridge(reading: CompareReading, found: Pair) -> Iterator[Row]:
    score, empty = reading.view.score, (None,) * 10
    yield "start", found.behind.name, *empty, found.start
    for p in sorted(found.points, key=lambda p: -p.step):
        scores = (value_of(p.first, score), value_of(p.second, score))
        yield "point", None, *_point(p.first), *scores, p.weight, p.contribution, p.step
    yield "end", found.ahead.name, *empty, found.end
    if found.beyond is not None:
        yield "available for only one", None, *empty, found.beyond


def _values_of(reading: CompareReading, city: Compared) -> Iterator[Row]:
    for p, origin in zip(city.card.points, city.card.origins, strict=True):
        if origin is None or (reading.kept is not None and p.key not in reading.kept):
            continue
        head = (city.id, city.name, city.report.as_of, *_point(p), *_target(p))
        own = (p.value, p.year, p.status, p.progress, p.band, p.note)
        yield *head, *own, origin.publication, p.page, origin.source_url


def _point_columns() -> tuple[Column, ...]:
    return (
        Column("point_key", _("Key of the data point")),
        Column("point", _("Data point")),
        Column("unit", _("Unit"), "", _("Unit of values and targets")),
        Column("kpi_code", _("KPI code"), "", _("As U4SSC numbers it")),
        Column("category", _("Category")),
        Column("dimension", _("Dimension")),
    )


def _target_columns() -> tuple[Column, ...]:
    unit = _("unit of the row")
    return (
        Column("direction", _("Direction"), "", _("Whether more or less is better")),
        Column("target_low", _("Target from"), unit, _("100 on the scale of progress")),
        Column("target_high", _("Target to"), unit, _("Upper end where the target is a range")),
        Column("worst", _("Worst"), unit, _("0 on the scale of progress")),
        Column("target_confidence", _("Confidence in the target")),
    )


def _city_columns(cities: Sequence[Compared]) -> Iterator[Column]:
    for c in cities:
        name = {"city": c.name}
        yield Column(f"{c.id}_value", _("%(city)s: value", **name), _("unit of the row"))
        yield Column(f"{c.id}_year", _("%(city)s: year", **name), _("year"))
        yield Column(f"{c.id}_progress", _("%(city)s: progress", **name), _("0 to 100"))
        yield Column(f"{c.id}_band", _("%(city)s: band", **name), _("1 to 4"))


def _point(p: PointRow) -> Row:
    return p.key, p.name, p.unit, p.kpi_code, p.category, p.dimension


def _target(p: PointRow) -> Row:
    return p.direction, p.target_low, p.target_high, p.worst, p.confidence


def _values(points: Iterable[PointRow]) -> Row:
    return tuple(cell for p in points for cell in (p.value, p.year, p.progress, p.band))
