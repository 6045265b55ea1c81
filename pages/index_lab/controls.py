"""What the index is made of and how: lists of blocks as links, and the choices that act in place."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.numbers import PEER_BAND_N
from components.controls.select import query_store, select
from components.html import render
from components.html_part import HtmlPart
from components.words.i18n import _
from pages.index_lab.block import Block
from pages.index_lab.reading import PATH, IndexReading


def controls(reading: IndexReading) -> list[Component]:
    """Choices in a row, the lists of blocks below them."""
    view = reading.view
    weightings = (
        ("", _("category")),
        ("kpi", _("KPI")),
        ("dimension", _("dimension")),
        ("points", _("point, as in the U4SSC points score")),
    )
    scales = (
        ("", _("progress to target")),
        ("percentile", _("percentile (from %(n)s cities)", n=PEER_BAND_N)),
    )
    means = (("", _("arithmetic")), ("geometric", _("geometric")))
    return [
        html.Div(
            [
                select(
                    "index", "by", _("Equal weight for each"), weightings, _own(view.by, "category")
                ),
                select("index", "mean", _("Mean"), means, _own(view.mean, "arithmetic")),
                select("index", "scale", _("Score"), scales, _own(view.scale, "progress")),
                select("index", "asof", _("As of"), _years(reading), str(view.asof or "")),
                query_store("index"),
            ],
            className="controls",
        ),
        HtmlPart(blocks(reading), id="index-blocks"),
    ]


def _own(value: str, default: str) -> str:
    return "" if value == default else value


def _years(reading: IndexReading) -> list[tuple[str, str]]:
    rounds, asof = [city.as_of for city in reading.cities.values()], reading.view.asof
    known = range(min(rounds), max(rounds) + 1) if rounds else ()
    years = sorted({*known, *((asof,) if asof else ())}, reverse=True)
    return [("", _("each city’s newest round")), *((str(year), str(year)) for year in years)]


def blocks(reading: IndexReading) -> Markup:
    """Every block with its points and how many cities can be ranked on it."""
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
                "href": _href(reading, block),
                "current": (block.kind, block.key) == (reading.block.kind, reading.block.key),
                "n_points": len(block.rows),
                "n_ranked": n_ranked,
            }
        )
    return render("index_lab/blocks", lists=list(lists.items()), block=reading.block.name)


def _href(reading: IndexReading, block: Block) -> str:
    if block.kind == "lens":
        return reading.view.href(PATH, lens=block.key, category=None, weights=())
    return reading.view.href(PATH, lens=None, category=block.key, weights=())
