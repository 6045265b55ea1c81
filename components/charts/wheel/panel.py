"""The wheel with what stands under it: readout, counts by mark, and the phone's category list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup

from analysis.scoring import Score
from components.charts.wheel.wheel import wheel
from components.html import render
from components.words.values import held_text, score_text, status_text
from data.rows import PointRow, RollupRow


def wheel_panel(
    points: Sequence[PointRow],
    rollups: Sequence[RollupRow],
    statuses: Mapping[str, str],
    *,
    city: str,
    as_of: int | None,
    score: Score,
    download_href: str = "",
    kept: Collection[str] | None = None,
) -> Markup:
    """Arguments as ``charts.wheel.wheel``; ``download_href`` leads to the standalone SVG."""
    marks = Counter(
        "no_target" if point.value is not None else point.status
        for point in points
        if not point.band
    )
    return render(
        "scores/wheel",
        drawing=wheel(points, rollups, statuses, city=city, as_of=as_of, score=score, kept=kept),
        counts={band: sum(point.band == band for point in points) for band in (4, 3, 2, 1)},
        missing=dict(marks.most_common()),
        lines=[_line(row, statuses, score) for row in _ordered(rollups)],
        download_href=download_href,
    )


def _ordered(rollups: Sequence[RollupRow]) -> list[RollupRow]:
    """Dimensions, each followed by its categories."""
    heads = sorted((r for r in rollups if r.level == "dimension"), key=lambda r: r.position)
    return [
        row
        for head in heads
        for row in (
            head,
            *sorted(
                (r for r in rollups if r.level == "category" and r.dimension == head.key),
                key=lambda r: r.position,
            ),
        )
    ]


def _line(
    row: RollupRow, statuses: Mapping[str, str], score: Score
) -> tuple[RollupRow, str, int | None, str]:
    found = row.by(score)
    if row.passes_gate and found.value is not None:
        return row, score_text(found.value, found.band), found.band, ""
    if not row.n_scoreable:
        return row, "", None, status_text("no_target")
    held = held_text(row.n_scored, row.n_scoreable)
    reason = (
        held
        if row.n_scored or row.level == "dimension"
        else status_text(statuses.get(row.key, "not_held"))
    )
    return row, "", None, reason
