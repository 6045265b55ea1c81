"""Trends of both stores against the libraries, and Valencia against numbers of the design."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.scenario import play
from analysis.scenario_goals import admit
from analysis.scenario_presets import all_lines, best_peer, next_band, present_pace
from data.queries import cities, rollups
from data.queries.progress import sdg_points, stored_trends, trend_basis
from data.queries.retrend import trends
from data.queries.scenario import peer_values, scenario_points
from data.store import snapshot
from data.trend_rows import TrendRow
from tests.golden.independent_trend import compare

SDG_11 = {"pm2_5", "waste_recycled", "o3", "no2", "ghg_emissions", "pm10", "so2",
          "traffic_fatalities", "mode_private"}  # fmt: skip


@pytest.mark.parametrize(("data_set", "every"), [("published", 1), ("example", 8)])
def test_the_libraries_judge_every_series_alike(stores: Path, data_set: str, every: int) -> None:
    store = snapshot(data_set)
    some = [city.id for city in cities(store)][::every]
    with store.cursor().cursor() as connection:
        assert compare(connection, trend_basis(store).as_of, some) == []


@pytest.fixture(scope="module")
def valencia(stores: Path) -> dict[str, TrendRow]:
    """Its city office's series as of 2026, whatever the year of the build."""
    rows = trends(snapshot(), "valencia", 2026, 2015)
    return {row.point_key: row for row in rows if row.kind == "other_statistics"}


def test_fine_particles_fall_too_slowly(valencia: dict[str, TrendRow]) -> None:
    row = valencia["pm2_5"]
    assert (row.year, row.value, row.n, row.t0, row.first_value) == (2023, 10.02, 9, 2015, 14.19)
    assert row.needed == pytest.approx((5 - 10.02) / 7)  # -0.72 a year
    # Of 36 slopes the 18th is 2017-2023, -2.81 / 6, and the 19th 2018-2019, -0.40.
    assert row.slope == pytest.approx((-2.81 / 6 - 0.40) / 2)
    assert (row.slope_low, row.slope_high) == (
        pytest.approx(-0.838, abs=5e-4), pytest.approx(0.007, abs=5e-4),
    )  # fmt: skip
    assert row.projected == pytest.approx(7.24, abs=0.005)
    # (10.02/14.19)^(1/8) - 1 = -4.256 % over (5/14.19)^(1/15) - 1 = -6.717 %
    assert row.canada_ratio == pytest.approx(0.634, abs=5e-4)
    # from 69.37 to 83.27 in 8 years, to 100 in 15
    assert row.sdsn_ratio == pytest.approx((4.17 / 8) / (9.19 / 15), abs=1e-9)
    assert (row.canada, row.sdsn, row.un) == ("acceleration_needed", "moderately_improving", "fair")
    assert (row.headline, row.n_agree, row.trend) == ("too_slow", 3, "none")
    assert row.p_value == pytest.approx(0.1179, abs=5e-5)


def test_recycling_stands_still(valencia: dict[str, TrendRow]) -> None:
    row = valencia["waste_recycled"]
    assert row.needed == pytest.approx((60 - 24.47) / 9)  # +3.9
    assert row.slope == pytest.approx(-0.31)
    assert (row.slope_low, row.slope_high) == (
        pytest.approx(-1.9, abs=0.05), pytest.approx(0.62, abs=0.005),
    )  # fmt: skip
    assert row.projected == pytest.approx(22.8, abs=0.05)
    words = ("deterioration", "decreasing", "stagnation_or_regression")
    assert (row.canada, row.sdsn, row.un) == words
    assert (row.headline, row.n_agree, row.trend, row.n) == ("off_course", 3, "none", 7)


