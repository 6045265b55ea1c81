"""What the browser draws the map from: cities, values, years and words as compact JSON.

All years of the measure go along, so that a step of the timeline asks nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.numbers import MAP_TIMELINE_N
from components.charts.kit.glyphs import STATUS_MARKS
from components.charts.map.place import EUROPE, HEIGHT, WIDTH, WORLD, Box, around, opening, radius
from components.view import View
from components.words.catalogue import people
from components.words.i18n import _
from components.words.values import status_text
from data.queries.map import MapCity, MapValue
from pages.map import notes
from pages.map import words as say
from pages.map.frames import Frame
from pages.map.measure import Measure
from pages.map.reading import Subject


def payload(view: View, subject: Subject, land: str) -> dict[str, Any]:
    """The JSON of a page. Rows and cities are named by their place in their list.

    rows: value in words, year, band or 0, status, 1 for other statistics, source, page, order (best
    first), note or points held. frames: by year, the oldest year that counts, for each city the row
    that is drawn (-1 none) and, by city, the row of the other kind of source.
    """
    synthetic = view.data == "example"
    numbers = {id(row): i for i, row in enumerate(subject.values)}
    sources = sorted({_source(row) for row in subject.values})
    source_of = {source: i for i, source in enumerate(sources)}
    order = _order(subject.measure, subject.values)
    chosen = set(view.cities)
    return {
        "land": land,
        "size": (WIDTH, HEIGHT),
        "boxes": _boxes(subject),
        "at": view.at,
        "year": subject.year,
        "default": subject.default,
        "cities": [_city(c, c.id in chosen) for c in subject.cities],
        "rows": [
            [
                say.shown(subject.measure, row), row.year, row.band or 0,
                "" if row.value is not None else row.status, int(row.other),
                source_of[_source(row)], row.page or "", order[i], _behind(row),
            ]
            for i, row in enumerate(subject.values)
        ],
        "sources": sources,
        "frames": {year: _frame(frame, numbers) for year, frame in subject.frames.items()},
        "said": {
            year: [
                say.finding(subject.measure, frame, synthetic),
                *notes.held_text(subject.measure, frame, synthetic),
                notes.window_text(frame),
            ]
            for year, frame in subject.frames.items()
        },
        "bands": notes.band_words(subject.measure) if subject.measure.scored else {},
        "marks": {status: [symbol, status_text(status)] for status, symbol in STATUS_MARKS.items()},
        "words": _words(subject.measure),
    }  # fmt: skip


def _source(row: MapValue) -> tuple[str, str]:
    return (row.origin or row.publication) if row.other else row.publication, row.source_url or ""


def _behind(row: MapValue) -> str | tuple[int, int]:
    """A note, or how many points of an aggregate are held, of how many."""
    if row.n_scored is None or row.n_scoreable is None:
        return row.note or ""
    return row.n_scored, row.n_scoreable


def _city(city: MapCity, chosen: bool) -> list[Any]:
    where = (
        [None, None] if city.x is None or city.y is None else [round(city.x, 1), round(city.y, 1)]
    )
    size = people(city.population) if city.population else _("population unknown")
    return [
        city.id,
        city.name,
        city.country,
        *where,
        round(radius(city.population), 1),
        size,
        int(chosen),
    ]


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


def first_view(subject: Subject) -> Box:
    """What the map opens on: where the cities are that ever held a value.

    Too few of them say nothing of where they are: then with the others round them.
    """
    valued = {row.city_id for row in subject.values if row.value is not None}
    own = placed([c for c in subject.cities if c.id in valued])
    if len(own) >= MAP_TIMELINE_N:
        return opening(own)
    left, top, right, bottom = opening(placed(subject.cities))
    return around([(left, top), (right, bottom), *own])


def _boxes(subject: Subject) -> dict[str, Box]:
    """Views a reader may choose by name."""
    places = placed(subject.cities)
    found = {"first": first_view(subject), "all": around(places), "world": WORLD}
    near = [place for place in places if EUROPE.holds(*place)]
    return {**found, "europe": around(near)} if near else found


def _words(measure: Measure) -> dict[str, str]:
    """Words that the browser puts together."""
    return {
        "band": _("Band {band}, {words}"),
        "values": _("Highest first"),
        "older": _("Older than the window, faded"),
        "nowhere": _("No place on the map known"),
        "elsewhere": _("Outside this view"),
        "inView": _("{n} of {all} cities in view"),
        "allInView": _("All {all} cities in view"),
        "more": _("{n} more: zoom in to list them"),
        "cluster": _("{n} cities: {names}. Zoom in"),
        "andMore": _("and {n} more"),
        "report": _("U4SSC"),
        "also": _("Also held: {value} ({year}), {source}"),
        "page": _("p. {page}"),
        "score": _("of 100") if measure.point is None else "",
        "noValue": _("no value held here"),
        "bandOf": _("band {band} of 4"),
        "faded": _("older than the window: counts in nothing"),
        "play": _("Play through the years"),
        "stop": _("Stop"),
        "zoomHint": _("Hold Ctrl to zoom with the wheel"),
        "notMade": _("The land could not be loaded. The cities are drawn without it."),
        "nobody": _("No city in view. Zoom out or move the map."),
        "held": _("{n} of {m} points held"),
        "close": _("Close"),
        "city": _("City page"),
        "benchmark": _("All cities on one scale"),
    }
