"""Files to keep: rows as CSV or a drawing, under a name that says data set and version."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from flask import Response, abort

from components.view import View
from components.web.headers import CHECK
from data.store import Snapshot, StoreMissing, snapshot


def store_of(view: View) -> Snapshot:
    """The data set of the address; 503 while it has not been built."""
    try:
        return snapshot(view.data)
    except StoreMissing:
        abort(503)


def data_set(view: View) -> str:
    """What a row says of its data set: an example never goes without its word."""
    return "Synthetic" if view.data == "example" else "published"


def csv_file(
    view: View,
    store: Snapshot,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> Response:
    """The rows under their columns; ``name`` without data set, version and ending."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return attachment(view, store, f"{name}.csv", text.getvalue(), "text/csv")


def attachment(
    view: View, store: Snapshot, name: str, content: str | bytes, mimetype: str
) -> Response:
    """The content as a file; ``name`` with its ending."""
    file = file_name(view, store.version, name)
    return Response(
        content,
        mimetype=mimetype,
        headers={
            "Content-Disposition": f'attachment; filename="{file}"',
            "Cache-Control": CHECK,
        },
    )


def file_name(view: View, version: str, name: str) -> str:
    """``name`` under the product's, the data set's and the version's; an example says what it is."""
    label = "example-synthetic" if view.data == "example" else "published"
    return f"ssc-atlas-{label}-{version}-{name}"
