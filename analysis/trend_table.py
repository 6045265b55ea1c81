"""Judged series as flat columns: one table for the store and for what is judged on request."""

from __future__ import annotations

from math import isnan
from typing import Any

from numpy.typing import NDArray

from analysis.level import LEVELS
from analysis.scoring import band
from analysis.trend import HEADLINES, STATES, Trends
from analysis.trend_line import TRENDS
from analysis.trend_methods import CANADA_WORDS, SDSN_WORDS, UN_WORDS, VERDICTS

WORDS: dict[str, tuple[str, ...]] = {
    "level": LEVELS,
    "state": STATES,
    "headline": HEADLINES,
    "verdict": VERDICTS,
    "canada": CANADA_WORDS,
    "sdsn": SDSN_WORDS,
    "un": UN_WORDS,
    "trend": TRENDS,
}
"""What the numbers of a column of words stand for; -1 is no word."""


def columns(found: Trends) -> dict[str, NDArray[Any]]:
    """The columns of ``data.trend_rows.TrendRow`` that a judgement fills (S,).

    A missing number is NaN, a word its position in ``WORDS``; band 0 = none.
    """
    line, majority = found.line, found.majority
    return {
        "year": found.year,
        "value": found.value,
        "progress": found.progress,
        "band": band(found.progress),
        "level": found.level,
        "state": found.state,
        "slipping": found.slipping,
        "t0": found.t0,
        "first_value": found.first,
        "n": found.n,
        "headline": found.headline,
        "verdict": majority.verdict,
        "n_methods": majority.n,
        "n_agree": majority.agree,
        "canada": found.canada.word,
        "canada_ratio": found.canada.measure,
        "sdsn": found.sdsn.word,
        "sdsn_ratio": found.sdsn.measure,
        "un": found.un.word,
        "un_ratio": found.un.measure,
        "growth": found.growth,
        "slope": line.slope,
        "slope_low": line.low,
        "slope_high": line.high,
        "fitted": found.fitted,
        "projected": found.projected,
        "projected_low": found.projected_low,
        "projected_high": found.projected_high,
        "needed": found.needed,
        "trend": line.trend,
        "p_value": line.p,
        "sign_differs": found.sign_differs,
    }


def plain(name: str, cells: NDArray[Any]) -> list[Any]:
    """A column as Python values: words for positions, None for what is missing."""
    values = cells.tolist()
    if name in WORDS:
        return [WORDS[name][value] if value >= 0 else None for value in values]
    if name in ("year", "t0"):
        return [None if isnan(value) else int(value) for value in values]
    if name == "band":
        return [value or None for value in values]
    return [None if isinstance(value, float) and isnan(value) else value for value in values]
