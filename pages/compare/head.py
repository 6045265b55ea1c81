"""Head of a comparison: its controls, and the finding with what it rests on."""

from __future__ import annotations

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.lenses import lens_note, lens_picker
from components.controls.select import DEFAULT, query_store, select
from components.html import render
from components.view import View
from components.words.i18n import _, ngettext
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
                dcc.Dropdown(
                    id=control_id("cities"),
                    options=city_options(reading),
                    value=list(reading.choice.ids),
                    multi=True,
                    clearable=False,
                    placeholder=_("Choose two to six cities"),
                    labels={
                        "search": _("Name of a city or country"),
                        "no_options_found": _("No city of this data set has that name."),
                    },
                ),
                className="cmp-choose",
                role="group",
                **{"aria-label": _("Cities compared")},
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


def city_options(reading: CompareReading) -> Options:
    """Every city with a report, those that share most first; the chosen ones by name alone."""
    chosen = reading.choice.ids
    shared = {c.id: c.n_shared for c in reading.sharing}
    ranked = sorted(reading.everyone, key=lambda c: (-shared.get(c.id, 0), -c.n_held, c.name))
    by_id = {c.id: c for c in ranked}
    options: Options = [{"label": by_id[key].name, "value": key} for key in chosen]
    for city in ranked:
        if city.id in chosen:
            continue
        if not city.n_held:
            detail = _("no report available")
        elif shared:
            detail = shared_text(shared.get(city.id, 0))
        else:
            detail = ngettext("%(num)s point available", "%(num)s points available", city.n_held)
        options.append(
            {
                "label": f"{city.name}, {city.country} · {detail}",
                "value": city.id,
                "disabled": reading.full or not city.n_held,
            }
        )
    return options


def year_options(reading: CompareReading) -> Options:
    """Rounds of the cities as the year's options, as ``select`` gives them."""
    return [{"value": key or DEFAULT, "label": said} for key, said in _years(reading)]


def _years(reading: CompareReading) -> list[tuple[str, str]]:
    asked = (reading.view.asof,) if reading.view.asof else ()
    years = sorted({*reading.choice.years, *asked}, reverse=True)
    return [("", _("newest of each")), *((str(year), str(year)) for year in years)]


def finding(reading: CompareReading) -> Markup:
    """The cities, the finding, how much is shared, whom to add."""
    view, choice, cities = reading.view, reading.choice, reading.cities
    return render(
        "compare/head",
        view=view,
        cities=cities,
        silent=choice.silent,
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
        city_href=reading.city_href,
        most=MOST_CITIES if reading.full else None,
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
