"""Downloads of the Index lab: exactly what its chart and tables show, by the same address."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from flask import Blueprint, Response, request

from components.index_files import changes, points, ranks
from components.index_study import study
from components.view import View
from data.store import snapshot

index_files = Blueprint("index_files", __name__, url_prefix="/index")

_TABLES = {"ranks": ranks, "points": points, "changes": changes}


@index_files.get("/<any(ranks, points, changes):what>.csv")
def table(what: str) -> Response:
    """Ranks with intervals, values with scores, or ranks after one change, as CSV."""
    view = View.from_query(request.args)
    store = snapshot(view.data)
    found, _offered, _notices = study(store, view)
    label = "example-synthetic" if view.data == "example" else view.data
    name = f"ssc-atlas-{label}-{store.version}-index-{found.block.key}-{what}.csv"
    return Response(
        "".join(_lines(_TABLES[what](found))),
        mimetype="text/csv",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "public, no-cache",
        },
    )


def _lines(rows: Iterator[tuple[object, ...]]) -> Iterator[str]:
    for row in rows:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\r\n").writerow(row)
        yield buffer.getvalue()
