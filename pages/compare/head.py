"""Head of a comparison: its controls, and the finding with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.lenses import lens_note, lens_picker
from components.controls.select import DEFAULT, query_store, select
from components.html import render
from components.html_part import HtmlPart
from components.view import View
from components.words.i18n import _, ngettext
from data.rows import CitySummary
from pages.compare import words
from pages.compare.choice import reason, shared_text
from pages.compare.reading import PATH, CompareReading
from pages.compare.shared import MOST_CITIES

Options = list[dict[str, Any]]


def control_id(name: str) -> dict[str, str]:
    """Id of a control of this page."""
    return {"page": "compare", "control": name}


def controls(reading: CompareReading) -> Component:
    """Cities, year, score and lens."""
    view = reading.view
    return html.Div(
        [
            html.Div(
                [
                    HtmlPart(chips(reading), id="compare-chips"),
                    HtmlPart(render("compare/field"), id="compare-field"),
                    HtmlPart(options(reading), id="compare-options"),
                ],
                className="cmp-choose",
            ),
            dbc.Input(
                id=control_id("cities"),
                type="hidden",
                value=",".join(reading.choice.ids),
                style={"display": "none"},
            ),
            select("compare", "asof", _("As of"), _years(reading), str(view.asof or "")),
            select(
                "compare",
                "score",
                _("Score"),
                [("", _("U4SSC points")), ("continuous", _("Continuous"))],
                "" if view.score == "points" else view.score,
            ),
            lens_picker(view, "compare"),
            query_store("compare"),
        ],
        className="controls cmp-controls",
    )


def chips(reading: CompareReading) -> Markup:
    """The cities with their rounds, each with a button that takes it away."""
    return render(
        "compare/chips",
        view=reading.view,
        cities=reading.cities,
        silent=reading.choice.silent,
        city_href=reading.city_href,
        most=MOST_CITIES if reading.full else None,
    )


def options(reading: CompareReading) -> Markup:
    """Cities that can be added, those that share most with the first one on top."""
    shared = {c.id: c.n_shared for c in reading.sharing}
    free = [c for c in reading.everyone if c.n_held and c.id not in reading.choice.ids]
    free.sort(key=lambda c: (-shared.get(c.id, 0), -c.n_held, c.name))
    return render(
        "compare/options",
        cities=[(c.id, c.name, f"{c.country}, {_detail(c, shared)}") for c in free],
    )


def _detail(city: CitySummary, shared: Mapping[str, int]) -> str:
    if shared:
        return shared_text(shared.get(city.id, 0))
    return ngettext("%(num)s point available", "%(num)s points available", city.n_held)


def year_options(reading: CompareReading) -> Options:
    """Rounds of the cities as the year's options, as ``select`` gives them."""
    return [{"value": key or DEFAULT, "label": said} for key, said in _years(reading)]


def _years(reading: CompareReading) -> list[tuple[str, str]]:
    asked = (reading.view.asof,) if reading.view.asof else ()
    years = sorted({*reading.choice.years, *asked}, reverse=True)
    return [("", _("newest of each")), *((str(year), str(year)) for year in years)]


def finding(reading: CompareReading) -> Markup:
    """The finding, how much is shared, whom to add."""
    view, choice, cities = reading.view, reading.choice, reading.cities
    return render(
        "compare/head",
        unknown=[
            (
                u.id,
                (
                    u.near.other.name,
                    View(data=u.near.other.data).href(PATH, cities=(u.near.other.id,)),
                )
                if u.near.other
                else None,
                [(name, reading.href(*choice.ids, key)) for key, name in u.near.similar],
            )
            for u in choice.unknown
        ],
        headline=_headline(reading),
        rest=_rest(reading),
        far=words.far_apart(cities),
        lens_note=lens_note(
            view, PATH, _("Tiles, profiles and wheels cover all points, so they are not shown.")
        ),
        first=cities[0].name if cities else "",
        proposed=[(c.name, reason(c), reading.href(*choice.ids, c.id)) for c in reading.proposed],
        example_href=_example(reading),
    )


def _headline(reading: CompareReading) -> str:
    if reading.found is None:
        if reading.cities:
            return _("Which city should %(city)s be compared with?", city=reading.cities[0].name)
        return _("Compare two to six cities")
    if len(reading.cities) == 2:
        return words.headline(reading.found)
    return words.many_headline(reading.cities, reading.rows)


def _rest(reading: CompareReading) -> Markup:
    """What the finding rests on."""
    if reading.found is None:
        text = (
            _("A comparison needs two cities with a report and covers what is available for both.")
            if reading.cities
            else _("Choose cities above, or start with two that share many points.")
        )
        return Markup("{}").format(text)
    if len(reading.cities) > 2:
        return words.many_shared(reading.cities, reading.rows)
    parts = (words.shared(reading.found), words.share_of_lead(reading.found))
    return Markup(" ").join(part for part in parts if part)


def _example(reading: CompareReading) -> str | None:
    """Where a comparison too thin to score can be seen in full."""
    found = reading.found
    if reading.view.data == "example" or found is None or found.enough:
        return None
    return View(data="example").href(PATH)
