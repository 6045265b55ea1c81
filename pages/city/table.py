"""The section of a city's data points: heading, filters, table."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.charts.kit.glyphs import glyph
from components.controls.lenses import chosen_lens
from components.html_part import HtmlPart
from components.words.i18n import _, ngettext
from components.words.values import band_text
from pages.city.kpi_rows import by_others, known
from pages.city.kpi_table import kpi_table
from pages.city.reading import CityReading

BANDS = (4, 3, 2, 1)


def section(reading: CityReading, remark: str = "") -> html.Section:
    """Heading with one ``remark``, filters and the table."""
    return html.Section(
        [
            html.Div(
                [html.H2(_title(reading), id="kpis-title"), html.P(remark or _remark(reading))],
                className="sh",
            ),
            _filters(reading),
            html.P(id="kpis-live", className="vh", role="status", **{"aria-live": "polite"}),
            HtmlPart(_table(reading), id="kpis"),
            dcc.Store(id="source-open", data=_open(reading)),
        ],
        className="s",
        id="points",
    )


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        Output("kpis-title", "children"),
        Output("kpis-band", "options"),
        Output("kpis-download", "href"),
        Output("kpis", "html"),
    ]


def values(reading: CityReading) -> list[Any]:
    """Everything of the section that a control changes, for ``outputs``."""
    return [_title(reading), _bands(reading), _download(reading), _table(reading)]


def _filters(reading: CityReading) -> Component:
    return html.Div(
        [
            dbc.Input(
                id="kpis-text",
                type="search",
                placeholder=_("Filter data points"),
                autocomplete="off",
                size="sm",
            ),
            dbc.RadioItems(id="kpis-band", options=_bands(reading), value="", inline=True),
            dbc.Checklist(id="kpis-held", options=_held(reading), value=[], inline=True),
            html.Div(
                [
                    dbc.Button(_("Open all"), id="kpis-open", color="link", class_name="linky"),
                    html.Label(
                        [
                            html.Span(_("Sort")),
                            dbc.Select(
                                id="kpis-sort",
                                options=[
                                    {"value": "official", "label": _("official order")},
                                    {"value": "score", "label": _("best score first")},
                                    {"value": "gap", "label": _("furthest from target first")},
                                    {"value": "name", "label": _("name")},
                                ],
                                value="official",
                                size="sm",
                            ),
                        ],
                        className="choice",
                    ),
                    html.A(_("Download"), href=_download(reading), id="kpis-download", download=""),
                ],
                className="end",
            ),
            html.P(
                [
                    html.Span(id="kpis-chosen"),
                    dbc.Button(
                        _("Show all points"), id="kpis-clear", color="link", class_name="linky"
                    ),
                ],
                id="kpis-only",
                className="chosen",
                hidden=True,
            ),
        ],
        className="filt",
        role="group",
        **{"aria-label": _("Filter and sort the table")},
    )


def _bands(reading: CityReading) -> list[dict[str, Any]]:
    """All, then every band that a point has, with its count."""
    points = reading.points
    counts = {band: sum(point.band == band for point in points) for band in BANDS}
    options: list[dict[str, Any]] = [{"value": "", "label": _("All %(n)d", n=len(points))}]
    for band, n in counts.items():
        words = ngettext("%(num)d point", "%(num)d points", n)
        label = Markup("{}<span aria-hidden=true>{}</span><span class=vh>{}, {}</span>").format(
            glyph(band, label=False), n, words, band_text(band)
        )
        options += [{"value": str(band), "label": HtmlPart(label)}] if n else []
    return options


def _held(reading: CityReading) -> list[dict[str, str]]:
    """A choice of what is held, where something is and something is not."""
    n_known, n_others = sum(map(known, reading.points)), sum(map(by_others, reading.points))
    if not 0 < n_known < len(reading.points):
        return []
    if n_others == n_known:
        label = _("Other statistics only: %(n)d", n=n_others)
    elif n_others:
        label = _(
            "Available only: %(n)d, %(others)d of them by other statistics",
            n=n_known,
            others=n_others,
        )
    else:
        label = _("Available only: %(n)d", n=n_known)
    return [{"value": "held", "label": label}]


def _download(reading: CityReading) -> str:
    query = reading.view.href("", point=None, category=None)
    return f"/download/values.csv{query}{'&' if query else '?'}city={reading.city.id}"


def _table(reading: CityReading) -> Markup:
    kept = reading.kept
    return kpi_table(
        [p for p in reading.points if kept is None or p.key in kept],
        reading.rollups,
        as_of=reading.as_of,
        score=reading.view.score,
        source_href=_source(reading),
        peers_label=reading.peers_phrase if reading.has_scorecard else "",
        open_point=reading.view.point,
    )


def _source(reading: CityReading) -> str:
    """Address of a point's source, ``{point}`` in its key's place."""
    return f"{reading.path}/source/{{point}}" + reading.view.href("", point=None, category=None)


def _open(reading: CityReading) -> str | None:
    """The source that the address opens with the page."""
    point = reading.view.point
    return _source(reading).format(point=point) if point else None


def _remark(reading: CityReading) -> str:
    if reading.chosen and reading.chosen.extent == "partial":
        return _("“Not available here” means that the page of the report was not read.")
    return _("Every row says where its number comes from.")


def _title(reading: CityReading) -> str:
    lens = chosen_lens(reading.view)
    if lens is None:
        return _("All %(n)s data points", n=len(reading.points))
    return _("%(lens)s: %(n)s data points", lens=_(lens.name), n=len(lens.points))
