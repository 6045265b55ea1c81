"""Files of a comparison: cities to add, and the rows behind its charts and tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, abort, jsonify, request

from components.controls.lenses import lens_points
from components.view import View
from components.web.attachments import attachment, csv_file, store_of
from components.words import catalogue as words
from components.words.i18n import _, ngettext
from data import queries
from data.queries.compare import sharing
from data.store import Snapshot
from exports.workbook import Column, Readme, Table, write_workbook
from pages.compare.choice import Choice, choose
from pages.compare.panels import PATH
from pages.compare.reading import MOST_CITIES, pair, shared_rows
from pages.compare.rows import Rows, What, contributions, gaps, values
from pages.compare.words import source

compare_files = Blueprint("compare_files", __name__, url_prefix=PATH)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@compare_files.get("/cities.json")
def cities() -> Response:
    """Cities that can be added to the view, with the page that compares them too."""
    view = View.from_query(request.args)
    store = store_of(view)
    choice = choose(store, view)
    shown = replace(view, cities=choice.ids)
    shared: dict[str, int] = {}
    if choice.cities:
        first = choice.cities[0]
        shared = {c.id: c.n_shared for c in sharing(store, first.id, first.report.as_of)}
    if len(choice.ids) >= MOST_CITIES:
        return jsonify([])
    return jsonify(
        [
            {
                "name": c.name,
                "country": c.country,
                "href": shown.href(PATH, cities=(*choice.ids, c.id)),
                "held": 1000 * shared.get(c.id, 0) + c.n_held,
                "detail": f"{c.country}, " + _detail(choice, shared.get(c.id, 0), c.n_held),
            }
            for c in queries.cities(store)
            if c.id not in choice.ids
        ]
    )


def _detail(choice: Choice, n_shared: int, n_held: int) -> str:
    if not n_held:
        return _("no report held")
    if not choice.cities:
        return ngettext("%(num)s point held", "%(num)s points held", n_held)
    return ngettext("%(num)s shared point", "%(num)s shared points", n_shared)


@compare_files.get("/<any(gaps, contributions, values):what>.<any(csv, xlsx):extension>")
def rows(what: What, extension: str) -> Response:
    """The rows behind a part of the page of the same address."""
    view = View.from_query(request.args)
    store = store_of(view)
    choice = choose(store, view)
    if len(choice.cities) < 2:
        abort(404)
    kept = lens_points(view)
    found = pair(choice.cities[0], choice.cities[1], view.score, kept)
    if what == "gaps":
        table = gaps(choice.cities, found, shared_rows(choice.cities, kept))
    elif what == "contributions":
        table = contributions(found, view.score)
    else:
        table = values(choice.cities, kept)
    name = f"compare-{'-'.join(c.id for c in choice.cities)}-{what}"
    if extension == "csv":
        return csv_file(view, store, name, table.columns, table.rows)
    workbook = _workbook(store, view, choice, what, table)
    return attachment(view, store, f"{name}.xlsx", workbook, _XLSX)


def _workbook(store: Snapshot, view: View, choice: Choice, what: str, table: Rows) -> bytes:
    build = queries.build(store)
    lines = [
        (_("Cities"), "; ".join(f"{c.name} {c.report.as_of}" for c in choice.cities)),
        (_("Score"), words.score_name(view.score)),
        (_("Source"), source(view, choice.cities, build)),
        (_("Data version"), build.version),
        (_("Address"), request.full_path.rstrip("?")),
    ]
    if view.data == "example":
        lines.insert(0, (_("Synthetic data"), _("Every number here is invented.")))
    numeric = [
        any(isinstance(row[i], int | float) for row in table.rows)
        for i in range(len(table.columns))
    ]
    columns = [
        Column(name, 14.0 if number else 22.0, "General" if number else None)
        for name, number in zip(table.columns, numeric, strict=True)
    ]
    with TemporaryDirectory(prefix="atlas-") as folder:
        path = Path(folder) / "compare.xlsx"
        write_workbook(
            path,
            Readme(_("Readme"), _("SSC Atlas: comparison"), lines),
            Table(what, columns, table.rows),
            len(table.rows),
            (),
        )
        return path.read_bytes()
