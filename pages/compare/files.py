"""Files of a comparison: the rows behind its charts and tables, in every format."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request

from components.view import View
from components.web.attachments import store_of
from components.web.send import send
from pages.compare.reading import PATH, read_compare
from pages.compare.rows import TABLES

files = Blueprint("compare", __name__, url_prefix=PATH)


@files.get("/<any(gaps, contributions, values):what>.<extension>")
def rows(what: str, extension: str) -> Response:
    """The rows behind a part of the page with the same query; 404 with fewer than two cities."""
    view = View.from_query(request.args)
    reading = read_compare(store_of(view), view)
    if reading.found is None:
        abort(404)
    return send(TABLES[what](reading), extension)
