"""The words of a scenario: why a goal or a preset is not possible, what moves, how much a year."""

from __future__ import annotations

from analysis.scenario import MovedPoint, Scenario
from analysis.scenario_goals import ScenarioPoint
from analysis.scenario_lines import Lines, MovedLines
from components.words.i18n import _, number
from components.words.values import MINUS, value_text
from pages.progress.scenario.reading import SCOPE, ScenarioReading

FIGURES = 3
"""Figures of a yearly change: the years between are whole, so more would only look exact."""


def stamp() -> str:
    """What every view and download of a scenario says."""
    return _("Scenario, not a forecast")


def preset_name(key: str) -> str:
    """A preset as its card names it."""
    return {
        "present_pace": _("Present pace continues"),
        "next_band": _("Every point one band up"),
        "all_lines": _("All targets met"),
        "best_peer": _("As good as the best peer"),
    }[key]


def not_possible(reason: str) -> str:
    """Why a preset cannot be chosen: no point is left in it, most for this reason."""
    return {
        "no_value": _("Not available: no point has a value to start from."),
        "no_target": _("Not available: no point has a 2030 target."),
        "goal_year_over": _("Not available: the newest values are from 2030 or later."),
        "at_top": _("Not available: every point is there already."),
        "closed_by_rounding": _("Not available: the gaps are smaller than the published digits."),
        "too_few_peers": _(
            "Not available: fewer than eight peers have values within five years of these points."
        ),
        "own_is_best": _("Not available: no peer does better."),
        "no_pace": _("Not available: no point has a trend; values are too few or too old."),
    }[reason]


def refusal(point: ScenarioPoint | None, reason: str, goal: float) -> str:
    """Why a goal was not taken; ``point`` is None where there is none of that key."""
    if point is None or reason == "unknown_point":
        return _("There is no such data point. The goal is ignored.")
    if reason == "no_value":
        return _("There is no value today to start from. The goal is ignored.")
    if reason == "goal_year_over":
        return _("The newest value is from 2030 or later. The goal is ignored.")
    if reason == "not_yes_no":
        return _("Only 0 (no) and 1 (yes) are possible. The goal is ignored.")
    if reason == "beyond_bounds":
        return beyond(point, goal)
    if reason == "wrong_side":
        return _(
            "%(goal)s is worse than today’s %(value)s. The goal is ignored.",
            goal=value_text(goal, point.unit),
            value=value_text(point.value or 0.0, point.unit),
        )
    return _("This is not a number. The goal is ignored.")


def beyond(point: ScenarioPoint, goal: float) -> str:
    """A goal outside the plausible bounds, one of which may be open."""
    low, high = point.plausible_min, point.plausible_max
    said = {"goal": signed(goal), "low": signed(low or 0.0), "high": signed(high or 0.0)}
    if high is None:
        return _("%(goal)s is not plausible: %(low)s or more is. The goal is ignored.", **said)
    if low is None:
        return _("%(goal)s is not plausible: %(high)s or less is. The goal is ignored.", **said)
    return _("%(goal)s is not plausible: %(low)s to %(high)s is. The goal is ignored.", **said)


def signed(value: float) -> str:
    """A number with a true minus sign."""
    return number(value).replace("-", MINUS)


def with_target(found: Lines) -> int:
    """Points of a group that have a value and a 2030 target."""
    return found.met + found.near + found.below


def targets_met(found: MovedLines, scope: str, moved: bool) -> str:
    """How many targets are met, before and after; ``scope``: the points as they are spoken of."""
    said = {
        "after": found.after.met,
        "before": found.before.met,
        "held": with_target(found.before),
        "scope": scope,
    }
    if not said["held"]:
        return _("No available value of %(scope)s has a 2030 target", **said)
    if not moved:
        return _("What 2030 could look like")
    if found.after.met == found.before.met:
        return _("%(after)s of %(held)s targets of %(scope)s met in 2030, as today", **said)
    return _("%(after)s of %(held)s targets of %(scope)s met in 2030, %(before)s today", **said)


def finding(reading: ScenarioReading) -> str:
    """The largest text of the section."""
    if not reading.movable:
        return _("No scenario: %(scope)s has no values here", scope=reading.scope.short)
    return targets_met(reading.lines(SCOPE), reading.scope.short, bool(reading.goals))


def per_year(change: float | None) -> str:
    """A yearly change with its sign, unit left to its column: ``−0.72``, – where there is none."""
    if change is None:
        return "–"
    if abs(change) < 1e-12:
        return "0"
    return ("+" if change > 0 else MINUS) + number(abs(change), significant=FIGURES)


def step(preset: str, point: MovedPoint, unit: str) -> str:
    """What a preset says of a point: where its pace leads, else what it asks a year."""
    if point.yearly is None:
        return _("a yes") if point.goal else _("a no")
    if preset == "present_pace":
        return _("to %(value)s", value=value_text(point.goal, unit, FIGURES))
    return _("%(change)s a year", change=per_year(point.yearly))


def hardest(played: Scenario, n: int = 3) -> list[MovedPoint]:
    """The points of a scenario that have the longest way on the scale, the longest first."""
    return sorted(
        (p for p in played.points if p.goal != p.value),
        key=lambda p: -abs((p.progress_after or 0.0) - (p.progress or 0.0)),
    )[:n]
