"""The trend on the methods page: one series worked out, and the cut-offs, by the functions."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis import trend_methods as published
from analysis.level import Scale
from analysis.trend import judge
from analysis.trend_table import columns, plain
from components.words import trends
from components.words.i18n import number
from components.words.trend_methods import Key, MethodWords, method_name, method_word, methods
from components.words.values import value_text
from data.source_rows import DefinitionRow
from data.trend_rows import TrendRow

EXAMPLE = "pm2_5"
_YEARS, _VALUES, _AS_OF, _WINDOW = (2015, 2023), (13.0, 10.0), 2024, 5


class WorkedTrend(NamedTuple):
    """A series of two values; numbers printed with their unit."""

    name: str
    first: str
    t0: int
    value: str
    t: int
    line: str
    methods: list[MethodWords]
    agreement: str


class CutOffs(NamedTuple):
    """A method, and its words with their least measure under each verdict."""

    name: str
    verdicts: tuple[str, str, str]


def worked(point: DefinitionRow) -> WorkedTrend:
    """The three methods on a made series of the point."""
    scale = Scale(
        np.array([point.direction]), _of(point.target_low), _of(point.target_high),
        _of(point.worst), _of(point.plausible_min), _of(point.plausible_max), np.array([False]),
    )  # fmt: skip
    found = columns(judge(scale, _YEARS, [_VALUES], as_of=_AS_OF, window=_WINDOW))
    row = TrendRow(
        city_id="", point_key=point.key, kind="other_statistics", publication="",
        n_years=len(_VALUES), n_doubled=0, status=None,
        **{name: plain(name, cells)[0] for name, cells in found.items()},
    )  # fmt: skip
    first, value = (value_text(v, point.unit) for v in _VALUES)
    return WorkedTrend(
        point.name, first, _YEARS[0], value, _YEARS[1], trends.line_text(point), methods(row),
        trends.agreement(row),
    )  # fmt: skip


def cut_offs() -> list[CutOffs]:
    """Every method's words under the verdict they count as, with the least measure of each."""
    rows: tuple[tuple[Key, tuple[str, ...], tuple[int, ...], tuple[float, ...]], ...] = (
        ("canada", published.CANADA_WORDS, published.CANADA_VERDICTS, published.CANADA_RATIOS),
        ("un", published.UN_WORDS, published.UN_VERDICTS, published.UN_RATIOS),
        ("sdsn", published.SDSN_WORDS, published.SDSN_VERDICTS, published.SDSN_RATIOS),
    )
    found = []
    for key, names, verdicts, ratios in rows:
        said: list[list[str]] = [[], [], []]
        for i, (name, verdict) in enumerate(zip(names, verdicts, strict=True)):
            edge = f"≥ {number(ratios[i])}" if i < len(ratios) else f"< {number(ratios[-1])}"
            said[verdict].append(f"{method_word(key, name)} ({edge})")
        found.append(CutOffs(method_name(key), _three([", ".join(each) for each in said])))
    return found


def _three(words: list[str]) -> tuple[str, str, str]:
    first, second, third = words
    return first, second, third


def _of(x: float | None) -> NDArray[np.float64]:
    return np.array([np.nan if x is None else x])
