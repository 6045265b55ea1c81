"""Charts of progress: gaps, ways to 2030, and words that keep clear of lines and of each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from plotly import graph_objects as go

from components.charts.level.level import PHONE_LEVEL, WIDE_LEVEL, Group, Row, Second, level_figure
from components.charts.trend.labels import Box, Label, clear, right_column
from components.charts.trend.scale import LARGE, SMALL, Ray, segments, way, year_ticks
from components.charts.trend.trend import (
    FAN,
    Observed,
    Pace,
    Peers,
    Projection,
    Target,
    TrendDrawing,
    trend_figure,
)

YEARS = [2009, 2010, 2011, 2013, 2014, 2019]
LINE = Observed(YEARS, [8.0, 7.0, 9.0, 6.0, 5.5, 5.0], "5", [str(y) for y in YEARS])
WHOLE = TrendDrawing(
    (2009, 2030),
    [LINE, Observed([2018], [6.5], "report 6.5", ["2018"])],
    Target([2.0], "line ≤ 2"),
    Pace(2019, 5.0, 2.0, "needed 2"),
    Projection(2019, 5.2, Ray(-0.2, 3.0), (Ray(-0.5, 0.0), Ray(0.1, 6.3)), "pace 3"),
    Peers([(2010, 3.0, 6.0), (2011, 3.5, 6.5)], [(2010, 4.0), (2011, 4.5)]),
    (0.0, None),
)


def lines(figure: dict) -> list[dict]:
    return [t for t in figure["data"] if t["mode"] == "lines"]


def test_a_gap_longer_than_the_usual_step_breaks_the_line() -> None:
    assert [list(part) for part in segments(YEARS)] == [[0, 1, 2], [3, 4], [5]]
    assert [list(part) for part in segments([2016, 2018, 2020])] == [[0, 1, 2]]  # every other year
    assert [list(part) for part in segments([2020])] == [[0]]
    drawn = next(t for t in lines(trend_figure(WHOLE, LARGE)) if len(t["x"]) > 2)
    assert drawn["connectgaps"] is False
    assert drawn["x"].count(None) == 2


def test_two_sources_are_never_one_line() -> None:
    figure = trend_figure(WHOLE, LARGE)
    assert len(lines(figure)) == 2  # the first source and the pace needed; the other is a ring
    marks = [t for t in figure["data"] if t["mode"] == "markers" and "text" not in t]
    assert [len(t["x"]) for t in marks] == [6, 1]


def test_an_outer_way_bends_where_it_meets_its_bound() -> None:
    assert way((2020, 5.0), Ray(-1.0, 0.0), 2030) == [(2020, 5.0), (2025.0, 0.0), (2030, 0.0)]
    assert way((2020, 5.0), Ray(0.1, 6.0), 2030) == [(2020, 5.0), (2030, 6.0)]
    assert way((2020, 5.0), Ray(0.0, 5.0), 2030) == [(2020, 5.0), (2030, 5.0)]


def test_what_is_drawn_is_what_there_is() -> None:
    whole = trend_figure(WHOLE, LARGE)
    go.Figure(whole)
    assert sum(s.get("opacity") == FAN for s in whole["layout"]["shapes"]) == 1
    history = trend_figure(TrendDrawing((2009, 2030), [LINE], grey=True), SMALL)
    assert not any(s.get("opacity") for s in history["layout"]["shapes"])
    said = {text for t in history["data"] if t["mode"] == "text" for text in t["text"]}
    assert "<b>5</b>" in said
    assert not any("needed" in text or "pace" in text for text in said)


@given(st.lists(st.floats(-50, 300), min_size=1, max_size=4))
def test_labels_at_the_right_edge_stay_apart_and_inside(heights: list[float]) -> None:
    held = [min(max(y, LARGE.top), LARGE.bottom) for y in heights]
    placed = [y for _label, y in right_column([Label(y, "x", "ink") for y in held], LARGE)]
    assert placed == sorted(placed)
    assert all(b - a >= 14 - 1e-9 for a, b in pairwise(placed))
    assert placed[-1] <= LARGE.bottom


def test_words_go_where_nothing_is_drawn() -> None:
    taken = [Box(0, 0, 0, 0)]
    line = [(100.0, 100.0), (200.0, 100.0)]
    x, y = clear("1234", 12, [(120, 100), (120, 80)], [line], taken, LARGE)
    assert y == 80
    again = clear("1234", 12, [(120, 80), (120, 140)], [line], taken, LARGE)
    assert again[1] == 140
    assert LARGE.left <= x <= LARGE.right


def test_the_rule_of_years_has_round_ends_inside_the_span() -> None:
    assert year_ticks((2009, 2030)) == [2010, 2015, 2020, 2025, 2030]
    assert year_ticks((1991, 2030)) == [2000, 2010, 2020, 2030]
    assert year_ticks((2018, 2030)) == [2020, 2025, 2030]


def test_a_level_has_a_mark_a_value_and_a_ring_for_reports_only() -> None:
    rows = (
        Row("One", "%", "40", "≥ 50", "2023", 80.0, 3, False, False, "", "One"),
        Row("Two", "", "", "≤ 5", "2020", None, None, False, True, "not reported", "Two"),
        Row("Old", "", "9", "≤ 5", "2016", 20.0, 1, True, True, "", "Old",
            Second(90.0, 3, False, False)),
    )  # fmt: skip
    groups = [Group("11.1", "First", "3 of 4 held", rows), Group("11.2", "Second", "none", ())]
    for frame in (WIDE_LEVEL, PHONE_LEVEL):
        figure = level_figure(groups, frame)
        go.Figure(figure)
        hover = figure["data"][-1]
        assert hover["text"] == ["One", "Old"]
        assert hover["x"][0] > hover["x"][1]
        said = {text for t in figure["data"] if t["mode"] == "text" for text in t["text"]}
        assert "not reported" in said
