"""Charts of progress: gaps, ways to 2030, and words that keep clear of lines and of each other."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly import graph_objects as go

from components.charts.kit.palette import LIGHT
from components.charts.level.level import Group, Row, Second, level_figure
from components.charts.trend.cities import CityLine, cities_figure
from components.charts.trend.labels import End, at_ends, newest, on_target
from components.charts.trend.parts import (
    Observed,
    Pace,
    Peers,
    Projection,
    Ray,
    Target,
    TrendDrawing,
)
from components.charts.trend.scale import Scale, broken, segments, way, year_ticks
from components.charts.trend.trend import FAN, LARGE, SMALL, trend_figure

YEARS = [2009, 2010, 2011, 2013, 2014, 2019]
VALUES = [8.0, 7.0, 9.0, 6.0, 5.5, 5.0]
LINE = Observed(YEARS, VALUES, "5", [str(y) for y in YEARS], key="no2")
WHOLE = TrendDrawing(
    (2009, 2030),
    [LINE, Observed([2018], [6.5], "report 6.5", ["2018"])],
    Target([2.0], "target ≤ 2"),
    Pace(2019, 5.0, 2.0, "needed 2"),
    Projection(2019, 5.2, Ray(-0.2, 3.0), (Ray(-0.5, 0.0), Ray(0.1, 6.3)), "pace 3"),
    Peers([(2010, 3.0, 6.0), (2011, 3.5, 6.5)], [(2010, 4.0), (2011, 4.5)]),
    (0.0, None),
)
ROWS = (
    Row("One", "%", "40", "≥ 50", "2023", 80.0, 3, False, False, "", "One", "one"),
    Row("Two", "", "", "≤ 5", "2020", None, None, False, True, "not reported", "Two", "two"),
    Row("Old", "", "9", "≤ 5", "2016", 20.0, 1, True, True, "", "Old", "old",
        Second(90.0, 3, False, False)),
)  # fmt: skip
GROUPS = [Group("11.1", "First", "3 of 4 available", ROWS)]


def said(figure: Any) -> set[str]:
    return {note["text"] for note in figure["layout"]["annotations"]}


def colours(node: Any) -> set[str]:
    if isinstance(node, dict):
        return {c for value in node.values() for c in colours(value)}
    if isinstance(node, list | tuple):
        return {c for value in node for c in colours(value)}
    return {node} if isinstance(node, str) and node.startswith(("#", "rgb")) else set()


def test_a_gap_longer_than_the_usual_step_breaks_the_line() -> None:
    assert [list(part) for part in segments(YEARS)] == [[0, 1, 2], [3, 4], [5]]
    assert [list(part) for part in segments([2016, 2018, 2020])] == [[0, 1, 2]]  # every other year
    assert [list(part) for part in segments([2020])] == [[0]]
    assert broken([(2010, 1.0), (2011, 2.0), (2014, 3.0)])[1] == [1.0, 2.0, None, 3.0, 3.0]
    drawn = next(t for t in trend_figure(WHOLE, LARGE)["data"] if t.get("connectgaps") is False)
    assert drawn["x"].count(None) == 2


def test_two_sources_are_never_one_line() -> None:
    figure = trend_figure(WHOLE, LARGE)
    own = [t for t in figure["data"] if t.get("connectgaps") is False]
    assert len(own) == 1  # the other source has one value: a ring
    marks = [t for t in figure["data"] if t["mode"] == "markers" and "text" not in t]
    assert [len(t["x"]) for t in marks] == [6, 1]


def test_an_outer_way_bends_where_it_meets_its_bound() -> None:
    assert way((2020, 5.0), Ray(-1.0, 0.0), 2030) == [(2020, 5.0), (2025.0, 0.0), (2030, 0.0)]
    assert way((2020, 5.0), Ray(0.1, 6.0), 2030) == [(2020, 5.0), (2030, 6.0)]
    assert way((2020, 5.0), Ray(0.0, 5.0), 2030) == [(2020, 5.0), (2030, 5.0)]


def test_what_is_drawn_is_what_there_is() -> None:
    whole = trend_figure(WHOLE, LARGE)
    assert sum(t.get("opacity") == FAN for t in whole["data"]) == 1
    words = {"<b>5</b>", "<b>report 6.5</b>", "target ≤ 2", "pace 3", "<b>needed 2</b>"}
    assert said(whole) == words
    history = trend_figure(TrendDrawing((2009, 2030), [LINE], grey=True), SMALL)
    assert not any(t.get("opacity") for t in history["data"])
    assert said(history) == {"<b>5</b>"}


@pytest.mark.parametrize(
    "figure",
    [
        trend_figure(WHOLE, LARGE),
        trend_figure(TrendDrawing((2020, 2020), [Observed([2020], [1.0], "1", ["x"])]), SMALL),
        cities_figure([CityLine("A", "city-a", LINE)], WHOLE.target, (2009, 2019), (0.0, None)),
        cities_figure([], None, (2020, 2021), (None, None)),
        level_figure(GROUPS),
        level_figure([]),
    ],
)
def test_plotly_takes_every_figure_in_colours_of_the_tokens(figure: Any) -> None:
    go.Figure(figure)
    assert colours(figure) <= set(LIGHT.values())
    assert "width" not in figure["layout"]
    assert figure["layout"]["height"] > 0


@given(st.lists(st.floats(0, 10), min_size=1, max_size=4))
def test_labels_at_the_right_edge_stay_apart_and_inside(values: list[float]) -> None:
    scale = Scale([0.0, 10.0], (0, None), (2010, 2030), LARGE)
    notes = at_ends(scale, [End(value, "x", "ink") for value in values])
    placed = sorted(scale.y(n["y"]) - n["yshift"] for n in notes)
    assert all(b - a >= 14 - 1e-9 for a, b in pairwise(placed))
    assert placed[0] >= -1
    assert placed[-1] <= scale.y(scale.low) + 1


@given(st.lists(st.floats(0, 100), min_size=2, max_size=12), st.floats(0, 100))
def test_words_in_the_plot_meet_no_other_words(values: list[float], goal: float) -> None:
    years = list(range(2010, 2010 + len(values)))
    own = Observed(years, values, "12.3 %", [str(year) for year in years])
    scale = Scale([*values, goal, 50.0], (0, None), (2010, 2030), LARGE)
    taken: list[Any] = []
    lines = [own, Observed([2012], [50.0], "report 50", [""])]
    newest(scale, lines, [list(zip(years, values, strict=True))], taken)
    on_target(scale, Target([goal], "target ≤ 5"), [], taken)
    assert not any(a.meets(b) for a, b in combinations(taken, 2))


def test_the_rule_of_years_has_round_ends_inside_the_span() -> None:
    assert year_ticks((2009, 2030)) == [2010, 2015, 2020, 2025, 2030]
    assert year_ticks((1991, 2030)) == [2000, 2010, 2020, 2030]
    assert year_ticks((2018, 2030)) == [2020, 2025, 2030]


def test_a_level_has_a_mark_a_value_and_a_ring_for_reports_only() -> None:
    figure = level_figure(GROUPS)
    rings, pointers = figure["data"][-2:]
    assert pointers["text"] == ["One", "Old"]
    assert pointers["x"] == [80.0, 20.0]
    assert pointers["customdata"] == ["one", "old"]
    assert rings["x"] == [20.0]
    assert {"not reported", "<b>40</b>", "≥ 50 · 2023"} <= said(figure)


def test_a_name_is_never_cut_and_makes_its_row_higher() -> None:
    long = ROWS[0]._replace(name="Urban Development and Spatial Planning: Compact", unit="")
    low, high = (level_figure([Group("", "", "", (row,))]) for row in (ROWS[0], long))
    assert "Urban Development and Spatial Planning:<br>Compact" in said(high)
    assert high["layout"]["height"] > low["layout"]["height"]
