"""The scenario and the score over time on a city's page: every state explains itself."""

from __future__ import annotations

import csv
import io
import re
from functools import partial

import pytest
from flask.testing import FlaskClient

from components.view import View
from data import queries
from data.store import snapshot
from pages.progress.reading import read_progress
from pages.progress.scenario import rows as scenario_rows
from pages.progress.scenario import section as scenario
from pages.progress.scenario.reading import ScenarioReading, read_scenario
from tests.pages import reading
from tests.pages.reading import graphs, words

pytestmark = pytest.mark.usefixtures("stores")

page = partial(reading.page, "progress")


def section(name: str, **query: str) -> str:
    """Words of one section of the page."""
    found = re.split(r"<section", page(**query))
    return words(next(f"<x {part}" for part in found if f'id="{name}"' in part.split(">")[0]))


def rows(client: FlaskClient, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))


def read(city: str, **query: str) -> ScenarioReading:
    view = View.from_query(query)
    store = snapshot(view.data)
    found = queries.city(store, city)
    assert found is not None
    progress = read_progress(store, view, found)
    assert progress is not None
    return read_scenario(store, view, found, progress.scope)


def test_valencia_sees_what_would_meet_its_targets() -> None:
    text = section("scenario", city="valencia")
    assert "Scenario, not a forecast" in text
    assert "What 2030 could look like" in text
    assert "Present pace continues 3 of 9 targets met Air Pollution: PM₂.₅ to 7.24 µg/m³" in text
    # 24.47 % of 2021 to 60 % is 3.95 a year, to the next band (39.6 %) 1.68.
    assert "Solid Waste Treatment: Recycled +3.95 a year" in text
    assert "Solid Waste Treatment: Recycled +1.68 a year" in text
    assert "As good as the best peer Not available: fewer than eight peers" in text
    assert "no score: 7 of 44 points available" in text
    assert "9 values are from other statistics: they count towards their targets" in text
    assert "33 points have no value today, so no goal can be set" in text


def test_a_goal_and_its_yearly_change(client: FlaskClient) -> None:
    text = section("scenario", city="valencia", goals="pm2_5:8")
    assert "−0.289" in text
    assert "3 of 9 targets of SDG 11 met in 2030, as today" in text
    found = rows(client, "/progress/valencia/scenario.csv?goals=pm2_5:8")
    assert [r["stamp"] for r in found] == ["Scenario, not a forecast"]
    assert float(found[0]["needed_a_year"]) == pytest.approx((8 - 10.02) / 7)
    assert float(found[0]["progress_2030"]) == pytest.approx(90)
    assert found[0]["set_by"] == "reader"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"goals": "pm10:99999"}, "99,999 is not plausible: 0 to 2,000 is."),
        ({"goals": "pm2_5:-3"}, "−3 is not plausible: 0 to 1,000 is."),
        ({"goals": "waste_recycled:3"}, "3 % is worse than today’s 24.47 %."),
        ({"goals": "zz:1"}, "zz There is no such data point."),
        ({"goals": "noise_exposure:1"}, "Noise Exposure There is no value today"),
        (
            {"goals": "unemployment_rate:9"},
            "One goal for a point that is not shown here counts too",
        ),
        ({"scope": "society-food-security"}, "No scenario: Food Security has no values here"),
        ({"scope": "economy"}, "Targets of SDG 11 met"),
        ({"score": "continuous"}, "Show the U4SSC points score"),
    ],
    ids=str,
)
def test_every_state_explains_itself(query: dict[str, str], said: str) -> None:
    assert said in section("scenario", city="valencia", **query).replace("\u00a0", " ")


def test_yes_no_points_are_a_switch_and_one_that_stands_stays() -> None:
    found = read("riyadh", goals="plan_connected:1,plan_compact:0")
    points = {p.key: p for p in found.movable if p.yes_no}
    switches = {key: scenario_rows.row(found, p).children[1] for key, p in points.items()}
    assert len(switches) == 5
    assert sum(bool(s.disabled) for s in switches.values()) == 4
    assert switches["plan_connected"].value is True
    assert "7 of 11 targets of SDG 11 met in 2030, 6 today" in words(scenario.head(found))
    said = words(scenario_rows.said(found, points["plan_compact"]))
    assert "No is worse than today’s Yes" in said


def test_scores_move_by_the_gate_and_the_chart_is_stamped(client: FlaskClient) -> None:
    found = page(city="bervinport", data="example", preset="best_peer")
    assert len(graphs(found)["scenario-goals"]["data"][1]["x"]) == 20
    text = section("scenario", city="bervinport", data="example", preset="best_peer")
    assert text.count("Scenario, not a forecast") >= 3  # head, chart, table
    assert "Synthetic data, fictional city" in text
    scores = rows(client, "/progress/bervinport/scenario-scores.csv?data=example&preset=best_peer")
    assert {r["data_set"] for r in scores} == {"synthetic"}
    economy = next(r for r in scores if r["key"] == "economy")
    assert float(economy["points_score_2030"]) > float(economy["points_score"])


def test_without_goals_the_chart_waits_hidden() -> None:
    hidden = [scenario.chart.panel(read("valencia", goals=goals)).hidden
              for goals in ("", "pm10:99999", "pm2_5:8")]  # fmt: skip
    assert hidden == [True, True, False]


def test_every_control_has_a_name_and_stands_at_its_goal() -> None:
    found = read("bervinport", data="example", scope="all", goals="pm2_5:7.5")
    n = 0
    for own in scenario_rows.grouped(found):
        for row in scenario_rows.inside(found, own.key):
            what, *controls, _said = row.children
            for control in controls:
                by = control.id["by"]
                assert by == "switch" or f"&#34;by&#34;:&#34;{by}&#34;" in what.html
                n += 1
    assert n > 150
    ids = [{"goal": "pm2_5", "by": by} for by in ("slider", "field")]
    assert scenario_rows.values(found, ids) == [7.5, 7.5]


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


def test_files_of_rounds_hold_what_is_drawn(client: FlaskClient) -> None:
    found = rows(client, "/progress/bervinport/rounds.csv?data=example")
    assert {r["as_of"] for r in found} == {str(y) for y in range(2018, 2026)}
    two = rows(client, "/progress/bervinport/between.csv?data=example&between=2018,2025")
    both = [r for r in two if r["held_in"] == "both"]
    assert sum(float(r["contribution_printed"]) for r in both) == pytest.approx(12.92, abs=1e-9)
    assert {r["held_in"] for r in two} == {"both", "last"}
    assert client.get("/progress/valencia/between.csv").status_code == 404
    assert client.get("/progress/nobody/scenario.csv").status_code == 404
