"""Figures of a comparison: they validate, hold token colours only, and add up as drawn."""

from __future__ import annotations

import re
from typing import Any

import pytest
from plotly import graph_objects as go

from components.charts.dumbbell.city_dots import (
    COLUMN_FRAME,
    PHONE_FRAME,
    WIDE_FRAME,
    Row,
    city_dots,
)
from components.charts.dumbbell.dumbbell import City, Gap, dumbbell
from components.charts.kit.city_marks import fit
from components.charts.kit.palette import LIGHT
from components.charts.kit.plane import Axis
from components.charts.radar.overlay import overlay
from components.charts.waterfall.waterfall import Bridge, Step, axis, waterfall

CITIES = (City("Ålesund", "city-a"), City("Bizerte", "city-b"))
GAPS = [
    Gap("Water Consumption", "litres per capita per day", (98.6, 19.3), ("148", "351")),
    Gap("Drinking Water Quality", "", (100.0, 100.0), ("100 %", "100 %")),
    Gap("Unemployment Rate", "", (55.6, 82.8), ("13 %", "6.7 %")),
]
BRIDGE = Bridge(61.67, [Step("Water", 22.0), Step("Jobs", -0.55)], 83.12, beyond=-1.0)


def category(key: str, score: float | None) -> Axis:
    return Axis(key, key, score, 3 if score else None, None, None, (), "not_held", "", key)


def figures() -> list[dict[str, Any]]:
    rows = [Row("Water", "%", (10.0, None, 50.0), ("1", "–", "3")), Row("Air", "", (), (), "why")]
    three = (*CITIES, City("Fez", "city-f"))
    rows[1] = rows[1]._replace(scores=(None, None, None), values=("", "", ""))
    axes = [category(k, s) for k, s in (("A", 50.0), ("B", None), ("C", 75.0), ("D", 25.0))]
    return [
        *(dumbbell(CITIES, GAPS, phone) for phone in (False, True)),
        *(waterfall(CITIES, BRIDGE, phone) for phone in (False, True)),
        *(city_dots(three, rows, frame) for frame in (WIDE_FRAME, PHONE_FRAME, COLUMN_FRAME)),
        overlay(CITIES, (axes, axes[::-1]), "points"),
    ]


@pytest.mark.parametrize("figure", figures())
def test_a_figure_validates_and_holds_only_tokens(figure: dict[str, Any]) -> None:
    go.Figure(figure)
    colours = set(re.findall(r"#[0-9a-fA-F]{6}\b", repr(figure)))
    assert colours <= set(LIGHT.values())
    assert "rgba" not in repr(figure)


def test_a_dot_stands_where_its_progress_is() -> None:
    dots = [t for t in dumbbell(CITIES, GAPS)["data"] if t["mode"] == "markers"]
    second, first = (t["x"] for t in dots)
    assert first[0] > second[0]  # ahead on water
    assert first[1] == second[1]  # level
    assert first[2] < second[2]  # behind on unemployment


def test_the_bars_of_a_waterfall_join_start_and_end() -> None:
    figure = waterfall(CITIES, BRIDGE)
    low, high, _tick = axis(61.67, 83.67)
    bars = [s["path"] for s in figure["layout"]["shapes"] if s["type"] == "path"]
    ends = [[float(x) for x in re.findall(r"[ML]([\d.]+),", bar)] for bar in bars]
    start, end = (t["x"][0] for t in figure["data"] if t["mode"] == "markers")
    assert ends[0][0] == pytest.approx(start, abs=0.1)
    assert ends[0][1] == pytest.approx(ends[1][0], abs=0.1)
    assert ends[1][1] == pytest.approx(end, abs=0.1)
    assert low < 61.67 < 83.67 < high


@pytest.mark.parametrize(("least", "most"), [(0, 0), (50, 50), (0, 100), (99.9, 100), (-2, 3)])
def test_the_axis_holds_its_ends_and_is_never_empty(least: float, most: float) -> None:
    low, high, tick = axis(least, most)
    assert low <= least <= most <= high
    assert high > low
    assert tick > 0


def test_a_shortened_name_keeps_what_tells_it_apart() -> None:
    name = "Urban Development and Spatial Planning: Inclusive"
    assert fit(name, 200, 13.4).endswith("…: Inclusive")
    assert fit("Water", 200, 13.4) == "Water"


def test_equal_cities_stand_side_by_side_and_none_hides_another() -> None:
    three = (*CITIES, City("Fez", "city-c"))
    figure = city_dots(three, [Row("Water", "%", (100.0, 100.0, 100.0), ("", "", ""))], WIDE_FRAME)
    places = [(t["x"][0], t["y"][0]) for t in figure["data"] if t["mode"] == "markers"]
    assert len(set(places)) == 3
    assert len({x for x, _y in places}) == 1
