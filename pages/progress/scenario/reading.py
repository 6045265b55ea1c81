"""What a scenario on the page rests on: points, presets, the reader's goals, and what they move."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from analysis.scenario import Scenario, play
from analysis.scenario_goals import ScenarioPoint, admit
from analysis.scenario_lines import MovedLines
from analysis.scenario_presets import Preset, all_lines, best_peer, next_band, present_pace
from components.peers import group as peers
from components.view import View
from data import queries
from data.queries.progress import sdg_points, trend_basis
from data.queries.scenario import peer_values, scenario_points
from data.rows import CityRow
from data.source_rows import DefinitionRow
from data.store import Snapshot
from pages.progress.scope import SDG_11, Scope

SCOPE, SDG11 = "scope", "sdg11"
"""Keys of the two groups whose lines are counted: the page's points, and those of SDG 11."""


class Facts(NamedTuple):
    """A city's scenario. presets: of the scope's points, each with what it moves.

    own: the reader's goals that were taken; refused: why the others were not, by point; goals: the
    preset's with the reader's own over them. Points and names are of all data points.
    """

    city: CityRow
    scope: Scope
    as_of: int
    points: tuple[ScenarioPoint, ...]
    names: Mapping[str, DefinitionRow]
    presets: tuple[tuple[Preset, Scenario], ...]
    own: Mapping[str, float]
    refused: Mapping[str, str]
    goals: Mapping[str, float]
    scenario: Scenario

    @property
    def movable(self) -> list[ScenarioPoint]:
        """Points of the scope with a value to start from, in official order."""
        keys = set(self.scope.points)
        return [p for p in self.points if p.key in keys and p.value is not None]

    @property
    def started(self) -> list[ScenarioPoint]:
        """Points a goal may move here: the scope's, and those aimed at from elsewhere."""
        keys = {*self.scope.points, *self.own}
        return [p for p in self.points if p.key in keys and p.value is not None]


def facts(store: Snapshot, view: View, city: CityRow, scope: Scope) -> Facts:
    """The scenario of an address."""
    points = scenario_points(store, city.id)
    groups = line_groups(store, scope)
    presets = _presets(store, city.id, _group(store, view, city.id), scope.points)
    chosen = next((p for p in presets if p.key == view.preset), None)
    admitted = admit(points, dict(view.goals))
    goals = {**(chosen.goals if chosen else {}), **admitted.goals}
    return Facts(
        city,
        scope,
        trend_basis(store).as_of,
        points,
        {d.key: d for d in queries.definitions(store)},
        tuple((preset, play(points, preset.goals, groups)) for preset in presets),
        admitted.goals,
        admitted.refused,
        goals,
        play(points, goals, groups),
    )


def line_groups(store: Snapshot, scope: Scope) -> dict[str, tuple[str, ...]]:
    """Points whose lines are counted together: the page's, each of its groups, and SDG 11."""
    goal = dict.fromkeys(row.point_key for row in sdg_points(store) if row.goal == SDG_11)
    return {
        SCOPE: scope.points,
        SDG11: tuple(goal),
        **{group_key(i): group.points for i, group in enumerate(scope.groups)},
    }


def group_key(i: int) -> str:
    """Key of the lines of the scope's i-th group."""
    return f"group-{i}"


def lines(scenario: Scenario, key: str) -> MovedLines:
    """The counted lines of a group."""
    return next(found for found in scenario.lines if found.key == key)


def _group(store: Snapshot, view: View, city_id: str) -> tuple[str, ...]:
    """The peers whose best counts: the reader's group, with cities of other statistics."""
    return tuple(peers.resolve(store, view, city_id, None, "any").ids)


@lru_cache(maxsize=32)
def _presets(
    store: Snapshot, city_id: str, group: tuple[str, ...], keys: tuple[str, ...]
) -> tuple[Preset, ...]:
    """The presets on the points of a scope, in the order they are offered."""
    own = [p for p in scenario_points(store, city_id) if p.key in keys]
    return (
        present_pace(own),
        next_band(own),
        all_lines(own, set(keys)),
        best_peer(own, peer_values(store, city_id, group)),
    )
