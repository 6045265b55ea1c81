"""Three published methods that judge a pace towards 2030, and their majority (METHODS §9).

Every function takes arrays of one entry a series (S,) and answers with a measure and a word (a
position in the method's tuple, -1 = not applicable). Measures are rounded to 9 decimals before
they meet a cut-off. y0 and y are the first and the newest value, t0 and t their years; ``sign`` is
the wanted direction, 1 or -1.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.scoring import DECIMALS

Floats = NDArray[np.float64]
Words = NDArray[np.int8]

GOAL_YEAR = 2030

NOT_APPLICABLE = -1

VERDICTS = ("on_course", "too_slow", "off_course", "disagree")

CANADA_WORDS = ("on_track", "acceleration_needed", "limited", "deterioration")
CANADA_VERDICTS = (0, 1, 1, 2)
CANADA_RATIOS = (0.95, 0.60, 0.0)
CANADA_RATES = (0.015, 0.005, 0.0)
"""Least measure of each word but the last: of R, and of the yearly growth without a target."""

SDSN_WORDS = ("on_track", "moderately_improving", "stagnating", "decreasing")
SDSN_VERDICTS = (0, 1, 2, 2)
SDSN_RATIOS = (1.0, 0.5, 0.0)

UN_WORDS = ("on_track", "fair", "stagnation_or_regression")
UN_VERDICTS = (0, 1, 2)
UN_RATIOS = (0.95, 0.10)
UN_RATES = (0.02, 0.005)


class Method(NamedTuple):
    """What a method says of each series: its measure (NaN = none) and its word."""

    measure: Floats
    word: Words


class Majority(NamedTuple):
    """verdict: position in ``VERDICTS``; n: methods that apply; agree: those of the verdict."""

    verdict: Words
    n: NDArray[np.int64]
    agree: NDArray[np.int64]


def growth(y0: Floats, y: Floats, t0: Floats, t: Floats) -> Floats:
    """Compound annual growth as a share, NaN unless both values are above zero."""
    with np.errstate(all="ignore"):
        rate = (y / y0) ** (1.0 / (t - t0)) - 1.0
    return np.where((y0 > 0) & (y > 0) & (t > t0) & np.isfinite(rate), rate, np.nan)


def statistics_canada(
    y0: Floats, y: Floats, t0: Floats, t: Floats, target: Floats, sign: Floats
) -> Method:
    """Statistics Canada and Open SDG, after Eurostat.

    R = d CAGR_a / |CAGR_r|; without target (NaN) the measure stays NaN and the word follows
    d CAGR_a. Not applicable where y0, y or the target is not above zero, nor where the target is
    the first value, which asks for no growth.
    """
    rate = growth(y0, y, t0, t)
    required = growth(y0, target, t0, np.full_like(y0, GOAL_YEAR))
    with np.errstate(all="ignore"):
        ratio = _rounded(sign * rate / np.abs(required))
    free = np.isnan(target)
    word = np.where(free, _word(_rounded(sign * rate), CANADA_RATES), _word(ratio, CANADA_RATIOS))
    return Method(ratio, word)


def sdsn(s0: Floats, s: Floats, t0: Floats, t: Floats) -> Method:
    """Sustainable Development Report of SDSN, on progress scores cut above only, goal 100.

    r_o / r_q: the yearly change there was over the one that is needed from t0 on. Falling is
    decreasing whatever the ratio. Not applicable without a score.
    """
    with np.errstate(all="ignore"):
        needed = (100.0 - s0) / (GOAL_YEAR - t0)
        pace = (s - s0) / (t - t0)
        ratio = _rounded(pace / needed)
    # Already at the goal at first, nothing is needed: only a fall is left to tell.
    word = np.where(needed > 0, _word(ratio, SDSN_RATIOS), np.where(pace < 0, 3, 0))
    known = ~np.isnan(s0) & ~np.isnan(s) & (t > t0) & (t0 < GOAL_YEAR)
    return Method(ratio, np.where(known, word, NOT_APPLICABLE).astype(np.int8))


def un_progress_chart(
    y0: Floats, y: Floats, t0: Floats, t: Floats, target: Floats, sign: Floats
) -> Method:
    """UN Sustainable Development Goals Progress Chart 2023/24: technical note.

    q = (v2030 - v0) / (T - v0), where v2030 goes on at CAGR_a. Without target the word follows
    d CAGR_a. Not applicable where the growth is undefined, nor where the first value is already
    at or past the target: q would praise a fall behind it.
    """
    rate = growth(y0, y, t0, t)
    with np.errstate(all="ignore"):
        ahead = y * (1.0 + rate) ** (GOAL_YEAR - t)
        ratio = _rounded((ahead - y0) / (target - y0))
    ratio = np.where(sign * (target - y0) > 0, ratio, np.nan)
    word = np.where(
        np.isnan(target), _word(_rounded(sign * rate), UN_RATES), _word(ratio, UN_RATIOS)
    )
    return Method(ratio, word)


def majority(canada: Words, sdsn_word: Words, un: Words) -> Majority:
    """What most of the applicable methods say; a tie is "disagree", none at all -1."""
    spoken = np.stack(
        [
            np.where(word >= 0, np.asarray(verdicts)[word], NOT_APPLICABLE)
            for word, verdicts in (
                (canada, CANADA_VERDICTS), (sdsn_word, SDSN_VERDICTS), (un, UN_VERDICTS),
            )
        ]
    )  # fmt: skip
    votes = np.stack([(spoken == verdict).sum(axis=0) for verdict in range(3)])
    n, most = votes.sum(axis=0), votes.max(axis=0)
    tie = (votes == most).sum(axis=0) > 1
    verdict = np.where(n == 0, NOT_APPLICABLE, np.where(tie, 3, votes.argmax(axis=0)))
    return Majority(verdict.astype(np.int8), n, np.where(tie, 0, most))


def _word(measure: Floats, least: tuple[float, ...]) -> NDArray[Any]:
    """Position of the first cut-off that the measure reaches, the last word below all of them."""
    word = sum((measure < edge).astype(np.int8) for edge in least)
    return np.where(np.isfinite(measure), word, NOT_APPLICABLE).astype(np.int8)


def _rounded(measure: Floats) -> Floats:
    rounded: Floats = np.round(measure, DECIMALS)
    return np.where(np.isfinite(rounded), rounded, np.nan)
