"""The Index lab: choose points and weights, and see which ranks survive the choice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.index import may_take_percentiles
from components.charts.ranks.ranks import frame, interval
from components.html import render
from components.shell.fragment import fragment
from components.view import View
from components.words.i18n import _, number
from data.settings import settings
from data.source_rows import BuildRow
from pages.index_lab import words
from pages.index_lab.block import Block, Offer
from pages.index_lab.reading import EQUAL_WEIGHT, MOST_WEIGHT, Study
from pages.index_lab.result import PATH, chart, tables

ADVISED_INDICATORS = 40
"""OECD/JRC: an index of more indicators than 30 to 40 says little about any of them."""

HEAD, CONTROLS = "index-head", "index-controls"
ORDER, CHART, TABLES = "index-order", "index-chart", "index-tables"


class Option(NamedTuple):
    """A choice in a row of links; without ``href`` it cannot be chosen, and ``why`` says so."""

    name: str
    href: str
    current: bool
    why: str = ""


def body(view: View, study: Study, offered: Sequence[Offer], build: BuildRow) -> list[Component]:
    """The page below the shell's header."""
    head, controls, order, drawing, below = draws(view, study, offered, build)
    return [
        head,
        controls,
        html.Div(
            [
                drawing,
                html.Aside(
                    [
                        fragment(_weights(view, study), id="index-weights"),
                        order,
                        fragment(_notes(study)),
                    ],
                    **{"aria-label": _("Weights and order")},
                ),
                below,
            ],
            className="ilab",
        ),
    ]


def draws(
    view: View, study: Study, offered: Sequence[Offer], build: BuildRow
) -> tuple[Component, Component, Component, Component, Component]:
    """What weights change: finding, links that carry them, order as chosen, draws, tables.

    index.js asks for these parts when a weight is let go, and puts each in its place.
    """
    return (
        fragment(_head(study), id=HEAD, className="head"),
        fragment(_controls(view, study, offered), id=CONTROLS),
        fragment(_order(study), id=ORDER),
        html.Div(chart(view, study, build), id=CHART),
        html.Div(tables(view, study, build), id=TABLES),
    )


def _head(study: Study) -> Markup:
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


def _controls(view: View, study: Study, offered: Sequence[Offer]) -> Markup:
    titles = {
        "all": _("Everything and dimensions"),
        "dimension": _("Everything and dimensions"),
        "category": _("Categories"),
        "lens": _("Lenses"),
    }
    lists: dict[str, list[dict[str, Any]]] = {}
    for block, n_ranked in offered:
        lists.setdefault(titles[block.kind], []).append(
            {
                "name": block.name,
                "href": _block_href(view, block),
                "current": (block.kind, block.key) == (study.block.kind, study.block.key),
                "n_points": len(block.rows),
                "n_ranked": n_ranked,
            }
        )
    first = min((c.as_of for c in study.cities.values()), default=0)
    last = max((c.as_of for c in study.cities.values()), default=0)
    years = list(range(last, first - 1, -1)) if last else []
    if view.asof is not None and view.asof not in years:
        years.append(view.asof)
    return render(
        "index_lab/controls",
        lists=list(lists.items()),
        switches=_switches(view, study),
        years=sorted(years, reverse=True),
        as_of=view.asof,
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


def _weights(view: View, study: Study) -> Markup:
    return render(
        "index_lab/weights",
        weighed=study.weighed,
        most=int(MOST_WEIGHT),
        default=int(EQUAL_WEIGHT),
        equal_href=view.href(PATH, weights=()),
    )


def _order(study: Study) -> Markup:
    found = study.ranking
    places = range(len(found.ids))
    by_rank = sorted(places, key=lambda i: (int(found.rank[i]), words.name(study, i)))
    by_name = sorted(places, key=lambda i: words.name(study, i))
    return render(
        "index_lab/order",
        ranks=study.has_ranks,
        rows=[
            {
                "i": i,
                "name": words.name(study, i),
                "rank": int(found.rank[i]) if study.has_ranks else "",
                "interval": interval(float(found.low[i]), float(found.high[i]))
                if study.has_ranks
                else "",
                "score": number(float(found.nominal.score[i]), 1),
            }
            for i in (by_rank if study.has_ranks else by_name)
        ],
        model=json.dumps(_model(study), separators=(",", ":")),
    )


def _model(study: Study) -> dict[str, Any]:
    """What index.js weighs anew: scores and sizes of the groups; where the triangles move."""
    found = study.ranking
    n = len(found.ids)
    return {
        "mean": study.choice.mean,
        "ranks": study.has_ranks,
        "weights": [w.slider for w in study.weighed],
        "score": [[None if s != s else round(float(s), 9) for s in row] for row in study.score],
        "size": [[round(float(s), 12) for s in row] for row in study.size],
        "order": [int(i) for i in found.order],
        "axes": [[at.left, at.right] for at in (frame(n), frame(n, phone=True))],
    }


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
