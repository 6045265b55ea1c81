"""The words of a scenario: why a goal or a preset is not possible, what moves, how much a year.

Sentences that follow the reader's hand are written once, with ``{names}`` in them; the page fills
them here, and scenario.js fills the same ones.
"""

from __future__ import annotations

from analysis.scenario import MovedPoint, Scenario
from analysis.scenario_goals import ScenarioPoint
from analysis.scenario_lines import MovedLines
from components.view import View
from components.words.i18n import _, number
from components.words.values import MINUS, band_text, value_text
from pages.progress.scenario.reading import SCOPE, Facts, lines

FIGURES = 3
"""Figures of a yearly change: the years between are whole, so more would only look exact."""


def stamp() -> str:
    """What every view and download of a scenario says."""
    return _("Scenario, not a forecast")


def sentences(scope: str) -> dict[str, str]:
    """Sentences with ``{names}``; scope: the page's points as they are spoken."""
    return {
        "none": _("What 2030 could look like"),
        "lines": _("{after} of {held} lines of {scope} met in 2030, {before} today").replace(
            "{scope}", scope
        ),
        "same": _("{after} of {held} lines of {scope} met in 2030, as today").replace(
            "{scope}", scope
        ),
        "no_lines": _("No 2030 line is set for what is held of {scope}").replace("{scope}", scope),
        "moved": _("{name} {before} to {after}"),
        "goals_one": _("1 goal"),
        "goals": _("{n} goals"),
        "stays": _("stays"),
        "wrong_side": _("Worse than today’s {today}: not taken."),
        "beyond_bounds": _("Beyond what is plausible, {low} to {high}: not taken."),
        "not_a_number": _("Not a number: not taken."),
        **{
            f"band_{band}": _("band %(band)d of 4, %(edges)s", band=band, edges=band_text(band))
            for band in (1, 2, 3, 4)
        },
    }


def preset_name(key: str) -> str:
    """A preset as its card names it."""
    return {
        "present_pace": _("Present pace kept"),
        "next_band": _("Next band everywhere"),
        "all_lines": _("All lines met"),
        "best_peer": _("As the best peer"),
    }[key]


def left_out(reason: str) -> str:
    """Why a preset says nothing of a point, or is not possible at all."""
    return {
        "no_value": _("no value to start from"),
        "no_target": _("no 2030 line is set"),
        "goal_year_over": _("the newest value is of 2030 or later"),
        "at_top": _("at its line already"),
        "closed_by_rounding": _("the gap is smaller than the printed digits"),
        "too_few_peers": _("fewer than eight peers hold these points within five years"),
        "own_is_best": _("no peer stands better"),
        "no_pace": _("no trend: too few or too old values"),
    }[reason]


def refusal(facts: Facts, key: str, goal: float) -> str:
    """Why a goal of the address was not taken, with the point's name."""
    point = next((p for p in facts.points if p.key == key), None)
    reason = facts.refused[key]
    if point is None:
        return _("There is no data point “%(key)s”.", key=key[:40])
    name = facts.names[key].name
    if reason == "no_value":
        why = _("no value is held today, so there is nothing to start from")
    elif reason == "goal_year_over":
        why = _("its newest value is of 2030 or later")
    elif reason == "not_yes_no":
        why = _("it is met or not met, so only 0 and 1 can be aimed at")
    elif reason == "beyond_bounds":
        why = _(
            "%(goal)s is beyond what is plausible, %(bounds)s",
            goal=number(goal).replace("-", MINUS),
            bounds=bounds_text(point),
        )
    elif reason == "wrong_side":
        why = _(
            "%(goal)s is worse than today’s %(value)s",
            goal=value_text(goal, point.unit),
            value=value_text(point.value or 0.0, point.unit),
        )
    else:
        why = _("it is no number")
    return _("%(name)s: %(why)s. The goal is not taken.", name=name, why=why)


def bounds_text(point: ScenarioPoint) -> str:
    """The plausible bounds in the unit: ``0 to 1,000``, one of them may be open."""
    low, high = point.plausible_min, point.plausible_max
    if low is None and high is None:
        return _("any number")
    if high is None:
        return _("%(low)s or more", low=number(low or 0.0))
    if low is None:
        return _("%(high)s or less", high=number(high))
    return _("%(low)s to %(high)s", low=number(low), high=number(high))


def lines_said(found: MovedLines, scope: str, moved: bool) -> str:
    """How many lines are met, before and after."""
    held = found.before.met + found.before.near + found.before.below
    say = sentences(scope)
    if not held:
        return say["no_lines"]
    if not moved:
        return say["none"]
    key = "same" if found.after.met == found.before.met else "lines"
    return say[key].format(after=found.after.met, held=held, before=found.before.met)


def finding(facts: Facts) -> str:
    """The largest text of the section."""
    if not facts.movable:
        return _("Nothing of %(scope)s is held here, so nothing can be moved",
                 scope=facts.scope.short)  # fmt: skip
    return lines_said(lines(facts.scenario, SCOPE), facts.scope.short, bool(facts.goals))


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


def source(view: View, facts: Facts, version: str) -> str:
    """Source of a scenario's drawings and files, stamp first."""
    synthetic = _("Synthetic data, a fictional city. ") if view.data == "example" else ""
    return _(
        "%(stamp)s. %(synthetic)sGoals set on the values of %(city)s held by %(year)s; targets of "
        "SSC Atlas; data version %(version)s.",
        stamp=stamp(),
        synthetic=synthetic,
        city=facts.city.name,
        year=facts.as_of,
        version=version,
    )
