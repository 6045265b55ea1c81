"""Files of a city's score over time: exactly the rows behind its charts, as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Blueprint, Response, abort, request

from components.view import View
from components.web.attachments import csv_file, data_set, store_of
from data import queries
from data.rows import CityRow, PointRow
from data.store import Snapshot
from data.trend_rows import ScoreRoundRow
from pages.progress.rounds.bridge import RoundPair, chosen_years, round_pair
from pages.progress.rounds.section import drawn_rounds

rounds_files = Blueprint("rounds_files", __name__, url_prefix="/progress/<city_id>")

COLUMNS = ("data_set", "city_id", *ScoreRoundRow._fields, "data_version")
PAIR_COLUMNS = (
    "data_set", "city_id", "score", "first_round", "last_round", "point", "name", "held_in",
    "first_value", "last_value", "unit", "first_band", "last_band", "first_progress",
    "last_progress", "weight", "contribution", "contribution_printed", "data_version",
)  # fmt: skip


@rounds_files.get("/rounds.csv")
def rounds(city_id: str) -> Response:
    """Every aggregate of every round that is drawn, oldest first."""
    view, store, city = asked(city_id)
    rows = ((data_set(view), city.id, *row, store.version) for row in drawn_rounds(store, city.id))
    return csv_file(view, store, f"{city.id}-rounds", COLUMNS, rows)


@rounds_files.get("/between.csv")
def between(city_id: str) -> Response:
    """Every point scored in one of two rounds, with what it adds to the change of the score."""
    view, store, city = asked(city_id)
    years = sorted({row.as_of for row in drawn_rounds(store, city.id)})
    if len(years) < 2:
        abort(404)
    chosen, _word = chosen_years(view, years)
    pair = round_pair(store, city.id, chosen, view.score)
    head = (data_set(view), city.id, view.score, *chosen)
    rows = ((*head, *row, store.version) for row in _pair_rows(pair))
    name = f"{city.id}-{chosen[0]}-{chosen[1]}"
    return csv_file(view, store, name, PAIR_COLUMNS, rows)


def asked(city_id: str) -> tuple[View, Snapshot, CityRow]:
    """View, data set and city of the address; 404 without such a city, 503 without a store."""
    view = View.from_query(request.args)
    store = store_of(view)
    city = queries.city(store, city_id)
    if city is None:
        abort(404)
    return view, store, city


def _pair_rows(pair: RoundPair) -> Iterable[Sequence[object]]:
    for p in pair.points:
        yield (
            *_ends(p.second, p.first, "both"), p.weight, p.contribution, p.step,
        )  # fmt: skip
    for row in pair.gained:
        yield (*_ends(None, row, "last"), None, None, None)
    for row in pair.lost:
        yield (*_ends(row, None, "first"), None, None, None)


def _ends(before: PointRow | None, after: PointRow | None, held: str) -> Sequence[object]:
    one = after or before
    if one is None:
        raise ValueError("a point of neither round")
    values = [(r.value, r.band, r.progress) if r else (None,) * 3 for r in (before, after)]
    (v0, b0, p0), (v1, b1, p1) = values
    return (one.key, one.name, held, v0, v1, one.unit, b0, b1, p0, p1)
