"""The next level within reach, strengths, gaps, most to gain: a scorecard's way on, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from markupsafe import Markup

from analysis.steps import (
    Change,
    NextStep,
    furthest,
    most_to_gain,
    next_steps,
    strengths,
)
from components.html import render
from components.view import View
from components.words.i18n import _, ngettext, number
from components.words.values import target_parts, value_parts, value_text
from data.rows import PointRow, RollupRow

STEPS_SHOWN = 4
GAINS_SHOWN = 5
STEP_FIGURES = 7
"""Figures of the numbers in a step: enough that now, needed and the way between add up in print."""


def steps(view: View, points: Sequence[PointRow], rollups: Sequence[RollupRow]) -> Markup:
    """The shortest ways to a next level, one for each category."""
    found = next_steps(points, rollups, score=view.score, one_per_category=True, limit=STEPS_SHOWN)
    by_key = {p.key: p for p in points}
    names = {(r.level, r.key): r.name for r in rollups}
    scored = any(p.progress is not None for p in points)
    return render(
        "city/steps",
        steps=[_words(step, by_key[step.key], names) for step in found],
        none_why=_("Every scored point available here is at or close to its target.")
        if scored
        else _("Steps appear here as soon as a scored value is available."),
    )


def lists(view: View, points: Sequence[PointRow], rollups: Sequence[RollupRow]) -> Markup:
    """Strengths to share, what is furthest from target, where most is to be gained."""
    past = _("Every scored point available here is past two thirds of the way.")
    return render(
        "city/lists",
        lists=[
            (
                _("Strengths to share"),
                "",
                [(p.band, p.name, _against(p)) for p in strengths(points)],
                _("No point available here is past two thirds of the way yet."),
            ),
            (
                _("Furthest from target"),
                "",
                [(p.band, p.name, _against(p)) for p in furthest(points)],
                past,
            ),
            (
                _("Where most is to be gained"),
                _("What the whole way to the target would add to the score."),
                _gains(view, points, rollups),
                _("Every scored point available here is at or close to its target."),
            ),
        ],
    )


def _against(point: PointRow) -> str:
    return _(
        "%(value)s, target %(target)s",
        value=value_parts(point.value or 0.0, point.unit)[0],
        target=" ".join(target_parts(point.target_low, point.target_high, point.unit)),
    )


def _gains(
    view: View, points: Sequence[PointRow], rollups: Sequence[RollupRow]
) -> list[tuple[int, str, str]]:
    names = {(r.level, r.key): r.name for r in rollups}
    by_key = {p.key: p.name for p in points}
    found = []
    for step in most_to_gain(points, rollups, score=view.score, limit=GAINS_SHOWN):
        scored = [
            (level, change)
            for level, change in (("dimension", step.dimension), ("category", step.category))
            if change.has_score
        ]
        adds = (
            _(
                "+%(gain)s for %(name)s",
                gain=number(scored[0][1].gain, 1),
                name=names[(scored[0][0], scored[0][1].key)],
            )
            if scored
            else ngettext("+1 point", "+%(num)s points", step.points)
        )
        found.append((step.band, by_key[step.key], adds))
    return found


def _adds(step: NextStep) -> str:
    return ngettext("one point", "%(num)s points", step.points)


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
        "adds": _adds(step),
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
