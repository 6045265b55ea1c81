"""The order of cases of METHODS §9: what is asked of a series, and what is not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import trend
from analysis.level import LEVELS, Scale, level, line, wanted
from analysis.trend_table import WORDS, columns

HIGHER = ("higher_is_better", 60.0, 60.0, 0.0, 0.0, 100.0, False)
LOWER = ("lower_is_better", 5.0, 5.0, 35.0, 0.0, 1000.0, False)
TO_ZERO = ("lower_is_better", 0.0, 0.0, 100.0, 0.0, 100.0, False)
RANGE = ("target_range", 2.0, 3.0, 0.0, 0.0, 10.0, False)
YES_NO = ("higher_is_better", 1.0, 1.0, 0.0, 0.0, 1.0, True)
FREE = ("higher_is_better", None, None, None, 0.0, None, False)
INFORMATIONAL = ("informational", None, None, None, 0.0, 100.0, False)
Point = tuple[Any, ...]


def judge(
    point: Point, held: dict[int, float], as_of: int = 2026, emptied: bool = False, **more: Any
) -> dict[str, Any]:
    """One series judged; words as words, NaN as None."""
    scale = Scale(
        np.array([point[0]]),
        *(np.array([np.nan if v is None else v], dtype=float) for v in point[1:6]),
        np.array([point[6]]),
    )
    years = sorted(held)
    found = trend.judge(
        scale, years, np.array([[held[y] for y in years]]).reshape(1, -1), [emptied],
        as_of=as_of, window=5, **more,
    )  # fmt: skip
    row = {name: column[0].item() for name, column in columns(found).items()}
    for name, words in WORDS.items():
        row[name] = words[row[name]] if row[name] >= 0 else None
    return {k: None if isinstance(v, float) and np.isnan(v) else v for k, v in row.items()}


def evenly(first: float, last: float, years: range = range(2015, 2025)) -> dict[int, float]:
    step = (last - first) / (len(years) - 1)
    return {year: first + step * i for i, year in enumerate(years)}


@pytest.mark.parametrize(
    ("what", "point", "held", "state", "stands", "headline"),
    [
        ("nothing but a status", HIGHER, {}, "emptied", None, None),
        ("newest six years back", HIGHER, evenly(10, 50, range(2015, 2021)), "too_old", "below",
         None),
        ("newest five years back", HIGHER, evenly(10, 50, range(2015, 2022)), "judged", "below",
         "on_course"),
        ("old and met", HIGHER, {2015: 50.0, 2019: 70.0}, "too_old", "met", None),
        ("met", HIGHER, evenly(40, 70), "at_target", "met", None),
        ("within five percent", HIGHER, evenly(40, 57), "at_target", "near", None),
        ("just not", HIGHER, evenly(40, 56.99), "judged", "below", "on_course"),
        ("one value", HIGHER, {2024: 30.0}, "no_trend", "below", None),
        ("two values two years apart", HIGHER, {2022: 30.0, 2024: 31.0}, "no_trend", "below",
         None),
        ("two values three years apart", HIGHER, {2021: 30.0, 2024: 31.0}, "judged", "below",
         "too_slow"),
        ("only one since 2015", HIGHER, {2010: 20.0, 2024: 31.0}, "no_trend", "below", None),
        ("gaps", HIGHER, {2015: 20.0, 2019: 35.0, 2024: 45.0}, "judged", "below", "on_course"),
        ("yes", YES_NO, {2018: 0.0, 2024: 1.0}, "yes_no", "met", None),
        ("no", YES_NO, {2018: 1.0, 2024: 0.0}, "yes_no", "below", None),
        ("an old yes", YES_NO, {2018: 1.0}, "too_old", "met", None),
        ("no target", FREE, evenly(100, 120), "judged", "no_target", "on_course"),
        ("no direction", INFORMATIONAL, evenly(10, 20), "no_direction", "no_target", None),
        ("target zero", TO_ZERO, evenly(80, 60), "judged", "below", "disagree"),
        ("from zero", HIGHER, evenly(0, 27), "judged", "below", "one_method"),
        ("without target, from zero", FREE, evenly(0, 27), "judged", "no_target", "no_method"),
        ("change of sign", ("higher_is_better", 5.0, 5.0, -10.0, None, None, False),
         evenly(-3, 3), "judged", "below", "one_method"),
        ("first value on target, then worse", LOWER, evenly(5, 20), "judged", "below",
         "one_method"),
        ("from under a range", RANGE, evenly(1, 1.8), "judged", "below", "on_course"),
        ("from under a range past it", RANGE, evenly(1, 4), "judged", "below", "one_method"),
        ("in the range", RANGE, evenly(1, 2.5), "at_target", "met", None),
    ],
)  # fmt: skip
def test_the_order_of_cases(
    what: str, point: Point, held: dict[int, float], state: str, stands: str, headline: str
) -> None:
    found = judge(point, held)
    assert (found["state"], found["level"], found["headline"]) == (state, stands, headline), what
    has_line = state in ("judged", "at_target", "no_direction")
    assert (found["slope"] is not None) == has_line
    assert (found["canada"] or found["sdsn"] or found["un"] or "") == "" or state == "judged"


def test_a_printed_status_empties_what_was_held_before() -> None:
    found = judge(HIGHER, evenly(10, 30), emptied=True)
    assert (found["state"], found["level"], found["progress"]) == ("emptied", None, None)
    assert (found["year"], found["value"], found["needed"]) == (2024, 30.0, None)


def test_2030_has_come() -> None:
    late = {2020: 30.0, 2026: 50.0, 2031: 40.0}
    found = judge(HIGHER, late, as_of=2031)
    assert (found["state"], found["level"], found["needed"]) == ("goal_year_over", "below", None)
    assert (found["slope"], found["projected"], found["canada"]) == (None, None, None)
    assert judge(HIGHER, {**late, 2031: 60.0}, as_of=2031)["state"] == "at_target"


def test_years_after_the_as_of_year_are_not_known_yet() -> None:
    assert judge(HIGHER, evenly(10, 28), as_of=2020) == judge(
        HIGHER, evenly(10, 20, range(2015, 2021)), as_of=2020
    )
    assert judge(HIGHER, evenly(10, 28), as_of=2014)["state"] == "emptied"


def test_the_first_year_moves() -> None:
    held = {2009: 10.0, **evenly(30, 20)}
    assert judge(HIGHER, held)["sdsn"] == "decreasing"
    moved = judge(HIGHER, held, since=2009)
    assert (moved["t0"], moved["n"], moved["sdsn"]) == (2009, 11, "stagnating")


def test_what_is_needed_a_year_goes_from_the_newest_value_to_the_nearer_edge() -> None:
    assert judge(LOWER, {2023: 12.0})["needed"] == -1.0  # (5 - 12) / 7
    assert judge(RANGE, {2024: 0.5})["needed"] == 0.25  # to 2
    assert judge(RANGE, {2024: 6.0})["needed"] == -0.5  # to 3
    assert judge(HIGHER, {2024: 60.0})["needed"] is None
    assert judge(HIGHER, {2024: 58.5})["needed"] == 0.25  # near is not met
    assert judge(HIGHER, {2019: 30.0})["needed"] is None  # too old


def test_slipping_is_an_interval_wholly_on_the_wrong_side() -> None:
    rising = {2015 + i: v for i, v in enumerate((1.0, 1.3, 1.5, 2.0, 2.2, 2.4, 2.9, 3.0, 3.4))}
    assert judge(LOWER, rising)["slipping"]
    assert not judge(LOWER, {year: 5.0 - v for year, v in rising.items()})["slipping"]
    unsure = {2015: 1.0, 2017: 3.0, 2019: 1.2, 2021: 2.8, 2023: 1.4}
    assert not judge(LOWER, unsure)["slipping"]
    assert not judge(LOWER, {2015: 1.0, 2023: 4.0})["slipping"]  # two values: no interval
    assert not judge(RANGE, {y: 2.0 + v / 5 for y, v in rising.items()})["slipping"]


def test_the_projection_stays_within_the_bounds_and_opens_at_the_newest_year() -> None:
    # Slopes of 0, 10, 20 …: the line passes through the medians (2018.5, 55).
    held = dict(zip(range(2015, 2023), (20, 30, 50, 50, 60, 80, 80, 55), strict=True))
    found = judge((*HIGHER[:1], 100.0, 100.0, *HIGHER[3:]), held)
    assert found["projected"] == found["projected_high"] == 100.0
    assert found["fitted"] == pytest.approx(52.5 + found["slope"] * 3.5)
    assert found["projected_low"] == pytest.approx(found["fitted"] + 8 * found["slope_low"])


def test_an_end_point_against_the_grain_is_said() -> None:
    held = {2015: 30.0, 2016: 40.0, 2017: 38.0, 2018: 36.0, 2019: 34.0, 2020: 32.0, 2024: 31.0}
    assert judge(HIGHER, held)["slope"] < 0
    assert judge(HIGHER, held)["sign_differs"]
    assert not judge(HIGHER, evenly(30, 31))["sign_differs"]


def test_scores_are_not_cut_below_in_a_trend() -> None:
    # London: NO2 75.8 → 36.7 starts beyond worst (40); cut there it would be stagnating.
    no2 = ("lower_is_better", 10.0, 10.0, 40.0, 0.0, 1000.0, False)
    found = judge(no2, {2016: 75.8, 2023: 36.7})
    # (11 + 119.33) / 7 over (100 + 119.33) / 14 = 3910 / 3290
    assert found["sdsn_ratio"] == pytest.approx(3910 / 3290, abs=1e-9)
    assert (found["sdsn"], found["level"]) == ("on_track", "below")


def test_levels_and_lines() -> None:
    p = [100.0, 99.999999999, 95.0, 94.999999999, 0.0, np.nan]
    assert [LEVELS[i] for i in level(p)] == ["met", "near", "near", "below", "below", "no_target"]
    values = [1.0, 2.0, 2.5, 3.0, 9.0]
    assert line(values, "target_range", 2.0, 3.0).tolist() == [2.0, 2.0, 2.5, 3.0, 3.0]
    assert wanted(values, "target_range", 2.0, 3.0).tolist() == [1.0, 0.0, 0.0, 0.0, -1.0]
    assert np.isnan(line(1.0, "informational", 2.0, 3.0))


histories = st.dictionaries(
    st.integers(2009, 2026), st.integers(0, 400).map(lambda x: x / 4), min_size=1, max_size=12
)


@given(
    histories, st.sampled_from([HIGHER, LOWER, TO_ZERO, RANGE, FREE]),
    st.sampled_from([2.0**-10, 0.5, 8.0, 2.0**20]),
)  # fmt: skip
def test_another_unit_changes_no_word(held: dict[int, float], point: Point, by: float) -> None:
    scaled = tuple(v * by if isinstance(v, float) else v for v in point)
    own, other = judge(point, held), judge(scaled, {y: v * by for y, v in held.items()})
    same = (*WORDS, "slipping", "sign_differs", "canada_ratio", "sdsn_ratio", "un_ratio", "p_value")
    assert {k: own[k] for k in same} == {k: other[k] for k in same}
    for name in ("slope", "slope_low", "projected", "needed"):
        assert (own[name] is None) == (other[name] is None)
        assert own[name] is None or own[name] * by == pytest.approx(other[name], rel=1e-9)


@given(histories)
def test_more_is_better_turned_round_is_less_is_better(held: dict[int, float]) -> None:
    mirrored = ("lower_is_better", -60.0, -60.0, 0.0, -100.0, 0.0, False)
    own, other = judge(HIGHER, held), judge(mirrored, {y: -v for y, v in held.items()})
    for name in ("level", "state", "sdsn", "sdsn_ratio", "slipping"):
        assert own[name] == other[name]
    assert other["canada"] is None
