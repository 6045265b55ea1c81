"""Cheapest next steps, strengths to share, furthest from target: a scorecard's way on, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from markupsafe import Markup

from analysis.steps import Change, NextStep, furthest, next_steps, strengths
from components.html import render
from components.view import View
from components.words.i18n import _, number
from components.words.values import value_parts, value_text
from data.rows import PointRow, RollupRow

STEPS_SHOWN = 4
STEP_FIGURES = 7
"""Figures of the numbers in a step: enough that now, needed and the way between add up in print."""


def steps(view: View, points: Sequence[PointRow], rollups: Sequence[RollupRow]) -> Markup:
    """The cheapest steps to a next band, one for each category."""
    found = next_steps(points, rollups, score=view.score, one_per_category=True, limit=STEPS_SHOWN)
    by_key = {p.key: p for p in points}
    names = {(r.level, r.key): r.name for r in rollups}
    scored = any(p.progress is not None for p in points)
    return render(
        "city/steps",
        steps=[_words(step, by_key[step.key], names) for step in found],
        none_why=_("Every scored point available here is at its target.")
        if scored
        else _("Steps appear here as soon as a scored value is available."),
    )


def lists(points: Sequence[PointRow]) -> Markup:
    """Strengths to share beside what is furthest from target."""
    return render(
        "city/lists",
        lists=[
            (
                _("Strengths to share"),
                strengths(points),
                _("No point available here is past two thirds of the way yet."),
            ),
            (
                _("Furthest from target"),
                furthest(points),
                _("Every scored point available here is past two thirds of the way."),
            ),
        ],
    )


def _words(step: NextStep, point: PointRow, names: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    unit = _("percentage points") if point.unit == "%" else point.unit
    needed = _needed(step)
    change = _distance(step, needed, unit)
    now = _(
        "%(now)s now, %(needed)s needed",
        now=value_parts(step.value, point.unit, STEP_FIGURES)[0],
        needed=value_parts(needed, point.unit, STEP_FIGURES)[0],
    )
    return {
        "key": step.key,
        "name": point.name,
        "band": step.band,
        "band_after": step.band_after,
        "progress": step.progress,
        "progress_after": step.progress_after,
        "change": change,
        "now": now,
        "adds": _("%(n)s points", n=step.points) if step.points > 1 else _("one point"),
        "changes": [
            _change(change, names[(level, change.key)])
            for level, change in (("category", step.category), ("dimension", step.dimension))
            if change.has_score
        ],
    }


def _distance(step: NextStep, needed: float, unit: str) -> str:
    if step.yes_no:
        return _("A yes")
    amount = value_text(float(f"{abs(needed - step.value):.10g}"), "number", STEP_FIGURES)
    unit = "" if unit in ("ratio", "index 0–1", "number") else f" {unit}"
    return (
        _("%(amount)s%(unit)s more", amount=amount, unit=unit)
        if step.more
        else _("%(amount)s%(unit)s less", amount=amount, unit=unit)
    )


def _needed(step: NextStep) -> float:
    """The value needed, to three figures or more, rounded so that it does reach the band.

    Rounding 17.56 to 17.6 would promise a band that 17.6 % unemployment does not reach.
    """
    exact = Decimal(f"{step.needed:.10g}")
    apart = abs(Decimal(f"{step.value:.10g}") - exact) or Decimal(1)
    unit = Decimal(1).scaleb(min(apart.adjusted() - 1, exact.adjusted() - 2, 0))
    return float(exact.quantize(unit, ROUND_CEILING if step.more else ROUND_FLOOR))


def _change(change: Change, name: str) -> dict[str, str]:
    return {
        "name": name,
        "before": _one_decimal(change.before),
        "after": _one_decimal(change.after),
    }


def _one_decimal(score: float) -> str:
    return number(score, 0 if abs(score - round(score)) < 0.05 else 1)
