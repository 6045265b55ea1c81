"""What a sector of the wheel says: name, value or score, year, target, or why there is none."""

from __future__ import annotations

from analysis.scoring import Score
from components.words.i18n import _
from components.words.values import (
    band_text,
    held_text,
    score_text,
    status_text,
    target_parts,
    value_text,
)
from data.rows import PointRow, RollupRow


def point_label(point: PointRow) -> str:
    """Name, value with unit, year, target and band in words."""
    if point.value is None:
        return f"{point.name}: {status_text(point.status)}"
    parts = [f"{point.name}: {value_text(point.value, point.unit)}", str(point.year)]
    target = " ".join(target_parts(point.target_low, point.target_high, point.unit)).strip()
    if point.scored and target:
        parts.append(_("target %(value)s", value=target))
    if point.band and point.progress is not None:
        parts.append(
            _(
                "score %(score)s (%(band)s)",
                score=score_text(point.progress, point.band),
                band=band_text(point.band),
            )
        )
    else:
        parts.append(status_text("no_target"))
    return ", ".join(parts)


def rollup_label(row: RollupRow, status: str, score: Score) -> str:
    """Name, score and how much of it is held; or why there is none."""
    value = row.by(score).value
    held = held_text(row.n_scored, row.n_scoreable)
    band = shown_band(row, score)
    if band and value is not None:
        return f"{row.name}: {score_text(value, band)} ({band_text(band)}), {held}"
    if not row.n_scoreable:
        return f"{row.name}: {status_text('no_target')}"
    return f"{row.name}: {held if row.n_scored else status_text(status)}"


def shown_band(row: RollupRow, score: Score) -> int | None:
    """Band of an aggregate that passes the coverage gate."""
    return row.by(score).band if row.passes_gate else None
