"""The scenario and the score over time on a city's page: every state explains itself."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import partial

import pytest

from tests.pages import reading
from tests.pages.reading import graphs, words

pytestmark = pytest.mark.usefixtures("stores")

page = partial(reading.page, "progress")


def section(name: str, **query: str) -> str:
    """Words of one section of the page."""
    found = re.split(r"<section", page(**query))
    return words(next(f"<x {part}" for part in found if f'id="{name}"' in part.split(">")[0]))


def get(path: str) -> str:
    from app import server

    answer = server.test_client().get(path)
    assert answer.status_code == 200
    return answer.text


def rows(path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(get(path))))


def test_valencia_sees_what_would_meet_its_lines() -> None:
    text = section("scenario", city="valencia")
    assert "Scenario, not a forecast" in text
    assert "What 2030 could look like" in text
    assert "Present pace kept 2 of 8 lines met Air Pollution: PM₂.₅ to 7.24 µg/m³" in text
    # The mock's numbers: 24.47 % of 2021 to 60 % is 3.95 a year, to the next band (39.6 %) 1.68.
    assert "Solid Waste Treatment: Recycled +3.95 a year" in text
    assert "Solid Waste Treatment: Recycled +1.68 a year" in text
    assert "As the best peer not shown Fewer than eight peers" in text
    assert "7 of 44 held: no score" in text
    assert "8 values are of other statistics: they move their line and no score" in text
    assert "34 points have no value today, so no goal can be set" in text


def test_a_goal_of_the_mock_and_its_yearly_change() -> None:
    text = section("scenario", city="valencia", goals="pm2_5:8")
    assert "−0.289" in text
    assert "2 of 8 lines of SDG 11 met in 2030, as today" in text
    found = rows("/progress/valencia/scenario.csv?goals=pm2_5:8")
    assert [r["stamp"] for r in found] == ["Scenario, not a forecast"]
    assert float(found[0]["needed_a_year"]) == pytest.approx((8 - 10.02) / 7)
    assert float(found[0]["progress_2030"]) == pytest.approx(90)
    assert found[0]["set_by"] == "reader"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"goals": "pm10:99999"}, "99,999 is beyond what is plausible, 0 to 2,000"),
        ({"goals": "pm2_5:-3"}, "−3 is beyond what is plausible, 0 to 1,000"),
        ({"goals": "waste_recycled:3"}, "3 % is worse than today’s 24.47 %"),
        ({"goals": "zz:1"}, "There is no data point “zz”"),
        ({"goals": "noise_exposure:1"}, "no value is held today"),
        ({"goals": "unemployment_rate:9"}, "One goal outside these points counts too"),
        ({"scope": "society-food-security"}, "Nothing of Food Security is held here"),
        ({"scope": "economy"}, "Lines of SDG 11 met"),
    ],
    ids=str,
)
def test_every_state_explains_itself(query: dict[str, str], said: str) -> None:
    assert said in section("scenario", city="valencia", **query)


def test_yes_no_points_are_a_switch_and_one_that_stands_stays() -> None:
    found = page(city="riyadh", goals="plan_connected:1,plan_compact:0")
    switches = re.findall(r'<input type="checkbox" role="switch"[^>]*>', found)
    assert len(switches) == 5
    assert sum("disabled" in s for s in switches) == 4
    assert all("checked" in s for s in switches)
    assert "7 of 11 lines of SDG 11 met in 2030, 6 today" in words(found)
    assert "Compact: No is worse than today’s Yes" in words(found)


def test_scores_move_by_the_gate_and_the_chart_is_stamped() -> None:
    found = page(city="bervinport", data="example", preset="best_peer")
    assert "Synthetic data, a fictional city" in words(found)
    late = re.search(r'data-fragment-href="([^"]*scenario-chart[^"]*)"', found)
    assert late
    chart = get(late[1].replace("&amp;", "&"))
    assert "scenario-goals" in graphs(chart)
    assert chart.count("Scenario, not a forecast") >= 3  # subtitle, source, table
    assert "Synthetic data" in chart
    scores = rows("/progress/bervinport/scenario-scores.csv?data=example&preset=best_peer")
    assert {r["data_set"] for r in scores} == {"Synthetic"}
    economy = next(r for r in scores if r["key"] == "economy")
    assert float(economy["points_score_2030"]) > float(economy["points_score"])
    model = re.search(r"data-model>(.*?)</script>", found, re.DOTALL)
    assert model
    assert set(json.loads(model[1])["presets"]) == {
        "present_pace", "next_band", "all_lines", "best_peer",
    }  # fmt: skip


def test_every_input_has_a_name() -> None:
    found = page(city="bervinport", data="example", scope="all")
    inputs = re.findall(r"<input [^>]*data-(?:slider|field)[^>]*>", found)
    assert len(inputs) > 150
    assert all("aria-label=" in i and " id=" in i for i in inputs)


def test_one_round_is_a_sentence_and_many_are_charts() -> None:
    assert "One round: no score over time yet" in section("rounds", city="valencia")
    assert "with 16 scored points" in section("rounds", city="valencia")
    assert "No round: no score over time" in section("rounds", city="london")
    drawn = graphs(page(city="bervinport", data="example"))
    assert {f"rounds-{d}" for d in ("economy", "environment", "society")} <= set(drawn)
    text = section("rounds", city="bervinport", data="example", between="2020,2023")
    assert "Synthetic data" in text
    assert "2020 to 2023" in text
    assert "There are no two rounds 2001 and 2002" in section(
        "rounds", city="bervinport", data="example", between="2001,2002"
    )


def test_files_of_rounds_hold_what_is_drawn() -> None:
    found = rows("/progress/bervinport/rounds.csv?data=example")
    assert {r["as_of"] for r in found} == {str(y) for y in range(2018, 2026)}
    two = rows("/progress/bervinport/between.csv?data=example&between=2018,2025")
    both = [r for r in two if r["held_in"] == "both"]
    assert sum(float(r["contribution_printed"]) for r in both) == pytest.approx(12.92, abs=1e-9)
    assert {r["held_in"] for r in two} == {"both", "last"}
    from app import server

    assert server.test_client().get("/progress/valencia/between.csv").status_code == 404
    assert server.test_client().get("/progress/nobody/scenario.csv").status_code == 404
