"""Files of a scorecard: the wheel as a drawing. A city has one address, in small letters."""

from __future__ import annotations

import re

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from components.charts.wheel.wheel import wheel
from components.view import View
from components.web.attachments import attachment, store_of
from data import queries
from data.store import StoreMissing, snapshot
from pages.city.reading import read_city

files = Blueprint("city", __name__)


@files.before_app_request
def to_canonical() -> BaseResponse | None:
    """A city's address in capitals leads to its one address, so that it is kept and cited once."""
    found = re.fullmatch(r"/(city|progress)/([^/]+)", request.path)
    if found is None or request.method != "GET":
        return None
    city_id = found[2].lower()
    if city_id == found[2]:
        return None
    try:
        known = queries.city(snapshot(View.from_query(request.args).data), city_id)
    except StoreMissing:  # the page itself says so
        return None
    query = request.query_string.decode()
    return redirect(f"/{found[1]}/{city_id}{'?' if query else ''}{query}", 301) if known else None


@files.get("/city/<city_id>/wheel.svg")
def wheel_svg(city_id: str) -> Response:
    """The wheel as a picture that stands alone, with its source line."""
    view = View.from_query(request.args)
    store = store_of(view)
    reading = read_city(store, view, city_id)
    if reading is None or reading.chosen is None:
        abort(404)
    svg = wheel(
        reading.points,
        reading.rollups,
        reading.reasons,
        city=reading.city.name,
        as_of=reading.as_of,
        score=view.score,
        standalone=True,
        kept=reading.kept,
        source=reading.source_line,
    )
    name = f"{city_id}-{reading.as_of}-wheel.svg"
    return attachment(view, store, name, str(svg), "image/svg+xml")
