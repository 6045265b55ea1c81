"""What a page asks for after it is drawn: list of cities, one source, peers, the wheel as SVG."""

from __future__ import annotations

import re
from dataclasses import replace

from flask import Blueprint, Response, abort, jsonify, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from components.charts.wheel.wheel import wheel
from components.controls.lenses import lens_points
from components.controls.rounds import at
from components.peers.aspirational import ahead_list, aspirational
from components.peers.group import Pool, phrase, resolve
from components.peers.panel import SOURCE, peer_panel
from components.scores.dimensions import category_statuses
from components.view import View
from components.web import answers as ready
from components.web.headers import CHECK, FOREVER
from components.web.stamp import stamp
from components.words.i18n import _
from data import queries
from data.settings import settings
from data.store import StoreMissing, snapshot
from pages.city.body import source_line
from pages.city.table import point_table
from pages.progress.sentence import trend_sentence
from pages.source.drawer import drawer

files = Blueprint("files", __name__)


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


@files.get("/cities.json")
def cities() -> Response:
    """Cities of the view's data set for the search box."""
    view = View.from_query(request.args)
    keep = view.elsewhere()
    return jsonify(
        [
            {
                "name": c.name,
                "country": c.country,
                "href": keep.href(f"/city/{c.id}"),
                "held": c.n_held,
                "detail": f"{c.country}, "
                + (
                    _("%(n)s points held", n=c.n_held)
                    if c.n_held
                    else _("other statistics")
                    if c.n_other
                    else _("no value held")
                ),
            }
            for c in queries.cities(snapshot(view.data))
        ]
    )


@files.get("/city/<city_id>/points")
def points(city_id: str) -> Response:
    """The table of a city's data points; browsers keep it where its address names this version."""
    view = View.from_query(request.args)
    store = snapshot(view.data)
    city = queries.city(store, city_id)
    if city is None:
        abort(404)
    chosen = at(queries.rounds(store, city_id), view.asof)
    as_of = chosen.as_of if chosen else None
    label, rollups = "", queries.empty_rollups(store)
    ids: tuple[str, ...] = ()
    if chosen and chosen.n_held:
        group = resolve(store, view, city_id, chosen.as_of)
        label, ids = phrase(group, view.data == "example"), group.ids
        rollups = queries.rollups(store, city_id, chosen.as_of, ids)
    rows = queries.scorecard(store, city_id, as_of, ids)
    answer = Response(str(point_table(view, f"/city/{city_id}", city, rows, rollups, as_of, label)))
    current = request.args.get("v") == stamp(store.version)
    answer.headers["Cache-Control"] = FOREVER if current else CHECK
    ready.keep()
    return answer


@files.get("/city/<city_id>/source/<point_key>")
def source(city_id: str, point_key: str) -> str:
    """Where one value of one city comes from, as the inside of a table row."""
    view = View.from_query(request.args)
    store = snapshot(view.data)
    definition = queries.definition(store, point_key)
    city = queries.city(store, city_id)
    if definition is None or city is None:
        abort(404)
    rounds = queries.rounds(store, city_id)
    chosen = at(rounds, view.asof)
    as_of = chosen.as_of if chosen else None
    group = resolve(store, view, city_id, as_of or 0)
    points = queries.scorecard(store, city_id, as_of, group.ids)
    ahead = aspirational(store, city_id, point_key, as_of) if as_of else ()
    here = replace(view, point=point_key).href(f"/city/{city_id}")
    return str(
        drawer(
            definition,
            queries.observations(store, city_id, point_key),
            as_of,
            window=settings().window_years,
            point=next(p for p in points if p.key == point_key),
            peers_label=phrase(group, view.data == "example"),
            n_peers=len(group.ids),
            links=[(_("Link to this number"), here), (_("How scores are made"), "/methods#score")],
            extra=ahead_list(view, city.name, definition, ahead),
            trend=trend_sentence(store, view, city, definition),
        )
    )


@files.get(SOURCE)
def peers() -> str:
    """The inside of a page's peer panel; the page's own arguments stand beside its view."""
    view = View.from_query(request.args)
    store = snapshot(view.data)
    path = request.args.get("page", "/")
    if not re.fullmatch(r"(/[a-z0-9-]+)+", path):
        abort(404)
    city = request.args.get("around") or None
    standing = request.args.get("standing", type=int)
    pool: Pool = "any" if request.args.get("pool") == "any" else "reports"
    group = resolve(store, view, city, standing, pool)
    with_choice = request.args.get("choice") != "0"
    return str(
        peer_panel(store, view, path, city, standing, group, pool=pool, with_choice=with_choice)
    )


@files.get("/city/<city_id>/wheel.svg")
def wheel_svg(city_id: str) -> Response:
    """The wheel as a picture that stands alone, with its source line."""
    view = View.from_query(request.args)
    store = snapshot(view.data)
    city, rounds = queries.city(store, city_id), queries.rounds(store, city_id)
    if city is None or not rounds:
        abort(404)
    chosen = at(rounds, view.asof) or rounds[-1]
    points = queries.scorecard(store, city_id, chosen.as_of, ())
    rollups = queries.rollups(store, city_id, chosen.as_of, ())
    svg = wheel(
        points,
        rollups,
        category_statuses(points, rollups),
        city=city.name,
        as_of=chosen.as_of,
        score=view.score,
        standalone=True,
        kept=lens_points(view),
        source=source_line(view, city, chosen, queries.build(store)),
    )
    name = f"{city_id}-{chosen.as_of}-wheel{'-synthetic' if view.data == 'example' else ''}.svg"
    return Response(
        str(svg),
        mimetype="image/svg+xml",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
