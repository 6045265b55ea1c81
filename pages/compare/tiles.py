"""Dimensions and wheels of the cities compared, next to each other."""

from __future__ import annotations

from markupsafe import Markup

from components.charts.wheel.panel import wheel_panel
from components.html import render
from components.scores.statuses import category_statuses
from components.scores.tile import tile_facts
from pages.compare.reading import CompareReading
from pages.compare.shared import Compared


def tiles(reading: CompareReading) -> Markup:
    """Each dimension of each city: its score where the coverage gate is passed, else its bands."""
    cities, score = reading.cities, reading.view.score
    own = [[r for r in c.card.rollups if r.level == "dimension"] for c in cities]
    return render(
        "compare/tiles",
        dimensions=[
            (
                rows[0].name,
                [
                    (city, tile_facts(row, city.card.points, score))
                    for city, row in zip(cities, rows, strict=True)
                ],
            )
            for rows in zip(*own, strict=True)
        ],
    )


def wheels(reading: CompareReading) -> Markup:
    """The wheels of two cities."""
    return Markup("").join(
        Markup("<div>{}</div>").format(_wheel(reading, city)) for city in reading.cities
    )


def _wheel(reading: CompareReading, city: Compared) -> Markup:
    view = reading.view
    markup = wheel_panel(
        city.card.points,
        city.card.rollups,
        category_statuses(city.card.points, city.card.rollups),
        city=city.name,
        as_of=city.report.as_of,
        score=view.score,
        download_href=view.elsewhere().href(f"/city/{city.id}/wheel.svg", asof=view.asof),
    )
    # Each wheel names its arcs; two on a page need names of their own.
    return Markup(str(markup).replace("wheel-arc-", f"wheel-arc-{city.id}-"))
