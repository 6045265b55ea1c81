"""Compare as the router gets it: every state of the address gives a page that explains itself."""

from __future__ import annotations

from functools import partial

import pytest
from plotly import graph_objects as go

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
    assert "Riyadh on 3" in text
    for gap in ("Riyadh +27.2", "Riyadh +52.6", "Riyadh +5.2"):
        assert gap in text
    assert "61.67" in text
    assert "83.12" in text
    assert "Water puts Valencia ahead of Riyadh" in text
    figures = graphs(shown)
    assert {"chart-gaps", "chart-gaps-phone", "chart-bridge", "chart-bridge-phone"} <= set(figures)
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

    assert "The reports are of one year" in words(page(cities="riyadh,valencia"))
    assert "The reports are 3 years apart" in words(page(cities="moscow,stavanger"))
    cities = choose(snapshot(), View(cities=("moscow", "stavanger"))).cities
    older = cities[0]._replace(report=cities[0].report._replace(as_of=2017))
    assert "4 years apart: read the gaps with care" in years_title((older, cities[1]))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, "Compare two to six cities"),
        ({"cities": "riyadh"}, "Which city should stand beside Riyadh?"),
        ({"cities": "riyadh,riyadh"}, "A city named twice is compared once."),
        ({"cities": "riyadh,valenca"}, "did you mean"),
        ({"cities": "riyadh,barcelona"}, "other statistics make no comparison"),
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
    assert "by two or more" in text
    assert "6 cities are the most" in text


def test_a_city_of_the_other_data_set_is_named_and_linked() -> None:
    fictional = example(1)
    text = words(page(cities=f"riyadh,valencia,{fictional}"))
    assert "is in the other data set" in text
    assert "14 scored points" in text


def test_full_submissions_stand_in_radars_and_the_waterfall_ends_beyond() -> None:
    shown = page(cities=example(2), data="example")
    assert {"chart-economy", "chart-environment", "chart-society"} <= set(graphs(shown))
    assert "Held for only one of them" in words(shown)
    several = graphs(page(cities=example(3), data="example"))
    assert sum(name.startswith("chart-economy-") for name in several) == 3
    dots = graphs(page(cities=example(3), data="example", shape="dots"))
    assert "chart-economy" in dots
