"""Why a category has no score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from data.rows import PointRow, RollupRow


def category_statuses(points: Sequence[PointRow], rollups: Sequence[RollupRow]) -> dict[str, str]:
    """Why a category has no score: the status its points share, not held, or too few held."""
    reasons: dict[str, str] = {}
    for row in rollups:
        if row.level != "category" or row.passes_gate:
            continue
        own = [p for p in points if p.category == row.key and p.scored]
        seen = Counter(p.status for p in own)
        if not own:
            reasons[row.key] = "no_target"
        elif row.n_scored:
            reasons[row.key] = "partly_held"
        else:
            reasons[row.key] = next(
                (s for s in ("not_reported", "not_verified", "not_applicable") if seen[s]),
                "not_held",
            )
    return reasons
