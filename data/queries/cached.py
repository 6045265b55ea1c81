"""Answers kept by version: same snapshot, same arguments, same rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from data.settings import settings

P = ParamSpec("P")
R = TypeVar("R")


def by_version(function: Callable[P, R]) -> Callable[P, R]:
    """Keep the newest answers of a query; the snapshot in the arguments makes the key a version."""
    cached = lru_cache(maxsize=settings().cache_entries)(function)

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        answer: R = cached(*args, **kwargs)  # type: ignore[arg-type]
        return answer

    return call
