"""The only maker of charts: a figure with its finding, sentence, table, downloads and source.

The figure goes out as JSON inside the markup and is drawn by ``assets/js/charts.js`` (ADR 7). No
cloud button and no outside request, whatever plotly's defaults.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import orjson
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.html import render
from components.shell.fragment import fragment

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "responsive": False,
    "doubleClick": False,
    "scrollZoom": False,
}


class Panel(NamedTuple):
    """A chart with its words. summary: one generated sentence; note: markup under the chart.

    phone: the same drawn for a narrow page; the style sheet shows one of the two. lead: markup
    between title and chart; links: (words, address) beside the downloads, of a file or a page.
    """

    id: str
    title: str
    subtitle: str
    summary: str
    figure: dict[str, Any]
    table: Markup
    source: str
    css: str
    note: Markup | None = None
    switch: tuple[str, str] | None = None
    phone: dict[str, Any] | None = None
    lead: Markup | None = None
    links: tuple[tuple[str, str], ...] = ()


def chart_panel(panel: Panel) -> Component:
    """The panel as one ``figure``; its sentence describes the graph, its table says the same."""
    drawings = [(panel.id, panel.figure, "wide" if panel.phone else "")]
    if panel.phone:
        drawings.append((f"{panel.id}-phone", panel.phone, "phone"))
    return fragment(
        render(
            "shell/chart_panel",
            panel=panel,
            # The box has the drawing's shape: its place is kept before it is drawn.
            drawings=[
                (name, css, figure["layout"]["width"], figure["layout"]["height"], _json(figure))
                for name, figure, css in drawings
            ],
        ),
        html.Figure,
        className="panel",
        **{
            "data-chart": panel.id,
            "data-title": panel.title,
            "data-subtitle": panel.subtitle,
            "data-source": panel.source,
        },
    )


def _json(figure: dict[str, Any]) -> Markup:
    """The figure as it may stand in a script element."""
    return Markup(orjson.dumps({**figure, "config": CONFIG}).decode().replace("<", "\\u003c"))
