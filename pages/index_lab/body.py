"""The Index lab: choose points and weights, and see which ranks survive the choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import Output, html, no_update
from dash.development.base_component import Component
from markupsafe import Markup

from components.html import render
from components.html_part import HtmlPart
from components.shell.page import notices
from components.words.i18n import _
from data.settings import settings
from pages.index_lab import chart, controls, weights, words
from pages.index_lab.reading import IndexReading
from pages.index_lab.tables import tables

MOST_DATED = 12
"""More cities than this are not named with their years."""


def body(reading: IndexReading) -> list[Component]:
    """The page; what of the address could not be followed stands at its top."""
    return [
        html.Div(notices(reading.notices), id="index-notices"),
        HtmlPart(head(reading), id="index-head", className="head"),
        *controls.controls(reading),
        html.Div(
            [
                chart.section(reading),
                html.Aside(
                    [
                        *weights.panel(reading),
                        HtmlPart(notes(reading), id="index-notes"),
                    ],
                    **{"aria-label": _("Weights and order")},
                ),
                HtmlPart(tables(reading), id="index-tables"),
            ],
            id="index-lab",
            className="ilab",
        ),
    ]


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        Output("index-notices", "children"),
        *(Output(f"index-{part}", "html") for part in ("head", "blocks", "notes", "tables")),
        Output("index-weights", "children"),
        Output("index-order", "html"),
        Output("index-drawn", "data"),
        Output("index-lab", "className"),
        *chart.outputs(),
    ]


def values(reading: IndexReading, drawn: Mapping[str, Any]) -> list[Any]:
    """Everything that weights and controls change, for ``outputs``.

    ``drawn``: what stands on the page; sliders that show the weights already are left alone.
    """
    new = weights.drawn(reading)
    same = [drawn.get(name) == new[name] for name in ("by", "block")] == [True, True]
    return [
        notices(reading.notices),
        *(make(reading) for make in (head, controls.blocks, notes, tables)),
        no_update if same else weights.sliders(reading),
        weights.order(reading),
        new,
        "ilab",
        *chart.values(reading),
    ]


def head(reading: IndexReading) -> Markup:
    """The finding, in plain words, and how sure it is for whoever asks."""
    return render(
        "index_lab/head",
        block=reading.block.name,
        n_points=len(reading.block.rows),
        n_ranked=len(reading.ids),
        ranks=reading.has_ranks,
        finding=words.finding(reading),
        subtitle=words.subtitle(reading),
        how_sure=words.how_sure(reading) if reading.has_ranks else "",
    )


def notes(reading: IndexReading) -> Markup:
    """What a reader should know before quoting a rank."""
    cities = sorted((reading.cities[id_].as_of, reading.cities[id_].name) for id_ in reading.ids)
    apart = cities[-1][0] - cities[0][0] if cities else 0
    return render(
        "index_lab/notes",
        cities=cities if len(cities) <= MOST_DATED else [],
        first=cities[0][0] if cities else None,
        last=cities[-1][0] if cities else None,
        apart=apart if apart > settings().old_after_years else 0,
        description=reading.block.description,
        block=reading.block.name,
        n_judged=int(reading.table.points.judged.sum()),
        n_points=len(reading.block.rows),
    )
