"""The scorecard of one city in reading order, and what of it changes in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from babel.dates import format_date
from dash import Output, html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.numbers import PEER_BAND_N
from components.charts.wheel.panel import wheel_panel
from components.controls.lenses import lens_note, lens_picker
from components.controls.select import query_store, select
from components.html import render
from components.html_part import HtmlPart
from components.peers import group as peers
from components.peers.place import ask, button_words, peer_button
from components.scores.finding import finding, wheel_title
from components.shell.full_submission import full_submission_href
from components.words import catalogue as words
from components.words.i18n import _, locale, ngettext
from components.words.values import status_text
from data.rows import RoundSource
from pages.city import dimensions, table
from pages.city.next_steps import lists, steps
from pages.city.reading import CityReading
from pages.city.states import without_values


def body(reading: CityReading) -> list[Component]:
    """The page below the notices."""
    if not reading.has_scorecard:
        return without_values(reading)
    return [
        html.Div(
            [HtmlPart(name_line(reading), id="city-name"), controls(reading)], className="headline"
        ),
        HtmlPart(finding_part(reading), id="city-finding"),
        HtmlPart(key(reading), id="city-key"),
        dimensions.dimensions(reading),
        HtmlPart(wheel(reading), id="city-wheel"),
        table.section(reading),
    ]


def outputs() -> list[Output]:
    """What ``values`` sets."""
    parts = [
        Output(name, "html") for name in ("city-name", "city-finding", "city-key", "city-wheel")
    ]
    peer_parts = [Output("peers-open", "children"), Output("peers-of", "data")]
    return [*parts, *peer_parts, *dimensions.outputs(), *table.outputs()]


def values(reading: CityReading) -> list[Any]:
    """Everything of a scorecard that a control changes, for ``outputs``."""
    parts = [make(reading) for make in (name_line, finding_part, key, wheel)]
    peer_parts = [button_words(reading.group), _asked(reading)]
    return [*parts, *peer_parts, *dimensions.values(reading), *table.values(reading)]


def controls(reading: CityReading) -> Component:
    """Year, score, peers and lens, and the ways on."""
    view, years = reading.view, [str(each.as_of) for each in reading.rounds]
    ways = view.elsewhere()
    return html.Div(
        [
            select(
                "city",
                "asof",
                _("As of"),
                [("", years[0]), *((year, year) for year in years[1:])],
                "" if str(reading.as_of) == years[0] else str(reading.as_of),
            ),
            select(
                "city",
                "score",
                _("Score"),
                [("", _("U4SSC points")), ("continuous", _("Continuous"))],
                "" if view.score == "points" else view.score,
            ),
            select(
                "city",
                "peers",
                _("Next to"),
                [("" if c == "auto" else c, peers.choice_name(c)) for c in peers.CHOICES],
                "" if view.peers == "auto" else view.peers,
            ),
            *peer_button(reading.group, _asked(reading)),
            lens_picker(view, "city"),
            query_store("city"),
            html.A(_("Compare with…"), href=ways.href("/compare", cities=(reading.city.id,))),
            html.A(_("Progress to 2030"), href=ways.href(f"/progress/{reading.city.id}")),
        ],
        className="controls",
    )


def _asked(reading: CityReading) -> dict[str, Any]:
    place = (reading.path, reading.city.id, reading.as_of)
    return ask(reading.view, *place, with_choice=False)


def name_line(reading: CityReading) -> Markup:
    """Name, country, population, publication."""
    published = reading.chosen.published_on if reading.chosen else None
    return render(
        "city/head",
        city=reading.city,
        report=reading.chosen,
        published_on=format_date(published, "MMMM y", locale=locale()) if published else None,
        people=words.people,
        submission_status=words.submission_status,
        also=_also(reading.other_sources, reading.as_of or 0),
    )


def _also(sources: Sequence[RoundSource], as_of: int) -> list[str]:
    """What else the round stands on: corrections of it, and earlier rounds."""
    said = [_correction(source) for source in sources if source.year == as_of]
    older = [source for source in sources if source.year < as_of]
    if older:
        years = sorted({source.year for source in older})
        said.append(
            ngettext(
                "one point from an earlier round (%(years)s)",
                "%(num)s points from earlier rounds (%(years)s)",
                sum(source.n_points for source in older),
                years="–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))),
            )
        )
    return said


def _correction(source: RoundSource) -> str:
    when = source.published_on
    day = f", {format_date(when, format='long', locale=locale())}" if when else ""
    return ngettext(
        "one point corrected or added by %(publication)s (%(kind)s%(day)s)",
        "%(num)s points corrected or added by %(publication)s (%(kind)s%(day)s)",
        source.n_points,
        publication=source.publication,
        kind=words.kind(source.kind),
        day=day,
    )


def finding_part(reading: CityReading) -> Markup:
    """The one sentence of the page, what is held, and what a lens does."""
    chosen = reading.chosen
    found = finding(
        reading.city.name,
        reading.rollups,
        reading.points,
        reading.view.score,
        chosen.extent if chosen else "partial",
        chosen.as_of if chosen else 0,
    )
    effect = _(
        "The table lists only them, the wheel lets them stand out; scores stay those of all."
    )
    return render(
        "city/finding",
        finding=found,
        example_href=full_submission_href(reading.view),
        lens=lens_note(reading.view, reading.path, effect),
    )


def key(reading: CityReading) -> Markup:
    """What the marks mean, once a page."""
    seen = Counter(p.status for p in reading.points if p.value is None)
    categories = (r for r in reading.rollups if r.level == "category")
    most = max((len(r.peer_points) for r in categories), default=0)
    order = ("not_reported", "not_verified", "not_applicable", "not_held")
    return render(
        "city/key",
        score_name=words.score_name(reading.view.score),
        marks=[(s, status_text(s)) for s in order if seen[s]],
        peers=reading.peers_phrase,
        peer_band=most >= PEER_BAND_N,
        peer_dots=0 < most < PEER_BAND_N,
    )


def wheel(reading: CityReading) -> Markup:
    """The wheel next to the next steps, above strengths and gaps."""
    view = reading.view
    drawing = wheel_panel(
        reading.points,
        reading.rollups,
        reading.reasons,
        city=reading.city.name,
        as_of=reading.as_of,
        score=view.score,
        download_href=view.href(f"{reading.path}/wheel.svg"),
        kept=reading.kept,
    )
    return render(
        "city/wheel_section",
        title=wheel_title(reading.points),
        wheel=drawing,
        steps=steps(view, reading.points, reading.rollups),
        lists=lists(view, reading.points, reading.rollups),
    )
