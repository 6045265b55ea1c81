"""A city's way to 2030 in reading order, and what of it changes in place."""

from __future__ import annotations

from typing import Any

from dash import Output, html
from dash.development.base_component import Component

from components.html_part import HtmlPart
from pages.progress import head, level, trends
from pages.progress.one_point import one_point
from pages.progress.reading import ProgressReading
from pages.progress.rounds import section as rounds
from pages.progress.scenario import section as scenario
from pages.progress.states import nothing


def body(reading: ProgressReading) -> list[Component]:
    """The page below the notices."""
    return [
        *head.head(reading),
        html.Div(one_point(reading), id="one-point"),
        HtmlPart(nothing(reading), id="progress-nothing"),
        level.section(reading),
        html.Section(trends.section(reading), className="s", id="trends"),
        rounds.section(reading),
        html.Div(scenario.section(reading), id="scenario-place"),
    ]


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [*head.outputs(), Output("progress-nothing", "html"), *level.outputs()]


def values(reading: ProgressReading) -> list[Any]:
    """What a control changes at once, for ``outputs``; charts of trends follow on their own."""
    return [*head.values(reading), nothing(reading), *level.values(reading)]
