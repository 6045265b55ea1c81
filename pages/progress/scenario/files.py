"""What a scenario asks for after it is drawn: its chart, and its rows as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Blueprint, Response

from components.shell.markup import markup
from components.view import View
from components.web import answers as ready
from components.web.attachments import csv_file, data_set
from data.store import Snapshot
from pages.progress.asked import asked
from pages.progress.scenario import words as say
from pages.progress.scenario.chart import scenario_chart
from pages.progress.scenario.reading import Facts, facts

scenario_files = Blueprint("scenario", __name__)

_HEAD = ("stamp", "data_set", "city_id", "preset", "data_version")
COLUMNS = (
    *_HEAD, "point", "name", "unit", "set_by", "value", "year", "goal_2030", "needed_a_year",
    "present_pace", "progress", "progress_2030", "band", "band_2030", "level", "level_2030",
    "in_score", "too_old", "judged_target",
)  # fmt: skip
SCORE_COLUMNS = (
    *_HEAD, "level", "key", "n_scored", "n_scoreable", "passes_gate", "goals", "points_score",
    "points_score_2030", "band", "band_2030", "continuous", "continuous_2030", "lines_met",
    "lines_met_2030", "lines_near", "lines_near_2030", "lines_below", "lines_below_2030",
    "not_held",
)  # fmt: skip


@scenario_files.get("/scenario-chart")
def chart(city_id: str) -> str:
    """The chart of the goals in the address, as the inside of its place on the page."""
    view, store, found = _asked(city_id)
    ready.keep()
    return str(markup(scenario_chart(view, found, store.version)))


@scenario_files.get("/scenario.csv")
def points(city_id: str) -> Response:
    """Every goal with what it asks a year; ``set_by``: the reader or the preset."""
    view, store, found = _asked(city_id)
    return csv_file(view, store, f"{city_id}-scenario", COLUMNS, _points(view, found, store))


@scenario_files.get("/scenario-scores.csv")
def scores(city_id: str) -> Response:
    """Every aggregate and every group of lines before and after."""
    view, store, found = _asked(city_id)
    rows = _scores(view, found, store)
    return csv_file(view, store, f"{city_id}-scenario-scores", SCORE_COLUMNS, rows)


def _asked(city_id: str) -> tuple[View, Snapshot, Facts]:
    reading = asked(city_id)
    view, store = reading.view, reading.store
    return view, store, facts(store, view, reading.city, reading.scope)


def _head(view: View, found: Facts, store: Snapshot) -> tuple[object, ...]:
    return (say.stamp(), data_set(view), found.city.id, view.preset or "", store.version)


def _points(view: View, found: Facts, store: Snapshot) -> Iterable[Sequence[object]]:
    head = _head(view, found, store)
    paces = {p.key: p.pace for p in found.points}
    for p in found.scenario.points:
        what = found.names[p.key]
        yield (
            *head, p.key, what.name, what.unit, "reader" if p.key in found.own else "preset",
            p.value, p.year, p.goal, p.yearly, paces[p.key], p.progress, p.progress_after, p.band,
            p.band_after, p.level, p.level_after, p.in_score, p.too_old, p.judged,
        )  # fmt: skip


def _scores(view: View, found: Facts, store: Snapshot) -> Iterable[Sequence[object]]:
    head = _head(view, found, store)
    for s in found.scenario.scores:
        yield (
            *head, s.level, s.key, s.n_scored, s.n_scoreable, s.passes_gate, s.n_moved, s.points,
            s.points_after, s.band, s.band_after, s.continuous, s.continuous_after, *[None] * 7,
        )  # fmt: skip
    names = {f"group-{i}": group.code or group.name for i, group in enumerate(found.scope.groups)}
    for moved in found.scenario.lines[:-1]:  # the last counts page and SDG 11 together
        before, after = moved.before, moved.after
        yield (
            *head, "lines", names.get(moved.key, moved.key), *[None] * 10, before.met, after.met,
            before.near, after.near, before.below, after.below, before.not_held,
        )  # fmt: skip
