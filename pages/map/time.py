"""The timeline: a bar a year, a slider below it, and its play."""

from __future__ import annotations

from typing import Any, NamedTuple

import dash_bootstrap_components as dbc
from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.html import render
from components.html_part import HtmlPart
from components.words.i18n import _
from pages.map.data import sentences
from pages.map.reading import MapReading

PACE = 900
"""Milliseconds a year stands when the years are played."""
_TICKS = 12
"""Timelines of more years have a label at every fifth only."""


class Bar(NamedTuple):
    """A year of the timeline. share: of the fullest year, 0–100; stop: whether it can be chosen."""

    year: int
    n: int
    share: int
    stop: bool
    named: bool


def timeline(reading: MapReading) -> Component:
    """Play, bars and slider, and which years count."""
    low, high = span(reading)
    return html.Div(
        [
            html.Div(
                [
                    html.Button(
                        HtmlPart(render("map/play")),
                        id="map-play",
                        type="button",
                        className="mp-play",
                        disabled=len(reading.stops) < 2,
                        **{"aria-label": _("Play through the years"), "aria-pressed": "false"},
                    ),
                    html.Div(
                        [
                            HtmlPart(bars(reading), id="map-bars"),
                            html.Label(_("Year"), htmlFor="map-year", className="vh"),
                            dbc.Input(
                                id="map-year", type="range", min=low, max=high, step=1,
                                value=reading.year or low,
                            ),
                        ],
                        id="map-years",
                        className="mp-years",
                        style=_style(reading),
                    ),
                ],
                className="mp-time",
            ),
            html.P(sentences(reading, reading.frame)[-1], id="map-window", className="mp-note"),
            dcc.Interval(id="map-tick", interval=PACE, disabled=True),
        ]
    )  # fmt: skip


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        Output("map-bars", "html"),
        Output("map-years", "style"),
        Output("map-play", "disabled"),
        Output("map-year", "min"),
        Output("map-year", "max"),
        Output("map-year", "value"),
    ]


def values(reading: MapReading) -> list[Any]:
    """The timeline's parts for ``outputs``."""
    low, high = span(reading)
    return [bars(reading), _style(reading), len(reading.stops) < 2, low, high, reading.year or low]


def span(reading: MapReading) -> tuple[int, int]:
    """First and last year of the timeline, the shown one included; 0, 0 without a value."""
    years = [*reading.counts, *reading.frames]
    return (min(years), max(years)) if years else (0, 0)


def _style(reading: MapReading) -> dict[str, Any]:
    """The number of bars, by which the style sheet sets the slider under them."""
    low, high = span(reading)
    return {"--n": high - low + 1}


def years(reading: MapReading) -> list[Bar]:
    """Every year of the timeline."""
    counts = reading.counts
    (first, last), most = span(reading), max(counts.values(), default=1)
    every = 1 if last - first < _TICKS else 5
    return [
        Bar(
            year,
            counts.get(year, 0),
            round(100 * counts.get(year, 0) / most),
            year in reading.frames,
            year % every == 0 or (every > 1 and year == last and last % every > 1),
        )
        for year in range(first, last + 1)
    ]


def bars(reading: MapReading) -> Markup:
    """A bar for each year, as tall as cities have a value of it."""
    return render("map/bars", bars=years(reading))
