"""The rows of a scenario: a slider and a field a point, and what its goal asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.scenario import yearly
from analysis.scenario_goals import ScenarioPoint
from analysis.trend_methods import GOAL_YEAR
from components.html import render
from components.html_part import HtmlPart, dom_id
from components.words.i18n import _
from pages.progress.scenario import words as say
from pages.progress.scenario.reading import ScenarioReading, group_key
from pages.progress.scenario.track import Track, track
from pages.progress.scope import Group

OPEN_ALL = 8
"""Points up to which every group is open from the start."""


class Rows(NamedTuple):
    """A group of the scope with those of its points that have a value."""

    key: str
    group: Group
    points: list[ScenarioPoint]


def control(key: str, by: str) -> dict[str, str]:
    """Id of a row's control; ``by``: slider, field or switch."""
    return {"goal": key, "by": by}


def said_of(key: str) -> dict[str, str]:
    """Id of what a row says."""
    return {"said": key}


def tally_of(key: str) -> dict[str, str]:
    """Id of a group's count of targets met."""
    return {"tally": key}


def part_of(key: str, part: str) -> dict[str, str]:
    """Id of a part of a group: ``head`` or ``rows``."""
    return {"group": key, "part": part}


def groups(reading: ScenarioReading) -> list[Component]:
    """The groups; a closed one gets its rows when it is opened."""
    found: list[Component] = []
    all_open = len(reading.movable) <= OPEN_ALL
    for own in grouped(reading):
        asked = any(p.key in reading.own or p.key in reading.refused for p in own.points)
        opens = all_open or not found or asked
        found.append(_group(reading, own, opens=opens))
    return found


def grouped(reading: ScenarioReading) -> list[Rows]:
    """Groups that have a point with a value, in the order of the scope."""
    by_key = {p.key: p for p in reading.movable}
    found = (
        Rows(group_key(i), group, [by_key[key] for key in group.points if key in by_key])
        for i, group in enumerate(reading.scope.groups)
    )
    return [own for own in found if own.points]


def inside(reading: ScenarioReading, key: str) -> list[Component]:
    """The rows of a group; none where the scope has no such group."""
    return [row(reading, p) for own in grouped(reading) if own.key == key for p in own.points]


def _group(reading: ScenarioReading, own: Rows, *, opens: bool) -> Component:
    summary = html.Summary(
        HtmlPart(tally(reading, own), id=tally_of(own.key)),
        id=part_of(own.key, "head"),
        n_clicks=int(opens),
    )
    rows = [row(reading, p) for p in own.points] if opens else []
    return html.Details(
        [summary, html.Div(rows, id=part_of(own.key, "rows"))], open=opens, className="sc-group"
    )


def tally(reading: ScenarioReading, own: Rows) -> Markup:
    """A group's heading: how many of its points have values, how many of their targets are met."""
    moved = reading.lines(own.key)
    return render(
        "progress/scenario/group",
        group=own.group,
        n=len(own.points),
        lines=moved,
        held=say.with_target(moved.before),
    )


def tallies(reading: ScenarioReading) -> list[Markup]:
    """The headings of all groups."""
    return [tally(reading, own) for own in grouped(reading)]


def row(reading: ScenarioReading, point: ScenarioPoint) -> Component:
    """A point: name and scale, its controls, what its goal asks for."""
    scale = _track(reading, point)
    late = (point.year or 0) >= GOAL_YEAR
    return html.Div(
        [
            HtmlPart(_what(reading, point, scale, late=late), className="sc-what"),
            *([] if late else _controls(reading, point, scale)),
            HtmlPart(said(reading, point), id=said_of(point.key), className="sc-said"),
        ],
        className="sc-row",
        role="group",
        **{"aria-labelledby": f"sc-n-{point.key}"},
    )


def _controls(
    reading: ScenarioReading, point: ScenarioPoint, scale: Track | None
) -> list[Component]:
    goal = value_of(reading, point)
    if point.yes_no:
        return [
            dbc.Switch(
                id=control(point.key, "switch"),
                value=bool(goal),
                disabled=bool(point.value),
                label=_("In place by 2030"),
                class_name="sc-switch",
            )
        ]
    field = dbc.Input(
        id=control(point.key, "field"),
        type="number",
        step="any",
        value=float(f"{goal:.6g}"),
        invalid=point.key in reading.refused,
        class_name="sc-field",
        html_size="8",
    )
    if scale is None:
        return [field]
    slider = dbc.Input(
        id=control(point.key, "slider"),
        type="range",
        min=scale.low,
        max=scale.high,
        step=scale.step,
        value=goal,
        class_name="sc-slider mirrored" if scale.mirrored else "sc-slider",
    )
    return [slider, field]


def value_of(reading: ScenarioReading, point: ScenarioPoint) -> float:
    """Where a row's controls stand: at the reader's goal, taken or not, else where it starts."""
    return dict(reading.view.goals).get(point.key, reading.base[point.key])


def _what(
    reading: ScenarioReading, point: ScenarioPoint, scale: Track | None, *, late: bool
) -> Markup:
    slider, field = control(point.key, "slider"), control(point.key, "field")
    return render(
        "progress/scenario/point",
        name=reading.names[point.key].name,
        point=point,
        goal_year=GOAL_YEAR,
        late=late,
        scale=scale and _drawn(point, scale),
        slider=dom_id(slider),
        field=dom_id(field),
    )


def _track(reading: ScenarioReading, point: ScenarioPoint) -> Track | None:
    """The slider's scale, with room for every preset."""
    return track(point, (p.goals[point.key] for p, _s in reading.presets if point.key in p.goals))


def _drawn(point: ScenarioPoint, found: Track) -> dict[str, Any]:
    """Places of the bands, of today's value and of the target, in per cent."""
    ends = dict.fromkeys(
        end
        for end in (point.target_low, point.target_high)
        if end is not None and found.low <= end <= found.high
    )
    return {
        "bands": [(100 * a, 100 * (b - a), band) for a, b, band in found.bands],
        "today": 100 * found.share(point.value or 0.0),
        "targets": [100 * found.share(end) for end in ends],
    }


def said(reading: ScenarioReading, point: ScenarioPoint) -> Markup:
    """What follows the hand in a row: the yearly change, the score, why a goal is not taken."""
    moved = reading.moved.get(point.key)
    goal = reading.goals.get(point.key, point.value or 0.0)
    reason = reading.refused.get(point.key)
    late = (point.year or 0) >= GOAL_YEAR
    asked = dict(reading.view.goals).get(point.key, 0.0)
    return render(
        "progress/scenario/said",
        point=point,
        plain=not (point.yes_no or late),
        moved=moved is not None and goal != point.value,
        needed=None if late else yearly(point.value or 0.0, point.year or 0, goal),
        band=moved.band_after if moved else point.band,
        progress=moved.progress_after if moved else point.progress,
        per_year=say.per_year,
        why=say.refusal(point, reason, asked) if reason else "",
    )


def values(reading: ScenarioReading, ids: Iterable[dict[str, str]]) -> list[float | bool]:
    """Where the controls of these ids stand."""
    found = []
    for each in ids:
        goal = value_of(reading, reading.by_key[each["goal"]])
        found.append({"switch": bool(goal), "field": float(f"{goal:.6g}")}.get(each["by"], goal))
    return found
