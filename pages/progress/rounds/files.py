"""Files of a city's score over time: exactly the rows behind its charts."""

from __future__ import annotations

from flask import Blueprint, Response, abort

from components.web.send import send
from pages.progress.asked import asked
from pages.progress.rounds import tables
from pages.progress.rounds.reading import read_rounds

files = Blueprint("rounds", __name__)


@files.get("/rounds.<extension>")
def rounds(city_id: str, extension: str) -> Response:
    """Every aggregate of every round that is drawn."""
    return send(tables.rounds(read_rounds(asked(city_id))), extension)


@files.get("/between.<extension>")
def between(city_id: str, extension: str) -> Response:
    """What moved the score between two rounds; 404 with fewer than two."""
    found = read_rounds(asked(city_id))
    if len(found.years) < 2:
        abort(404)
    return send(tables.between(found), extension)
