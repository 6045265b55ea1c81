"""Trends: a chart of every point that has values over time, in groups by how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.numbers import MEDIAN_N, PEER_BAND_N
from analysis.trend import LEAST_SPAN
from components.charts.trend.parts import Peers
from components.html import render
from components.html_part import HtmlPart
from components.words import catalogue, trends
from components.words.i18n import _, ngettext
from components.words.values import band_name
from pages.progress import words as say
from pages.progress.cards import large_card, small_card
from pages.progress.drawing import peers_of
from pages.progress.parts import AT_ONCE, FIRST, PAST, Group
from pages.progress.reading import ProgressReading
from pages.progress.tables import links


def section(reading: ProgressReading) -> list[Component]:
    """Inside of the section: its first charts stand, other groups fill when they are opened."""
    if not reading.has_values:
        return []
    found, n = [HtmlPart(_head(reading), className="sh pg-sh")], 0
    for group in reading.parts.groups:
        if group.key == FIRST:
            found.append(html.Div(charts(reading, FIRST), className="pg-large"))
        else:
            found.append(_group(reading, group, opens=n + len(group.points) <= AT_ONCE))
        n += len(group.points)
    return found


def charts(reading: ProgressReading, key: str, start: int = 0) -> list[Component]:
    """Charts of a group from its ``start``-th on, at most ``AT_ONCE``."""
    points = reading.parts.group(key).points[start : start + AT_ONCE]
    if key == PAST:
        return [small_card(reading, p) for p in points]
    peers = peers_of(reading, points)
    return [large_card(reading, p, peers.get(p.point.key, Peers())) for p in points]


def more(reading: ProgressReading, key: str, shown: int) -> str:
    """Words of the button that adds charts to a group; empty where all are shown."""
    left = len(reading.parts.group(key).points) - shown
    n = min(left, AT_ONCE)
    return ngettext("Show one more", "Show %(num)s more", n) if n > 0 else ""


def part(key: str, name: str) -> dict[str, str]:
    """Id of a part of a group: ``head``, ``charts`` or ``more``."""
    return {"trends": key, "part": name}


def _group(reading: ProgressReading, group: Group, *, opens: bool) -> html.Details:
    """A group; a closed one keeps the places of its charts until it is opened."""
    key, n = group.key, min(len(group.points), AT_ONCE)
    inside: Sequence[Any] = (
        charts(reading, key) if opens else [html.Div(className="pg-place") for _each in range(n)]
    )
    title = _title_of(group, any(p.status == key for p in reading.parts.group(FIRST).points))
    rest = more(reading, key, n)
    return html.Details(
        [
            html.Summary(
                html.H3(title),
                id=part(key, "head"),
                n_clicks=int(opens),
            ),
            html.Div(
                inside, id=part(key, "charts"), className="pg-small" if key == PAST else "pg-large"
            ),
            html.Button(
                rest, id=part(key, "more"), type="button", className="linky", hidden=not rest
            ),
        ],
        id=f"trends-{key}",
        open=opens,
        className="pg-group",
    )


def _title_of(group: Group, further: bool) -> str:
    """Name and size of a group; ``further``: others of its status stand above."""
    n = len(group.points)
    if group.key == PAST:
        return ngettext("Past values, not judged: one point",
                        "Past values, not judged: %(num)s points", n)  # fmt: skip
    word = band_name(4) if group.key == "at_line" else trends.status(group.key)
    status = word[:1].upper() + word[1:]
    if further:
        return ngettext("%(status)s: one more point", "%(status)s: %(num)s more points", n,
                        status=status)  # fmt: skip
    return ngettext("%(status)s: one point", "%(status)s: %(num)s points", n, status=status)


def _head(reading: ProgressReading) -> Any:
    judged = reading.parts.judged
    peers = peers_of(reading, judged[:AT_ONCE]).values()
    return render(
        "progress/trends_head",
        title=_title(reading),
        judged=bool(judged),
        since=reading.since,
        band=any(x.band for x in peers),
        median=any(x.medians for x in peers),
        lines=any(x.lines for x in peers),
        peers=reading.peers_phrase,
        band_n=PEER_BAND_N,
        median_n=MEDIAN_N,
        sentences=_sentences(reading),
        files=links(reading.view, f"{reading.path}/series", kpi=None, cities=()),
        source=reading.source_line,
    )


def _title(reading: ProgressReading) -> str:
    n = len(reading.parts.judged)
    if n:
        return ngettext(
            "One point is recent enough to judge",
            "%(num)s points are recent enough to judge",
            n,
        )
    years = {v.year for p in reading.points for line in p.values for v in line}
    if not reading.parts.past and len(years) == 1:
        return _("No trend yet: one round")
    return _("No trend yet")


def _sentences(reading: ProgressReading) -> list[str]:
    """What is not drawn as a trend, and why."""
    said = []
    parts = reading.parts
    n = len(parts.single)
    if n:
        years = sorted({v.year for p in parts.single for line in p.values for v in line})
        span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        said.append(
            ngettext(
                "One point has a single value (%(years)s); the chart above shows its level.",
                "%(num)s points have a single value each (%(years)s); the chart above shows their "
                "level.",
                n,
                years=span,
            )
        )
    if not parts.judged or n:
        said.append(
            _(
                "A trend needs two values from one source since %(since)s, at least %(least)s "
                "years apart, the newest no more than %(window)s years old.",
                least=LEAST_SPAN,
                since=reading.since,
                window=reading.window,
            )
        )
    if parts.answers:
        met, not_met = (
            catalogue.listing(
                [
                    say.spoken(p.point.name)
                    for p in parts.answers
                    if p.lead and p.lead.level == level
                ]
            )
            for level in ("met", "below")
        )
        said.append(_answers(met, not_met))
    return said


def _answers(met: str, not_met: str) -> str:
    if not not_met:
        return _("Yes/no points have no trend. In place: %(met)s.", met=met)
    if not met:
        return _("Yes/no points have no trend. Not in place: %(not_met)s.", not_met=not_met)
    return _(
        "Yes/no points have no trend. In place: %(met)s. Not in place: %(not_met)s.",
        met=met,
        not_met=not_met,
    )
