"""A table as a download, in the format that the address asks for.

>>> @files.get("/gaps.<extension>")                                       # doctest: +SKIP
... def gaps(extension: str) -> Response:
...     return send(gap_table(reading), extension)
"""

from __future__ import annotations

from flask import Response, abort, request

from components.web.headers import CHECK
from exports.formats import FORMATS, write
from exports.table import Table


def send(table: Table, extension: str) -> Response:
    """The file under its full name, or 304 where the browser has the same bytes.

    404 for an extension that is not in ``FORMATS``. The file is made in memory: for a page's
    tables, not for whole data sets.
    """
    if extension not in FORMATS:
        abort(404)
    answer = Response(
        write(table, extension),
        content_type=FORMATS[extension].media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{table.file_name(extension)}"',
            "Cache-Control": CHECK,
        },
    )
    answer.add_etag()
    answer.make_conditional(request)
    return answer
