"""Parts of a page where no script runs."""

from __future__ import annotations

import html
import re

import pytest
from flask.testing import FlaskClient

pytestmark = pytest.mark.usefixtures("stores")


def test_a_part_comes_as_a_document_with_the_page_around_it(client: FlaskClient) -> None:
    page = client.get("/city/istramont?data=example").get_data(as_text=True)
    found = re.search(r'href="([^"]*alone=1)"', page)
    assert found
    href = html.unescape(found[1])
    document = client.get(href).get_data(as_text=True)
    assert document.startswith("<!DOCTYPE html>")
    assert "Synthetic data: fictional cities." in document
    assert 'href="/city/istramont?data=example"' in document
    assert document.count('class="ptr"') == 112
    part = client.get(href.replace("&alone=1", "")).get_data(as_text=True)
    assert "<html" not in part
    assert part.count('class="ptr"') == 112
