"""Files of an address: their data set, and their name, which says data set and version."""

from __future__ import annotations

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
