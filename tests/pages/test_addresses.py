"""Addresses as people mangle them and as strangers try them: read as meant, noticed, or refused."""

from __future__ import annotations

import random
import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from components.shell.page import path_variables
from components.view import View


def heading(client: FlaskClient, address: str) -> tuple[int, str]:
    answer = client.get(address)
    found = re.search(r"<h1[^>]*>(.*?)</h1>", answer.get_data(as_text=True), re.DOTALL)
    return answer.status_code, found[1] if found else ""


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/city/valencia?city=riyadh", 200, "Valencia"),
        ("/city/valencia?city=riyadh&city=oslo", 200, "Valencia"),
        ("/city/valencia?City=riyadh", 200, "Valencia"),
        ("/progress/valencia?city=riyadh", 200, "Valencia"),
        ("/city/valencia?score=continuous&score=points", 200, "Valencia"),
        ("/city/nowhere", 404, "nowhere"),
        ("/progress/nowhere", 404, "nowhere"),
        ("/no/such/page", 404, "There is no page"),
        ("/%5cevil.example/x", 404, "There is no page"),
        ("//evil.example/x", 404, "There is no page"),
    ],
)
def test_a_document_is_what_its_path_says(
    client: FlaskClient, address: str, status: int, said: str
) -> None:
    code, text = heading(client, address)
    assert code == status
    assert said in text


def test_no_address_makes_a_link_to_another_host(client: FlaskClient) -> None:
    for address in ("/%5cevil.example/x", "/city/%2f%2fevil.example", "/city/%5c%5cevil.example"):
        text = client.get(address).get_data(as_text=True)
        links = re.findall(r'(?:href|src|action)="([^"]*evil[^"]*)"', text)
        assert not [link for link in links if re.match(r"[/\\]{2}|[a-z]+:", link)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"data": "example", "amp;score": "continuous"}, View(data="example", score="continuous")),
        ({"Data": "Example"}, View(data="example")),
        ({" score ": " Continuous "}, View(score="continuous")),
    ],
)
def test_a_mangled_query_is_read_as_meant(query: dict[str, str], expected: View) -> None:
    assert View.from_query(query) == expected


def test_a_name_given_twice_is_noticed_and_the_first_is_used() -> None:
    for view in (
        View.from_query({"score": ["continuous", "points"]}),
        View.from_search("?score=continuous&score=points"),
    ):
        assert view.score == "continuous"
        assert any("more than once" in notice for notice in view.notices)
    assert not View.from_search("?score=continuous&score=continuous").notices


def test_what_programs_ask_every_site_for(client: FlaskClient) -> None:
    robots = client.get("/robots.txt")
    assert (robots.status_code, robots.mimetype) == (200, "text/plain")
    assert client.get("/favicon.ico", follow_redirects=False).status_code == 302


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("[]", "application/json"),
        ('"x"', "application/json"),
        ("{", "application/json"),
        ('{"output": "x.y", "inputs": []}', "application/json"),
        ('{"output": 5}', "application/json"),
        ("", "text/plain"),
    ],
)
def test_a_malformed_callback_is_refused(client: FlaskClient, body: str, kind: str) -> None:
    answer = client.post("/_dash-update-component", data=body, content_type=kind)
    assert 400 <= answer.status_code < 500


def test_an_unknown_file_of_a_suite_is_not_found(client: FlaskClient) -> None:
    for path in ("dash/no.js", "nobody/x.js", "../app.py"):
        assert client.get(f"/_dash-component-suites/{path}").status_code == 404


def test_variables_of_a_path() -> None:
    assert path_variables("/city/<city>", "/city/oslo/") is None
    assert path_variables("/city/<city>", "/city/s%C3%A3o") == {"city": "s%C3%A3o"}


def test_three_hundred_mutated_addresses_never_fail(client: FlaskClient) -> None:
    dice = random.Random(20261201)
    paths = ("/", "/cities", "/city/valencia", "/compare", "/benchmark", "/map", "/index", "/data",
             "/progress/valencia", "/methods", "/city/valencia/source/no2")  # fmt: skip
    names = ("data", "score", "asof", "cities", "kpi", "lens", "peers", "goals", "weights", "zz")
    values = ("<script>alert(1)</script>", "../../etc/passwd", "' OR 1=1 --", "\x00", "9" * 400,
              "NaN", "-1", "example", "valencia,riyadh", "💧", "%", "a:b:c", "")  # fmt: skip
    for _turn in range(300):
        path = dice.choice(paths)
        if dice.random() < 0.2:
            path += "/" + quote(dice.choice(values))
        query = "&".join(
            f"{dice.choice(names)}={quote(dice.choice(values))}" for _ in range(dice.randrange(4))
        )
        answer = client.get(f"{path}?{query}")
        assert answer.status_code in (200, 308, 404), f"{path}?{query}"
        assert "<script>alert" not in answer.get_data(as_text=True)
