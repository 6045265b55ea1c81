"""The Index lab: choose points and weights, and see which ranks survive the choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import dash_bootstrap_components as dbc
from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.index import may_take_percentiles
from components.charts.ranks.ranks import interval
from components.controls.select import query_store, select
from components.html import render
from components.html_part import HtmlPart, dom_id
from components.view import View
from components.words.i18n import _, number
from data.settings import settings
from pages.index_lab import words
from pages.index_lab.block import Block
from pages.index_lab.reading import MOST_WEIGHT, IndexReading, Place, Study, places
from pages.index_lab.result import PATH, chart, tables

ADVISED_INDICATORS = 40
"""OECD/JRC: an index of more indicators than 30 to 40 says little about any of them."""


class Option(NamedTuple):
    """A choice in a row of links; without ``href`` it cannot be chosen, and ``why`` says so."""

    name: str
    href: str
    current: bool
    why: str = ""


def body(reading: IndexReading) -> list[Component]:
    """The page below the notices."""
    return [
        HtmlPart(head(reading), id="index-head", className="head"),
        html.Div(
            [HtmlPart(controls(reading), id="index-controls"), _year(reading)], className="ictl"
        ),
        html.Div(
            [
                html.Div(chart(reading), id="index-chart"),
                html.Aside(
                    [
                        *_weights(reading),
                        HtmlPart(
                            order(shown_order(reading.study), reading.study), id="index-order"
                        ),
                        HtmlPart(_notes(reading.study), id="index-notes"),
                    ],
                    **{"aria-label": _("Weights and order")},
                ),
                HtmlPart(tables(reading), id="index-tables"),
            ],
            id="index-lab",
            className="ilab",
        ),
        query_store("index"),
        dcc.Store(id="index-drag"),
        dcc.Store(id="index-weights"),
        dcc.Store(id="index-shown", data=shown(reading.study)),
    ]


def outputs() -> list[Output]:
    """What ``values`` sets."""
    parts = ("index-head", "index-controls", "index-tables", "index-notes")
    return [
        *(Output(part, "html") for part in parts),
        Output("index-order", "html"),
        Output("index-chart", "children"),
        Output("index-shown", "data"),
    ]


def values(reading: IndexReading) -> list[Any]:
    """Everything that weights and the year change, for ``outputs``."""
    study = reading.study
    parts = [head(reading), controls(reading), tables(reading), _notes(study)]
    return [*parts, order(shown_order(study), study), chart(reading), shown(study)]


def shown(study: Study) -> list[str]:
    """Cities in the order of the chart's rows."""
    return [study.ranking.ids[int(i)] for i in study.ranking.order]


def shown_order(study: Study) -> list[Place]:
    """The order as chosen of the study itself."""
    return places(study, study.ranking.nominal.score, study.ranking.rank)


def _year(reading: IndexReading) -> Component:
    cities, asof = reading.study.cities.values(), reading.view.asof
    first = min((c.as_of for c in cities), default=0)
    last = max((c.as_of for c in cities), default=0)
    years = {*(range(first, last + 1) if last else ()), *((asof,) if asof else ())}
    options = [("", _("each city’s newest round"))]
    options += [(str(year), str(year)) for year in sorted(years, reverse=True)]
    return select("index", "asof", _("Year"), options, str(asof or ""))


def _weights(reading: IndexReading) -> list[Component]:
    """A slider a part; none where there is one part only."""
    weighed = reading.study.weighed
    if len(weighed) < 2:
        return []
    title = html.H2(_("Weights"), className="h3", id="index-weights-title")
    note = _("The number is the part’s share of the index.")
    equal = html.A(_("Set all equal"), href=reading.view.href(PATH, weights=()))
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
                html.Output(share_text(each.share), id={"share": each.key}),
            ],
            className="iw-row",
        )
        for each in weighed
    ]
    sliders = html.Div(rows, className="iw", role="group", **{"aria-labelledby": title.id})
    return [title, sliders, html.P([note, " ", equal], className="meta")]


def share_text(share: float) -> str:
    """A part's share of the index in whole per cent."""
    return f"{number(100 * share, 0)}\u00a0%"


