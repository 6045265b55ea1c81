"""Progress as the router gets it: every state of the address is a page that says why."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from functools import partial

import pytest
from flask.testing import FlaskClient
from plotly import graph_objects as go

from components.view import View
from data import queries
from data.queries.progress import sdg_points, stored_trends
from data.store import Snapshot, snapshot
from pages.progress.points import STATUSES, PointProgress, read_points, status_of, tally
from pages.progress.reading import chosen_scope, read_subject
from pages.progress.scope import choices, resolve
from tests.pages import reading
from tests.pages.reading import graphs, words

pytestmark = pytest.mark.usefixtures("stores")
EXAMPLE = "selvinuna"

page = partial(reading.page, "progress")


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).text)))


def points_of(store: Snapshot, city: str, **query: str) -> tuple[PointProgress, ...]:
    view = View.from_query(query)
    found, scope = queries.city(store, city), chosen_scope(store, view)
    assert found is not None
    assert scope is not None
    return read_subject(store, view, found, scope).points


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "Choose a city"),
        ({"data": "example"}, "Choose a city"),
        ({"city": "valenzia"}, "Did you mean: Valencia"),
        ({"city": "valencia", "scope": "zz"}, "There is no set of points “zz”"),
        ({"city": "valencia"}, "Air Pollution (PM₂.₅) too slow for 2030; Solid Waste"),
        ({"city": "valencia"}, "8 of the 42 points of SDG 11 are held here."),
        ({"city": "valencia"}, "Too slow: 3 of 3 agree."),
        ({"city": "valencia"}, "At the line but slipping: Air Pollution (O₃)."),
        ({"city": "valencia"}, "Newest 2019: too old to judge."),
        ({"city": "valencia"}, "14 of 42 as U4SSC’s methodology says; 28 inferred by us."),
        ({"city": "valencia"}, "GHG Emissions at 1.843 (line ≤ 1.7) count, within 5 % of"),
        ({"city": "valencia", "scope": "environment"}, "a source of its own, never joined"),
        ({"city": "valencia", "scope": "economy-transport"}, "No 2030 line is set"),
        ({"city": "valencia", "asof": "2020"}, "as of 2020"),
        ({"city": "valencia", "asof": "1950"}, "held up to 1950; the first is of 2009."),
        ({"city": "valencia", "asof": "2099"}, "2099 has not come yet"),
        ({"city": "valencia", "since": "2025"}, "is too short for a trend"),
        ({"city": "valencia", "since": "2017"}, "Theil–Sen since 2017"),
        ({"city": "valencia", "kpi": "zz"}, "There is no data point “zz”."),
        ({"city": "valencia", "kpi": "pm10", "cities": "hamburg,zz"}, "“zz” is no city"),
        ({"city": "valencia", "kpi": "pm10", "cities": "hamburg"}, "none is known to be at the"),
        ({"city": "rana", "kpi": "emf_exposure"}, "None of these cities holds a value"),
        ({"city": "riyadh"}, "no value of SDG 11 is newer than 2020, too old to judge in 2026"),
        ({"city": "riyadh"}, "See how it stood in 2020"),
        ({"city": "riyadh"}, "No trend yet: one round"),
        ({"city": "riyadh", "asof": "2020"}, "6 of 11 points held of SDG 11 at the 2030 line"),
        ({"city": "riyadh", "asof": "2020"}, "No trend yet: one round"),
        ({"city": "rana"}, "none of the 42 points of SDG 11 is held here"),
        ({"city": "rana", "scope": "all"}, "It says nothing about the city."),
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
    store = snapshot(query.get("data", "published"))
    points = points_of(store, city, **query)
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
    water = next(p for p in points_of(snapshot(), "valencia", scope="environment")
                 if p.point.key == "water_consumption")  # fmt: skip
    assert [row.kind for row in water.series] == ["other_statistics", "u4ssc_publication"]
    assert water.status == "at_line"
    drawn = graphs(page(city="valencia", scope="environment"))["trend-water_consumption"]["data"]
    lines = [trace for trace in drawn if trace.get("mode") == "lines" and len(trace["x"]) > 2]
    assert len(lines) == 1  # the report's one value is a ring


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
    assert {"level", "level-phone", "cities-chart", "cities-chart-phone"} < found.keys()
    for name, figure in found.items():
        if not name.startswith("trend-") or name in ("trend-pm2_5", "trend-no2"):
            go.Figure(figure)


def test_every_chart_of_the_trends_has_its_table_downloads_and_source() -> None:
    markup = page(city="valencia")
    cards = re.findall(r'data-chart="trend-(\w+)"', markup)
    assert len(cards) == 8
    for key in cards:
        assert f'id="trend-{key}-table"' in markup
        assert f"/progress/valencia/series.csv?kpi={key}" in markup
        assert f"/city/valencia?point={key}" in markup
    # An old history is drawn without pace, projection or methods.
    old = markup.split('data-chart="trend-no2"')[1].split("</figure>")[0]
    assert "needed" not in old
    assert "SDSN" not in old


def test_files_hold_what_the_page_shows(client: FlaskClient) -> None:
    judged = rows(client, "/progress/valencia/trends.csv")
    assert len({row["point_key"] for row in judged}) == 42
    leads = [row for row in judged if row["leads"] != "no"]
    counted = dict(tally(points_of(snapshot(), "valencia")))
    assert Counter(row["counts_as"] for row in leads) == counted
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


def test_files_of_the_example_set_say_synthetic_and_of_nothing_are_not_found(
    client: FlaskClient,
) -> None:
    answer = client.get(f"/progress/{EXAMPLE}/series.csv?data=example")
    assert "synthetic" in answer.headers["Content-Disposition"]
    assert {r["data_set"] for r in csv.DictReader(io.StringIO(answer.text))} == {"Synthetic"}
    for address in ("nowhere/trends.csv", "valencia/trends.csv?scope=zz",
                    "valencia/series.csv?kpi=zz"):  # fmt: skip
        assert client.get(f"/progress/{address}").status_code == 404


def test_the_header_leads_to_the_city_that_is_looked_at() -> None:
    assert 'href="/progress/riyadh"' in reading.page("city", city="riyadh")
    assert 'href="/progress"' in reading.page("benchmark")
    assert 'href="/progress?data=example"' in page(city="riyadh")  # the other set has no Riyadh
