"""The scenario of a city's progress page in reading order, and what of it follows the hand."""

from __future__ import annotations

from typing import Any

from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.scoring import Score
from analysis.trend_methods import GOAL_YEAR
from components.html import render
from components.html_part import HtmlPart
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _
from pages.progress.reading import ProgressReading
from pages.progress.scenario import chart, rows
from pages.progress.scenario import words as say
from pages.progress.scenario.presets import own_goals, presets
from pages.progress.scenario.reading import SCOPE, SDG11, ScenarioReading, read_scenario
from pages.progress.scenario.results import results
from pages.progress.tables import links

ID = "scenario"


def section(progress: ProgressReading) -> Component:
    """The section, from its heading on; where nothing has a value it says why nothing moves."""
    reading = read_scenario(progress.store, progress.view, progress.city, progress.scope)
    return html.Section(
        [HtmlPart(head(reading), id="scenario-head"), *(_play(reading) if reading.movable else [])],
        className="s scenario",
        id=ID,
    )


def _play(reading: ScenarioReading) -> list[Component]:
    return [
        presets(reading),
        HtmlPart(strip(reading), id="scenario-strip", className="sc-strip"),
        HtmlPart(parts(reading), id="scenario-parts"),
        HtmlPart(render("progress/scenario/heads", goal_year=GOAL_YEAR)),
        *rows.groups(reading),
        chart.panel(reading),
        HtmlPart(note(reading), id="scenario-note"),
        html.P(id="scenario-live", className="vh", **{"aria-live": "polite"}),
        dcc.Store(id="scenario-base", data=dict(reading.base)),
        *(dcc.Store(id=f"scenario-{asked}") for asked in ("drag", "rest", "chosen")),
    ]


def outputs() -> list[Output]:
    """What ``values`` sets: everything above the rows."""
    return [Output(f"scenario-{part}", "html", allow_duplicate=True)
            for part in ("head", "strip", "parts")]  # fmt: skip


def values(reading: ScenarioReading) -> list[Markup]:
    """What a goal moves at once, for ``outputs``."""
    return [
        head(reading),
        strip(reading),
        parts(reading),
    ]


def rest_outputs() -> list[Output]:
    """What ``rest_values`` sets."""
    return [
        *chart.outputs(),
        Output("scenario-own", "html"),
        Output("scenario-note", "html"),
        Output("scenario-live", "children"),
    ]


def rest_values(reading: ScenarioReading) -> list[Any]:
    """What follows once the hand rests: the chart, links that carry the goals, the result in words."""
    return [
        *chart.values(reading),
        own_goals(reading),
        note(reading),
        spoken(reading),
    ]


def head(reading: ScenarioReading) -> Markup:
    """The finding, and goals of the address that have no row to say why they are ignored."""
    shown = {p.key for p in reading.movable}
    return render(
        "progress/scenario/head",
        city=reading.city.name,
        scope=reading.scope.short,
        n_points=len(reading.scope.points),
        as_of=reading.as_of,
        goal_year=GOAL_YEAR,
        stamp=say.stamp(),
        synthetic=reading.example,
        title=say.finding(reading),
        movable=bool(reading.movable),
        ignored=[
            (_name(reading, key), say.refusal(reading.by_key.get(key), reason, goal))
            for key, reason in reading.refused.items()
            for goal in [dict(reading.view.goals)[key]]
            if key not in shown
        ],
        example=None if reading.example else View(data="example").href("/progress"),
    )


def _name(reading: ScenarioReading, key: str) -> str:
    return reading.names[key].name if key in reading.names else key[:40]


def strip(reading: ScenarioReading) -> Markup:
    """Targets met and scores, before and after, with a bar each."""
    own_goal = reading.scope.key.startswith("sdg-11")
    return render(
        "progress/scenario/strip",
        scope=reading.scope.short,
        lines=reading.lines(SCOPE),
        held=say.with_target(reading.lines(SCOPE).before),
        sdg=None if own_goal else reading.lines(SDG11),
        sdg_held=say.with_target(reading.lines(SDG11).before),
        whole=results(reading)["whole"],
    )


def parts(reading: ScenarioReading) -> Markup:
    """Which score is shown, with the way to the other one; scores of categories."""
    shown = reading.view.score
    other: Score = "continuous" if shown == "points" else "points"
    return render(
        "progress/scenario/categories",
        name=words.score_name(shown),
        score_shown=shown,
        href=reading.view.href(reading.path, score=other),
        found=results(reading)["category"],
    )


def note(reading: ScenarioReading) -> Markup:
    """Points that cannot be moved, how to read all this, and the files."""
    own, keys = reading.movable, set(reading.scope.points)
    return render(
        "progress/scenario/note",
        without=[
            reading.names[p.key].name for p in reading.points if p.key in keys and p.value is None
        ],
        other=sum(p.other for p in own),
        old=sum(p.too_old for p in own),
        judged=sum(p.judged for p in own),
        elsewhere=sum(key not in reading.scope.points for key in reading.goals),
        points=links(reading.view, f"{reading.path}/scenario"),
        scores=links(reading.view, f"{reading.path}/scenario-scores"),
    )


def spoken(reading: ScenarioReading) -> str:
    """The result in words: the finding, then the scores that moved."""
    moved = [
        _("%(name)s: %(before)s to %(after)s", name=r.name, before=r.before, after=r.after)
        for r in results(reading)["whole"]
        if r.shown and r.before != r.after
    ]
    return ". ".join([say.finding(reading), *moved])
