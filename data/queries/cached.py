"""Answers kept by version: same snapshot, same arguments, same rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from data.settings import settings

P = ParamSpec("P")
R = TypeVar("R")

FEW = 8
"""Kept of the questions whose answer is large, a scorecard say: for the parts of one page, which
are asked for one after the other. Whole pages are kept as the bytes that went out."""


def by_version(function: Callable[P, R]) -> Callable[P, R]:
    """Keep the newest answers of a query; the snapshot in the arguments makes the key a version."""
    return _kept(function, settings().cache_entries)


def few_by_version(function: Callable[P, R]) -> Callable[P, R]:
    """As ``by_version`` for large answers, of which only ``FEW`` are kept."""
    return _kept(function, FEW)


def _kept(function: Callable[P, R], most: int) -> Callable[P, R]:
    cached = lru_cache(maxsize=most)(function)

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        answer: R = cached(*args, **kwargs)  # type: ignore[arg-type]
        return answer

    return call
