"""Files of a scenario: its goals, and the scores and targets they move."""

from __future__ import annotations

from flask import Blueprint, Response

from components.web.send import send
from pages.progress.asked import asked
from pages.progress.scenario import tables
from pages.progress.scenario.reading import ScenarioReading, read_scenario

scenario_files = Blueprint("scenario", __name__)


@scenario_files.get("/scenario.<extension>")
def points(city_id: str, extension: str) -> Response:
    """Every goal with what it asks a year."""
    return send(tables.points(_asked(city_id)), extension)


@scenario_files.get("/scenario-scores.<extension>")
def scores(city_id: str, extension: str) -> Response:
    """Every aggregate and every group of targets before and after."""
    return send(tables.scores(_asked(city_id)), extension)


def _asked(city_id: str) -> ScenarioReading:
    reading = asked(city_id)
    return read_scenario(reading.store, reading.view, reading.city, reading.scope)
