"""Progress as the router gets it: every state of the address is a page that says why."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from functools import partial
from typing import Any

import pytest
from flask.testing import FlaskClient
from plotly import graph_objects as go

from components.view import View
from data import queries
from data.queries.progress import sdg_points, stored_trends
from data.store import snapshot
from pages.progress import level
from pages.progress.parts import AT_ONCE, FIRST, Parts
from pages.progress.points import STATUSES, read_points, status_of, tally
from pages.progress.reading import ProgressReading, read_progress
from pages.progress.scope import choices, resolve
from tests.pages import reading
from tests.pages.reading import graphs, words

pytestmark = pytest.mark.usefixtures("stores")
EXAMPLE = "selvinuna"

page = partial(reading.page, "progress")


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    text = client.get(address).get_data().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def read(city: str, **query: str) -> ProgressReading:
    view = View.from_query(query)
    store = snapshot(view.data)
    found = queries.city(store, city)
    assert found is not None
    reading = read_progress(store, view, found)
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "Choose a city"),
        ({"data": "example"}, "Choose a city"),
        ({"city": "valenzia"}, "Did you mean: Valencia"),
        ({"city": "valencia", "scope": "zz"}, "There is no set of points “zz”"),
        ({"city": "valencia"}, "Air Pollution (PM₂.₅) too slow for 2030; Solid Waste"),
        ({"city": "valencia"}, "9 of the 42 points of SDG 11 have a value here."),
        ({"city": "valencia"}, "Too slow: 3 of 3 agree."),
        ({"city": "valencia"}, "Slipping, though at or close to target: Air Pollution (O₃)."),
        ({"city": "valencia"}, "The newest value is from 2019: too old to judge."),
        ({"city": "valencia"}, "U4SSC’s methodology names 14 of 42; we inferred 28."),
        ({"city": "valencia"}, "GHG Emissions at 1.843 (target ≤ 1.7) count, within 5 % of"),
        ({"city": "valencia", "scope": "environment"}, "shown as a separate source"),
        ({"city": "valencia", "scope": "economy-transport"}, "; no 2030 target."),
        ({"city": "valencia", "asof": "2020"}, "as of 2020"),
        ({"city": "valencia", "asof": "1950"}, "no value up to 1950; the first is from 2004."),
        ({"city": "valencia", "asof": "2099"}, "2099 is in the future"),
        ({"city": "valencia", "since": "2025"}, "is too short for a trend"),
        ({"city": "valencia", "since": "2017"}, "present pace since 2017"),
        ({"city": "valencia", "kpi": "zz"}, "There is no data point “zz”."),
        ({"city": "valencia", "kpi": "pm10", "cities": "hamburg,zz"}, "“zz”"),
        (
            {"city": "valencia", "kpi": "pm10", "cities": "hamburg"},
            "none is known to meet the target",
        ),
        ({"city": "rana", "kpi": "emf_exposure"}, "none of these cities has a value"),
        ({"city": "riyadh"}, "no value of SDG 11 is newer than 2020, too old to judge in 2026"),
        ({"city": "riyadh"}, "See how it stood in 2020"),
        ({"city": "riyadh"}, "No trend yet: one round"),
        (
            {"city": "riyadh", "asof": "2020"},
            "6 of 12 available points of SDG 11 meet their 2030 targets",
        ),
        (
            {"city": "riyadh", "asof": "2020"},
            "No trend yet 7 points have a single value each (2018–2020)",
        ),
        ({"city": "rana"}, "no values are available for the 42 points of SDG 11"),
        ({"city": "rana", "scope": "all"}, "That says nothing about the city."),
        ({"city": EXAMPLE, "data": "example"}, "Synthetic data, fictional city."),
        ({"city": EXAMPLE, "data": "example", "scope": "sdg-6"}, "SDG 6: Clean water"),
        ({"city": EXAMPLE, "data": "example", "scope": "kpi-ec-i-b-1a"}, "2030"),
    ],
)
def test_states(query: dict[str, str], sentence: str) -> None:
    text = words(page(**query))
    assert "could not be shown" not in text
    assert sentence in text


@pytest.mark.parametrize(("data", "step"), [("published", 9), ("example", 40)])
def test_every_city_makes_a_page(data: str, step: int) -> None:
    for city in queries.cities(snapshot(data))[::step]:
        assert "could not be shown" not in words(page(data=data, city=city.id, scope="all"))


def test_every_scope_of_the_list_is_one_and_counts_each_point_once() -> None:
    store = snapshot()
    points, sdg = queries.definitions(store), sdg_points(store)
    offered = [value for block in choices(points, sdg) for value, _name in block.options]
    assert len(offered) == len(set(offered)) == 16 + 1 + 3 + 24 + 91
    for key in offered:
        scope = resolve(key or None, points, sdg)
        assert scope is not None, key
        assert len(scope.points) == len(set(scope.points)) > 0
    eleven = resolve(None, points, sdg)
    assert eleven is not None
    assert len(eleven.points) == 42
    targets = {g.code: g for g in eleven.groups}
    assert list(targets) == [f"11.{c}" for c in "1234567ab"]
    assert targets["11.a"].points == ()
    assert targets["11.a"].shared == (("11.3", 5),)


@pytest.mark.parametrize(
    ("city", "query"),
    [("valencia", {}), ("valencia", {"scope": "all"}), ("riyadh", {"asof": "2020"}),
     ("rana", {}), (EXAMPLE, {"data": "example", "scope": "all"})],
)  # fmt: skip
def test_the_tally_sums_to_the_points(city: str, query: dict[str, str]) -> None:
    points = read(city, **query).points
    counted = tally(points)
    assert sum(n for _word, n in counted) == len(points)
    shown = re.findall(
        r"<b>(\d+)</b>", page(city=city, **query).split("pg-tally")[1].split("</ul>")[0]
    )
    assert [int(n) for n in shown] == [n for _word, n in counted]


def test_each_series_counts_under_one_word() -> None:
    for data, city in (("published", "valencia"), ("example", EXAMPLE)):
        for row in stored_trends(snapshot(data), city):
            assert status_of(row) in STATUSES
    row = stored_trends(snapshot(), "valencia")[0]
    of = row._replace
    assert status_of(None) == "not_held"
    assert status_of(of(state="emptied", level=None)) == "printed"
    assert status_of(of(state="too_old", level="met")) == "too_old"
    assert status_of(of(state="yes_no", level="met")) == "at_line"
    assert status_of(of(state="yes_no", level="below")) == "not_met"
    assert status_of(of(state="judged", level="no_target")) == "no_line"
    assert status_of(of(state="goal_year_over", level="below")) == "not_met"
    assert status_of(of(state="no_trend", level="below")) == "no_trend"
    assert status_of(of(state="judged", level="below", headline="disagree")) == "disagree"


def test_a_fresh_source_leads_an_old_report_and_is_never_joined_with_it() -> None:
    points = read("valencia", scope="environment").points
    water = next(p for p in points if p.point.key == "water_consumption")
    assert [row.kind for row in water.series] == ["other_statistics", "u4ssc_publication"]
    assert water.status == "near_line"
    drawn = graphs(page(city="valencia", scope="environment"))["trend-water_consumption"]["data"]
    assert sum(trace.get("connectgaps") is False for trace in drawn) == 1  # the report is a ring


def test_equal_standing_puts_the_report_first() -> None:
    store = snapshot()
    trends = stored_trends(store, "valencia")
    point = queries.definition(store, "pm2_5")
    one = next(row for row in trends if row.point_key == "pm2_5")
    report = one._replace(kind="u4ssc_publication", publication="made")
    assert point is not None
    (found,) = read_points((point,), (one, report), (), 2026)
    assert found.lead == report


def test_figures_are_ones_that_plotly_takes() -> None:
    found = graphs(page(city="valencia", kpi="no2", cities="hamburg,berlin"))
    assert {"level", "cities-chart", "trend-pm2_5", "trend-no2"} < found.keys()
    for figure in found.values():
        go.Figure(figure)
    # An old history is drawn without pace, projection or methods.
    notes = found["trend-no2"]["layout"]["annotations"]
    assert {note["text"] for note in notes} == {"<b>19</b>", "target ≤\u00a010"}


def test_every_chart_of_the_trends_has_its_table_downloads_and_source() -> None:
    markup = page(city="valencia")
    assert len([name for name in markup.figures if name.startswith("trend-")]) == 8
    for name in markup.figures:
        if name.startswith("trend-"):
            key = name.removeprefix("trend-")
            assert f"/progress/valencia/series.csv?kpi={key}" in markup
            assert f"/city/valencia/source/{key}" in markup
            assert f"/progress/valencia?kpi={key}#one-point" in markup


def test_the_page_brings_few_charts_and_each_point_stands_in_one_group() -> None:
    reading = read(EXAMPLE, data="example", scope="all")
    groups = reading.parts.groups
    drawn = [p.point.key for group in groups for p in group.points]
    assert len(drawn) == len(set(drawn)) > 50
    found = graphs(page(city=EXAMPLE, data="example", scope="all"))
    assert sum(name.startswith("trend-") for name in found) <= AT_ONCE
    few = Parts(read("valencia").points).groups
    assert [len(group.points) for group in few] == [3, 5]
    assert few[0].key == FIRST


def test_an_opened_group_fills_a_part_at_a_time(client: FlaskClient) -> None:
    reading = read(EXAMPLE, data="example", scope="all")
    n = len(reading.parts.group("too_slow").points)
    opened = fill(client, "head", more=None)
    assert len(opened["charts"]["children"]) == AT_ONCE
    assert opened["more"]["children"] == f"Show {min(AT_ONCE, n - AT_ONCE)} more"
    added = fill(client, "more", more=1)
    assert added["charts"]["children"]["operations"][0]["operation"] == "Extend"
    assert fill(client, "head", opened=2) == {}


def fill(client: FlaskClient, part: str, opened: int = 1, more: int | None = None) -> Any:
    """The answer of the callback that fills the group of points that are too slow."""

    def of(name: str, prop: str, value: Any = None) -> dict[str, Any]:
        return {"id": {"part": name, "trends": "too_slow"}, "property": prop, "value": value}

    outputs = [of("charts", "children"), of("more", "children"), of("more", "hidden")]
    pattern = '{{"part":"{}","trends":["MATCH"]}}.{}'
    ids = [pattern.format(o["id"]["part"], o["property"]) for o in outputs]
    own = json.dumps({"part": part, "trends": "too_slow"}, separators=(",", ":"))
    asked = {
        "output": f"..{'...'.join(ids)}..",
        "outputs": outputs,
        "inputs": [of("head", "n_clicks", opened), of("more", "n_clicks", more)],
        "changedPropIds": [f"{own}.n_clicks"],
        "state": [
            {"id": "address", "property": "search", "value": "?data=example&scope=all"},
            {"id": "here", "property": "data", "value": {"path": f"/progress/{EXAMPLE}"}},
        ],
    }
    answer = client.post("/_dash-update-component", json=asked)
    if answer.status_code == 204:
        return {}
    found = answer.get_json()["response"]
    return {json.loads(key)["part"]: value for key, value in found.items()}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Level: no available value has a 2030 target"),
        ([("below", "judged")], "Level: the one value does not meet its 2030 target"),
        ([("below", "judged")] * 3, "Level: none of 3 values meets its 2030 target"),
        ([("met", "at_target")], "Level: the one value meets its 2030 target"),
        (
            [("near", "at_target"), ("below", "judged")],
            "Level: none of 2 values meets its 2030 target, one is within 5 % of it",
        ),
        (
            [("met", "too_old"), ("below", "judged")],
            "Level: 1 of 2 values meet their 2030 targets; too old to judge",
        ),
        (
            [("met", "too_old"), ("met", "at_target"), ("below", "judged")],
            "Level: 2 of 3 values meet their 2030 targets; 1 of these are too old to judge",
        ),
    ],
)
def test_titles_of_the_level(rows: list[tuple[str, str]], said: str) -> None:
    one = stored_trends(snapshot(), "valencia")[0]
    leads = [one._replace(level=name, state=state, progress=50.0) for name, state in rows]
    assert level.title(leads) == said


def test_files_hold_what_the_page_shows(client: FlaskClient) -> None:
    judged = rows(client, "/progress/valencia/trends.csv")
    assert len({row["point_key"] for row in judged}) == 42
    leads = [row for row in judged if row["leads"] != "false"]
    assert Counter(row["counts_as"] for row in leads) == dict(tally(read("valencia").points))
    pm = next(row for row in judged if row["point_key"] == "pm2_5")
    assert (pm["canada"], pm["sdsn"], pm["un"]) == (
        "acceleration_needed", "moderately_improving", "fair",
    )  # fmt: skip
    assert float(pm["needed"]) == pytest.approx((5 - 10.02) / (2030 - 2023))
    values = rows(client, "/progress/valencia/series.csv?kpi=no2&cities=hamburg")
    assert {row["city_id"] for row in values} == {"valencia", "hamburg"}
    assert {row["point_key"] for row in values} == {"no2"}
    assert all(int(r["year"]) <= 2015 for r in
               rows(client, "/progress/valencia/series.csv?asof=2015"))  # fmt: skip


@pytest.mark.parametrize("name", ["series", "trends", "rounds", "between"])
@pytest.mark.parametrize("kind", ["csv", "xlsx", "json", "parquet"])
def test_every_table_is_there_in_every_format(client: FlaskClient, name: str, kind: str) -> None:
    answer = client.get(f"/progress/{EXAMPLE}/{name}.{kind}?data=example")
    assert answer.status_code == 200
    assert "synthetic" in answer.headers["Content-Disposition"]
    if kind == "csv":
        assert {row["data_set"] for row in rows(client, answer.request.path + "?data=example")} == {
            "synthetic"
        }


def test_files_of_nothing_are_not_found(client: FlaskClient) -> None:
    for address in ("nowhere/trends.csv", "valencia/trends.csv?scope=zz",
                    "valencia/series.csv?kpi=zz", "valencia/between.csv",
                    "valencia/trends.txt"):  # fmt: skip
        assert client.get(f"/progress/{address}").status_code == 404


def test_the_header_leads_to_the_city_that_is_looked_at(client: FlaskClient) -> None:
    assert read("riyadh").path == "/progress/riyadh"
    assert "/progress/riyadh" in reading.page("city", city="riyadh")
