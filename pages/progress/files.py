"""Files of Progress: every value behind a page's charts, and how each series is judged."""

from __future__ import annotations

from flask import Blueprint, Response

from components.web.send import send
from pages.progress import tables
from pages.progress.asked import asked, of_point_or_scope
from pages.progress.reading import PATH
from pages.progress.rounds.files import files as rounds
from pages.progress.scenario.files import scenario_files

files = Blueprint("progress", __name__, url_prefix=f"{PATH}/<city_id>")
files.register_blueprint(rounds)
files.register_blueprint(scenario_files)


@files.get("/series.<extension>")
def series(city_id: str, extension: str) -> Response:
    """Values of the page's points; with ``kpi`` of one point, in the city and in ``cities``."""
    return send(tables.series(of_point_or_scope(asked(city_id))), extension)


@files.get("/trends.<extension>")
def trends(city_id: str, extension: str) -> Response:
    """Level and trend of the page's points."""
    return send(tables.trends(asked(city_id)), extension)
