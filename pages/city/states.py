"""City pages without a scorecard: no report is held, or one without a value."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from components.html import render
from components.html_part import HtmlPart
from components.shell.full_submission import full_submission_href
from components.words import catalogue as words
from components.words.i18n import _, ngettext
from data.rows import PointRow
from pages.city import table
from pages.city.reading import CityReading


def without_values(reading: CityReading) -> list[Component]:
    """A city that is known but has no scored value: what is known, what is not, where more is."""
    view, points = reading.view, reading.points
    others = [p for p in points if p.other_value is not None]
    body: list[Component] = [
        HtmlPart(
            render(
                "city/empty",
                city=reading.city,
                report=reading.chosen,
                people=words.people,
                submission_status=words.submission_status,
                others=_others(others) if others else None,
                printed=[p for p in points if p.status not in ("not_held", "reported")],
                example_href=full_submission_href(view),
                cities_href=view.elsewhere().href("/cities"),
                progress_href=view.elsewhere().href(f"/progress/{reading.city.id}"),
            ),
            className="head",
        )
    ]
    if others or any(p.status != "not_held" for p in points):
        body.append(table.section(reading, "" if reading.chosen else _only_others()))
    return body


def _only_others() -> str:
    return _(
        "Every value says where it comes from. What is not available here says nothing about the city."
    )


def _others(points: Sequence[PointRow]) -> tuple[str, str, str]:
    """What other statistics give: how many points, and from when and with how many scores."""
    years = [p.other_year for p in points if p.other_year is not None]
    first, last = min(years), max(years)
    n, n_scored = len(points), sum(p.scored for p in points)
    when = (
        _("its newest value is of %(year)s", year=first)
        if n == 1
        else _("their newest values are of %(year)s", year=first)
        if first == last
        else _("their newest values are of %(first)s to %(last)s", first=first, last=last)
    )
    if n_scored == 0:
        scores = ngettext(
            "It has no target and so no score.", "They have no target and so no score.", n
        )
    elif n_scored == n:
        scores = ngettext(
            "It has a progress score, which makes no score of the city.",
            "Each has a progress score, which makes no score of the city.",
            n,
        )
    else:
        scores = ngettext(
            "One of them has a target and so a progress score, which makes no score of the city.",
            "%(num)s of them have a target and so a progress score, which makes no score of the "
            "city.",
            n_scored,
        )
    return (
        ngettext(
            "%(num)s point comes from other statistics",
            "%(num)s points come from other statistics",
            n,
        ),
        when,
        scores,
    )
