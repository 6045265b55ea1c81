"""The three published methods: their names, words and measures as they are printed."""

from __future__ import annotations

from typing import Literal, NamedTuple

from components.words.i18n import _, number
from components.words.values import MINUS
from data.trend_rows import TrendRow

Key = Literal["canada", "un", "sdsn"]
KEYS: tuple[Key, ...] = ("canada", "un", "sdsn")


class MethodWords(NamedTuple):
    """A method, what it says of a series, and the measure it says it by."""

    name: str
    word: str
    measure: str


def methods(row: TrendRow) -> list[MethodWords]:
    """The methods in their own words; those that do not apply say so."""
    measures = (row.canada_ratio, row.un_ratio, row.sdsn_ratio)
    said = (row.canada, row.un, row.sdsn)
    return [
        MethodWords(
            method_name(key),
            method_word(key, word) if word else _("not applicable"),
            _measure(key, ratio),
        )
        for key, word, ratio in zip(KEYS, said, measures, strict=True)
    ]


def method_name(key: Key) -> str:
    """Who published it."""
    return {
        "canada": _("Statistics Canada"),
        "un": _("UN progress chart"),
        "sdsn": _("SDSN"),
    }[key]


def method_word(key: Key, word: str) -> str:
    """A word of ``analysis.trend_methods`` as its method prints it."""
    return {
        "canada": {
            "on_track": _("on track"),
            "acceleration_needed": _("progress, acceleration needed"),
            "limited": _("limited progress"),
            "deterioration": _("deterioration"),
        },
        "un": {
            "on_track": _("on track"),
            "fair": _("fair progress"),
            "stagnation_or_regression": _("stagnation or regression"),
        },
        "sdsn": {
            "on_track": _("on track"),
            "moderately_improving": _("moderately improving"),
            "stagnating": _("stagnating"),
            "decreasing": _("decreasing"),
        },
    }[key][word]


def _measure(key: Key, ratio: float | None) -> str:
    if ratio is None:
        return ""
    sign = {"canada": "R", "un": "q", "sdsn": "r<sub>o</sub>/r<sub>q</sub>"}[key]
    return f"{sign} {number(ratio, digits=2).replace('-', MINUS)}"
