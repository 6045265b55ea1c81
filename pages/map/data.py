"""What the browser draws the map from: cities, values, years and words as compact JSON.

All years of the measure go along, so that a step of the timeline asks nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.numbers import MAP_TIMELINE_N
from components.charts.kit.glyphs import STATUS_MARKS
from components.charts.map.geodata import land_href
from components.charts.map.place import EUROPE, HEIGHT, WIDTH, WORLD, Box, around, opening, radius
from components.view import View
from components.words.catalogue import people
from components.words.i18n import _
from components.words.values import status_text, target_parts
from data.queries.map import MapCity, MapValue
from pages.map import notes
from pages.map import words as say
from pages.map.frames import Frame
from pages.map.measure import Measure
from pages.map.reading import MapReading


def payload(reading: MapReading) -> dict[str, Any]:
    """The JSON of a page. Rows and cities are named by their place in their list.

    rows: value in words, year, band or 0, status, 1 for other statistics, source, page, order (best
    first), note or points available. frames: by year, the oldest year that counts, for each city the row
    that is drawn (-1 none) and, by city, the row of the other kind of source. said: by year, what
    ``sentences`` gives. A measure without any value gives ``silent``, its sentences, alone.
    """
    if reading.frame is None:
        return {"silent": sentences(reading, None)}
    numbers = {id(row): i for i, row in enumerate(reading.values)}
    sources = sorted({_source(row) for row in reading.values})
    source_of = {source: i for i, source in enumerate(sources)}
    order = _order(reading.measure, reading.values)
    return {
        "land": land_href() or "",
        "size": (WIDTH, HEIGHT),
        "boxes": _boxes(reading),
        "at": reading.view.at,
        "default": reading.default,
        "rings": reading.mixed,
        "cities": [_city(c, c.id in reading.view.cities) for c in reading.cities],
        "rows": [
            [
                say.shown(reading.measure, row), row.year, row.band or 0,
                "" if row.value is not None else row.status, int(row.other),
                source_of[_source(row)], row.page or "", order[i], _behind(row),
            ]
            for i, row in enumerate(reading.values)
        ],
        "sources": sources,
        "frames": {year: _frame(frame, numbers) for year, frame in reading.frames.items()},
        "said": {year: sentences(reading, frame) for year, frame in reading.frames.items()},
        "bands": notes.band_words(reading.measure) if reading.measure.scored else {},
        "marks": {status: [symbol, status_text(status)] for status, symbol in STATUS_MARKS.items()},
        "links": _links(reading),
        "words": _words(reading.measure),
    }  # fmt: skip


def sentences(reading: MapReading, frame: Frame | None) -> list[str]:
    """What the page says of a year: finding, how many have a value, of the others, year, window."""
    finding = say.finding(reading.measure, frame, reading.example)
    if frame is None:
        return [finding, "", "", "", ""]
    return [
        finding,
        *notes.held_text(reading.measure, frame, reading.example),
        _("as of %(year)s", year=frame.year),
        notes.years_text(reading, frame),
    ]


def _source(row: MapValue) -> tuple[str, str]:
    return (row.origin or row.publication) if row.other else row.publication, row.source_url or ""


def _behind(row: MapValue) -> str:
    """A note, or how many points of an aggregate are available, of how many."""
    if row.n_scored is None or row.n_scoreable is None:
        return row.note or ""
    return _("%(n)s of %(m)s data points available", n=row.n_scored, m=row.n_scoreable)


def _city(city: MapCity, marked: bool) -> list[Any]:
    where = (
        [None, None] if city.x is None or city.y is None else [round(city.x, 1), round(city.y, 1)]
    )
    size = people(city.population) if city.population else _("population unknown")
    of_mark = round(radius(city.population), 1)
    return [city.id, city.name, city.country, *where, of_mark, size, int(marked)]


def _frame(frame: Frame, numbers: dict[int, int]) -> list[Any]:
    drawn = [numbers[id(s.row)] if s.row else -1 for s in frame.standings]
    also = {i: numbers[id(s.also)] for i, s in enumerate(frame.standings) if s.also}
    return [frame.first, drawn, also]


def _order(measure: Measure, values: Sequence[MapValue]) -> list[int]:
    """Place of each row when the best, or without a target the highest, come first."""
    turn = -1 if measure.point and measure.point.direction == "lower_is_better" else 1

    def key(i: int) -> tuple[float, float, str]:
        row = values[i]
        return (-(row.progress or 0.0), -turn * (row.value or 0.0), row.city_id)

    places = sorted(range(len(values)), key=key)
    order = [0] * len(values)
    for place, i in enumerate(places):
        order[i] = place
    return order


def placed(cities: Sequence[MapCity]) -> list[tuple[float, float]]:
    """Places of the cities that have one."""
    return [(c.x, c.y) for c in cities if c.x is not None and c.y is not None]


def first_view(reading: MapReading) -> Box:
    """What the map opens on: where the cities are that ever had a value.

    Too few of them say nothing of where they are: then with the others round them.
    """
    valued = {row.city_id for row in reading.values if row.value is not None}
    own = placed([c for c in reading.cities if c.id in valued])
    if len(own) >= MAP_TIMELINE_N:
        return opening(own)
    left, top, right, bottom = opening(placed(reading.cities))
    return around([(left, top), (right, bottom), *own])


def _boxes(reading: MapReading) -> dict[str, Box]:
    """Views a reader may choose by name."""
    places = placed(reading.cities)
    found = {"first": first_view(reading), "all": around(places), "world": WORLD}
    near = [place for place in places if EUROPE.holds(*place)]
    return {**found, "europe": around(near)} if near else found


def _links(reading: MapReading) -> dict[str, str]:
    """Addresses of a city's page and of the source of its number, its id as ``~``; others."""
    keep, point = reading.view.elsewhere(), reading.measure.point
    found = {"city": keep.href("/city/~")}
    if point:
        found["source"] = keep.href(f"/city/~/source/{point.key}")
        found["benchmark"] = View(**{**vars(keep), "kpi": point.key}).href("/benchmark")
    return found


