"""Where a city stands in a year: windows, two kinds of source, printed statuses, played years."""

from __future__ import annotations

from typing import Any

import pytest

from data.queries.map import MapCity, MapValue
from pages.map.frames import Standing, frames, stops, year_counts
from pages.map.measure import Measure
from pages.map.notes import held_text
from pages.map.words import finding

WINDOW = 5


def city(name: str, region: str = "Northern Europe", x: float | None = 1.0) -> MapCity:
    return MapCity(name, name, "Somewhere", region, 100_000, 1.0, 1.0, x, x)


def row(name: str, year: int, value: float | None = 1.0, **more: Any) -> MapValue:
    other = more.pop("other", False)
    status = more.pop("status", "reported")
    band = more.pop("band", 3 if value is not None else None)
    return MapValue(
        name, other, year, value, status, 70.0, band, "Report", None, None, None, None, None, None
    )


def standing(rows: list[MapValue], year: int) -> Standing:
    ordered = sorted(rows, key=lambda r: r.year)
    (frame,) = frames([city("a")], ordered, [year], WINDOW)
    return frame.standings[0]


def drawn(rows: list[MapValue], year: int) -> tuple[str, int | None, bool | None]:
    found = standing(rows, year)
    return found.state, found.row and found.row.year, found.row and found.row.other


@pytest.mark.parametrize(
    ("rows", "year", "expected"),
    [
        ([], 2020, ("none", None, None)),
        ([row("a", 2021)], 2020, ("none", None, None)),  # never from the future
        ([row("a", 2015)], 2020, ("held", 2015, False)),  # the window's oldest year counts
        ([row("a", 2014)], 2020, ("older", 2014, False)),
        ([row("a", 2018), row("a", 2020)], 2019, ("held", 2018, False)),
        # Both kinds inside the window: the report is drawn, however much older.
        ([row("a", 2016), row("a", 2020, other=True)], 2020, ("held", 2016, False)),
        # A report outside gives way to other statistics inside.
        ([row("a", 2010), row("a", 2020, other=True)], 2020, ("held", 2020, True)),
        # Of two old values the newer.
        ([row("a", 2008), row("a", 2010, other=True)], 2020, ("older", 2010, True)),
        # A printed status empties the older value of a report ...
        (
            [row("a", 2018), row("a", 2020, None, status="not_reported")],
            2020,
            ("status", 2020, False),
        ),
        # ... and gives way to other statistics.
        (
            [row("a", 2019, other=True), row("a", 2020, None, status="not_reported")],
            2020,
            ("held", 2019, True),
        ),
        ([row("a", 2010, None, status="not_reported")], 2020, ("none", None, None)),
    ],
)
def test_what_is_drawn(
    rows: list[MapValue], year: int, expected: tuple[str, int | None, bool | None]
) -> None:
    assert drawn(rows, year) == expected


def test_the_other_kind_is_named_beside_the_drawn_one() -> None:
    found = standing([row("a", 2016), row("a", 2020, other=True)], 2020)
    assert found.also is not None
    assert (found.also.year, found.also.other) == (2020, True)


def test_frames_of_many_years_are_those_of_each_alone() -> None:
    rows = [row(name, year) for year in range(2000, 2021, 3) for name in ("a", "b", "c")]
    cities = [city(name) for name in "abc"]
    together = list(frames(cities, rows, range(1999, 2022), WINDOW))
    alone = [f for year in range(1999, 2022) for f in frames(cities, rows, [year], WINDOW)]
    assert together == alone


def test_the_timeline_stops_where_three_cities_hold_a_value() -> None:
    rows = [row(name, 2020) for name in "abc"] + [row("a", 2021), row("a", 2019, None)]
    counts = year_counts(rows)
    assert counts == {2020: 3, 2021: 1}
    assert stops(counts) == (2020,)
    assert stops({2021: 1}) == (2021,)
    assert stops({}) == ()


POINT = Measure("point", "p", "Measure", "Where", "number", True)


def words(bands: list[tuple[str, str, int]]) -> tuple[str, str]:
    cities = [city(name, region) for name, region, _band in bands]
    score = {1: 20.0, 2: 50.0, 3: 70.0, 4: 97.0}
    rows = [row(name, 2020, score[band], band=band) for name, _region, band in bands]
    (frame,) = frames(cities, rows, [2020], WINDOW)
    return finding(POINT, frame, False), held_text(POINT, frame, False)[0]


NORTH, SOUTH = "Northern Europe", "Southern Europe"


@pytest.mark.parametrize(
    ("bands", "sentence"),
    [
        # Three of four in the lowest band stand in the south, where half of all cities stand.
        (
            [("a", SOUTH, 2), ("b", SOUTH, 2), ("c", SOUTH, 2), ("d", NORTH, 2), ("e", NORTH, 4),
             ("f", NORTH, 4), ("g", SOUTH, 4), ("h", NORTH, 3)],
            "Measure: 3 of 8 cities are at or close to target; "
            "3 of the 4 that are under way are in Southern Europe",
        ),
        # All cities stand in the south: that a band does too says nothing.
        ([(name, SOUTH, band) for name, band in zip("abcdef", (2, 2, 2, 4, 4, 3), strict=True)],
         "Measure: 2 of 6 cities are at or close to target"),
        # Two cities are too few to speak of.
        ([("a", SOUTH, 1), ("b", SOUTH, 1), ("c", NORTH, 3), ("d", NORTH, 3), ("e", NORTH, 3)],
         "Measure: none of 5 cities is at or close to target; 3 are well on the way"),
        ([("a", SOUTH, 4), ("b", NORTH, 4)], "Measure: all 2 cities are at or close to target"),
        ([("a", SOUTH, 4)], "Measure: only a has enough data points for a score, 97"),
    ],
)  # fmt: skip
def test_the_finding_says_no_more_than_is_there(
    bands: list[tuple[str, str, int]], sentence: str
) -> None:
    assert words(bands)[0] == sentence


def test_what_is_held_counts_each_city_once() -> None:
    cities = [city(name) for name in "abcde"]
    rows = [
        row("a", 2020),
        row("b", 2018, other=True),
        row("c", 2010),
        row("d", 2020, None, status="not_reported"),
    ]
    (frame,) = frames(cities, sorted(rows, key=lambda r: r.year), [2020], WINDOW)
    lead, rest = held_text(POINT, frame, False)
    assert lead == (
        "2 of 5 cities have a value, 2018–2020: 1 from U4SSC reports, 1 from other statistics."
    )
    assert rest == (
        "1 more has only an older value, drawn faded. 1 report prints “not reported”. "
        "1 has no value."
    )
