"""The model that moves with a slider says what analysis.scenario says; every refusal has words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scenario_goals import REFUSALS, ScenarioPoint, admit
from analysis.scenario_presets import LEFT_OUT, PRESETS
from analysis.scoring import progress
from components.view import View
from data import queries
from data.queries.scenario import scenario_points
from data.store import Snapshot, snapshot
from pages.progress.reading import read_progress
from pages.progress.scenario import words as say
from pages.progress.scenario.model import knots, model, score_at, track
from pages.progress.scenario.reading import Facts, facts, lines

BLANK: dict[str, Any] = {
    "key": "x", "kpi_code": "k", "category": "c", "dimension": "d", "unit": "%",
    "direction": "higher_is_better", "scored": True, "value": 30.0, "year": 2024,
    "target_low": 80.0, "target_high": 80.0, "worst": 10.0, "plausible_min": 0.0,
    "plausible_max": 100.0, "progress": None, "band": None, "projected": None, "pace": None,
    "other": False, "too_old": False, "in_score": True, "applicable": True, "judged": False,
}  # fmt: skip
LOWER = {"direction": "lower_is_better", "target_low": 5.0, "target_high": 5.0, "worst": 35.0}
RANGE = {"direction": "target_range", "target_low": 40.0, "target_high": 60.0}


def point(**changes: Any) -> ScenarioPoint:
    return ScenarioPoint(**{**BLANK, **changes})


def read(data: Any, city: str, **changes: Any) -> tuple[Snapshot, View, Facts]:
    store, view = snapshot(data), View(data=data, **changes)
    found = queries.city(store, city)
    assert found is not None
    reading = read_progress(store, view, found)
    assert reading is not None
    return store, view, facts(store, view, found, reading.scope)


@pytest.mark.parametrize("changes", [{}, LOWER, RANGE, {**RANGE, "worst": 90.0}], ids=str)
@given(value=st.floats(-20, 130))
def test_knots_give_the_progress_score(changes: dict[str, Any], value: float) -> None:
    p = point(**changes)
    scale = (p.direction, p.target_low, p.target_high, p.worst)
    assert score_at(knots(p), value) == pytest.approx(float(progress(value, *scale)), abs=1e-8)


@pytest.mark.usefixtures("stores")
def test_knots_and_tracks_fit_every_point_of_the_catalogue() -> None:
    for p in scenario_points(snapshot("example"), "bervinport"):
        found = track(p, ())
        corners = knots(p)
        assert bool(corners) == p.scored
        if found is None:
            assert p.yes_no or not p.scored or p.value is None
            continue
        values = np.linspace(found.low, found.high, 41)
        theirs = progress(values, p.direction, p.target_low, p.target_high, p.worst)
        assert [score_at(corners, v) for v in values] == pytest.approx(theirs.tolist(), abs=1e-8)
        assert found.bands[0][0] == 0.0
        assert found.bands[-1][1] == 1.0
        assert 0 <= found.share(p.value or 0.0) <= 1
        assert found.low >= (p.plausible_min or 0.0)
        # From the worse end to the better one.
        if p.direction != "target_range":
            assert [b for _a, _b, b in found.bands] == sorted(b for _a, _b, b in found.bands)


def test_a_track_needs_a_line_and_a_way() -> None:
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
@pytest.mark.parametrize("score", ["points", "continuous"])
@pytest.mark.parametrize("preset", PRESETS)
def test_the_models_sums_are_those_of_the_analysis(preset: Any, score: Any) -> None:
    for data, city in (("example", "bervinport"), ("published", "riyadh")):
        store, _view, found = read(data, city, preset=preset, score=score, scope="all")
        m = model(found, store, score)
        after = dict(m["scores"])
        for key, goal in found.goals.items():
            p = m["points"][key]
            a, b = (score_at(p["knots"], v) for v in (p["value"], goal))
            if score == "points":
                a, b = (25.0 * (1 + sum(x >= e for e in m["edges"])) for x in (a, b))
            for whole, weight in p["in"].items():
                after[whole] += weight * (b - a)
        for s in found.scenario.scores:
            theirs = s.points_after if score == "points" else s.continuous_after
            assert after[s.key] == pytest.approx(theirs, abs=1e-7)


@pytest.mark.usefixtures("stores")
def test_the_readers_goals_lie_over_the_preset_and_bad_ones_are_left_out() -> None:
    goals = (("pm2_5", 8.0), ("pm10", 1e9), ("waste_recycled", 3.0), ("zz", 1.0))
    _store, _view, found = read("published", "valencia", preset="all_lines", goals=goals)
    assert found.own == {"pm2_5": 8.0}
    assert found.goals["pm2_5"] == 8.0
    assert found.goals["waste_recycled"] == 60.0
    assert found.refused == {
        "pm10": "beyond_bounds", "waste_recycled": "wrong_side", "zz": "unknown_point",
    }  # fmt: skip
    assert say.finding(found) == "7 of 8 lines of SDG 11 met in 2030, 2 today"
    assert lines(found.scenario, "sdg11") == lines(found.scenario, "scope")._replace(key="sdg11")
    # Other statistics move lines, never a score (METHODS §5).
    assert all(s.points == s.points_after for s in found.scenario.scores)


@pytest.mark.usefixtures("stores")
def test_every_refusal_and_every_reason_has_words() -> None:
    _store, _view, found = read("published", "valencia")
    by_key = {p.key: p for p in found.points}
    for reason in REFUSALS:
        key = "nobody" if reason == "unknown_point" else "pm2_5"
        word = say.refusal(found._replace(refused={key: reason}), key, 99.0)
        assert word
    assert all(say.left_out(reason) for reason in LEFT_OUT)
    assert all(say.preset_name(key) for key in PRESETS)
    assert admit([by_key["pm2_5"]], {"pm2_5": -1.0}).refused == {"pm2_5": "beyond_bounds"}


@pytest.mark.parametrize(
    ("change", "said"),
    [(None, "–"), (0.0, "0"), (0.72, "+0.72"), (-0.7171, "−0.717"), (-1234.5, "−1,234"),
     (0.0004567, "+0.000457")],
)  # fmt: skip
def test_yearly_changes_are_signed(change: float | None, said: str) -> None:
    assert say.per_year(change) == said
