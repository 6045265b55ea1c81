"""Files of the map: the values behind it as a table, the drawing as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask import Blueprint, Response, abort, request

from components.charts.map.geodata import land
from components.charts.map.place import Spot, fitted, radius
from components.charts.map.svg import ACROSS, DOWN, Dot, map_svg
from components.view import View
from components.web.attachments import attachment, store_of
from components.web.send import send
from components.words.i18n import _
from data.provenance import provenance
from data.store import Snapshot
from exports.table import Column, Table
from pages.map import notes
from pages.map.data import first_view, sentences
from pages.map.frames import Standing
from pages.map.legend import legend
from pages.map.reading import PATH, MapReading, read_map

files = Blueprint("map", __name__)

_MARGIN = 44.0
"""Pixels between the outermost cities and the frame of the file."""


@files.get("/map.<extension>")
def values(extension: str) -> Response:
    """Every city of the map in its year, with a value or without."""
    store, reading = _asked()
    return send(table(store, reading), extension)


@files.get("/map.svg")
def drawing() -> Response:
    """The map of the view's year, centre and zoom; 503 where its land has not been drawn."""
    store, reading = _asked()
    view, ground, frame = reading.view, land(), reading.frame
    if ground is None:
        abort(503)
    if frame is None:
        abort(404)
    spot = fitted(first_view(reading), ACROSS, DOWN, _MARGIN)
    if view.at:
        spot = Spot(view.at[0], view.at[1], max(1.0, view.at[2]))
    standings = sorted(frame.standings, key=lambda s: _priority(s, view.cities))
    unit = f", {reading.measure.unit}" if reading.measure.unit else ""
    finding, lead, rest, _as_of, _window = sentences(reading, frame)
    svg = map_svg(
        ground,
        [dot for s in standings if (dot := _dot(s, reading.mixed))],
        spot,
        finding,
        _("%(name)s%(unit)s, as of %(year)s. %(lead)s", name=reading.measure.name, unit=unit,
          year=frame.year, lead=lead),
        legend(reading),
        [rest, notes.source_line(reading), f"{notes.credit()} {notes.disclaimer()}"],
    )  # fmt: skip
    return attachment(view, store, f"{_name(reading)}.svg", str(svg), "image/svg+xml")


def _asked() -> tuple[Snapshot, MapReading]:
    """Data set and measure of the address; 404 without such, 503 without a store."""
    view = View.from_query(request.args)
    store = store_of(view)
    reading = read_map(store, view)
    if reading is None:
        abort(404)
    return store, reading


def table(store: Snapshot, reading: MapReading) -> Table:
    """Every city with the value that the map draws of it, and the one it leaves out."""
    measure = reading.measure
    unit = measure.unit or "0–100"
    columns = (
        Column("measure", _("Key")),
        Column("level", _("Level"), "", _("point, category, dimension or overall")),
        Column("name", _("Measure")),
        Column("unit", _("Unit")),
        Column("as_of", _("As of")),
        Column("window_from", _("Counts from"), "", _("Oldest year whose values count")),
        Column("city", _("City")),
        Column("city_id", _("Key of the city")),
        Column("country", _("Country")),
        Column("un_region", _("UN region")),
        Column("population", _("Population")),
        Column("latitude", _("Latitude"), "°"),
        Column("longitude", _("Longitude"), "°"),
        Column("year", _("Year")),
        Column("counts", _("Counts"), "", _("no: older than the window; empty without a value")),
        Column("value", _("Value"), unit),
        Column("status", _("Status")),
        Column("progress_score", _("Progress score"), "0–100"),
        Column("band", _("Band"), "1–4"),
        Column("points_held", _("Data points available")),
        Column("points_scoreable", _("Data points that can be scored")),
        Column("source_kind", _("Kind of source"), "", _("report or other_statistics")),
        Column("publication", _("Publication")),
        Column("origin", _("Origin"), "", _("Who produced the number, where not the publisher")),
        Column("page", _("Page")),
        Column("source_url", _("Address")),
        Column("also_value", _("Value of the other kind of source"), unit),
        Column("also_year", _("Its year")),
        Column("also_publication", _("Its publication")),
    )
    address = reading.view.href(PATH)
    rows = list(_rows(reading))
    return Table(_name(reading), measure.name, columns, rows, provenance(store, address))


def _rows(reading: MapReading) -> Iterator[tuple[object, ...]]:
    frame, measure = reading.frame, reading.measure
    if frame is None:
        return
    for city, state, row, also in frame.standings:
        where = (
            measure.key, measure.level, measure.name, measure.unit, frame.year, frame.first,
            city.name, city.id, city.country, city.un_region, city.population, city.latitude,
            city.longitude,
        )  # fmt: skip
        if row is None:
            yield (*where, None, None, None, "not_held", *[None] * 12)
            continue
        kind = "other_statistics" if row.other else "report"
        counts = {"held": "yes", "older": "no"}.get(state)
        other = (also.value, also.year, also.publication) if also else (None, None, None)
        yield (
            *where, row.year, counts, row.value, row.status, row.progress, row.band, row.n_scored,
            row.n_scoreable, kind, row.publication, row.origin, row.page, row.source_url, *other,
        )  # fmt: skip


def _priority(standing: Standing, marked: Sequence[str]) -> tuple[bool, bool, bool, int]:
    """Whose name is written first: the reader's cities, values, reports, the largest."""
    row = standing.row
    return (
        standing.city.id not in marked,
        standing.state != "held",
        row is None or row.other,
        -(standing.city.population or 0),
    )


def _dot(standing: Standing, rings: bool) -> Dot | None:
    city, row = standing.city, standing.row
    if city.x is None or city.y is None:
        return None
    valued = row is not None and row.value is not None
    return Dot(
        city.x,
        city.y,
        radius(city.population),
        city.name,
        row.band if row else None,
        standing.status,
        faded=standing.state == "older",
        ring=rings and valued and row is not None and not row.other,
    )


def _name(reading: MapReading) -> str:
    return f"map-{reading.measure.key}-{reading.year or 'no-value'}"
