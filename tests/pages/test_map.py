"""The map as the router gets it: every state of the address is a page that says why."""

from __future__ import annotations

import csv
import io
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from components.view import View
from data import queries
from data.queries.map import map_cities
from data.store import snapshot
from pages.map.body import outputs, values
from pages.map.data import payload
from pages.map.reading import read_map
from tests.pages.reading import Page, page, words

pytestmark = pytest.mark.usefixtures("stores")


def show(**query: str) -> Page:
    """The map's page."""
    return page("map", **query)


def data(**query: str) -> dict[str, Any]:
    """What the browser draws from."""
    reading = read_map(snapshot(query.get("data", "published")), View.from_query(query))
    assert reading
    return payload(reading)


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "meets the target, 3 come within 5 % of it; 7 of the 10 that are under way are in"),
        ({}, "38 of 85 cities have a value"),
        ({}, "do not imply official endorsement or acceptance by the United Nations"),
        ({"kpi": "no2", "asof": "1950"}, "No city has a value up to 1950"),
        ({"kpi": "no2", "asof": "2035"}, "2035 is later than the newest value"),
        ({"asof": "12"}, "“12” is not a value of “asof”"),
        ({"kpi": "unemployment_rate", "asof": "1993"}, "Fewer than 3 cities have a value of 1993 itself"),
        ({"kpi": "noise_exposure"}, "no city has a value yet"),
        ({"kpi": "noise_exposure"}, "See it in the example set"),
        ({"kpi": "unemployment"}, "Did you mean Unemployment Rate"),
        ({"measure": "zzzqqq"}, "There is nothing called “zzzqqq” to show"),
        ({"measure": "overall"}, "no city has enough data points for a score"),
        ({"measure": "overall"}, "See it with full submissions"),
        ({"measure": "society-culture"}, "Culture"),
        ({"at": "1,2"}, "“1,2” is not a value of “at”"),
        ({"at": "x"}, "is not a value of “at”"),
        ({"at": "1,nan,3"}, "is not a value of “at”"),
        ({"lens": "nope"}, "“nope” is not a lens"),
        ({"cities": "nowhere,oslo"}, "“nowhere”"),
        ({"cities": "oslo", "peers": "region"}, "Shown: Oslo and"),
        ({"cities": "oslo", "peers": "region"}, "all cities"),
        ({"data": "example"}, "The cities are fictional, at invented places"),
        ({"data": "example"}, "60 of 60 fictional cities have a value"),
        ({"data": "example", "measure": "economy", "score": "continuous"}, "Economy: "),
        ({"kpi": "availability_of_wifi_in_public_areas", "data": "example"}, "fictional cities"),
    ],
)  # fmt: skip
def test_every_state_explains_itself(query: dict[str, str], sentence: str) -> None:
    text = words(show(**query))
    assert sentence in text
    assert "could not be shown" not in text


def test_other_measures_give_a_page() -> None:
    from pages.map.measure import aggregates

    points = queries.definitions(snapshot())
    for query in ({"kpi": p.key} for p in points[::4]):
        assert "could not be shown" not in show(**query)
    for key in list(aggregates(points))[::3]:
        for data_set in ("published", "example"):
            assert "could not be shown" not in show(measure=key, data=data_set)


def test_the_bars_are_counted_in_the_store() -> None:
    text = show(kpi="unemployment_rate")
    shown = {
        int(year): (int(n), "data-key" in rest)
        for year, rest, n in re.findall(r'data-year="(\d+)"([^>]*?)title="\d+: (\d+) cit', text)
    }
    counted = dict(
        snapshot()
        .cursor()
        .execute(
            "SELECT year, count(DISTINCT city_id) FROM observation"
            " WHERE point_key = 'unemployment_rate' AND value IS NOT NULL GROUP BY year"
        )
        .fetchall()
    )
    assert {year: n for year, (n, _on) in shown.items() if n} == counted
    assert {year for year, (_n, on) in shown.items() if on} == {
        year for year, n in counted.items() if n >= 3
    }


def test_file_page_and_frame_say_the_same(client: FlaskClient) -> None:
    found = data(kpi="unemployment_rate", asof="2015")
    first, drawn, _also = found["frames"][2015]
    by_city = {
        city[0]: found["rows"][at]
        for city, at in zip(found["cities"], drawn, strict=True)
        if at >= 0
    }
    table = rows(client, "/map.csv?kpi=unemployment_rate&asof=2015")
    assert len(table) == len(found["cities"]) == len(map_cities(snapshot()))
    for row in table:
        shown = by_city.pop(row["city_id"], None)
        assert (shown is None) == (row["status"] == "not_held")
        if shown is None:
            continue
        assert str(shown[1]) == row["year"]
        assert (row["counts"] == "yes") == (bool(row["value"]) and int(row["year"]) >= first)
        assert str(shown[2] or "") == row["band"]
        assert bool(shown[4]) == (row["source_kind"] == "other_statistics")
    assert by_city == {}


def test_the_headline_counts_what_the_file_counts(client: FlaskClient) -> None:
    for query in ("kpi=unemployment_rate", "kpi=no2&asof=2018", "data=example&measure=society"):
        table = rows(client, f"/map.csv?{query}")
        counted = [row for row in table if row["counts"] == "yes"]
        top = (
            sum(row["band"] == "4" for row in counted)
            if "measure" in query
            else sum(float(row["progress_score"]) == 100 for row in counted)
        )
        args = dict(part.split("=") for part in query.split("&"))
        said = re.search(r": (\d+|none) of (\d+) ", words(show(**args)))
        assert said, query
        assert (said[1].replace("none", "0"), int(said[2])) == (
            str(top), len(counted),
        )  # fmt: skip


def test_an_example_file_says_that_it_is_synthetic(client: FlaskClient) -> None:
    answer = client.get("/map.csv?data=example")
    assert "synthetic" in answer.headers["Content-Disposition"]
    assert {
        row["data_set"] for row in csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))
    } == {"synthetic"}
    svg = client.get("/map.svg?data=example").text
    assert "Synthetic data, fictional cities at invented places" in svg


def test_the_drawing_follows_year_and_view_and_carries_its_words(client: FlaskClient) -> None:
    answer = client.get("/map.svg?kpi=unemployment_rate")
    assert answer.mimetype == "image/svg+xml"
    ElementTree.fromstring(answer.text)
    for part in ("1 of 38 cities", "Data version", "United Nations", "Oslo", "as of 2024"):
        assert part in answer.text
    moved = client.get("/map.svg?kpi=unemployment_rate&at=15156,4766,12&asof=2015").text
    assert "Singapore" in moved
    assert "Oslo<" not in moved
    assert "as of 2015" in moved


def test_what_is_not_there_is_404(client: FlaskClient) -> None:
    for address in ("/map.csv?kpi=nope", "/map.svg?measure=nope", "/map.svg?kpi=noise_exposure"):
        assert client.get(address).status_code == 404


def test_a_city_without_a_place_is_listed_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from pages.map import reading as map_subject

    def lost(store: Any) -> Any:
        return tuple(c._replace(x=None, y=None) if c.id == "oslo" else c for c in map_cities(store))

    monkeypatch.setattr(map_subject, "map_cities", lost)
    assert "1 city has no known place: it is in the list only." in words(show())
    assert next(c for c in data()["cities"] if c[0] == "oslo")[3:5] == [None, None]


def test_a_control_sets_every_part_of_the_page() -> None:
    for query in ("", "kpi=noise_exposure", "measure=economy", "cities=oslo&peers=region"):
        reading = read_map(snapshot(), View.from_search(query))
        assert reading
        assert len(values(reading)) == len(outputs())
