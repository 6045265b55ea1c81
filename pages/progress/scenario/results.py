"""What a scenario moves above the points: categories, dimensions, the whole, by the gate."""

from __future__ import annotations

from typing import NamedTuple

from analysis.scenario import MovedScore
from analysis.scoring import BAND_EDGES
from components.words.i18n import _
from components.words.values import score_text
from pages.progress.scenario.reading import ScenarioReading


class Result(NamedTuple):
    """An aggregate before and after; ``shown`` is False where too few of its points have a value.

    before, after: as printed; bar, bar_after: on 0..100.
    """

    key: str
    name: str
    level: str
    shown: bool
    before: str
    after: str
    band: int
    band_after: int
    bar: float
    bar_after: float
    n_scored: int
    n_scoreable: int


def results(reading: ScenarioReading) -> dict[str, list[Result]]:
    """Aggregates that the page's points stand in, by level: the dimensions with the whole."""
    started = [p for p in reading.started if p.in_score and p.scored]
    reached = {key for p in started for key in (p.category, p.dimension, "overall")}
    found: dict[str, list[Result]] = {"whole": [], "category": []}
    for row in reading.scenario.scores:
        own = row.key in reached
        if row.level == "category":
            if own:
                found["category"].append(_result(reading, row))
        elif row.level == "dimension" or row.passes_gate:
            found["whole"].append(_result(reading, row))
    return found


def _result(reading: ScenarioReading, row: MovedScore) -> Result:
    before, after = (
        (row.points, row.points_after)
        if reading.view.score == "points"
        else (row.continuous, row.continuous_after)
    )
    bands = [_band(before), _band(after)]
    return Result(
        row.key,
        _name(reading, row),
        row.level,
        row.passes_gate and before is not None,
        score_text(before or 0.0, bands[0], least=1),
        score_text(after or 0.0, bands[1], least=1),
        bands[0],
        bands[1],
        before or 0.0,
        after or 0.0,
        row.n_scored,
        row.n_scoreable,
    )


def _band(score: float | None) -> int:
    return 1 + sum((score or 0.0) >= edge for edge in BAND_EDGES)


def _name(reading: ScenarioReading, row: MovedScore) -> str:
    if row.level == "overall":
        return _("All three dimensions")
    for d in reading.names.values():
        if row.level == "dimension" and d.dimension == row.key:
            return d.dimension_name
        if row.level == "category" and d.category == row.key:
            twice = any(
                o.category_name == d.category_name and o.category != row.key
                for o in reading.names.values()
            )
            return f"{d.category_name} ({d.dimension_name})" if twice else d.category_name
    return row.key
