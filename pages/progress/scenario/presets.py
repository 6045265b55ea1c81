"""Ready-made scenarios as cards: each one is a choice, with what it asks and what it reaches."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.scenario import Scenario
from analysis.scenario_presets import Preset
from components.html import render
from components.html_part import HtmlPart
from components.words.i18n import _
from pages.progress.scenario import words as say
from pages.progress.scenario.reading import SCOPE, ScenarioReading, lines

CHOICE = "scenario-preset"
"""Id of the control."""


def presets(reading: ScenarioReading) -> Component:
    """The cards and, next to them, what the reader has set."""
    cards = dbc.RadioItems(
        id=CHOICE,
        options=[_option(reading, preset, played) for preset, played in reading.presets],
        value=reading.view.preset,
        className="sc-cards",
    )
    legend = html.Legend(_("Ready-made scenarios"), className="vh")
    own = HtmlPart(own_goals(reading), id="scenario-own", className="sc-card")
    return html.Div([html.Fieldset([legend, cards]), own], className="sc-presets")


def own_goals(reading: ScenarioReading) -> Markup:
    """How many goals the reader has set."""
    return render("progress/scenario/own", n=len(reading.own))


def _option(reading: ScenarioReading, preset: Preset, played: Scenario) -> dict[str, Any]:
    return {
        "value": preset.key,
        "label": HtmlPart(_card(reading, preset, played)),
        "disabled": preset.refusal is not None,
    }


def _card(reading: ScenarioReading, preset: Preset, played: Scenario) -> Markup:
    found, hardest = lines(played, SCOPE), say.hardest(played)
    moved = sum(p.goal != p.value for p in played.points)
    return render(
        "progress/scenario/preset",
        name=say.preset_name(preset.key),
        refusal=say.not_possible(preset.refusal) if preset.refusal else "",
        met=found.after.met,
        near=found.after.near,
        held=say.with_target(found.before),
        steps=[
            (reading.names[p.key].name, say.step(preset.key, p, reading.names[p.key].unit))
            for p in hardest
        ],
        rest=moved - len(hardest),
        left=len(reading.movable) - len(preset.goals),
    )
