"""Ready-made scenarios: one band up, as the best peer, all lines met, the present pace kept.

A preset says of each point it leaves out why, and why it is not possible where none is left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from analysis.level import line
from analysis.numbers import PEER_BAND_N
from analysis.scenario_goals import ScenarioPoint, better_is_more
from analysis.steps import next_steps
from analysis.trend_methods import GOAL_YEAR

LEFT_OUT = (
    "no_value",
    "no_target",
    "goal_year_over",
    "at_top",  # band 4, or at its line already
    "closed_by_rounding",  # the gap is smaller than the printed value's last digit
    "too_few_peers",
    "own_is_best",
    "no_pace",  # no line through its values: too old, too few or a yes/no point
)

PRESETS = ("next_band", "best_peer", "all_lines", "present_pace")


class Preset(NamedTuple):
    """Goals by point, why points were left out, and why the whole is not possible (or None)."""

    key: str
    goals: dict[str, float]
    left_out: dict[str, str]
    refusal: str | None


def next_band(points: Sequence[ScenarioPoint]) -> Preset:
    """Every scored point one band up, as ``steps.next_steps`` counts it."""
    needed = {step.key: step.needed for step in next_steps(points)}

    def goal(point: ScenarioPoint, _value: float) -> float | str:
        if point.key in needed:
            return needed[point.key]
        return "at_top" if point.band == 4 else "closed_by_rounding"

    return _preset("next_band", (p for p in points if p.scored), goal)


def all_lines(points: Iterable[ScenarioPoint], keys: Collection[str]) -> Preset:
    """Every named point at its 2030 line; one at or past it stays."""

    def goal(point: ScenarioPoint, value: float) -> float | str:
        edge = float(line(value, *point.targets))
        today, then = better_is_more(point, (value, edge))
        return edge if then > today else "at_top"

    return _preset("all_lines", (p for p in points if p.key in keys), goal)


def best_peer(points: Iterable[ScenarioPoint], peers: Mapping[str, Sequence[float]]) -> Preset:
    """Every scored point where the best of its peers stands.

    peers: their values by point, without the city's own; under ``PEER_BAND_N`` none is the best.
    """

    def goal(point: ScenarioPoint, value: float) -> float | str:
        values = peers.get(point.key, ())
        if len(values) < PEER_BAND_N:
            return "too_few_peers"
        today, *others = better_is_more(point, (value, *values))
        best = max(range(len(values)), key=others.__getitem__)
        return values[best] if others[best] > today else "own_is_best"

    return _preset("best_peer", (p for p in points if p.scored), goal)


def present_pace(points: Iterable[ScenarioPoint]) -> Preset:
    """Every point with a line through its values where that line stands in 2030, worse or not."""

    def goal(point: ScenarioPoint, _value: float) -> float | str:
        return "no_pace" if point.projected is None else point.projected

    return _preset("present_pace", (p for p in points if p.scored), goal)


def _preset(
    key: str, points: Iterable[ScenarioPoint], goal: Callable[[ScenarioPoint, float], float | str]
) -> Preset:
    """A preset whose ``goal`` gives a value or the reason why there is none.

    It is not possible where no point gets a goal; then the reason most points share is the whole's.
    """
    goals: dict[str, float] = {}
    left_out: dict[str, str] = {}
    for point in points:
        if point.value is None or point.year is None:
            answer: float | str = "no_value"
        elif not point.scored or point.progress is None:
            answer = "no_target"
        elif point.year >= GOAL_YEAR:
            answer = "goal_year_over"
        else:
            answer = goal(point, point.value)
        if isinstance(answer, str):
            left_out[point.key] = answer
        else:
            goals[point.key] = float(answer)
    told = [reason for reason in left_out.values() if reason != "no_value"]
    commonest = max(LEFT_OUT, key=told.count) if told else "no_value"
    return Preset(key, goals, left_out, None if goals else commonest)
