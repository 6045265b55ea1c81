"""Numbers as people round and write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.words.i18n import half_up, number
from components.words.values import score_text


@pytest.mark.parametrize(
    ("value", "digits", "printed"),
    [
        (68.75, 1, "68.8"), (81.25, 1, "81.3"), (0.15, 1, "0.2"), (2.5, 0, "3"), (62.5, 0, "63"),
        (-81.25, 1, "-81.3"), (1234.5, 0, "1,235"), (81.24, 1, "81.2"), (100.0, 1, "100.0"),
    ],
)  # fmt: skip
def test_a_half_goes_away_from_zero(value: float, digits: int, printed: str) -> None:
    assert number(value, digits) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0.0, "0"), (0.0012, "0.0012"), (0.00125, "0.00125"), (0.0012345, "0.001235"),
        (81.25, "81.25"), (812.25, "812.3"), (1234.5, "1,235"), (12.0, "12"), (999.96, "1,000"),
    ],
)  # fmt: skip
def test_so_many_digits_and_no_empty_ones(value: float, printed: str) -> None:
    assert number(value) == printed


@given(st.floats(-1e9, 1e9), st.integers(0, 6))
def test_rounding_moves_no_number_by_more_than_half_a_digit(value: float, digits: int) -> None:
    assert abs(half_up(value, digits) - Decimal(repr(value))) <= Decimal(5).scaleb(-digits - 1)


def test_a_score_keeps_its_band() -> None:
    assert score_text(62.5) == "63"
    assert score_text(32.98, band=1) == "32.98"
