"""The city page as the router gets it: every state of the address explains itself."""

from __future__ import annotations

import html
import re

import pytest
from flask.testing import FlaskClient
from plotly import graph_objects as go

from data import queries
from data.store import StoreMissing, snapshot
from tests.pages import reading
from tests.pages.reading import graphs, words

pytestmark = pytest.mark.usefixtures("stores")


def page(city: str, **query: str) -> str:
    return reading.page("city", city=city, **query)


def test_riyadh_says_what_is_held_and_shows_no_dimension_score() -> None:
    text = words(page("riyadh"))
    assert "Available here: 38 of 93 scoreable points" in text
    assert "7 of 23 categories can be scored" in text
    assert "11 of 44 available" in text
    assert "could be 43 to 71" in text


def test_every_figure_is_one_plotly_takes() -> None:
    for city, query in (("riyadh", {}), ("valencia", {"shape": "dots", "score": "continuous"})):
        found = graphs(page(city, **query))
        assert len(found) == 3
        for figure in found.values():
            go.Figure(figure)


def test_a_printed_oddity_stays_and_has_its_source(client: FlaskClient) -> None:
    html = client.get("/city/riyadh/source/voter_participation").get_data(as_text=True)
    assert "0.5" in html
    assert "itu.int" in html
    assert "U4SSC Factsheet, Riyadh" in html


@pytest.mark.parametrize(
    ("city", "query", "sentence"),
    [
        ("rana", {}, "No value of Rana is available here yet."),
        ("amsterdam", {}, "No U4SSC report of Amsterdam is available here."),
        ("aukra", {}, "has reported to U4SSC; its report was not read here yet"),
        ("nowhere", {}, "There is no city “nowhere” here"),
        ("valensia", {}, "Valencia"),
        ("<script>alert(1)</script>", {}, "There is no city"),
        ("riyadh", {"asof": "1990"}, "No report of 1990 is available; the round of 2020 is shown."),
        ("riyadh", {"asof": "2023"}, "No report of 2023 is available; the round of 2020 is shown."),
        ("riyadh", {"asof": "x", "data": "y", "zz": "1"}, "is not a value of “asof”"),
        ("riyadh", {"point": "no_such_point"}, "There is no data point “no_such_point”"),
        ("riyadh", {"category": "nonsense"}, "“nonsense” is not a category"),
        ("riyadh", {"lens": "water", "point": "unemployment_rate"}, "The lens leaves out"),
        (
            "VALENCIA",
            {},
            "Valencia: of 4 categories known, water and education are furthest along.",
        ),
        ("%C3%85lesund", {}, "There is no city “ålesund” here"),
        ("%E2%80%AEx", {}, "There is no city “\ufffdx” here"),
        ("barcelona", {}, "11 of them have a target and so a progress score"),
        ("kristiansand", {}, "One of them has a target and so a progress score"),
        ("tbilisi", {}, "It has a progress score, which makes no score of the city."),
        ("barcelona", {}, "All 112 data points"),
        ("rana", {}, "All 112 data points"),
        ("riyadh", {"peers": "region"}, "Available here: 38"),
        ("mashhad", {}, "Available here: 4 of 93 scoreable points"),
    ],
)
def test_states(city: str, query: dict[str, str], sentence: str) -> None:
    assert sentence in words(page(city, **query))


def test_the_example_set_never_goes_without_its_word(client: FlaskClient) -> None:

    city = queries.cities(snapshot("example"))[0].id
    assert "Synthetic data: fictional cities." in words(page(city, data="example"))
    svg = client.get(f"/city/{city}/wheel.svg?data=example")
    assert "Synthetic" in svg.get_data(as_text=True)
    assert "synthetic" in svg.headers["Content-Disposition"]
    assert "Synthetic" in words(reading.page("home", data="example"))


@pytest.mark.parametrize("name", ["city", "progress"])
def test_a_city_of_the_other_data_set_is_offered_first(name: str) -> None:
    made = reading.page(name, city="riyadh", data="example", lens="water")
    assert "There is no city “riyadh” here" in words(made)
    assert html.unescape(_first_link(made)) == f"/{name}/riyadh?lens=water"
    back = reading.page(name, city="Welvinara")
    assert _first_link(back) == f"/{name}/welvinara?data=example"


