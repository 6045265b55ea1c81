"""Aggregates and wheels of the compared cities side by side."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from markupsafe import Markup

from analysis.scoring import Score
from components.charts.wheel.panel import wheel_panel
from components.html import render
from components.scores.statuses import category_statuses
from components.scores.tile import tile_facts
from components.shell.fragment import fragment
from components.view import View
from pages.compare.reading import Compared


def tiles(cities: Sequence[Compared], score: Score) -> Markup:
    """Each dimension of each city: its score at the coverage gate, else what is held."""
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


def wheels(view: View, cities: Sequence[Compared]) -> html.Div:
    """The wheels of two cities side by side."""
    drawn = []
    for city in cities:
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
        own = str(markup).replace("wheel-arc-", f"wheel-arc-{city.id}-")
        drawn.append(html.Div(fragment(Markup(own))))
    return html.Div(drawn, className="cmp-wheels")
