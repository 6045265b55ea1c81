"""Compare as the router gets it: every state of the address gives a page that explains itself."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest
from flask.testing import FlaskClient
from plotly import graph_objects as go
from plotly.utils import PlotlyJSONEncoder

from exports.formats import FORMATS
from pages.compare.body import sections
from pages.compare.head import options
from pages.compare.parts import changes, form, show
from pages.compare.reading import CompareReading, read_compare
from tests.pages import reading
from tests.pages.reading import graphs, words

pytestmark = pytest.mark.usefixtures("stores")


page = partial(reading.page, "compare")


def example(n: int) -> str:
    from data import queries
    from data.store import snapshot

    cities = [c.id for c in queries.cities(snapshot("example")) if c.n_scored]
    return ",".join(cities[:n])


def test_one_link_tells_where_riyadh_is_ahead_of_valencia_and_by_what() -> None:
    shown = page(cities="riyadh,valencia", score="continuous")
    text = words(shown)
    assert "14 scored points" in text
    assert "Valencia is closer to target on 9 points, Riyadh on 3; 2 are level" in text
    for gap in ("Riyadh +27.2", "Riyadh +52.6", "Riyadh +5.2"):
        assert gap in text
    assert "61.67" in text
    assert "83.12" in text
    assert "Valencia is ahead of Riyadh, mainly on water" in text
    figures = graphs(shown)
    assert {"chart-gaps", "chart-bridge"} <= set(figures)
    for figure in figures.values():
        go.Figure(figure)


def test_the_order_in_the_address_changes_no_number() -> None:
    one, other = (words(page(cities=c)) for c in ("riyadh,valencia", "valencia,riyadh"))
    for text in (one, other):
        assert "64.29" in text
        assert "82.14" in text


def test_nothing_in_common_shows_both_cities_points_and_whom_to_compare_with() -> None:
    shown = page(cities="bizerte,mashhad")
    text = words(shown)
    assert "Bizerte and Mashhad have no scored point in common" in text
    assert "Solid Waste Treatment: Landfill" in text
    assert "Bizerte can be compared with" in text
    assert not {"chart-gaps", "chart-bridge"} & set(graphs(shown))


def test_under_five_shared_points_a_table_stands_in_place_of_the_charts() -> None:
    shown = page(cities="bizerte,moscow")
    text = words(shown)
    assert "share 2 scored points: too few for a score gap" in text
    assert "Shared scored points of" in text
    assert not {"chart-gaps", "chart-bridge"} & set(graphs(shown))


def test_the_years_of_the_reports_are_said_and_a_warning_where_far_apart() -> None:
    from components.view import View
    from data.store import snapshot
    from pages.compare.choice import choose
    from pages.compare.words import years_title

    assert "All reports are from the same year" in words(page(cities="riyadh,valencia"))
    assert "The reports are 3 years apart" in words(page(cities="moscow,stavanger"))
    cities = choose(snapshot(), View(cities=("moscow", "stavanger"))).cities
    older = cities[0]._replace(report=cities[0].report._replace(as_of=2017))
    assert "4 years apart: read the gaps with care" in years_title((older, cities[1]))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, "Compare two to six cities"),
        ({"cities": "riyadh"}, "Which city should Riyadh be compared with?"),
        ({"cities": "riyadh,riyadh"}, "Which city should Riyadh be compared with?"),
        ({"cities": "riyadh,valenca"}, "Did you mean"),
        ({"cities": "riyadh,barcelona"}, "other statistics cannot be compared"),
        ({"cities": "riyadh,valencia", "lens": "no-such"}, "is not a lens"),
        ({"cities": "riyadh,valencia", "lens": "mobility"}, "have no scored point in common"),
        ({"cities": "riyadh,valencia", "asof": "1950"}, "Compare two to six cities"),
        ({"cities": "rana,riyadh"}, "no scored point in common"),
        ({"cities": "rana,mashhad,karmoy"}, "have no scored point in common"),
        ({"cities": "<script>,x"}, "is not a value of"),
    ],
)
def test_every_state_explains_itself(query: dict[str, str], said: str) -> None:
    text = words(page(**query))
    assert said in text
    assert "could not be shown" not in text


def test_forty_cities_are_cut_to_six_with_a_notice() -> None:
    shown = page(cities=example(40), data="example")
    text = words(shown)
    assert "The address names 40 cities; the first 6 are compared." in text
    assert "for two or more" in text
    assert "At most 6 cities can be compared." in text


def test_a_city_of_the_other_data_set_is_named_and_linked() -> None:
    fictional = example(1)
    text = words(page(cities=f"riyadh,valencia,{fictional}"))
    assert "is in the other data set" in text
    assert "14 scored points" in text


def test_full_submissions_stand_in_radars_and_the_waterfall_ends_beyond() -> None:
    shown = page(cities=example(2), data="example")
    assert {"chart-economy", "chart-environment", "chart-society"} <= set(graphs(shown))
    assert "Points available for only one of them" in words(shown)
    several = graphs(page(cities=example(3), data="example"))
    assert sum(name.startswith("chart-economy-") for name in several) == 3
    dots = graphs(page(cities=example(3), data="example", shape="dots"))
    assert "chart-economy" in dots


def _reading(**view: Any) -> CompareReading:
    from components.view import View
    from data.store import snapshot

    found = View(**view)
    return read_compare(snapshot(found.data), found)


def test_a_change_of_score_leaves_the_form_and_gives_every_item_new_content() -> None:
    before, after = (
        sections(_reading(cities=("riyadh", "valencia"), score=score))
        for score in ("points", "continuous")
    )
    assert form(before) == form(after)
    new = {str(item_id): props for item_id, props in changes(after)}
    old = {str(item_id): props for item_id, props in changes(before)}
    assert new["chart-bridge"] != old["chart-bridge"]
    assert new["compare-tiles"] != old["compare-tiles"]
    shown = json.dumps([show(item) for item in after], cls=PlotlyJSONEncoder)
    for props in new.values():
        for value in props.values():
            assert json.dumps(value, cls=PlotlyJSONEncoder) in shown


def test_a_third_city_makes_other_items() -> None:
    two, three = ("riyadh", "valencia"), ("riyadh", "valencia", "asker")
    assert form(sections(_reading(cities=two))) != form(sections(_reading(cities=three)))


@pytest.mark.parametrize("what", ["gaps", "contributions", "values"])
@pytest.mark.parametrize("cities", ["riyadh,valencia", "riyadh,valencia,asker", "bizerte,moscow"])
def test_files_say_what_they_are_in_every_format(
    client: FlaskClient, what: str, cities: str
) -> None:
    for extension in FORMATS:
        answer = client.get(f"/compare/{what}.{extension}?cities={cities}")
        assert answer.status_code == 200
        assert (
            f"compare-{cities.replace(',', '-')}-{what}.{extension}"
            in (answer.headers["Content-Disposition"])
        )
    rows = client.get(f"/compare/{what}.json?cities={cities}").get_json()
    assert "Riyadh" in json.dumps(rows) or "Bizerte" in json.dumps(rows)


@pytest.mark.parametrize("path", ["gaps.csv?cities=riyadh", "gaps.pdf?cities=riyadh,valencia"])
def test_there_is_no_file_of_one_city_or_of_another_kind(client: FlaskClient, path: str) -> None:
    assert client.get(f"/compare/{path}").status_code == 404


def test_cities_to_add_stand_with_what_they_share_and_the_chosen_are_no_longer_offered() -> None:
    offered = str(options(_reading(cities=("riyadh", "valencia"))))
    assert offered.index("Bizerte") < offered.index("Moscow")
    assert "Tunisia, 10 shared points" in offered
    assert 'data-city="riyadh"' not in offered
