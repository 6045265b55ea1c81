from __future__ import annotations

import re

import pytest

from data import queries
from data.store import snapshot
from pages.methods.body import sections
from tests.pages import reading

pytestmark = pytest.mark.usefixtures("stores")


@pytest.fixture(scope="module")
def text(stores):
    return str(reading.page("methods")).replace("\u00a0", " ")


def test_the_printed_examples_come_out_of_the_functions(text):
    words = re.sub(r"<[^>]+>", "", text)
    for printed in ("9/16 = 56.25 %", "9/12 = 75 %", "19.8 %", "39.6 %", "57 %", "60.5 to 82.3 %"):
        assert printed in words


def test_every_entry_of_the_contents_has_its_place(text):
    places = set(re.findall(r'id="([a-z0-9-]+)"', text))
    assert {s.anchor for s in sections()} <= places


def test_every_target_stands_with_its_reason(text):
    points = queries.definitions(snapshot())
    assert f"{sum(p.scored for p in points)} targets" in text
    table = text[text.index("scroll targets") :]
    assert table[: table.index("</table>")].count("<tr") == len(points) + 1
    assert all(p.rationale for p in points)


def test_no_percent_sign_is_left_doubled(text):
    assert "%%" not in text
