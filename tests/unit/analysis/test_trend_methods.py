"""The three published methods at every cut-off, with numbers worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from analysis import trend_methods as m

NONE = float("nan")


def canada(y0: float, y: float, target: float, sign: float, t0: int = 2015, t: int = 2016) -> str:
    return word(m.CANADA_WORDS, m.statistics_canada(*arrays(y0, y, t0, t, target, sign)))


def un(y0: float, y: float, target: float, sign: float, t0: int = 2015, t: int = 2020) -> str:
    return word(m.UN_WORDS, m.un_progress_chart(*arrays(y0, y, t0, t, target, sign)))


def sdsn(s0: float, s: float, t0: int = 2015, t: int = 2020) -> str:
    return word(m.SDSN_WORDS, m.sdsn(*arrays(s0, s, t0, t)))


def arrays(*numbers: float) -> list[np.ndarray]:
    return [np.array([float(number)]) for number in numbers]


def word(words: tuple[str, ...], found: m.Method) -> str:
    return words[found.word[0]] if found.word[0] >= 0 else "not applicable"


# One year at 10 % of the 15 needed: 100 * 1.1**15 = 417.7248169415651, 100 * 0.9**15 = 20.589…
RISE, FALL = 417.7248169415651, 20.5891132094649


@pytest.mark.parametrize(
    ("y", "target", "sign", "expected"),
    [
        (110.0, RISE, 1, "on_track"),
        (109.5, RISE, 1, "on_track"),  # R = 0.95
        (109.49, RISE, 1, "acceleration_needed"),
        (106.0, RISE, 1, "acceleration_needed"),  # R = 0.60
        (105.99, RISE, 1, "limited"),
        (100.0, RISE, 1, "limited"),  # R = 0
        (99.99, RISE, 1, "deterioration"),
        (90.5, FALL, -1, "on_track"),
        (90.51, FALL, -1, "acceleration_needed"),
        (94.0, FALL, -1, "acceleration_needed"),
        (94.01, FALL, -1, "limited"),
        (100.0, FALL, -1, "limited"),
        (100.01, FALL, -1, "deterioration"),
        (101.5, NONE, 1, "on_track"),  # without target: 1.5 % a year
        (101.49, NONE, 1, "acceleration_needed"),
        (100.5, NONE, 1, "acceleration_needed"),
        (100.49, NONE, 1, "limited"),
        (100.0, NONE, 1, "limited"),
        (99.99, NONE, 1, "deterioration"),
        (98.5, NONE, -1, "on_track"),
        (100.01, NONE, -1, "deterioration"),
    ],
)
def test_statistics_canada(y: float, target: float, sign: float, expected: str) -> None:
    assert canada(100.0, y, target, sign) == expected


@pytest.mark.parametrize(
    ("y0", "y", "target"),
    [(0.0, 5.0, 10.0), (-3.0, 5.0, 10.0), (5.0, 0.0, 10.0), (5.0, -3.0, 10.0), (5.0, 4.0, 0.0)],
)
def test_growth_rates_need_values_and_a_target_above_zero(
    y0: float, y: float, target: float
) -> None:
    assert canada(y0, y, target, 1) == "not applicable"
    if target > 0:
        assert un(y0, y, target, 1) == "not applicable"


def test_a_target_that_is_the_first_value_asks_for_no_growth() -> None:
    assert canada(10.0, 12.0, 10.0, -1) == "not applicable"
    assert un(10.0, 12.0, 10.0, -1) == "not applicable"


def test_a_fall_from_beyond_the_target_is_a_deterioration_and_no_praise() -> None:
    # The chart's q would be (27 - 4) / (5 - 4) = 23: "on track" while the air gets worse.
    assert canada(4.0, 8.0, 5.0, -1, t=2020) == "deterioration"
    assert un(4.0, 8.0, 5.0, -1) == "not applicable"


def test_the_un_chart_applies_to_a_target_of_zero() -> None:
    # 10 to 5 in 5 years goes on to 10 / 2**3 = 1.25: q = 8.75 / 10.
    found = m.un_progress_chart(*arrays(10.0, 5.0, 2015, 2020, 0.0, -1))
    assert found.measure[0] == 0.875
    assert word(m.UN_WORDS, found) == "fair"
    assert canada(10.0, 5.0, 0.0, -1) == "not applicable"


# 100 to 110 in 5 years goes on to 100 * 1.1**3 = 133.1: q = 33.1 / (T - 100).
@pytest.mark.parametrize(
    ("y", "target", "expected"),
    [
        (110.0, 134.8421052631579, "on_track"),  # 33.1 / 0.95
        (110.0, 134.85, "fair"),
        (110.0, 431.0, "fair"),  # 33.1 / 0.10
        (110.0, 431.1, "stagnation_or_regression"),
        (100.0, 200.0, "stagnation_or_regression"),
        (90.0, 200.0, "stagnation_or_regression"),
        (110.40808032, NONE, "on_track"),  # 100 * 1.02**5
        (110.4, NONE, "fair"),
        (102.5251253128125, NONE, "fair"),  # 100 * 1.005**5
        (102.52, NONE, "stagnation_or_regression"),
    ],
)
def test_un_progress_chart(y: float, target: float, expected: str) -> None:
    assert un(100.0, y, target, 1) == expected


# From 40 in 2015, 4 a year are needed.
@pytest.mark.parametrize(
    ("s", "expected"),
    [
        (60.0, "on_track"), (59.99, "moderately_improving"), (50.0, "moderately_improving"),
        (49.99, "stagnating"), (40.0, "stagnating"), (39.99, "decreasing"),
    ],
)  # fmt: skip
def test_sdsn(s: float, expected: str) -> None:
    assert sdsn(40.0, s) == expected


def test_sdsn_from_the_goal_downwards() -> None:
    assert sdsn(100.0, 80.0) == "decreasing"
    assert sdsn(NONE, 80.0) == "not applicable"


@pytest.mark.parametrize(
    ("words", "expected", "n", "agree"),
    [
        (("on_track", "on_track", "on_track"), "on_course", 3, 3),
        (("acceleration_needed", "moderately_improving", "on_track"), "too_slow", 3, 2),
        (("limited", "stagnating", "stagnation_or_regression"), "off_course", 3, 2),
        (("deterioration", "decreasing", "fair"), "off_course", 3, 2),
        (("on_track", "moderately_improving", "stagnation_or_regression"), "disagree", 3, 0),
        ((None, "on_track", "fair"), "disagree", 2, 0),
        ((None, "moderately_improving", "fair"), "too_slow", 2, 2),
        ((None, "stagnating", None), "off_course", 1, 1),
        ((None, None, None), None, 0, 0),
    ],
)
def test_majority(words: tuple[str | None, ...], expected: str | None, n: int, agree: int) -> None:
    codes = [
        np.array([-1 if w is None else of.index(w)], dtype=np.int8)
        for w, of in zip(words, (m.CANADA_WORDS, m.SDSN_WORDS, m.UN_WORDS), strict=True)
    ]
    found = m.majority(*codes)
    verdict = m.VERDICTS[found.verdict[0]] if found.verdict[0] >= 0 else None
    assert (verdict, found.n[0], found.agree[0]) == (expected, n, agree)
