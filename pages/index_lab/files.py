"""What the Index lab asks for after it is drawn: the draws of other weights, its rows as CSV."""

from __future__ import annotations

from flask import Blueprint, Response, request

from components.shell.markup import markup
from components.view import View
from components.web.attachments import csv_file, store_of
from data import queries
from pages.index_lab import body as index_lab
from pages.index_lab.reading import study
from pages.index_lab.rows import changes, points, ranks

index_files = Blueprint("index_files", __name__, url_prefix="/index")

_TABLES = {"ranks": ranks, "points": points, "changes": changes}


@index_files.get("/draws")
def draws() -> str:
    """The parts of the page that weights change, of the weights in the address."""
    view = View.from_query(request.args)
    store = store_of(view)
    found, offered, _notices = study(store, view)
    parts = index_lab.draws(view, found, offered, queries.build(store))
    return "".join(str(markup(part)) for part in parts)


@index_files.get("/<any(ranks, points, changes):what>.csv")
def table(what: str) -> Response:
    """Ranks with intervals, values with scores, or ranks after one change, as CSV."""
    view = View.from_query(request.args)
    store = store_of(view)
    found, _offered, _notices = study(store, view)
    columns, *rows = _TABLES[what](found)
    return csv_file(view, store, f"index-{found.block.key}-{what}", [*map(str, columns)], rows)
