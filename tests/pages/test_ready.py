"""Finished answers are kept: a page is drawn once for all who ask the same of the same data."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

import app  # noqa: F401 - pages register with it
from pages.city import page as city


def ask(client: FlaskClient, query: str, coding: str = "br"):
    return client.get(f"/city/valencia?test={query}", headers={"Accept-Encoding": coding})


@pytest.fixture
def drawn(monkeypatch, stores):
    """Counts how often a scorecard is drawn."""
    calls = []
    draw = city.body
    monkeypatch.setattr(city, "body", lambda reading: calls.append(reading) or draw(reading))
    return calls


def test_a_city_is_drawn_once_and_sent_again_with_its_headers(drawn, client):
    first, second = (ask(client, "once") for _ in range(2))
    assert len(drawn) == 1
    assert first.status_code == second.status_code == 200
    assert first.data == second.data
    assert second.headers["Content-Encoding"] == "br"
    assert sorted(first.headers) == sorted(second.headers)
    ask(client, "once", "identity")
    assert len(drawn) == 2


def test_a_new_version_is_drawn_anew(drawn, client, monkeypatch):
    ask(client, "version")
    monkeypatch.setattr("components.web.answers._versions", lambda: ("new", "new"))
    ask(client, "version")
    assert len(drawn) == 2


def test_a_page_that_failed_is_tried_again(monkeypatch, client):
    def broken(_reading):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(city, "body", broken)
        assert "could not be shown" in ask(client, "failed", "identity").text
    assert "could not be shown" not in ask(client, "failed", "identity").text