def test_ozone_meets_its_line_and_slips(valencia: dict[str, TrendRow]) -> None:
    row = valencia["o3"]
    assert (row.state, row.level, row.slipping, row.headline) == ("at_target", "met", True, None)
    assert row.slope == pytest.approx(0.713, abs=5e-4)
    assert row.slope_low == pytest.approx(0.067, abs=5e-4)
    assert row.slope_high == pytest.approx(1.177, abs=5e-4)
    assert row.projected == pytest.approx(59.7, abs=0.05)
    assert row.projected_high is not None
    assert row.projected_high > 60.0
    assert (row.trend, row.n) == ("increasing", 9)


def test_the_tally_of_valencia(stores: Path, valencia: dict[str, TrendRow]) -> None:
    keys = {row.point_key for row in sdg_points(snapshot()) if row.goal == 11}
    held = {key: row for key, row in valencia.items() if key in keys}
    assert (len(keys), set(held)) == (42, SDG_11)
    old = {key for key, row in held.items() if row.state == "too_old"}
    assert old == SDG_11 - {"pm2_5", "waste_recycled", "o3"}
    assert {k for k, row in held.items() if row.level in ("met", "near")} == {
        "so2", "o3", "ghg_emissions", "pm10",
    }  # fmt: skip
    bands = [row.band for row in held.values()]
    assert sum(band in (3, 4) for band in bands) == 8


def test_a_moved_year_judges_what_the_build_would_have_judged(stores: Path) -> None:
    store = snapshot("example")
    basis = trend_basis(store)
    for city in [city.id for city in cities(store)][::7]:
        # The example begins in 2018: another first year changes the road to the numbers alone.
        assert trends(store, city, basis.as_of, basis.since + 1) == stored_trends(store, city)
    early = trends(snapshot(), "valencia", 2020, 2009)
    air = next(r for r in early if r.point_key == "no2")
    assert (air.state, air.t0, air.n, air.year) == ("judged", 2009, 12, 2020)


def test_a_scenario_without_goals_is_the_scorecard(stores: Path) -> None:
    store = snapshot("example")
    city = max(cities(store), key=lambda c: (c.n_scored, c.id))
    stored = {(r.level, r.key): r for r in rollups(store, city.id, city.newest_round or 0, ())}
    scores = play(scenario_points(store, city.id), {}).scores
    for score in scores:
        row = stored[score.level, score.key]
        assert score.points == score.points_after == pytest.approx(row.points_score)
        assert score.continuous == pytest.approx(row.continuous)
        assert (score.n_scored, score.n_scoreable) == (row.n_scored, row.n_scoreable)
        assert (score.band, score.passes_gate) == (row.band, row.passes_gate)
    assert len(scores) == len([r for r in stored.values() if r.n_scoreable])


def test_the_presets_of_valencia(stores: Path) -> None:
    store = snapshot()
    points = scenario_points(store, "valencia")
    lines = {"recent": ("pm2_5", "waste_recycled", "o3")}
    banded = play(points, next_band(points).goals, lines)
    yearly = {p.key: p.yearly for p in banded.points}
    assert yearly["pm2_5"] == pytest.approx(-0.503, abs=5e-4)  # to 6.5
    assert yearly["waste_recycled"] == pytest.approx(1.681, abs=5e-4)  # to 39.6
    met = play(points, all_lines(points, SDG_11).goals, lines)
    assert (met.lines[0].before.met, met.lines[0].after.met) == (1, 3)
    # Other statistics move lines, never the scores of the U4SSC report.
    assert all(score.points == score.points_after for score in met.scores)
    pace = present_pace(points).goals
    assert (round(pace["pm2_5"], 1), round(pace["o3"], 1)) == (7.2, 59.7)
    everyone = tuple(city.id for city in cities(store))
    peers = best_peer(points, peer_values(store, "valencia", everyone))
    assert (peers.goals, peers.refusal) == ({}, "too_few_peers")
    own = play(points, admit(points, {"pm2_5": 8.0}).goals).points[0]
    assert (own.progress_after, own.band_after) == (90.0, 3)
    assert own.yearly == pytest.approx(-2.02 / 7)
