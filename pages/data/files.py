"""Downloads: values, catalogue and findings as files that follow the filter of the page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from flask import Blueprint, Response, abort, make_response, request, send_file

from components.html import render
from components.words.i18n import _, locale
from data import downloads as files
from data import queries
from data.store import DATA_SETS, Snapshot, StoreMissing, snapshot
from exports.values_workbook import Content, write_values_workbook
from pages.data.words import filter_text, unknown_sentence

downloads = Blueprint("downloads", __name__, url_prefix="/download")

MIME_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_TABLES = {"catalogue": files.write_catalogue, "findings": files.write_findings}


@downloads.get("/values.<any(csv, parquet):extension>")
def values(extension: Literal["csv", "parquet"]) -> Response:
    """Observations of the filter: ``data, city, kind, dimension, category, point, from, to``."""
    store = _store()
    chosen = files.read_filter(store, request.args.to_dict(flat=False))
    return _answer(
        store,
        "values",
        extension,
        chosen,
        lambda path: files.write_values(store, chosen, path, extension),
    )


@downloads.get("/values.xlsx")
def workbook() -> Response:
    """The same observations as a workbook with their sources and the catalogue."""
    store = _store()
    chosen = files.read_filter(store, request.args.to_dict(flat=False))

    def write(path: Path) -> None:
        names, rows = files.catalogue(store)
        content = Content(
            names=files.columns(store),
            rows=files.value_rows(store, chosen),
            n_rows=files.count(store, chosen),
            sources=files.sources(store, chosen),
            catalogue_names=names,
            catalogue_rows=rows,
            filter_text=filter_text(chosen),
            address=request.full_path.rstrip("?"),
        )
        write_values_workbook(path, queries.build(store), content)

    return _answer(store, "values", "xlsx", chosen, write)


@downloads.get("/<any(catalogue, findings):what>.<any(csv, parquet):extension>")
def tables(what: str, extension: Literal["csv", "parquet"]) -> Response:
    """Data points with KPI, unit, bounds and target; or the findings of the checks."""
    store = _store()
    return _answer(store, what, extension, None, lambda path: _TABLES[what](store, path, extension))


@downloads.get("/<path:_name>")
def unknown(_name: str) -> Response:
    """404 for a file or a format there is none of; else the address would be taken for a page."""
    return abort(404)


@downloads.errorhandler(files.UnknownFilter)
def refused(error: files.UnknownFilter) -> Response:
    """400 with one sentence on the value that is not known."""
    return _sentence(unknown_sentence(error.name, error.value), 400)


@downloads.errorhandler(StoreMissing)
def missing(_error: StoreMissing) -> Response:
    """503 while a data set has not been built."""
    return _sentence(_("This data set has not been built yet."), 503)


def _sentence(text: str, code: int) -> Response:
    """Plain text; a page where a browser asks for one."""
    if request.accept_mimetypes.best_match(("text/plain", "text/html")) == "text/html":
        answer = make_response(render("data/refused", sentence=text, language=locale()), code)
    else:
        answer = make_response(text + "\n", code)
        answer.mimetype = "text/plain"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _store() -> Snapshot:
    data = request.args.get("data") or "published"
    if data not in DATA_SETS:
        raise files.UnknownFilter("data", data)
    return snapshot(data)


def _answer(
    store: Snapshot,
    what: str,
    extension: str,
    chosen: files.ValuesFilter | None,
    write: Callable[[Path], None],
) -> Response:
    """The written file, or 304 where the browser has it: same version and filter, same file."""
    made_of = repr((store.version, what, extension, chosen, locale(), queries.build(store)[3]))
    etag = hashlib.sha256(made_of.encode()).hexdigest()[:32]
    if request.if_none_match.contains_weak(etag):
        answer = make_response("", 304)
    else:
        label = "example-synthetic" if store.data_set == "example" else store.data_set
        with TemporaryDirectory(prefix="atlas-") as folder:
            path = Path(folder) / f"ssc-atlas-{label}-{store.version}-{what}.{extension}"
            write(path)
            # Open files outlive their folder, so the answer streams and nothing stays behind.
            answer = send_file(
                path.open("rb"),
                mimetype=MIME_TYPES[extension],
                as_attachment=True,
                download_name=path.name,
                etag=False,
                max_age=None,
            )
            answer.content_length = path.stat().st_size
    answer.set_etag(etag, weak=True)
    answer.headers["Cache-Control"] = "public, no-cache"
    return answer
