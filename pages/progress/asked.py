"""What an address of a file is about: the reading, or the answer that there is none."""

from __future__ import annotations

from collections.abc import Sequence

from flask import abort, request

from components.view import View
from components.web.attachments import store_of
from data import queries
from pages.progress.reading import ProgressReading, read_progress


def asked(city_id: str) -> ProgressReading:
    """The reading; 404 without such a city or set of points, 503 without a store."""
    view = View.from_query(request.args)
    store = store_of(view)
    city = queries.city(store, city_id)
    reading = read_progress(store, view, city) if city else None
    if reading is None:
        abort(404)
    return reading


def of_point_or_scope(reading: ProgressReading) -> Sequence[ProgressReading]:
    """Readings of the address's one point in its cities, else the page's; 404 without the point."""
    if reading.view.kpi is None:
        return (reading,)
    return reading.of_cities or abort(404)
