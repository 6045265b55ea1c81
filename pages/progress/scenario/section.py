"""The scenario of a city's progress page: presets, what moves, a goal for each point."""

from __future__ import annotations

from typing import Any

import orjson
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.scenario import Scenario, yearly
from analysis.scenario_goals import ScenarioPoint
from analysis.scenario_presets import Preset
from analysis.trend_methods import GOAL_YEAR
from components.html import render
from components.html_part import HtmlPart
from components.view import View
from components.web.stamp import stamp
from components.words import catalogue as words
from components.words.i18n import _
from data.rows import CityRow
from data.store import Snapshot
from pages.progress.reading import ProgressReading
from pages.progress.scenario import words as say
from pages.progress.scenario.model import Track, model, track
from pages.progress.scenario.reading import SCOPE, SDG11, Facts, facts, group_key, lines
from pages.progress.scenario.results import results

ID = "scenario"
OPEN_ALL = 12
"""Points up to which every group stands open."""


def section(reading: ProgressReading) -> Component:
    """The section, from its heading on; where nothing is held it says why nothing moves."""
    store, view = reading.store, reading.view
    found = facts(store, view, reading.city, reading.scope)
    return html.Section(HtmlPart(_markup(store, view, found)), className="s scenario", id=ID)


def address(view: View, city: CityRow, file: str = "", **changes: Any) -> str:
    """The page of a city, or a part or file of its scenario, with the view's goals."""
    return view.href(f"/progress/{city.id}{file}", **changes)


def _markup(store: Snapshot, view: View, found: Facts) -> Markup:
    movable = found.movable
    own_lines = lines(found.scenario, SCOPE)
    return render(
        "progress/scenario/section",
        city=found.city,
        scope=found.scope,
        as_of=found.as_of,
        goal_year=GOAL_YEAR,
        stamp=say.stamp(),
        synthetic=view.data == "example",
        title=say.finding(found),
        refused=[say.refusal(found, key, goal) for key, goal in view.goals if key in found.refused],
        elsewhere=sum(key not in found.scope.points for key in found.goals),
        presets=[_card(view, found, preset, played) for preset, played in found.presets],
        own=_own_card(view, found),
        results=results(found, view.score),
        score_name=words.score_name(view.score),
        other_score=_other_score(view, found),
        lines=own_lines,
        sdg=None if found.scope.key.startswith("sdg-11") else lines(found.scenario, SDG11),
        groups=_groups(found, open_all=len(movable) <= OPEN_ALL),
        n_movable=len(movable),
        without=_without(found),
        other=sum(p.other for p in movable),
        old=sum(p.too_old for p in movable),
        judged=sum(p.judged for p in movable),
        clear=address(view, found.city, preset=None, goals=()),
        chart=_late(view, found, store),
        sentences=say.sentences(found.scope.short),
        model=Markup(  # as it may stand in a script element
            orjson.dumps(model(found, store, view.score)).decode().replace("<", "\\u003c")
        ),
        files=[
            (_("Points as CSV"), address(view, found.city, "/scenario.csv")),
            (_("Scores and lines as CSV"), address(view, found.city, "/scenario-scores.csv")),
        ],
        example=None if view.data == "example" else View(data="example").href("/progress"),
        per_year=say.per_year,
    )


def _other_score(view: View, found: Facts) -> tuple[str, str]:
    """The switch to the score that is not shown."""
    if view.score == "points":
        return _("Show the continuous score"), address(view, found.city, score="continuous")
    return _("Show the U4SSC points score"), address(view, found.city, score="points")


def _late(view: View, found: Facts, store: Snapshot) -> dict[str, str]:
    """Where the chart comes from; without goals there is none."""
    base = address(view, found.city, "/scenario-chart", preset=None, goals=())
    joint = "&" if "?" in base else "?"
    base = f"{base}{joint}v={stamp(store.version)}"
    href = address(view, found.city, "/scenario-chart")
    return {"base": base, "href": f"{href}&v={stamp(store.version)}" if found.goals else ""}


def _card(view: View, found: Facts, preset: Preset, played: Scenario) -> dict[str, Any]:
    own_lines = lines(played, SCOPE)
    hardest = say.hardest(played)

    def unit(key: str) -> str:
        return found.names[key].unit

    shown = [p for p in played.points if p.goal != p.value]
    return {
        "key": preset.key,
        "name": say.preset_name(preset.key),
        "href": address(view, found.city, preset=preset.key, goals=()),
        "current": view.preset == preset.key,
        "refusal": say.left_out(preset.refusal) if preset.refusal else "",
        "met": own_lines.after.met,
        "near": own_lines.after.near,
        "held": own_lines.before.met + own_lines.before.near + own_lines.before.below,
        "steps": [(found.names[p.key].name, say.step(preset.key, p, unit(p.key))) for p in hardest],
        "rest": len(shown) - len(hardest),
        "left": len(found.movable) - len(preset.goals),
    }


def _own_card(view: View, found: Facts) -> dict[str, Any]:
    return {
        "current": bool(found.own),
        "n": len(found.own),
        "met": lines(found.scenario, SCOPE).after.met,
    }


def _groups(found: Facts, open_all: bool) -> list[dict[str, Any]]:
    """The scope's groups with the rows of their points; those without a value are left out."""
    by_key = {p.key: p for p in found.movable}
    groups: list[dict[str, Any]] = []
    for i, group in enumerate(found.scope.groups):
        rows = [_row(found, by_key[key]) for key in group.points if key in by_key]
        if rows:
            own = any(row["key"] in found.own for row in rows)
            moved = lines(found.scenario, group_key(i))
            groups.append(
                {
                    "key": group_key(i),
                    "code": group.code,
                    "name": group.name,
                    "rows": rows,
                    "open": open_all or own or not groups,
                    "lines": moved,
                    "held": moved.before.met + moved.before.near + moved.before.below,
                    "n_points": len(group.points),
                }
            )
    return groups


def _row(found: Facts, point: ScenarioPoint) -> dict[str, Any]:
    value, year = point.value or 0.0, point.year or 0
    moved = next((p for p in found.scenario.points if p.key == point.key), None)
    offered = [p.goals[point.key] for p, _played in found.presets if point.key in p.goals]
    goal = found.goals.get(point.key, value)
    late = year >= GOAL_YEAR
    return {
        "key": point.key,
        "name": found.names[point.key].name,
        "point": point,
        "value": value,
        "goal": goal,
        "shown": float(f"{goal:.6g}"),
        "moved": moved is not None and goal != value,
        "needed": None if point.yes_no or late else yearly(value, year, goal),
        "band_after": moved.band_after if moved else point.band,
        "progress_after": moved.progress_after if moved else point.progress,
        "late": late,
        "track": _drawn(point, track(point, offered)),
        "bounds": say.bounds_text(point),
    }


def _drawn(point: ScenarioPoint, found: Track | None) -> dict[str, Any] | None:
    """A track with the places of today's value and of the line, in percent."""
    if found is None:
        return None
    ends = dict.fromkeys(
        end
        for end in (point.target_low, point.target_high)
        if end is not None and found.low <= end <= found.high
    )
    return {
        "low": found.low,
        "high": found.high,
        "step": found.step,
        "mirrored": found.mirrored,
        "bands": [(100 * a, 100 * (b - a), band) for a, b, band in found.bands],
        "today": 100 * found.share(point.value or 0.0),
        "lines": [100 * found.share(end) for end in ends],
    }


def _without(found: Facts) -> list[str]:
    """Names of the scope's points that have no value to start from."""
    keys = set(found.scope.points)
    return [found.names[p.key].name for p in found.points if p.key in keys and p.value is None]
