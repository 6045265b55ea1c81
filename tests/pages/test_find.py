"""The header's search finds a city by any of its names, and in spite of a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.shell.find import matching


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("københavn", "copenhagen"), ("Den Haag", "the-hague"), ("Valensia", "valencia"),
        ("ryiadh", "riyadh"), ("Αθήνα", "athens"), ("münch", "munich"), ("alesund", "alesund"),
        ("الرياض", "riyadh"),
    ],
)  # fmt: skip
def test_a_city_is_found(stores: Path, typed: str, first: str) -> None:
    assert [city.id for city in matching(typed, "published")][:1] == [first]


def test_nothing_is_made_of_nothing(stores: Path) -> None:
    assert matching("zzzzzz", "published") == []
    assert matching("xq", "published") == []