def order(found: Sequence[Place], study: Study) -> Markup:
    """The order as chosen, each rank next to its interval."""
    ranking = study.ranking
    ends = {
        city: interval(float(low), float(high))
        for city, low, high in zip(ranking.ids, ranking.low, ranking.high, strict=True)
    }
    rows = [
        {
            "name": place.name,
            "rank": place.rank or "",
            "interval": ends[place.id] if study.has_ranks else "",
            "score": number(place.score, 1) if place.score == place.score else "–",
        }
        for place in found
    ]
    return render("index_lab/order", ranks=study.has_ranks, rows=rows)


def head(reading: IndexReading) -> Markup:
    """The finding and how sure it is."""
    study = reading.study
    n = len(study.ranking.ids)
    if not study.block.rows:
        sub = _("Choose another block; points without a target have a value and never a score.")
    elif n == 0:
        sub = _(
            "A city needs 65 %% of the %(n)s points, and at least three.", n=len(study.block.rows)
        )
    elif study.has_ranks:
        sub = words.how_sure(study)
    else:
        sub = _("Ranks begin at five cities: fewer could only be put in an order of chance.")
    if len(study.block.rows) > ADVISED_INDICATORS:
        sub += " " + _(
            "One index of %(n)s points hides more than it says: OECD and JRC advise 30 to 40.",
            n=len(study.block.rows),
        )
    return render(
        "index_lab/head",
        block=study.block.name,
        n_points=len(study.block.rows),
        n_ranked=n,
        ranks=study.has_ranks,
        finding=words.finding(study),
        sub=sub,
    )


def controls(reading: IndexReading) -> Markup:
    """What the index is made of and how: links that keep the rest of the address."""
    view, study = reading.view, reading.study
    titles = {
        "all": _("Everything and dimensions"),
        "dimension": _("Everything and dimensions"),
        "category": _("Categories"),
        "lens": _("Lenses"),
    }
    lists: dict[str, list[dict[str, Any]]] = {}
    for block, n_ranked in reading.offered:
        lists.setdefault(titles[block.kind], []).append(
            {
                "name": block.name,
                "href": _block_href(view, block),
                "current": (block.kind, block.key) == (study.block.kind, study.block.key),
                "n_points": len(block.rows),
                "n_ranked": n_ranked,
            }
        )
    return render(
        "index_lab/controls",
        lists=list(lists.items()),
        switches=_switches(view, study),
    )


def _block_href(view: View, block: Block) -> str:
    if block.kind == "lens":
        return view.href(PATH, lens=block.key, category=None, weights=())
    return view.href(PATH, lens=None, category=block.key, weights=())


def _switches(view: View, study: Study) -> list[tuple[str, list[Option]]]:
    choice = study.choice
    enough = may_take_percentiles(len(study.ranking.ids))
    # A preset is a fresh start: the reader's own weights would make its name untrue.
    presets = [
        Option(
            label, view.href(PATH, by=by, weights=()), by == choice.weighting and not view.weights
        )
        for label, by in (
            (_("KPI"), "kpi"),
            (_("category"), "category"),
            (_("dimension"), "dimension"),
            (_("U4SSC points score"), "points"),
        )
    ]
    means = [
        Option(label, view.href(PATH, mean=mean), mean == choice.mean)
        for label, mean in ((_("arithmetic"), "arithmetic"), (_("geometric"), "geometric"))
    ]
    scales = [
        Option(_("progress score"), view.href(PATH, scale="progress"), choice.scale == "progress"),
        Option(
            _("percentile"),
            view.href(PATH, scale="percentile") if enough else "",
            choice.scale == "percentile",
            "" if enough else _("from 8 cities"),
        ),
    ]
    return [(_("Equal by"), presets), (_("Mean"), means), (_("Score"), scales)]


def _notes(study: Study) -> Markup:
    years = sorted({study.cities[city].as_of for city in study.ranking.ids})
    apart = years[-1] - years[0] if years else 0
    return render(
        "index_lab/notes",
        years=sorted(
            (study.cities[city].as_of, study.cities[city].name) for city in study.ranking.ids
        )
        if len(study.ranking.ids) <= 12
        else [],
        span=years,
        apart=apart if apart > settings().old_after_years else 0,
        ranks=study.has_ranks,
        description=study.block.description,
        block=study.block.name,
        n_judged=int(study.table.points.judged.sum()),
        n_points=len(study.block.rows),
    )
