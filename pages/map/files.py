"""Files of the map: the values behind it as CSV, the drawing as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask import Blueprint, Response, abort, request

from components.charts.map.geodata import land
from components.charts.map.place import Spot, fitted, radius
from components.charts.map.svg import ACROSS, DOWN, Dot, map_svg
from components.view import View
from components.web.attachments import attachment, csv_file, data_set, store_of
from components.words.i18n import _
from data import queries
from data.store import Snapshot
from pages.map import notes
from pages.map import words as say
from pages.map.data import first_view
from pages.map.frames import Standing
from pages.map.legend import legend, told_apart
from pages.map.reading import Subject, chosen_measure, read_subject

map_files = Blueprint("map_files", __name__)

COLUMNS = (
    "data_set", "measure", "level", "name", "unit", "as_of", "window_from", "city", "city_id",
    "country", "un_region", "population", "latitude", "longitude", "year", "counts", "value",
    "status", "progress_score", "band", "points_held", "points_scoreable", "source_kind",
    "publication", "origin", "page", "source_url", "also_value", "also_year", "also_publication",
    "data_version",
)  # fmt: skip
_MARGIN = 44.0
"""Pixels between the outermost cities and the frame of the file."""


@map_files.get("/map.csv")
def values() -> Response:
    """Every city of the map in its year, held or not.

    ``counts`` is yes inside the window, no for what is drawn faded, empty without a value.
    """
    view, store, subject = _asked()
    return csv_file(view, store, _name(subject), COLUMNS, _rows(view, store, subject))


@map_files.get("/map.svg")
def drawing() -> Response:
    """The map of the view's year, centre and zoom; 503 where its land has not been drawn."""
    view, store, subject = _asked()
    ground, frame = land(), subject.frame
    if ground is None:
        abort(503)
    if frame is None:
        abort(404)
    synthetic = view.data == "example"
    spot = fitted(first_view(subject), ACROSS, DOWN, _MARGIN)
    if view.at:
        spot = Spot(view.at[0], view.at[1], max(1.0, view.at[2]))
    rings = told_apart(subject)
    standings = sorted(frame.standings, key=lambda s: _priority(s, view.cities))
    name = subject.measure.name
    unit = f", {subject.measure.unit}" if subject.measure.unit else ""
    lead, rest = notes.held_text(subject.measure, frame, synthetic)
    svg = map_svg(
        ground,
        [dot for s in standings if (dot := _dot(s, rings))],
        spot,
        say.finding(subject.measure, frame, synthetic),
        _("%(name)s%(unit)s, as of %(year)s. %(held)s", name=name, unit=unit, year=frame.year,
          held=lead),
        legend(subject),
        [
            rest,
            notes.source_line(view, queries.build(store), subject),
            f"{notes.credit()} {notes.disclaimer()}",
        ],
    )  # fmt: skip
    return attachment(view, store, f"{_name(subject)}.svg", str(svg), "image/svg+xml")


def _asked() -> tuple[View, Snapshot, Subject]:
    """View, data set and measure of the address; 404 without such, 503 without a store."""
    view = View.from_query(request.args)
    store = store_of(view)
    measure = chosen_measure(store, view)
    if measure is None:
        abort(404)
    return view, store, read_subject(store, view, measure)


def _rows(view: View, store: Snapshot, subject: Subject) -> Iterator[Sequence[object]]:
    frame, measure = subject.frame, subject.measure
    if frame is None:
        return
    version = queries.build(store).version
    for city, state, row, also in frame.standings:
        kind = "" if row is None else "other_statistics" if row.other else "report"
        counts = {"held": "yes", "older": "no"}.get(state, "")
        where = (
            data_set(view), measure.key, measure.level, measure.name, measure.unit, frame.year,
            frame.first, city.name, city.id, city.country, city.un_region, city.population,
            city.latitude, city.longitude,
        )  # fmt: skip
        if row is None:
            yield (*where, "", "", "", "not_held", *[""] * 12, version)
            continue
        beside = (also.value, also.year, also.publication) if also else ("", "", "")
        yield (
            *where, row.year, counts, row.value, row.status, row.progress, row.band, row.n_scored,
            row.n_scoreable, kind, row.publication, row.origin, row.page, row.source_url, *beside,
            version,
        )  # fmt: skip


def _priority(standing: Standing, chosen: Sequence[str]) -> tuple[bool, bool, bool, int]:
    """Whose name is written first: the reader's cities, values, reports, the largest."""
    row = standing.row
    return (
        standing.city.id not in chosen,
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


def _name(subject: Subject) -> str:
    return f"map-{subject.measure.key}-{subject.year or 'no-value'}"
