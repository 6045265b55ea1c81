"""Over a city's progress: which points, which years, next to whom; the finding; the tally."""

from __future__ import annotations

from typing import Any

from dash import Output, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.select import DEFAULT, query_store, select
from components.html import render
from components.html_part import HtmlPart
from components.peers import group as peers
from components.peers.place import ask, button_words, peer_button
from components.words import trends
from components.words.i18n import _
from pages.progress.finding import finding
from pages.progress.points import tally
from pages.progress.reading import ProgressReading


def head(reading: ProgressReading) -> list[Component]:
    """Name line with the controls, then the finding with its tally."""
    return [
        html.Div(
            [HtmlPart(_name(reading), id="progress-name"), _controls(reading)],
            className="headline pg-head",
        ),
        HtmlPart(_finding(reading), id="progress-finding"),
    ]


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        Output("progress-name", "html"),
        Output("progress-finding", "html"),
        Output({"page": "progress", "control": "asof"}, "options"),
        Output({"page": "progress", "control": "since"}, "options"),
        Output("peers-open", "children"),
        Output("peers-of", "data"),
    ]


def values(reading: ProgressReading) -> list[Any]:
    """Everything of the head that a control changes, for ``outputs``."""
    years, firsts = (
        [{"value": value or DEFAULT, "label": words} for value, words in options]
        for options in (_years(reading), _firsts(reading))
    )
    group = reading.group
    return [_name(reading), _finding(reading), years, firsts, button_words(group), _asked(reading)]


def _controls(reading: ProgressReading) -> Component:
    view = reading.view
    since = "" if reading.since == reading.basis.since else str(reading.since)
    asof = "" if reading.as_of == reading.basis.as_of else str(reading.as_of)
    choices = [("" if c == "auto" else c, peers.choice_name(c)) for c in peers.CHOICES]
    return html.Div(
        [
            *_scope(reading),
            select("progress", "asof", _("As of"), _years(reading), asof),
            select("progress", "since", _("Trends since"), _firsts(reading), since),
            select(
                "progress",
                "peers",
                _("Next to"),
                choices,
                "" if view.peers == "auto" else view.peers,
            ),
            *peer_button(reading.group, _asked(reading)),
            query_store("progress"),
        ],
        className="controls",
    )


def _scope(reading: ProgressReading) -> list[Component]:
    """Goals, dimensions, categories and KPIs under headings, and the control that has the choice."""
    options = render("progress/scope", blocks=reading.scopes, chosen=reading.view.scope or "")
    value = dcc.Input(
        id={"page": "progress", "control": "scope"},
        type="hidden",
        value=reading.view.scope or DEFAULT,
    )
    return [HtmlPart(options, id="progress-scope", className="choice"), value]


def _years(reading: ProgressReading) -> list[tuple[str, str]]:
    default = reading.basis.as_of
    others = sorted({*reading.years, reading.as_of} - {default}, reverse=True)
    return [("", str(default)), *((str(year), str(year)) for year in others)]


def _firsts(reading: ProgressReading) -> list[tuple[str, str]]:
    default, since = reading.basis.since, reading.since
    years = {year for year in (*reading.years, default) if year < reading.as_of} | {default, since}
    return [("" if year == default else str(year), str(year)) for year in sorted(years)]


def _asked(reading: ProgressReading) -> dict[str, Any]:
    return ask(reading.view, reading.path, reading.city.id, None, pool="any", with_choice=False)


def _name(reading: ProgressReading) -> Markup:
    return render(
        "progress/name",
        city=reading.city,
        city_href=reading.view.elsewhere().href(f"/city/{reading.city.id}"),
        scope=reading.scope,
        as_of=reading.as_of,
        window=reading.window,
    )


def _finding(reading: ProgressReading) -> Markup:
    points, places = reading.points, reading.parts.places
    return render(
        "progress/finding",
        finding=finding(reading.city.name, reading.scope, points, reading.as_of, reading.window),
        tally=[(n, trends.status(key), key, places.get(key)) for key, n in tally(points)],
        total=len(points),
        earlier=_earlier(reading),
    )


def _earlier(reading: ProgressReading) -> tuple[str, int] | None:
    """Address and year at which the newest values can be judged, where all are too old now."""
    held = [p for p in reading.points if p.held]
    if not held or any(p.status not in ("too_old", "printed", "not_held") for p in held):
        return None
    newest = max(v.year for p in held for line in p.values for v in line)
    return reading.view.href(reading.path, asof=newest), newest
