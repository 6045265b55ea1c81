"""What moved a city's score between two of its rounds: a waterfall over the points of both."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from dash import Output, html
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.chart_panel import outputs as panel_outputs
from components.chart_panel import values as panel_values
from components.charts.waterfall.waterfall import DIGITS, Bridge, signed, waterfall
from components.controls.select import query_store, select
from components.html import render
from components.html_part import HtmlPart
from components.web.attachments import file_name
from components.words import catalogue as words
from components.words.i18n import _, ngettext, number
from data.rows import PointRow
from pages.progress.reading import ProgressReading
from pages.progress.rounds.reading import RoundPair, Rounds, read_rounds
from pages.progress.tables import links

ID = "rounds-bridge"


def bridge(rounds: Rounds) -> html.Div:
    """The choice of two rounds and what lies between them."""
    return html.Div(
        [
            html.H3(_("Between two rounds"), className="h3"),
            html.Div([_choice(rounds), query_store("rounds")], className="controls"),
            HtmlPart(_apart(rounds), id="rounds-apart"),
            html.Div(chart_panel(_panel(rounds)), id="rounds-chart", hidden=not rounds.pair.enough),
        ],
        className="rounds-two",
        id="between",
    )


def outputs() -> list[Output]:
    """What ``values`` sets."""
    return [
        Output("rounds-apart", "html"),
        Output("rounds-chart", "hidden"),
        *panel_outputs(ID),
    ]


def values(reading: ProgressReading) -> list[Any]:
    """Everything that another choice of rounds changes, for ``outputs``."""
    rounds = read_rounds(reading)
    return [_apart(rounds), not rounds.pair.enough, *panel_values(_panel(rounds))]


def _choice(rounds: Rounds) -> html.Label:
    """Every pair of rounds, the widest apart first; it is what the page opens on."""
    pairs = sorted(combinations(rounds.years, 2), key=lambda p: (p[0] - p[1], p[0]))
    options = [
        (f"{first},{last}" if i else "", _("%(first)s to %(last)s", first=first, last=last))
        for i, (first, last) in enumerate(pairs)
    ]
    (first, last), _notice = rounds.chosen
    chosen = "" if (first, last) == pairs[0] else f"{first},{last}"
    return select("rounds", "between", _("Rounds"), options, chosen)


def _panel(rounds: Rounds) -> Panel:
    pair, view = rounds.pair, rounds.view
    title = _title(pair)
    name = f"{rounds.city.id}-{pair.behind.name}-{pair.ahead.name}"
    return Panel(
        id=ID,
        title=title,
        subtitle=_(
            "%(city)s: %(score)s on the %(n)s points scored in both rounds",
            city=rounds.city.name,
            score=words.score_name(view.score),
            n=len(pair.points),
        ),
        summary=_(
            "%(title)s. %(first)s %(start)s, %(last)s %(end)s, on the %(n)s points of both rounds.",
            title=title,
            first=pair.behind.name,
            start=number(pair.start, DIGITS),
            last=pair.ahead.name,
            end=number(pair.end, DIGITS),
            n=len(pair.points),
        ),
        figure=waterfall(
            (pair.ahead, pair.behind), Bridge(pair.start, pair.steps, pair.end, pair.beyond)
        ),
        table=render("progress/rounds/pair", pair=pair, signed=signed, digits=DIGITS),
        source=rounds.source_line,
        file=file_name(view, rounds.store.version, name),
        css="chart-rows",
        note=_note(rounds),
        links=tuple(links(view, f"{rounds.path}/between", between=rounds.chosen[0])),
    )


def _title(pair: RoundPair) -> str:
    """The finding: how much on the same points, and where most of it lies."""
    if not pair.change or not pair.steps:
        return _("On the same points the score has not changed")
    up = pair.change > 0
    largest = pair.steps[0 if up else -1]
    said = {
        "n": number(abs(pair.change), DIGITS),
        "part": number(abs(largest.size), DIGITS),
        "theme": largest.name,
    }
    if up:
        return _("Up %(n)s on the same points, most of all %(theme)s with %(part)s", **said)
    return _("Down %(n)s on the same points, most of all %(theme)s with %(part)s", **said)


def _apart(rounds: Rounds) -> Markup:
    """A notice on the years, and what only one of the rounds has."""
    pair = rounds.pair
    found: list[tuple[str, tuple[PointRow, ...]]] = [
        (_("Scored in %(year)s only", year=pair.ahead.name), pair.gained),
        (_("Scored in %(year)s only", year=pair.behind.name), pair.lost),
    ]
    return render(
        "progress/rounds/apart",
        pair=pair,
        notice=rounds.chosen[1],
        found=[(text, rows) for text, rows in found if rows],
    )


def _note(rounds: Rounds) -> Markup:
    idle = sum(not p.step for p in rounds.pair.points)
    said = ngettext(
        "One shared point did not change.", "%(num)s shared points did not change.", idle
    )
    return Markup("{} {}").format(said if idle else "", rounds.source_line)
