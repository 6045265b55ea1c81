"""Trends: small multiples of every point that has one, then histories, then what has none yet."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.numbers import MEDIAN_N, PEER_BAND_N
from analysis.trend import LEAST_SPAN
from components.charts.trend.trend import Peers
from components.html import render
from components.shell.fragment import fragment, later
from components.view import View
from components.words import catalogue
from components.words.i18n import _, ngettext
from pages.progress import words as say
from pages.progress.cards import large_card, small_card
from pages.progress.points import PointProgress
from pages.progress.reading import Subject

_ORDER = (
    "off_course", "too_slow", "disagree", "one_method", "no_method", "on_course", "at_line",
    "not_met", "no_line",
)  # fmt: skip
YES_NO = "yes/no"
_LINE_N = 2
MOST_AT_ONCE, AT_ONCE = 12, 6
"""Of more charts than these the page brings some; the rest comes when those in view are drawn."""


class Parts:
    """The points of a page by what can be drawn of them.

    judged: with a line through their values; past: several values, not judged; single: one value
    of each source; answers: yes/no points.
    """

    def __init__(self, points: Sequence[PointProgress]) -> None:
        held = [p for p in points if p.held]
        self.answers = [p for p in held if p.point.unit == YES_NO]
        others = [p for p in held if p.point.unit != YES_NO]
        self.judged = sorted(
            (p for p in others if p.lead is not None and p.lead.slope is not None), key=_place
        )
        rest = [p for p in others if p not in self.judged]
        self.past = [p for p in rest if max(map(len, p.values)) >= _LINE_N]
        self.single = [p for p in rest if p not in self.past]

    @property
    def drawn(self) -> list[PointProgress]:
        """The points that have a chart, in the order of the page."""
        return [*self.judged, *self.past]


def _place(p: PointProgress) -> tuple[int, bool]:
    return _ORDER.index(p.status), not (p.lead and p.lead.slipping)


def trends_section(
    view: View,
    subject: Subject,
    parts: Parts,
    peers: dict[str, Peers],
    peers_text: str,
    source: str,
    download: str,
    rest: str,
) -> Component:
    """The section; without any series it says why there is no trend.

    rest: where the charts come from that are too many for the page at once.
    """
    body: list[Component] = [
        fragment(
            render(
                "progress/trends_head",
                title=_title(subject, parts),
                judged=bool(parts.judged),
                since=subject.since,
                band=any(x.band for x in peers.values()),
                median=any(x.medians for x in peers.values()),
                lines=any(x.lines for x in peers.values()),
                peers=peers_text,
                band_n=PEER_BAND_N,
                median_n=MEDIAN_N,
                sentences=_sentences(subject, parts),
                download=download,
                source=source,
            ),
            className="sh pg-sh",
        )
    ]
    near = parts.drawn if len(parts.drawn) <= MOST_AT_ONCE else parts.drawn[:AT_ONCE]
    body += cards(view, subject, parts, near, peers, source)
    if len(near) < len(parts.drawn):
        body.append(later(rest, className="pg-late"))
    return html.Section(body, className="s", id="trends")


def cards(
    view: View,
    subject: Subject,
    parts: Parts,
    points: Sequence[PointProgress],
    peers: dict[str, Peers],
    source: str,
) -> list[Component]:
    """The charts of some points, judged ones first, in their grids."""
    judged = [p for p in points if p in parts.judged]
    past = [p for p in points if p not in judged]
    found: list[Component] = []
    if judged:
        large = [large_card(view, subject, p, peers.get(p.point.key, Peers()), source)
                 for p in judged]  # fmt: skip
        found.append(html.Div(large, className="pg-large"))
    if past:
        if parts.judged:
            found.append(html.H3(_("Histories that are not judged"), className="pg-h3"))
        small = [small_card(view, subject, p, source) for p in past]
        found.append(html.Div(small, className="pg-small"))
    return found


def anchors(parts: Parts) -> dict[str, str]:
    """By status, the heading of the first of its charts."""
    first: dict[str, str] = {}
    for p in parts.drawn:
        first.setdefault(p.status, f"trend-{p.point.key}-title")
    return first


def _title(subject: Subject, parts: Parts) -> str:
    n = len(parts.judged)
    if n:
        return ngettext(
            "One point is recent enough to judge",
            "%(num)s points are recent enough to judge",
            n,
        )
    years = {v.year for p in subject.points for line in p.values for v in line}
    if not parts.past and len(years) == 1:
        return _("No trend yet: one round")
    return _("No trend yet")


def _sentences(subject: Subject, parts: Parts) -> list[str | Markup]:
    """What is not drawn as a trend, and why."""
    said: list[str | Markup] = []
    n = len(parts.single)
    if n:
        years = sorted({v.year for p in parts.single for line in p.values for v in line})
        span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        said.append(
            ngettext(
                "One point is held with a single value (%(years)s): its level stands above.",
                "%(num)s points are held with a single value each (%(years)s): their level stands "
                "above.",
                n,
                years=span,
            )
        )
    if not parts.judged or n:
        said.append(
            _(
                "A trend needs two values of one source, %(least)s years apart, since %(since)s, "
                "the newest not older than %(window)s years.",
                least=LEAST_SPAN,
                since=subject.since,
                window=subject.window,
            )
        )
    if parts.answers:
        met, not_met = (
            [say.spoken(p.point.name) for p in parts.answers if p.lead and p.lead.level == level]
            for level in ("met", "below")
        )
        told = []
        if met:
            told.append(_("in place: %(names)s", names=catalogue.listing(met)))
        if not_met:
            told.append(_("not in place: %(names)s", names=catalogue.listing(not_met)))
        said.append(_("Yes/no points are met or not met, no trend; %(told)s.",
                      told="; ".join(told)))  # fmt: skip
    return said
