"""The sentences of a comparison, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from components.charts.radar.categories import Axis
from data.queries.compare import Card
from data.rows import CitySummary, PointRow, RollupRow, RoundRow
from pages.compare import chart_words, words
from pages.compare.shared import Compared, Pair, SharedPoint, SharedRow, pair

CATEGORIES = {"economy-water": "water", "economy-jobs": "jobs"}


def point(key: str, category: str, band: int | None) -> PointRow:
    given: dict[str, Any] = dict.fromkeys(PointRow._fields)
    given |= {
        "key": key, "name": key.title(), "category": category, "category_name": category,
        "kpi_code": key, "dimension": "economy", "position": 1, "scored": True, "unit": "%",
        "band": band, "progress": band and 25.0 * band, "value": band, "status": "reported",
    }  # fmt: skip
    return PointRow(**given)


def rollup(key: str, name: str) -> RollupRow:
    given: dict[str, Any] = dict.fromkeys(RollupRow._fields)
    given |= {"level": "category", "key": key, "short_name": name, "passes_gate": False}
    return RollupRow(**given)


def city(name: str, water: list[int | None], jobs: list[int | None], year: int = 2020) -> Compared:
    points = [point(f"water {i}", "economy-water", band) for i, band in enumerate(water)]
    points += [point(f"jobs {i}", "economy-jobs", band) for i, band in enumerate(jobs)]
    rollups = tuple(rollup(key, short) for key, short in CATEGORIES.items())
    summary: dict[str, Any] = dict.fromkeys(CitySummary._fields)
    report: dict[str, Any] = dict.fromkeys(RoundRow._fields)
    return Compared(
        CitySummary(**summary | {"id": name.lower(), "name": name}),
        "city-a",
        RoundRow(**report | {"as_of": year, "publication": f"Factsheet of {name}"}),
        Card(name.lower(), year, tuple(points), (None,) * len(points), rollups),
    )


def two(own: tuple[list[int | None], list[int | None]], other: Any) -> Pair:
    return pair(city("Aarau", *own), city("Bern", *other), "points")


AHEAD = two(([4, 4, 4], [1, 1, 1]), ([1, 1, 1], [2, 1, 1]))
ONLY = two(([4, 4, 4], [1, 1, 1]), ([1, 1, 1], [1, 1, 1]))
LEVEL = two(([2, 2, 2], [2, 2]), ([2, 2, 2], [2, 2]))
FEW = two(([4, 4], []), ([1, 1], []))
ONE = two(([4, None], []), ([1, 1], []))
NONE = two(([4, None], []), ([None, 1], []))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (AHEAD, "Aarau is ahead of Bern, mainly on water; Bern leads on jobs"),
        (ONLY, "Aarau is ahead of Bern, mainly on water"),
        (LEVEL, "Aarau and Bern are level on the points they share"),
        (FEW, "Aarau and Bern share 2 scored points: too few for a score gap"),
        (ONE, "Aarau and Bern share one scored point: too few for a score gap"),
        (NONE, "Aarau and Bern have no scored point in common"),
    ],
)
def test_the_headline_of_two(found: Pair, said: str) -> None:
    assert words.headline(found) == said


def test_two_cities_less_than_a_point_apart_are_nearly_level() -> None:
    near = AHEAD._replace(start=50.0, end=50.4)
    assert words.headline(near) == "Aarau and Bern are nearly level: 0.40 points apart"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (AHEAD, "Aarau is closer to target on 3 points, Bern on 1; 2 are level"),
        (ONLY, "Aarau is closer to target on 3 points, Bern on 0; 3 are level"),
        (LEVEL, "Level on every shared point"),
        (FEW, "Aarau is closer to target on 2 points, Bern on 0"),
    ],
)
def test_the_title_of_the_gaps(found: Pair, said: str) -> None:
    assert chart_words.gaps_title(found) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (AHEAD, "The reports have <b>6 scored points</b> of 6 in common."),
        (ONE, "The reports have <b>one scored point</b> of 2 in common."),
        (NONE, "Each report was read in part: a missing value says nothing about the city."),
    ],
)
def test_what_the_headline_rests_on(found: Pair, said: str) -> None:
    assert words.shared(found) == said


def test_the_share_of_the_largest_theme_is_said_only_where_it_is_a_part() -> None:
    assert words.share_of_lead(ONLY) == ""
    assert words.share_of_lead(LEVEL) == ""
    even = two(([4, 4, 4], [4, 4, 4]), ([1, 1, 1], [1, 1, 4]))
    assert words.share_of_lead(even) == "60 % of Aarau’s lead is water."


def test_the_title_of_the_waterfall_names_the_largest_theme() -> None:
    assert chart_words.bridge_title(AHEAD, "points") == (
        "Why Aarau is ahead: 33.3 points, 37.5 from water"
    )
    assert chart_words.bridge_title(LEVEL, "points").endswith("no gap on the shared points")


def test_where_each_city_leads_most() -> None:
    assert chart_words.extremes(AHEAD) == [
        "Aarau leads most on Water 0, by 75.0.",
        "Bern leads most on Jobs 0, by 25.0.",
    ]
    assert chart_words.extremes(LEVEL) == []


@pytest.mark.parametrize(
    ("years", "title", "warning"),
    [
        ((2020, 2020), "All reports are from the same year", False),
        ((2020, 2019), "The reports are one year apart", False),
        ((2020, 2017), "The reports are 3 years apart", False),
        ((2020, 2015), "The reports are 5 years apart: read the gaps with care", True),
    ],
)
def test_the_years_of_the_reports(years: tuple[int, int], title: str, warning: bool) -> None:
    cities = [city("Aarau", [1], [], year) for year in years]
    assert words.years_title(cities) == title
    assert bool(words.far_apart(cities)) is warning


def test_several_cities_are_not_ranked() -> None:
    cities = [city(name, [4], []) for name in ("Aarau", "Bern", "Chur")]
    far = SharedRow((point("no2", "c", 4), point("no2", "c", 1), point("no2", "c", None)))
    same = SharedRow((point("no2", "c", 4),) * 3)
    names = "Aarau, Bern and Chur"
    assert words.many_headline(cities, [far]) == f"{names} lie furthest apart on No2"
    assert words.many_headline(cities, [same]) == f"{names} are level on the points they share"
    assert words.many_headline(cities, []) == f"{names} have no scored point in common"
    assert "One scored point is available for all 3 cities" in words.many_shared(
        cities, [far, same]
    )


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["A"], "A makes no difference to the score gap."),
        (["A", "B"], "A and B make no difference to the score gap."),
        (["A", "B", "C", "D"], "4 points make no difference to the score gap."),
    ],
)
def test_points_without_a_bar(names: list[str], said: str) -> None:
    assert chart_words.nothing_added(names) == said


def test_what_a_chart_leaves_out_is_said() -> None:
    assert chart_words.left_out(4, 4) == ""
    assert "24 widest of 89" in chart_words.left_out(24, 89)
    assert chart_words.some(["A", "B"]) == "A and B"
    assert chart_words.some(["A", "B", "C", "D"]) == "A, B, C and 1 more"
    assert chart_words.without_radar([]) == ""
    assert chart_words.without_radar(["A"]) == "No radar for A: fewer than three scored categories."


def axis(name: str, score: float | None) -> Axis:
    return Axis(name, name, score, None, None, None, (), "", "", "")


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        (((90, 20), (40, 30)), "Furthest apart in Air: 50 points"),
        (((90, 20), (90, 20)), "Level in every category scored for more than one"),
        (((90, None), (None, 20)), "No category is scored for more than one of them"),
    ],
)
def test_the_title_of_a_profile(scores: Any, said: str) -> None:
    profiles = [[axis("Air", air), axis("Water", water)] for air, water in scores]
    assert chart_words.widest_category(profiles) == said


def test_a_theme_two_dimensions_share_is_one() -> None:
    shared: list[SharedPoint] = [*AHEAD.points]
    rows = (rollup("economy-water", "same"), rollup("economy-jobs", "same"))
    (part,) = words.themes(shared, rows)
    assert part.name == "same"
    assert part.size == pytest.approx(AHEAD.gap, abs=0.01)