def _words(measure: Measure) -> dict[str, str]:
    """Words that the browser puts values into."""
    point = measure.point
    target = target_parts(point.target_low, point.target_high, point.unit) if point else ("", "")
    named = " ".join(part for part in target if part)
    return {
        "target": _("Target: %(value)s", value=named) if named else "",
        "band": _("Band {band}, {words}"),
        "values": _("Highest first"),
        "byName": _("By name"),
        "older": _("Older than the window, faded"),
        "nowhere": _("No known place on the map"),
        "elsewhere": _("Outside this view"),
        "inView": _("{n} of {all} cities in view"),
        "allInView": _("All {all} cities in view"),
        "found": _("{n} of {all} cities found"),
        "more": _("{n} more: zoom in to list them"),
        "cluster": _("{n} cities: {names}. Zoom in"),
        "andMore": _("and {n} more"),
        "report": _("U4SSC"),
        "also": _("Also available: {value} ({year}), {source}"),
        "page": _("p. {page}"),
        "score": _("of 100") if point is None else "",
        "noValue": _("no value available"),
        "bandOf": _("band {band} of 4: {words}"),
        "faded": _("older than the window: not counted"),
        "zoomHint": _("Hold Ctrl to zoom with the wheel"),
        "notMade": _("The land could not be loaded. The cities are drawn without it."),
        "nobody": _("No city in view. Zoom out or move the map."),
        "close": _("Close"),
        "city": _("City page"),
        "source": _("Where the number comes from"),
        "benchmark": _("All cities on one scale"),
        "mark": _("Mark this city"),
        "unmark": _("Remove the mark"),
        "choose": _("choose a data point"),
    }
