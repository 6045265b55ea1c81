"""Scenarios: what moves is what recomputing gives; what cannot be aimed at says why."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scenario import play
from analysis.scenario_goals import REFUSALS, ScenarioPoint, admit
from analysis.scenario_lines import Lines
from analysis.scenario_presets import LEFT_OUT, all_lines, best_peer, next_band, present_pace
from analysis.scoring import band, progress

BLANK: dict[str, Any] = {
    "kpi_code": "k", "category": "c1", "dimension": "d", "unit": "%",
    "direction": "higher_is_better", "scored": True, "value": None, "year": 2024,
    "target_low": 100.0, "target_high": 100.0, "worst": 0.0, "plausible_min": 0.0,
    "plausible_max": 100.0, "projected": None, "pace": None, "other": False, "too_old": False,
    "in_score": True, "applicable": True, "judged": False,
}  # fmt: skip
LOWER = {"direction": "lower_is_better", "target_low": 0.0, "target_high": 0.0, "worst": 100.0}
RANGE = {"direction": "target_range", "target_low": 40.0, "target_high": 60.0}
YES_NO = {"unit": "yes/no", "target_low": 1.0, "target_high": 1.0, "plausible_max": 1.0}


def point(key: str, value: float | None = None, **changes: Any) -> ScenarioPoint:
    given = {**BLANK, **changes}
    scored = value is not None and given["scored"]
    scale = [given[name] for name in ("direction", "target_low", "target_high", "worst")]
    p = float(progress(value, *scale)) if scored else None
    year = given.pop("year") if value is not None else given.pop("year") and None
    given |= {"in_score": given["in_score"] and value is not None, "year": year}
    fields = {**given, "key": key, "value": value, "progress": p}
    return ScenarioPoint(**fields, band=None if p is None else int(band(p)))


CITY = (
    point("a", 50.0, kpi_code="k1"),
    point("b", 20.0, kpi_code="k2", projected=31.0),
    point("c", 4.0, kpi_code="k3", category="c2", **LOWER),
    point("d", kpi_code="k3", category="c2"),
    point("e", 50.0, kpi_code="k4", category="c2", in_score=False, other=True),
    point("f", kpi_code="k5", category="c2", applicable=False),
    point("g", 7.0, kpi_code="k6", category="c2", scored=False, direction="informational"),
)


def test_scores_and_lines_move_as_worked_by_hand() -> None:
    found = play(CITY, {"b": 70.0, "e": 100.0}, {"11.1": ("a", "b", "d"), "11.2": ("b", "c", "e")})
    score = {s.key: s for s in found.scores}
    # c1: (2 + 1) / 8, then (2 + 3) / 8; e is of other statistics and moves its line alone.
    assert (score["c1"].points, score["c1"].points_after) == (37.5, 62.5)
    assert (score["c1"].band, score["c1"].band_after) == (2, 2)
    assert (score["c2"].points, score["c2"].points_after) == (100.0, 100.0)
    assert (score["c2"].n_scored, score["c2"].n_scoreable) == (1, 3)  # c of c, d, e
    assert score["d"].points == pytest.approx(700 / 12)
    assert score["d"].points_after == 75.0
    # Mean of c1 and c2: 35 and 96, then 60 and 96.
    assert (score["d"].continuous, score["d"].continuous_after) == (65.5, 78.0)
    assert [score[key].n_moved for key in ("c1", "c2", "d", "overall")] == [1, 0, 1, 1]
    b, e = found.points
    assert (b.yearly, b.progress_after, b.band_after, b.level_after) == (50 / 6, 70.0, 3, "below")
    assert (e.level, e.level_after, e.in_score) == ("below", "met", False)
    # b serves two targets and counts once in the whole: a, b, c, d, e.
    lines = {moved.key: moved for moved in found.lines}
    assert lines["11.1"].before == lines["11.1"].after == Lines(0, 0, 2, 1)
    assert lines["11.2"].after == Lines(1, 1, 1, 0)
    assert lines["all"].before == Lines(0, 1, 3, 1)
    assert lines["all"].after == Lines(1, 1, 2, 1)


held = st.lists(st.one_of(st.none(), st.integers(0, 100).map(float)), min_size=1, max_size=8)


@given(held, st.integers(0, 100).map(float))
def test_after_is_what_a_city_with_those_values_has(
    values: list[float | None], goal: float
) -> None:
    def city(given: list[float | None]) -> list[ScenarioPoint]:
        return [
            point(f"p{i}", v, kpi_code=f"k{i // 2}", category=f"c{i // 3}", dimension=f"d{i // 5}")
            for i, v in enumerate(given)
        ]

    goals = {f"p{i}": goal for i, v in enumerate(values) if v is not None and i % 2}
    groups = {"all of it": tuple(f"p{i}" for i in range(len(values)))}
    played = play(city(values), goals, groups)
    there = play(city([goals.get(f"p{i}", v) for i, v in enumerate(values)]), {}, groups)
    for after, now in zip(played.scores, there.scores, strict=True):
        assert (after.points_after, after.continuous_after) == (now.points, now.continuous)
        assert after.band_after == now.band
    assert [line.after for line in played.lines] == [line.before for line in there.lines]


@pytest.mark.parametrize(
    ("start", "goal", "reason"),
    [
        (point("x"), 50.0, "no_value"),
        (point("x", 50.0, year=2030), 60.0, "goal_year_over"),
        (point("x", 50.0), float("nan"), "not_a_number"),
        (point("x", 50.0), float("inf"), "not_a_number"),
        (point("x", 0.0, **YES_NO), 0.5, "not_yes_no"),
        (point("x", 50.0), 100.1, "beyond_bounds"),
        (point("x", 50.0), -0.1, "beyond_bounds"),
        (point("x", 50.0), 49.0, "wrong_side"),
        (point("x", 50.0, **LOWER), 51.0, "wrong_side"),
        (point("x", 30.0, **RANGE), 29.0, "wrong_side"),
        (point("x", 50.0, **RANGE), 61.0, "wrong_side"),
        (point("x", 30.0, **RANGE), 71.0, "wrong_side"),
        (point("x", 30.0, **RANGE), 70.0, None),  # as far on the other side
        (point("x", 50.0), 50.0, None),
        (point("x", 50.0), 100.0, None),
        (point("x", 0.0, **YES_NO), 1.0, None),
        (point("x", 50.0, plausible_max=None), 1e6, None),
        (point("x", 50.0, direction="informational", scored=False), 10.0, None),
    ],
)
def test_goals_are_taken_or_refused(start: ScenarioPoint, goal: float, reason: str | None) -> None:
    taken = admit([start], {"x": goal})
    assert taken.refused.get("x") == reason
    assert ("x" in taken.goals) == (reason is None)
    assert reason is None or reason in REFUSALS


def test_a_goal_for_a_point_nobody_knows() -> None:
    assert admit(CITY, {"zz": 1.0}).refused == {"zz": "unknown_point"}


def test_presets_say_what_they_leave_out() -> None:
    banded = next_band(CITY)
    assert banded.goals == {"a": 66.0, "b": 33.0, "e": 66.0}
    assert banded.left_out == {"c": "at_top", "d": "no_value", "f": "no_value"}
    # 66 % of 61 is 40.26: a value printed as 40 may be there already.
    near = point("x", 40.0, target_low=61.0, target_high=61.0)
    assert next_band([near]).left_out == {"x": "closed_by_rounding"}
    assert next_band([point("x", 0.0, **YES_NO)]).goals == {"x": 1.0}
    met = all_lines(CITY, {"a", "c", "d", "g"})
    assert met.goals == {"a": 100.0, "c": 0.0}
    assert met.left_out == {"d": "no_value", "g": "no_target"}
    assert all_lines([point("x", 55.0, **RANGE)], {"x"}).refusal == "at_top"
    pace = present_pace(CITY)
    assert pace.goals == {"b": 31.0}
    assert pace.left_out["a"] == "no_pace"
    assert set(pace.left_out.values()) <= set(LEFT_OUT)


def test_the_best_peer_needs_eight_and_may_be_the_city_itself() -> None:
    peers = (10.0, 90.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0)
    found = best_peer(CITY, {"a": peers, "b": peers[:7], "c": peers})
    assert found.goals == {"a": 90.0}
    assert (found.left_out["b"], found.left_out["c"]) == ("too_few_peers", "own_is_best")
    alone = best_peer(CITY, {})
    assert (alone.goals, alone.refusal) == ({}, "too_few_peers")
    assert best_peer(
        [point("x", 3.0, **RANGE)], {"x": (*peers[:4], 0.0, 1.0, 2.0, 95.0)}
    ).goals == {"x": 40.0}


def test_an_empty_city_has_an_empty_scenario() -> None:
    found = play([point("x"), point("y", scored=False)], {}, {"11.1": ("x", "y")})
    assert found.points == ()
    assert {s.points for s in found.scores} == {None}
    assert found.lines[-1].before == Lines(0, 0, 0, 1)
    assert play([], {}, {}).scores == ()
