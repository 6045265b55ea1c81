"""The Index lab as the router gets it: never a rank without its interval, every state explained."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import partial
from typing import Any

import pytest
from dash import Patch, no_update
from flask.testing import FlaskClient
from plotly import graph_objects as go

from components.charts.kit.palette import LIGHT
from components.charts.ranks.ranks import TRIANGLES
from components.view import View
from data.store import snapshot
from exports.formats import FORMATS
from pages.index_lab import callbacks, weights
from pages.index_lab import words as say
from pages.index_lab.body import outputs
from pages.index_lab.chart import figure
from pages.index_lab.reading import IndexReading, read_index
from tests.pages import reading as pages
from tests.pages.reading import graphs, words

pytestmark = pytest.mark.usefixtures("stores")


page = partial(pages.page, "index_lab")


def rows(what: str, **query: str) -> list[dict[str, str]]:
    from app import server

    answer = server.test_client().get(f"/index/{what}.csv", query_string=query)
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_it_opens_on_employment_and_says_who_leads_and_how_surely() -> None:
    text = words(page())
    assert "Employment: Stavanger stands alone in tier 1; the others share one tier" in text
    assert "Stavanger in 100 %" in text
    assert "Stavanger’s interval ends at rank 1; Riyadh’s begins at rank 2." in text
    assert "percentile (from 8 cities)" in re.sub(r"\s+", " ", text)


def test_ranks_of_the_file_are_those_of_the_mock() -> None:
    found = {row["city"]: row for row in rows("ranks") if row["tier"]}
    assert {city: round(float(row["score"]), 1) for city, row in found.items()} == {
        "Stavanger": 89.0, "Riyadh": 74.8, "Moscow": 73.6, "Ålesund": 70.4, "Valencia": 67.2,
    }  # fmt: skip
    assert [found[c]["nominal_rank"] for c in ("Stavanger", "Riyadh", "Moscow")] == ["1", "2", "3"]
    assert all(float(r["rank_p5"]) <= float(r["rank_p95"]) for r in found.values())


def test_the_points_behind_it_carry_their_source() -> None:
    found = rows("points")
    assert len(found) == 5 * 4
    assert all(row["publication"] and row["score"] for row in found)


def test_the_example_set_shows_which_weights_change_ranks() -> None:
    found = page(data="example", category="economy", weights="economy-transport:90")
    text = words(found)
    assert "Twice the weight: Transport" in text
    assert "Without Employment" in text
    assert "Synthetic data" in text
    assert "index-ranks" in graphs(found)


def test_fewer_than_five_cities_get_scores_and_no_ranks() -> None:
    found = page(category="society-safety")
    assert "3 cities have enough data on Safety: scores, but no ranks" in words(found)
    assert graphs(found)["index-ranks"]["layout"]["xaxis"]["ticktext"][-1] == "target"
    assert {row["nominal_rank"] for row in rows("ranks", category="society-safety")} == {""}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"weights": "ec-p-emp-1c:0"}, "Weights of parts"),
        ({"category": "society-food-security"}, "has a target, so there is no index"),
        ({"category": "economy"}, "No city has enough data on Economy"),
        ({"category": "economy-waste"}, "No city has enough data on Waste"),
        ({"category": "environment-air-quality"}, "One city has enough data on Air Quality"),
        ({"category": "society-health", "leave": "riyadh"}, "No city has enough data on Health"),
        ({"asof": "1950"}, "No city has enough data on"),
        ({"category": "environment-public-space-and-nature"}, "No city has enough data"),
        ({"category": "all", "data": "example"}, "hides more than it says"),
        ({"lens": "mobility", "data": "example"}, "Lens: Mobility"),
        ({"data": "example", "scale": "percentile", "mean": "geometric", "by": "points"}, "tier 1"),
    ],
    ids=str,
)
def test_every_state_explains_itself(query: dict[str, str], said: str) -> None:
    assert said in words(page(**query))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"lens": "nope"}, "There is no lens “nope” here"),
        ({"category": "nope"}, "There is no category “nope” here"),
        ({"scale": "percentile"}, "Percentiles need at least 8 ranked cities"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said_in_a_notice(query: dict[str, str], said: str) -> None:
    assert said in words(page(**query))


def read(query: str = "") -> IndexReading:
    view = View.from_search(query)
    return read_index(snapshot(view.data), view)


def groups() -> list[str]:
    return [group.key for group in read().block.groups]


def test_weights_of_zero_are_equal_and_huge_ones_are_scaled() -> None:
    keys = groups()
    zero = page(weights=",".join(f"{key}:0" for key in keys))
    assert "taken as equal" in words(zero)
    equal = [row["score"] for row in rows("ranks")]
    assert [row["score"] for row in rows("ranks", weights=f"{keys[0]}:0,{keys[1]}:0,"
                                         f"{keys[2]}:0,{keys[3]}:0")] == equal  # fmt: skip
    assert "scaled down together" in words(page(weights=f"{keys[0]}:1e9"))
    alone = [row for row in rows("ranks", weights=f"{keys[0]}:1e9") if row["tier"]]
    assert max(float(row["score"]) for row in alone) == pytest.approx(100, abs=1e-4)


def test_the_files_are_served_under_a_name_that_says_what_they_are(client: FlaskClient) -> None:
    answer = client.get("/index/ranks.csv?data=example&category=economy-employment")
    assert answer.status_code == 200
    assert "example-synthetic" in answer.headers["Content-Disposition"]
    assert answer.text.removeprefix("\ufeff").startswith("city_id,city,as_of,tier,")


@pytest.mark.parametrize("what", ["ranks", "points", "changes"])
@pytest.mark.parametrize("extension", FORMATS)
def test_every_table_comes_in_every_format(client: FlaskClient, what: str, extension: str) -> None:
    answer = client.get(f"/index/{what}.{extension}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith(f'-{what}.{extension}"')


WEIGHTS = "weights=ec-p-em-1c:100,ec-p-em-2c:20"


def names(order: str) -> list[str]:
    return re.findall(r"<span>([^<]+)</span><i>", order)


def test_the_order_that_follows_a_slider_is_that_of_the_drawn_page() -> None:
    reading, before = read(WEIGHTS), weights.drawn(read())
    followed, patch, shares = callbacks.follow(WEIGHTS, before)
    assert names(followed) == names(weights.order(reading)) != names(weights.order(read()))
    assert re.findall(r"<i>(.*?)</i>", followed) == [""] * 5  # no interval of other weights
    rank = dict(zip(reading.ids, reading.ranking.rank.tolist(), strict=True))
    changed = {tuple(each["location"]): each["params"]["value"] for each in operations(patch)}
    assert changed["data", TRIANGLES, "x"] == [rank[city] for city in before["ids"]]
    assert shares == ["45 %", "9 %", "23 %", "23 %"]


def operations(patch: Patch) -> list[dict[str, Any]]:
    return patch.to_plotly_json()["operations"]


def test_a_city_that_loses_its_rank_while_a_weight_moves_has_no_triangle() -> None:
    before = weights.drawn(read()) | {"ids": ["nowhere", *read().ids]}
    changed = operations(callbacks.follow(WEIGHTS, before)[1])
    assert changed[0]["params"]["value"][0] is None


def test_a_chart_of_many_rows_waits_for_the_draws() -> None:
    query = "data=example&category=all"
    assert not weights.drawn(read(query))["follows"]
    assert callbacks.follow(query, weights.drawn(read(query)))[1] is no_update


def test_other_parts_start_afresh_and_the_same_ones_keep_their_sliders() -> None:
    before = weights.drawn(read(WEIGHTS))
    names = [f"{each.component_id}.{each.component_property}" for each in outputs()]

    def drawn(query: str) -> dict[str, Any]:
        return dict(zip(names, callbacks.draw(query, before), strict=True))

    same = drawn(f"{WEIGHTS}&mean=geometric")
    assert same["index-weights.children"] is no_update
    assert same["index-drawn.data"]["weights"][:2] == [100.0, 20.0]
    fresh = drawn(f"{WEIGHTS}&by=kpi")
    assert fresh["index-drawn.data"]["weights"] == [50.0] * 4
    assert fresh["index-weights.children"] is not no_update


@pytest.mark.parametrize("data", ["published", "example"])
def test_plotly_takes_the_figure_of_every_block_in_the_colours_of_the_tokens(data: str) -> None:
    for block, _n in read(f"data={data}").offered:
        name = "lens" if block.kind == "lens" else "category"
        reading = read(f"data={data}&{name}={block.key}")
        drawn = figure(reading)
        go.Figure(drawn)
        assert set(re.findall(r"#[0-9a-fA-F]{6}", json.dumps(drawn))) <= set(LIGHT.values())
        marks = [trace["customdata"] for trace in drawn["data"] if "customdata" in trace]
        assert all(sorted(keys) == sorted(reading.ids) for keys in marks)
        assert len(marks) == 1


@pytest.mark.parametrize("data", ["published", "example"])
def test_no_headline_names_another_leader_than_the_first_tier(data: str) -> None:
    for block, _n in read(f"data={data}").offered:
        name = "lens" if block.kind == "lens" else "category"
        reading = read(f"data={data}&{name}={block.key}")
        said = say.finding(reading)
        if not reading.has_ranks:
            assert not re.search(r"\btier|rank \d", said)
            continue
        first = say.tier_names(reading)[0]
        assert (f"{first[0]} stands alone" in said) == (len(first) == 1 < len(reading.ids))
        assert sum(map(len, say.tier_names(reading))) == len(reading.ids)
