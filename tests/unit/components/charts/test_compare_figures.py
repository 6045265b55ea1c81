"""Figures of a comparison: they validate, hold token colours only, add up, and fit 320 px."""

from __future__ import annotations

import re
from typing import Any

import pytest
from plotly import graph_objects as go

from components.charts.dumbbell.city_dots import Row, city_dots
from components.charts.dumbbell.dumbbell import City, Gap, dumbbell
from components.charts.dumbbell.rows import NARROW, legend_lines, named
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import width
from components.charts.radar.categories import Axis
from components.charts.radar.overlay import overlay
from components.charts.waterfall.waterfall import Bridge, Step, axis, waterfall

CITIES = (City("Ålesund", "city-a"), City("Bizerte", "city-b"))
THREE = (*CITIES, City("Fez", "city-f"))
LONG = "Urban Development and Spatial Planning in Metropolitan Areas: Inclusive"
GAPS = [
    Gap(
        "Water Consumption", "litres per capita per day", (98.6, 19.3), ("148", "351"),
        ("A", "B"), (["water", "/a"], ["water", "/b"]),
    ),
    Gap("Drinking Water Quality", "", (100.0, 100.0), ("100 %", "100 %")),
    Gap(LONG, "", (0.0, 82.8), ("13,000.5 %", "6.7 %")),
]  # fmt: skip
ROWS = [
    Row("Water", "%", (10.0, None, 50.0), ("1", "–", "3"), keys=("water", "water", "water")),
    Row("Air", "", (None, None, None), ("", "", ""), "not reported"),
]
BRIDGE = Bridge(61.67, [Step("Water", 22.0, "water"), Step(LONG, -0.55, "jobs")], 83.12, -1.0)


def category(key: str, score: float | None) -> Axis:
    return Axis(key, key, score, 3 if score else None, None, None, (), "not_held", "", key)


def figures() -> list[Any]:
    axes = [category(k, s) for k, s in (("A", 50.0), ("B", None), ("C", 75.0), ("D", 25.0))]
    return [
        dumbbell(CITIES, GAPS),
        waterfall(CITIES, BRIDGE),
        city_dots(THREE, ROWS),
        city_dots(THREE, ROWS, on_left=True),
        overlay(CITIES, (axes, axes[::-1]), "points"),
    ]


def traces(figure: Any, kind: str) -> list[dict[str, Any]]:
    return [t for t in figure["data"] if t.get("mode", t["type"]) == kind]


@pytest.mark.parametrize("figure", figures())
def test_a_figure_validates_and_holds_only_tokens(figure: Any) -> None:
    go.Figure(figure)
    colours = set(re.findall(r"#[0-9a-fA-F]{6}\b", repr(figure)))
    assert colours <= set(LIGHT.values())
    assert "rgba" not in repr(figure)


@pytest.mark.parametrize("figure", figures())
def test_every_mark_has_words_and_a_key(figure: Any) -> None:
    for trace in [*traces(figure, "markers"), *traces(figure, "bar")]:
        assert len(trace["text"]) == len(trace["customdata"]) == len(trace["x"])
        assert all(trace["text"])


@pytest.mark.parametrize("figure", figures()[:3])
def test_names_and_words_at_their_right_have_room_in_the_narrowest_place(figure: Any) -> None:
    margin = figure["layout"]["margin"]
    right = traces(figure, "text")[-1]["text"]
    assert max([0, *map(width, right)]) <= margin["r"]
    for name, words in zip(figure["layout"]["annotations"], right, strict=True):
        assert width(name["text"]) + (margin["r"] if words else 0) <= NARROW + 2


def test_a_dot_stands_where_its_progress_is() -> None:
    second, first = (t["x"] for t in traces(dumbbell(CITIES, GAPS), "markers"))
    assert list(first) == [98.6, 100.0, 0.0]
    assert list(second) == [19.3, 100.0, 82.8]


def test_values_stand_on_the_outer_sides_of_their_dots() -> None:
    ahead, behind, _lead = traces(dumbbell(CITIES, GAPS), "text")
    assert ahead["textposition"] == ["middle right", "middle right", "middle left"]
    assert behind["textposition"] == ["middle left", "middle left", "middle right"]
    left = dumbbell(CITIES, GAPS)["layout"]["margin"]["l"]
    assert left >= width("13,000.5 %", 12)


def test_the_bars_of_a_waterfall_join_start_and_end() -> None:
    ahead, behind, beyond = traces(waterfall(CITIES, BRIDGE), "bar")
    assert (ahead["base"], ahead["x"]) == ([61.67], [22.0])
    assert behind["base"][0] == pytest.approx(83.67)
    assert behind["base"][0] + behind["x"][0] == pytest.approx(83.12)
    assert (beyond["base"], beyond["x"]) == ([83.12], [-1.0])


@pytest.mark.parametrize(("least", "most"), [(0, 0), (50, 50), (0, 100), (99.9, 100), (-2, 3)])
def test_the_axis_holds_its_ends_and_is_never_empty(least: float, most: float) -> None:
    low, high, tick = axis(least, most)
    assert low <= least <= most <= high
    assert high > low
    assert tick > 0


def test_a_unit_stands_only_where_name_and_unit_find_room() -> None:
    assert "per day" in named("Water Consumption", "litres per day", 300)
    assert named("Water Consumption", "litres per day", 130) == "Water Consumption"
    assert named(LONG, "", 200).endswith("…: Inclusive")


@pytest.mark.parametrize("on_left", [False, True])
def test_equal_cities_stand_apart_and_none_hides_another(on_left: bool) -> None:
    rows = [Row("Water", "%", (100.0, 100.0, 100.0), ("a", "b", "c"))]
    figure = city_dots(THREE, rows, on_left=on_left)
    places = [(t["x"][0], t["y"][0]) for t in traces(figure, "markers")]
    assert len(set(places)) == 3
    assert {x for x, _y in places} == {100.0}


def test_a_city_without_a_score_has_no_dot_and_a_row_without_any_says_why() -> None:
    figure = city_dots(THREE, ROWS, on_left=True)
    assert [len(t["x"]) for t in traces(figure, "markers")] == [1, 0, 1]
    assert "not reported" in traces(figure, "text")[0]["text"]


def test_the_legend_takes_a_line_more_where_names_are_long() -> None:
    assert legend_lines(["Fez", "Oslo"]) == 1
    assert legend_lines(["Santa Cruz de Tenerife"] * 3) == 3
    assert legend_lines([]) == 0
