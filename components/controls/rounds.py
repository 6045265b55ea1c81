"""Which round of a city an as-of year means."""

from __future__ import annotations

from collections.abc import Sequence

from data.rows import RoundRow


def at(rounds: Sequence[RoundRow], year: int | None) -> RoundRow | None:
    """The newest round not later than ``year``, the first where all are later.

    ``rounds`` stand newest first; without a year the newest is meant. None where there is none.
    """
    if not rounds:
        return None
    return next((r for r in rounds if year is None or r.as_of <= year), rounds[-1])
