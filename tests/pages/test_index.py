"""The Index lab as the router gets it: never a rank without its interval, every state explained."""

from __future__ import annotations

import csv
import io
import re
from functools import partial

import pytest
from flask.testing import FlaskClient

from tests.pages import reading
from tests.pages.reading import graphs, words

pytestmark = pytest.mark.usefixtures("stores")


page = partial(reading.page, "index_lab")


def rows(what: str, **query: str) -> list[dict[str, str]]:
    from app import server

    answer = server.test_client().get(f"/index/{what}.csv", query_string=query)
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_it_opens_on_employment_and_says_who_leads_and_how_surely() -> None:
    text = words(page())
    assert "Employment: Stavanger stands alone in tier 1, the rest share one tier" in text
    assert "Stavanger in 100 %" in text
    assert "Stavanger’s interval ends at rank 1, Riyadh’s begins at 2." in text
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
    assert "3 cities hold enough of Safety: scores, no ranks" in words(found)
    assert "index-scores" in graphs(found)
    assert "index-ranks" not in graphs(found)
    assert {row["nominal_rank"] for row in rows("ranks", category="society-safety")} == {""}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"weights": "ec-p-emp-1c:0"}, "Weights of parts"),
        ({"category": "society-food-security"}, "has a target, so there is no index"),
        ({"category": "economy"}, "No city holds enough of Economy"),
        ({"category": "economy-waste"}, "No city holds enough of Waste"),
        ({"category": "environment-air-quality"}, "One city holds enough of Air Quality"),
        ({"category": "society-health", "leave": "riyadh"}, "No city holds enough of Health"),
        ({"asof": "1950"}, "No city holds enough of"),
        ({"category": "environment-public-space-and-nature"}, "No city holds enough"),
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


def groups() -> list[str]:
    from components.view import View
    from data.store import snapshot
    from pages.index_lab.reading import study

    return [g.key for g in study(snapshot(), View())[0].block.groups]


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


def test_the_order_that_follows_a_slider_is_that_of_the_drawn_page() -> None:
    from components.view import View
    from data.store import snapshot
    from pages.index_lab.body import shown_order
    from pages.index_lab.reading import order_of, read_index

    view = View(weights=(("ec-p-em-1c", 100.0), ("ec-p-em-2c", 20.0)))
    followed, shares = order_of(snapshot(), view)
    drawn = read_index(snapshot(), view).study
    assert [place.id for place in followed] == [place.id for place in shown_order(drawn)]
    assert [p.score for p in followed] == pytest.approx([p.score for p in shown_order(drawn)])
    assert shares == pytest.approx([weighed.share for weighed in drawn.weighed])
    equal, _shares = order_of(snapshot(), View())
    assert [place.score for place in equal] != [place.score for place in followed]
