"""Aggregates and wheels of the compared cities side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dash import html
from markupsafe import Markup

from components.compare_facts import Compared
from components.figures.whisker import whisker
from components.figures.words import score_text
from components.finding import band_of, score_of
from components.fragment import fragment
from components.html import render
from components.i18n import number
from components.scorecard import category_statuses
from components.view import Score, View
from components.wheel_panel import wheel_panel
from data.rows import RollupRow

BANDS = (4, 3, 2, 1)


def tiles(cities: Sequence[Compared], score: Score) -> Markup:
    """Each dimension of each city: its score at the coverage gate, else what is held."""
    own = [[r for r in c.card.rollups if r.level == "dimension"] for c in cities]
    return render(
        "compare_tiles",
        dimensions=[
            (rows[0].name, [(c, _tile(r, c, score)) for c, r in zip(cities, rows, strict=True)])
            for rows in zip(*own, strict=True)
        ],
    )


def _tile(row: RollupRow, city: Compared, score: Score) -> dict[str, object]:
    counts = Counter(p.band for p in city.card.points if p.dimension == row.key and p.band)
    low, high = (
        (row.points_low, row.points_high)
        if score == "points"
        else (row.continuous_low, row.continuous_high)
    )
    return {
        "row": row,
        "shown": score_text(score_of(row, score), band_of(row, score)),
        "band": band_of(row, score),
        "low": number(low or 0, 0),
        "high": number(high or 0, 0),
        "counts": [(band, counts[band]) for band in BANDS if counts[band]],
        "whisker": whisker(row, score),
    }


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
