"""The only maker of ``dcc.Graph``: a chart with its finding, sentence, table, downloads and source.

No cloud button and no outside request, whatever plotly's defaults.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.fragment import fragment
from components.html import render

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

    phone: the same drawn for a narrow page; the style sheet shows one of the two.
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


def chart_panel(panel: Panel) -> Component:
    """The panel as one ``figure``; its sentence describes the graph, its table says the same."""
    drawings = [_drawing(panel, panel.id, panel.figure, "wide" if panel.phone else "")]
    if panel.phone:
        drawings.append(_drawing(panel, f"{panel.id}-phone", panel.phone, "phone"))
    return html.Figure(
        [
            html.H3(panel.title, className="dt", id=f"{panel.id}-title"),
            *drawings,
            fragment(
                render(
                    "panel_foot",
                    id=panel.id,
                    title=panel.title,
                    summary=panel.summary,
                    note=panel.note,
                    switch=panel.switch,
                    table=panel.table,
                ),
                html.Figcaption,
            ),
        ],
        className="panel",
        **{
            "data-chart": panel.id,
            "data-title": panel.title,
            "data-subtitle": panel.subtitle,
            "data-source": panel.source,
        },
    )


def _drawing(panel: Panel, name: str, figure: dict[str, Any], width: str) -> Component:
    """The graph in a box of the drawing's shape: the place is kept before it is drawn."""
    layout = figure["layout"]
    return html.Div(
        dcc.Graph(
            id=name,
            figure=figure,
            config=CONFIG,
            className="graph",
            responsive=False,
            style={"height": "100%"},
        ),
        className=f"chart {panel.css} {width}".strip(),
        role="img",
        style={"aspectRatio": f"{layout['width']} / {layout['height']}"},
        **{"aria-label": panel.summary},
    )
