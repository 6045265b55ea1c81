from __future__ import annotations

import json
from uuid import uuid4

import pytest

from app import server
from pages.city import page as city

BROTLI = {"Accept-Encoding": "br"}


def ask(client, path="/city/valencia", search="", **headers):
    at = "_pages_location"
    inputs = [
        {"id": at, "property": "pathname", "value": path},
        {"id": at, "property": "search", "value": search},
    ]
    output = ".._pages_content.children..._pages_store.data.."
    asked = {
        "output": output,
        "outputs": [
            {"id": "_pages_content", "property": "children"},
            {"id": "_pages_store", "property": "data"},
        ],
        "inputs": inputs,
        "changedPropIds": [f"{at}.pathname"],
    }
    return client.post(
        f"/_dash-update-component?endId={uuid4()}",  # as Dash's renderer marks each page load
        data=json.dumps(asked),
        content_type="application/json",
        headers={"Accept-Encoding": "identity"} | headers,
    )


@pytest.fixture
def drawn(monkeypatch, stores):
    """Counts how often a city page is drawn."""
    calls = []
    draw = city._page
    monkeypatch.setattr(city, "_page", lambda *given: calls.append(given) or draw(*given))
    return calls


def test_a_city_is_drawn_once_and_sent_again_with_its_headers(drawn):
    client = server.test_client()
    first, second = (ask(client, search="?test=once", **BROTLI) for _ in range(2))
    assert len(drawn) == 1
    assert first.status_code == second.status_code == 200
    assert first.data == second.data
    assert second.headers["Content-Encoding"] == "br"
    assert sorted(first.headers) == sorted(second.headers)
    ask(client, search="?test=once")
    assert len(drawn) == 2


def test_a_new_version_is_drawn_anew(drawn, monkeypatch):
    client = server.test_client()
    ask(client, search="?test=version")
    monkeypatch.setattr("components.web.answers._versions", lambda: ("new", "new"))
    ask(client, search="?test=version")
    assert len(drawn) == 2


def test_a_page_that_failed_is_tried_again(monkeypatch, stores):
    client = server.test_client()

    def broken(*_given):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(city, "_page", broken)
        assert "could not be shown" in ask(client, search="?test=failed").text
    assert "could not be shown" not in ask(client, search="?test=failed").text
