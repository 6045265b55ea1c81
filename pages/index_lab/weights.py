"""Weights: a slider a part, each part's share of the index, and the order that follows the hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import Patch, dcc, html, no_update
from dash.development.base_component import Component
from markupsafe import Markup

from components.charts.ranks.ranks import TRIANGLES, interval
from components.html import render
from components.html_part import HtmlPart, dom_id
from components.words.i18n import _, number
from pages.index_lab.chart import figure
from pages.index_lab.reading import MOST_WEIGHT, IndexReading

MOST_FOLLOWING = 20
"""Rows up to which the chart follows the hand: of more, plotly takes longer than a step of it."""


def panel(reading: IndexReading) -> list[Component]:
    """Sliders over the order as chosen."""
    return [
        html.Div(sliders(reading), id="index-weights"),
        html.Div(
            [
                html.P(_("The rank intervals for these weights did not arrive."), role="alert"),
                dbc.Button(_("Try again"), id="index-again", size="sm"),
            ],
            className="ifailed",
        ),
        HtmlPart(order(reading), id="index-order"),
        dcc.Store(id="index-asked"),
        dcc.Store(id="index-drawn", data=drawn(reading)),
    ]


def drawn(reading: IndexReading) -> dict[str, Any]:
    """What the draws on the page are of: weights by slider, the rows' cities, whether they follow a hand."""
    return {
        "by": reading.view.by,
        "block": [group.key for group in reading.block.groups],
        "weights": [each.slider for each in reading.weighed],
        "ranks": reading.has_ranks,
        "follows": len(reading.ids) <= MOST_FOLLOWING,
        "ids": [reading.ids[i] for i in reading.order],
    }


def sliders(reading: IndexReading) -> list[Component]:
    """A slider a part; none where there is one part only."""
    if len(reading.weighed) < 2:
        return []
    title = html.H2(_("Weights"), className="h3", id="index-weights-title")
    rows = [
        html.Div(
            [
                html.Label(each.name, htmlFor=dom_id({"weight": each.key})),
                dbc.Input(
                    id={"weight": each.key},
                    type="range",
                    min=0,
                    max=MOST_WEIGHT,
                    step=1,
                    value=each.slider,
                ),
                html.Output(share, id={"share": each.key}),
            ],
            className="iw-row",
        )
        for each, share in zip(reading.weighed, shares(reading), strict=True)
    ]
    equal = html.Button(_("Make all equal"), id="index-equal", type="button", className="linky")
    return [
        title,
        html.Div(rows, className="iw", role="group", **{"aria-labelledby": title.id}),
        html.P([_("Per cent: the part’s share of the index."), " ", equal], className="meta"),
    ]


def shares(reading: IndexReading) -> list[str]:
    """Each part's share of the index in whole per cent."""
    return [_("%(share)s %%", share=number(100 * each.share, 0)) for each in reading.weighed]


def order(reading: IndexReading, sure: bool = True) -> Markup:
    """The cities by rank as chosen, by name where there are no ranks.

    Each rank stands next to its interval; while a weight moves (not ``sure``) there is none yet.
    """
    table, found, rank = reading.standing
    names = [reading.cities[city].name for city in table.ids]
    ranked = reading.has_ranks
    places = sorted(range(len(names)), key=lambda i: (int(rank[i]) if ranked else 0, names[i]))
    draws = reading.ranking if ranked and sure else None
    rows = [
        {
            "name": names[i],
            "rank": int(rank[i]) if ranked else "",
            "interval": interval(float(draws.low[i]), float(draws.high[i])) if draws else "",
            "score": number(float(found.score[i]), 1),
        }
        for i in places
    ]
    return render("index_lab/order", ranks=ranked, rows=rows)


def chart(reading: IndexReading, shown: Mapping[str, Any]) -> Any:
    """The chart while a weight moves: triangles go to their ranks in the rows that stand."""
    if reading.has_ranks != shown["ranks"] or not shown["follows"]:
        return no_update
    if not reading.has_ranks:
        return figure(reading)
    rank = dict(zip(reading.ids, reading.standing.rank.tolist(), strict=True))
    patch = Patch()
    patch["data"][TRIANGLES]["x"] = [rank.get(city) for city in shown["ids"]]
    patch["layout"]["transition"]["duration"] = 0
    return patch
