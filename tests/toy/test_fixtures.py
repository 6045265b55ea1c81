"""The toy cities as the product serves them, and a visit that tells on a page."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.visit import Visit


def test_a_client_sees_the_toy_cities_of_both_sets(toy_client: FlaskClient) -> None:
    assert "<h1>Fullhaven" in toy_client.get("/city/fullhaven").get_data(as_text=True)
    example = toy_client.get("/city/alvenford?data=example").get_data(as_text=True)
    assert "<h1>Alvenford" in example


def test_a_visit_waits_as_dash_does_and_keeps_what_the_console_said(toy_visit: Visit) -> None:
    toy_visit.open("/city/fullhaven")
    toy_visit.wait_for_text_to_equal("main h1", "Fullhaven")
    toy_visit.wait_for_page(f"{toy_visit.server_url}/city/partwick")
    toy_visit.wait_for_text_to_equal("main h1", "Partwick")
    assert toy_visit.get_logs() == []
    assert any(url.endswith("/city/partwick") for url in toy_visit.requests)
    toy_visit.driver.execute_script("console.error('a word')")
    assert len(toy_visit.get_logs()) == 1
    with pytest.raises(AssertionError, match="a word"):
        toy_visit.assert_clean()
    toy_visit.reset_log_timestamp()


def test_a_visit_notices_a_request_to_someone_else(toy_visit: Visit) -> None:
    toy_visit.driver.get("about:blank")
    toy_visit.driver.execute_async_script(
        "fetch('http://127.0.0.1:1/foreign').catch(() => {}).then(arguments[0])"
    )
    toy_visit.listen()
    toy_visit.console.clear()
    with pytest.raises(AssertionError, match="foreign"):
        toy_visit.assert_clean()
    toy_visit.reset_log_timestamp()
