"""The sentences of a benchmark, case by case."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pages.benchmark import words as say
from pages.benchmark.lanes import Lane
from pages.benchmark.notes import notes

POINT = SimpleNamespace(
    name="Unemployment", unit="%", scored=True, direction="lower_is_better", target_low=3.0,
    target_high=3.0, worst=20.0,
)  # fmt: skip
YES_NO = SimpleNamespace(**{**vars(POINT), "unit": "yes/no"})
PLAIN = SimpleNamespace(**{**vars(POINT), "scored": False})


def row(city, value, band=None, year=2020, progress=None):
    return SimpleNamespace(
        city=city, city_id=city.lower(), value=value, band=band, year=year, status="reported",
        progress=progress if progress is not None else (band or 0) * 25.0,
    )  # fmt: skip


def lane(*inside, other=False, older=(), printed=(), own_rounds=True):
    return Lane(other, 2022, 2017, own_rounds, tuple(inside), tuple(older), tuple(printed))


TWO = (row("Oslo", 2.0, 4), row("Rome", 9.0, 2))
OTHERS = lane(*TWO, row("Bonn", 3.0, 4), other=True)


@pytest.mark.parametrize(
    ("point", "lanes", "sentence"),
    [
        (POINT, [lane()], "Unemployment: no city has a value yet"),
        (
            POINT,
            [lane(older=TWO)],
            "Unemployment: all available values are too old to count",
        ),
        (POINT, [lane(TWO[1])], "Unemployment: only Rome has a value, 9 %"),
        (POINT, [lane(*TWO)], "Unemployment: 1 of 2 reporting cities meets the target"),
        (
            POINT,
            [lane(*TWO), OTHERS],
            "Unemployment: 1 of 2 reporting cities meets the target; 2 of 3 in other statistics",
        ),
        (POINT, [OTHERS], "Unemployment: 2 of 3 cities in other statistics meet the target"),
        (YES_NO, [lane(*TWO)], "Unemployment: 1 of 2 reporting cities has it"),
        (PLAIN, [lane(*TWO)], "Unemployment: from 2 % to 9 % in 2 reporting cities"),
    ],
)
def test_finding(point, lanes, sentence):
    assert say.finding(point, lanes, example=False).replace("\u00a0", " ") == sentence


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (lane(TWO[0]), ""),
        (lane(*TWO), "Oslo (2 %) leads, Rome (9 %) follows."),
        (lane(*(row(c, 2.0, 4) for c in "ABCDE")), "All have the same score."),
        (
            lane(*(row(c, 2.0, 4) for c in "ABCDE"), row("Rome", 9.0, 2)),
            "5 cities share the lead, at or past the target.",
        ),
    ],
)
def test_leading(found, sentence):
    assert say.leading(POINT, found).replace("\u00a0", " ") == sentence


def test_a_standing_says_where_the_next_band_begins():
    words = say.standing(POINT, TWO[1]).replace("\u00a0", " ")
    assert words == "9 % (2020), under way; “well on the way” begins at 8.78 %."
    assert say.standing(POINT, TWO[0]).replace("\u00a0", " ") == "2 % (2020), meets the target."
    assert say.standing(YES_NO, row("Rome", 0.0, 1)).endswith("not in place yet.")


def test_notes_name_what_is_few_old_printed_and_far_apart():
    printed = SimpleNamespace(city="Bern", status="not_reported")
    apart = lane(row("A", 1.0, 4, 2017), row("B", 2.0, 4, 2022), older=TWO, printed=[printed])
    found = dict(notes(POINT, [apart], example=False))
    assert found == {
        "Years": "U4SSC reports: each city’s newest round, 2017 or later.",
        "Small numbers": "U4SSC reports: 2 cities; a median needs 5.",
        "Faded": "U4SSC reports: 2 cities have no value after 2016. Their older ones are shown, "
        "not counted.",
        "Without a value": "Bern (not reported).",
        "Years apart": "U4SSC reports: values from 2017 to 2022 are shown together.",
    }
    both = dict(notes(POINT, [lane(*TWO), OTHERS], example=False))
    assert both["In both lanes"].startswith("Oslo and Rome: a report and other statistics")


def test_a_lane_says_how_many_cities_of_which_years():
    assert say.lane_about(lane(*TWO)) == "2 cities, 2020"
    assert say.lane_about(lane(*TWO, older=TWO)) == "2 cities, 2020; 2 older, faded"
    assert say.lane_about(lane(older=TWO[:1])) == "1 older value, faded"
