"""Files of the Index lab: ranks with intervals, values with scores, ranks after one change."""

from __future__ import annotations

from flask import Blueprint, Response, request

from components.view import View
from components.web.attachments import store_of
from components.web.send import send
from pages.index_lab.reading import read_index
from pages.index_lab.rows import What, table

files = Blueprint("index_files", __name__, url_prefix="/index")


@files.get("/<any(ranks, points, changes):what>.<extension>")
def rows(what: What, extension: str) -> Response:
    """One of the tables in any format."""
    view = View.from_query(request.args)
    return send(table(read_index(store_of(view), view), what), extension)
