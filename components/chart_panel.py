"""The only maker of charts: a figure with its finding, sentence, table, downloads and source.

    chart_panel(Panel(id="chart-economy", title=…, figure=radar(…), …))

A callback that changes a chart in place returns ``values(panel)`` for ``outputs(panel.id)``.
No cloud button and no outside request, whatever plotly's defaults.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.charts.kit.figure import Figure
from components.html import render
from components.html_part import HtmlPart

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "doubleClick": False,
    "scrollZoom": False,
}
_REM = 16  # px of a figure's height in one rem: charts grow with the page's type


class Panel(NamedTuple):
    """A chart with its words.

    id: of the graph; summary: one generated sentence; table: the same as a table; note: markup
    under the chart; lead: markup between title and chart; links: (words, address) of files or
    pages beside the downloads; switch: (words, address) of another drawing; file: stem of the
    downloaded picture's name.
    """

    id: str
    title: str
    subtitle: str
    summary: str
    figure: Figure
    table: Markup
    source: str
    file: str
    css: str = ""
    note: Markup | None = None
    lead: Markup | None = None
    links: tuple[tuple[str, str], ...] = ()
    switch: tuple[str, str] | None = None


def chart_panel(panel: Panel) -> Component:
    """The panel as one ``figure`` element; the graph's place is kept before it is drawn."""
    lead = [HtmlPart(panel.lead, className="lead")] if panel.lead else []
    return html.Figure(
        [
            html.H3(panel.title, id=f"{panel.id}-title", className="dt"),
            *lead,
            html.Div(
                dcc.Graph(
                    id=panel.id,
                    figure=panel.figure,
                    config=CONFIG,
                    responsive=True,
                    style={"height": "100%"},
                ),
                id=f"{panel.id}-place",
                style=_place(panel),
                className=f"chart {panel.css}".strip(),
                role="img",
                **{
                    "aria-labelledby": f"{panel.id}-title",
                    "aria-describedby": f"{panel.id}-summary",
                },
            ),
            html.Figcaption(HtmlPart(_foot(panel), id={"panel": panel.id})),
        ],
        className="panel",
    )


def outputs(panel_id: str) -> list[Output]:
    """What a callback sets to show another panel in this one's place."""
    return [
        Output(f"{panel_id}-title", "children"),
        Output(panel_id, "figure"),
        Output(f"{panel_id}-place", "style"),
        Output({"panel": panel_id}, "html"),
    ]


def values(panel: Panel) -> list[Any]:
    """The panel for ``outputs``."""
    return [panel.title, panel.figure, _place(panel), _foot(panel)]


def _place(panel: Panel) -> dict[str, str]:
    """The chart's height, kept from before Dash has fetched what draws it."""
    return {"height": f"{panel.figure['layout']['height'] / _REM:g}rem"}


def _foot(panel: Panel) -> Markup:
    return render("shell/chart_panel", panel=panel)
