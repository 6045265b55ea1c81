"""Quantiles against numpy's linear ones; places share a rank."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.numbers import place, quartiles


@given(st.lists(st.floats(0, 100), min_size=1, max_size=60).map(sorted))
def test_quartiles_are_numpys_linear_quantiles(values: list[float]) -> None:
    wanted = np.quantile(values, [0.25, 0.5, 0.75], method="linear")
    np.testing.assert_allclose(quartiles(values), wanted, rtol=1e-12, atol=1e-12)


def test_no_values_have_no_quartiles() -> None:
    with pytest.raises(ValueError, match="at least one"):
        quartiles(())


def test_equals_share_the_better_place() -> None:
    assert [place(x, (90.0, 70.0, 70.0, 50.0)) for x in (95.0, 90.0, 70.0, 60.0)] == [1, 1, 2, 4]
