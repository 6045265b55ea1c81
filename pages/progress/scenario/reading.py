"""What a scenario says of a city: everything its section, its files and its callbacks are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from analysis.scenario import MovedPoint, Scenario, play
from analysis.scenario_goals import ScenarioPoint, admit
from analysis.scenario_lines import MovedLines
from analysis.scenario_presets import Preset, all_lines, best_peer, next_band, present_pace
from components.peers import group as peers
from components.view import View
from components.words.i18n import _
from data import queries
from data.queries.progress import sdg_points, trend_basis
from data.queries.scenario import peer_values, scenario_points
from data.rows import CityRow
from data.source_rows import DefinitionRow
from data.store import Snapshot
from pages.progress.reading import path_of
from pages.progress.scope import SDG_11, Scope

SCOPE, SDG11 = "scope", "sdg11"
"""Keys of the two groups whose targets are counted: the page's points, and those of SDG 11."""

Played = tuple[tuple[Preset, Scenario], ...]


@dataclass(frozen=True)
class ScenarioReading:
    """A city's scenario. ``points`` and ``names`` are of all data points, not of the scope alone.

    own: the reader's goals that were taken; refused: why the others were not, by point; goals: the
    preset's with the reader's own over them.
    """

    store: Snapshot
    view: View
    city: CityRow
    scope: Scope
    points: tuple[ScenarioPoint, ...]
    names: Mapping[str, DefinitionRow]
    own: Mapping[str, float]
    refused: Mapping[str, str]
    goals: Mapping[str, float]
    scenario: Scenario

    @property
    def path(self) -> str:
        """Address of the page."""
        return path_of(self.city.id)

    @property
    def example(self) -> bool:
        """Whether the city is fictional."""
        return self.view.data == "example"

    @cached_property
    def as_of(self) -> int:
        """Year up to which values count: that of the build."""
        return trend_basis(self.store).as_of

    @cached_property
    def by_key(self) -> Mapping[str, ScenarioPoint]:
        """The points by key."""
        return {p.key: p for p in self.points}

    @cached_property
    def moved(self) -> Mapping[str, MovedPoint]:
        """Points with a goal, by key."""
        return {p.key: p for p in self.scenario.points}

    @cached_property
    def presets(self) -> Played:
        """The presets on the points of the scope, each with what it moves."""
        return presets(self.store, self.view, self.city.id, self.scope)

    @cached_property
    def base(self) -> Mapping[str, float]:
        """Where each point stands without goals of the reader's: the preset's goal, else today."""
        today = {p.key: p.value for p in self.points if p.value is not None}
        return today | _goals_of(self.store, self.view, self.city.id, self.scope)

    @cached_property
    def movable(self) -> list[ScenarioPoint]:
        """Points of the scope with a value to start from, in official order."""
        keys = set(self.scope.points)
        return [p for p in self.points if p.key in keys and p.value is not None]

    @property
    def started(self) -> list[ScenarioPoint]:
        """Points a goal may move here: the scope's, and those aimed at from elsewhere."""
        keys = {*self.scope.points, *self.own}
        return [p for p in self.points if p.key in keys and p.value is not None]

    def lines(self, key: str) -> MovedLines:
        """The counted targets of a group."""
        return lines(self.scenario, key)

    @cached_property
    def source_line(self) -> str:
        """Source of the chart and the files, as it is printed under a downloaded picture."""
        said = {"city": self.city.name, "year": self.as_of, "version": self.store.version}
        if self.example:
            return _(
                "Scenario, not a forecast. Synthetic data, fictional city. Goals set on the values "
                "of %(city)s up to %(year)s; targets of SSC Atlas; data version %(version)s.",
                **said,
            )
        return _(
            "Scenario, not a forecast. Goals set on the values of %(city)s up to %(year)s; targets "
            "of SSC Atlas; data version %(version)s.",
            **said,
        )


def read_scenario(store: Snapshot, view: View, city: CityRow, scope: Scope) -> ScenarioReading:
    """The scenario of an address: what follows a slider, so all but the sums is read once."""
    points = scenario_points(store, city.id)
    admitted = admit(points, dict(view.goals))
    goals = {**_goals_of(store, view, city.id, scope), **admitted.goals}
    return ScenarioReading(
        store=store,
        view=view,
        city=city,
        scope=scope,
        points=points,
        names=_names(store),
        own=admitted.goals,
        refused=admitted.refused,
        goals=goals,
        scenario=play(points, goals, line_groups(store, scope)),
    )


def line_groups(store: Snapshot, scope: Scope) -> dict[str, tuple[str, ...]]:
    """Points whose targets are counted together: the page's, each of its groups, and SDG 11."""
    goal = dict.fromkeys(row.point_key for row in sdg_points(store) if row.goal == SDG_11)
    return {
        SCOPE: scope.points,
        SDG11: tuple(goal),
        **{group_key(i): group.points for i, group in enumerate(scope.groups)},
    }


def group_key(i: int) -> str:
    """Key of the targets of the scope's i-th group."""
    return f"group-{i}"


def lines(scenario: Scenario, key: str) -> MovedLines:
    """The counted targets of a group."""
    return next(found for found in scenario.lines if found.key == key)


def presets(store: Snapshot, view: View, city_id: str, scope: Scope) -> Played:
    """The presets in the order they are offered; the best peer is of the reader's group."""
    group = tuple(peers.resolve(store, view, city_id, None, "any").ids)
    groups = tuple(line_groups(store, scope).items())
    return _played(store, city_id, group, scope.points, groups)


def _goals_of(store: Snapshot, view: View, city_id: str, scope: Scope) -> dict[str, float]:
    """Goals of the preset of the address."""
    if view.preset is None:
        return {}
    return next(p.goals for p, _played in presets(store, view, city_id, scope)
                if p.key == view.preset)  # fmt: skip


@lru_cache(maxsize=4)
def _names(store: Snapshot) -> Mapping[str, DefinitionRow]:
    return {d.key: d for d in queries.definitions(store)}


@lru_cache(maxsize=32)
def _played(
    store: Snapshot,
    city_id: str,
    group: tuple[str, ...],
    keys: tuple[str, ...],
    groups: tuple[tuple[str, tuple[str, ...]], ...],
) -> Played:
    points = scenario_points(store, city_id)
    own = [p for p in points if p.key in keys]
    found = (
        present_pace(own),
        next_band(own),
        all_lines(own, set(keys)),
        best_peer(own, peer_values(store, city_id, group)),
    )
    return tuple((preset, play(points, preset.goals, dict(groups))) for preset in found)
