"""Where a full submission can be seen: the fictional city of which most is held."""

from __future__ import annotations

from components.view import View
from data import queries
from data.rows import CitySummary
from data.store import StoreMissing, snapshot


def fullest() -> CitySummary | None:
    """The example city with most scored points; None while no example set is built."""
    try:
        cities = queries.cities(snapshot("example"))
    except StoreMissing:
        return None
    return max(cities, key=lambda city: (city.n_scored, city.id), default=None)


def full_submission_href(view: View) -> str | None:
    """Its scorecard, from a page of published data; None in the example set itself."""
    city = None if view.data == "example" else fullest()
    return View(data="example").href(f"/city/{city.id}") if city else None
