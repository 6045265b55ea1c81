"""What is said of a dimension beside its chart: score, bounds, bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from analysis.scoring import Score
from components.charts.inline.whisker import whisker
from components.words.i18n import number
from components.words.values import score_text
from data.rows import PointRow, RollupRow

BANDS = (4, 3, 2, 1)


def tile_facts(row: RollupRow, points: Sequence[PointRow], score: Score) -> dict[str, Any]:
    """What is said of a dimension: its score and bounds, the bands of its points, its drawing."""
    found = row.by(score)
    counts = Counter(p.band for p in points if p.dimension == row.key and p.band)
    return {
        "row": row,
        "shown": score_text(found.value or 0, found.band),
        "band": found.band,
        "low": number(found.low or 0, 0),
        "high": number(found.high or 0, 0),
        "counts": [(band, counts[band]) for band in BANDS if counts[band]],
        "whisker": whisker(row, score),
    }
