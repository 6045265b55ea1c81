"""What a scenario moves above the points: categories, dimensions, the whole, by the gate."""

from __future__ import annotations

from typing import NamedTuple

from analysis.scenario import MovedScore
from analysis.scoring import BAND_EDGES, Score
from components.words.i18n import _
from components.words.values import score_text
from pages.progress.scenario.reading import Facts


class Result(NamedTuple):
    """An aggregate before and after as printed; under the gate no score, and ``held`` says why.

    reach: whether a goal set on this page could move it.
    """

    key: str
    name: str
    level: str
    shown: bool
    before: str
    after: str
    band: int
    band_after: int
    n_scored: int
    n_scoreable: int
    reach: bool


def results(facts: Facts, score: Score) -> dict[str, list[Result]]:
    """Aggregates that the page's points stand in, by level: the dimensions with the whole."""
    started = [p for p in facts.started if p.in_score and p.scored]
    reached = {key for p in started for key in (p.category, p.dimension, "overall")}
    found: dict[str, list[Result]] = {"whole": [], "category": []}
    for row in facts.scenario.scores:
        own = row.key in reached
        if row.level == "category":
            if own:
                found["category"].append(_result(facts, row, score, own))
        elif row.level == "dimension" or row.passes_gate:
            found["whole"].append(_result(facts, row, score, own))
    return found


def _result(facts: Facts, row: MovedScore, score: Score, reach: bool) -> Result:
    before, after = (
        (row.points, row.points_after)
        if score == "points"
        else (row.continuous, row.continuous_after)
    )
    bands = [_band(before), _band(after)]
    return Result(
        row.key,
        _name(facts, row),
        row.level,
        row.passes_gate and before is not None,
        score_text(before or 0.0, bands[0], least=1),
        score_text(after or 0.0, bands[1], least=1),
        bands[0],
        bands[1],
        row.n_scored,
        row.n_scoreable,
        reach,
    )


def _band(score: float | None) -> int:
    return 1 + sum((score or 0.0) >= edge for edge in BAND_EDGES)


def _name(facts: Facts, row: MovedScore) -> str:
    if row.level == "overall":
        return _("All three dimensions")
    for d in facts.names.values():
        if row.level == "dimension" and d.dimension == row.key:
            return d.dimension_name
        if row.level == "category" and d.category == row.key:
            twice = any(
                o.category_name == d.category_name and o.category != row.key
                for o in facts.names.values()
            )
            return f"{d.category_name} ({d.dimension_name})" if twice else d.category_name
    return row.key
