"""The scale of a slider is that of the score; every refusal and every case has its sentence."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from plotly import graph_objects as go

from analysis.scenario_goals import REFUSALS, ScenarioPoint
from analysis.scenario_lines import Lines, MovedLines
from analysis.scenario_presets import LEFT_OUT, PRESETS
from analysis.scoring import band, progress
from components.charts.kit.palette import LIGHT
from components.charts.level.goals import ROW, Goal, goals_figure
from components.view import View
from data import queries
from data.queries.scenario import scenario_points
from data.store import snapshot
from pages.progress.reading import read_progress
from pages.progress.scenario import words as say
from pages.progress.scenario.reading import ScenarioReading, lines, read_scenario
from pages.progress.scenario.track import track

BLANK: dict[str, Any] = {
    "key": "x", "kpi_code": "k", "category": "c", "dimension": "d", "unit": "%",
    "direction": "higher_is_better", "scored": True, "value": 30.0, "year": 2024,
    "target_low": 80.0, "target_high": 80.0, "worst": 10.0, "plausible_min": 0.0,
    "plausible_max": 100.0, "progress": None, "band": None, "projected": None, "pace": None,
    "other": False, "too_old": False, "in_score": True, "applicable": True, "judged": False,
}  # fmt: skip
LOWER = {"direction": "lower_is_better", "target_low": 5.0, "target_high": 5.0, "worst": 35.0}


def point(**changes: Any) -> ScenarioPoint:
    return ScenarioPoint(**{**BLANK, **changes})


def read(data: Any, city: str, **changes: Any) -> ScenarioReading:
    store, view = snapshot(data), View(data=data, **changes)
    found = queries.city(store, city)
    assert found is not None
    page = read_progress(store, view, found)
    assert page is not None
    return read_scenario(store, view, found, page.scope)


@pytest.mark.usefixtures("stores")
def test_the_bands_behind_a_slider_are_those_of_the_score() -> None:
    for p in scenario_points(snapshot("example"), "bervinport"):
        found = track(p, ())
        if found is None:
            assert p.yes_no or not p.scored or p.value is None
            continue
        values = np.linspace(found.low, found.high, 41)[1:-1]
        scale = (p.direction, p.target_low, p.target_high, p.worst)
        for value, expected in zip(values, band(progress(values, *scale)).tolist(), strict=True):
            at = found.share(value)
            near = any(abs(at - end) < 1e-6 for a, b, _of in found.bands for end in (a, b))
            assert near or expected == next(of for a, b, of in found.bands if a <= at <= b)
        assert (found.bands[0][0], found.bands[-1][1]) == (0.0, 1.0)
        assert 0 <= found.share(p.value or 0.0) <= 1
        # From the worse end to the better one.
        if p.direction != "target_range":
            assert [of for _a, _b, of in found.bands] == sorted(of for _a, _b, of in found.bands)


def test_a_track_needs_a_target_and_a_way() -> None:
    assert track(point(scored=False), ()) is None
    assert track(point(value=None), ()) is None
    assert track(point(unit="yes/no"), ()) is None
    reaching = track(point(**LOWER), (2.0,))
    assert reaching is not None
    assert reaching.mirrored
    assert (reaching.low, reaching.high) == (2.0, 35.0)
    assert reaching.share(35.0) == 0.0
    clipped = track(point(), (400.0,))
    assert clipped is not None
    assert clipped.high == 100.0


@pytest.mark.usefixtures("stores")
def test_the_readers_goals_lie_over_the_preset_and_bad_ones_are_left_out() -> None:
    goals = (("pm2_5", 8.0), ("pm10", 1e9), ("waste_recycled", 3.0), ("zz", 1.0))
    found = read("published", "valencia", preset="all_lines", goals=goals)
    assert found.own == {"pm2_5": 8.0}
    assert found.goals["pm2_5"] == 8.0
    assert found.goals["waste_recycled"] == found.base["waste_recycled"] == 60.0
    assert found.refused == {
        "pm10": "beyond_bounds", "waste_recycled": "wrong_side", "zz": "unknown_point",
    }  # fmt: skip
    assert say.finding(found) == "8 of 9 targets of SDG 11 met in 2030, 3 today"
    scenario = found.scenario
    assert lines(scenario, "sdg11") == lines(scenario, "scope")._replace(key="sdg11")
    # Other statistics move targets, never a score (METHODS §5).
    assert all(s.points == s.points_after for s in scenario.scores)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("unknown_point", "There is no such data point. The goal is ignored."),
        ("no_value", "There is no value today to start from. The goal is ignored."),
        ("goal_year_over", "The newest value is from 2030 or later. The goal is ignored."),
        ("not_a_number", "This is not a number. The goal is ignored."),
        ("not_yes_no", "Only 0 (no) and 1 (yes) are possible. The goal is ignored."),
        ("beyond_bounds", "−3 is not plausible: 0 to 100 is. The goal is ignored."),
        ("wrong_side", "−3 % is worse than today’s 30 %. The goal is ignored."),
    ],
)
def test_every_refusal_is_a_sentence(reason: str, said: str) -> None:
    assert reason in REFUSALS
    assert say.refusal(point(), reason, -3.0).replace("\u00a0", " ") == said


def test_bounds_may_be_open() -> None:
    assert say.beyond(point(plausible_max=None), -1).startswith("−1 is not plausible: 0 or more is")
    assert "100 or less is" in say.beyond(point(plausible_min=None), 300)
    assert say.refusal(None, "unknown_point", 1) == say.refusal(point(), "unknown_point", 1)


def test_every_preset_and_every_reason_has_words() -> None:
    assert len({say.preset_name(key) for key in PRESETS}) == len(PRESETS)
    assert len({say.not_possible(reason) for reason in LEFT_OUT}) == len(LEFT_OUT)


@pytest.mark.parametrize(
    ("before", "after", "moved", "said"),
    [
        (Lines(0, 0, 0, 9), Lines(0, 0, 0, 9), True, "No available value of X has a 2030 target"),
        (Lines(1, 0, 2, 0), Lines(1, 0, 2, 0), False, "What 2030 could look like"),
        (Lines(1, 0, 2, 0), Lines(1, 1, 1, 0), True, "1 of 3 targets of X met in 2030, as today"),
        (Lines(1, 0, 2, 0), Lines(3, 0, 0, 0), True, "3 of 3 targets of X met in 2030, 1 today"),
    ],
)
def test_the_finding_says_every_case(before: Lines, after: Lines, moved: bool, said: str) -> None:
    assert say.targets_met(MovedLines("scope", before, after), "X", moved) == said


@pytest.mark.parametrize(
    ("change", "said"),
    [(None, "–"), (0.0, "0"), (0.72, "+0.72"), (-0.7171, "−0.717"), (-1234.5, "−1,235"),
     (0.0004567, "+0.000457")],
)  # fmt: skip
def test_yearly_changes_are_signed(change: float | None, said: str) -> None:
    assert say.per_year(change) == said


def test_the_chart_of_goals_stands_on_real_axes_and_names_its_points() -> None:
    rows = [
        Goal("no2", "Air Pollution: NO₂", "µg/m³", "19", "10", 70.0, 95.0, "−0.9 a year", "hover"),
        Goal("x", "A name that is much too long for one line of a phone", "", "1 %", "2 %",
             0.0, 33.0, "", "x"),
    ]  # fmt: skip
    figure = goals_figure(rows)
    go.Figure(figure)
    today, goal = figure["data"][1:]
    assert today["x"] == [70.0, 0.0]
    assert goal["x"] == [95.0, 33.0]
    assert goal["customdata"] == ["no2", "x"]
    assert {trace["marker"]["color"] for trace in (today, goal)} <= set(LIGHT.values())
    assert "width" not in figure["layout"]
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert any("<br>" in text and "much too long" in text for text in texts)
    assert goals_figure(rows[:1])["layout"]["height"] < figure["layout"]["height"] - ROW / 2
    go.Figure(goals_figure([]))