def _first_link(made: str) -> str:
    found = re.search(r'<main.*?</h1>.*?<a href="([^"]+)"', made, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize(
    "asked", ["%C3%85lesund", "aalesund", "TROMS%C3%98".lower(), "the%20hague"]
)
def test_an_id_with_accents_offers_its_city_first(asked: str) -> None:
    first = re.search(r'<ul><li><a href="/city/([^"]+)"', page(asked))
    assert first
    assert first[1] in ("alesund", "tromso", "the-hague")


def test_capitals_lead_to_the_one_address_and_have_the_citys_title(client: FlaskClient) -> None:
    import dash

    moved = client.get("/city/VALENCIA?asof=2020")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/city/valencia?asof=2020")
    assert client.get("/city/NOWHERE").status_code == 404
    title = dash.page_registry["pages.city.page"]["title"]
    assert title(city="VALENCIA") == "Valencia · SSC Atlas"


def test_what_is_too_old_is_said_once(client: FlaskClient) -> None:
    text = client.get("/city/valencia/source/unemployment_rate").get_data(as_text=True)
    assert len(re.findall("too old to judge", text, re.IGNORECASE)) == 1


def test_home_asks_only_what_the_data_set_can_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """No report, as where an operator has handed in other statistics alone; no example set."""
    from components.shell import full_submission

    def missing(_data_set: str) -> None:
        raise StoreMissing

    held = [c._replace(newest_round=None, n_scored=0) for c in queries.cities(snapshot())]
    monkeypatch.setattr(queries, "cities", lambda _store: held)
    monkeypatch.setattr(full_submission, "snapshot", missing)
    text = words(reading.page("home"))
    assert "Is Valencia on course for 2030?" in text
    assert "No report of a city has been read here yet" in text
    assert "ahead of" not in text
    assert "full submission" not in text
    assert "full submission" not in words(page("valencia"))


def test_from_published_cities_a_link_leads_to_the_fullest_example() -> None:
    assert '<a href="/city/welvinara?data=example">See what a full' in page("valencia")
    assert '<a href="/city/welvinara?data=example">See what a full' in page("rana")
    assert "full submission looks like</a>" not in page("istramont", data="example")


def test_home_counts_each_report_where_the_data_page_counts_it() -> None:
    for data in ("published", "example"):
        store = snapshot(data)
        read = [s for s in queries.submissions(store) if s.kind != "other_statistics"]
        facts = queries.facts(store)
        assert facts.n_reporting == len({s.city_id for s in read})
        assert facts.n_publications + facts.n_submissions == len(read)
    home = reading.page("home")
    assert '<a href="/city/rana">' in home
    assert "73 more cities with other statistics or a report not yet read" in words(home)


def test_files_and_sources_of_nothing_say_so(client: FlaskClient) -> None:
    assert client.get("/city/rana2/wheel.svg").status_code == 404
    for path in ("/city/nowhere/source/no2", "/city/riyadh/source/nothing"):
        assert "There is no city" in words(client.get(path).get_data(as_text=True))


@pytest.mark.parametrize(
    ("typed", "search", "first"),
    [
        ("ale", "", "/city/alesund"),
        ("ÅLES", "?score=continuous", "/city/alesund?score=continuous"),
        ("bervinp", "?data=example", "/city/bervinport?data=example"),
        ("saudi", "", "/city/riyadh"),
        ("", "", None),
        ("zzzz", "", None),
    ],
)
def test_a_few_letters_find_a_city(typed: str, search: str, first: str | None) -> None:
    from components.shell.find import MOST, found

    links = re.findall(r'href="([^"]+)"', html.unescape(str(found(typed, search, "header"))))
    assert len(links) <= MOST
    assert (links[0] if links else None) == first


def test_an_address_without_a_page_leads_on() -> None:
    assert "There is no page at this address" in words(reading.page("not_found_404", zzz="1"))


def peer_panel(query: str, city: str | None = "valencia", as_of: int | None = 2020) -> str:
    from app import server
    from components.peers.place import ask, fill
    from components.view import View

    view = View.from_search(query)
    with server.test_request_context("/"):
        return str(fill(ask(view, f"/city/{city}", city, as_of)))


def test_the_peer_group_is_chosen_pinned_left_and_named_in_the_address() -> None:
    text = peer_panel("peers=like&pin=riyadh&leave=bizerte&group=Ports")
    assert "Ports: " in text
    assert 'aria-label="Take Bizerte back"' in text
    assert 'aria-label="Unpin Riyadh"' in text
    assert "Like Valencia in income group" in text
    assert "Most alike without a report that counts here" in text


@pytest.mark.parametrize("query", ["", "pin=a,b&mix=region:9", "peers=nonsense&leave=zz"])
def test_no_question_breaks_the_peer_panel(query: str) -> None:
    assert 'id="peers-title"' in peer_panel(query)
    assert 'id="peers-title"' in peer_panel(query, "nowhere", None)


def test_every_point_has_a_row_that_leads_to_its_source() -> None:
    made = page("riyadh")
    assert made.count('class="ptr') == 112
    assert len(re.findall(r"source/\w+\" data-source", made)) == 112
    assert 'href="/city/riyadh/source/unemployment_rate"' in made
    for city in ("rana", "amsterdam"):
        assert page(city).count('class="ptr') == 112


def test_a_control_changes_the_scorecard_in_place() -> None:
    """The callback gives what the page itself would show at that address."""
    from app import server
    from pages.city.body import outputs
    from pages.city.callbacks import control

    with server.test_request_context("/"):
        given = control("?data=example&score=continuous", {"path": "/city/istramont"})
    assert len(given) == len(outputs())
    anew = page("istramont", data="example", score="continuous")
    for part in given:
        if isinstance(part, str) and part.startswith(("<", "\n<")):
            assert part in anew


def test_a_lens_filters_the_table_and_says_so() -> None:
    made = page("valencia", lens="water")
    assert "Lens: Water." in made
    assert 'id="row-potable_water_supply"' in made
    assert 'id="row-unemployment_rate"' not in made
    assert made.count(" faint") == 112 - 14
    unknown = words(page("valencia", lens="no-such"))
    assert "is not a lens" in unknown
    assert "All 112 data points" in unknown


def test_a_source_names_cities_further_on_with_their_report(client: FlaskClient) -> None:
    text = client.get("/city/bervinport/source/pm2_5?data=example").get_data(as_text=True)
    assert "Cities like Bervinport, further on here" in text
    assert "µg/m³ less" in text
