"""A city's way to 2030: finding, tally, level, trends, score over time, scenario."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dash.development.base_component import Component
from markupsafe import Markup

from analysis.trend import LEAST_SPAN
from components.html import render
from components.peers import group as peer_groups
from components.shell.fragment import fragment, later
from components.shell.markup import markup
from components.view import View
from components.web.stamp import stamp
from components.words import trends
from components.words.i18n import _, ngettext
from data.queries import PeerGroup
from data.rows import CityRow
from data.source_rows import BuildRow, DefinitionRow
from data.store import Snapshot
from data.trend_rows import CityTrendsRow
from pages.progress import words as say
from pages.progress.cities import cities_section
from pages.progress.drawing import peers_of
from pages.progress.finding import finding
from pages.progress.level import level_section
from pages.progress.points import OTHER, tally
from pages.progress.reading import Subject
from pages.progress.rounds.section import rounds_section
from pages.progress.scenario.section import scenario_section
from pages.progress.scope import Options
from pages.progress.trends import AT_ONCE, MOST_AT_ONCE, Parts, anchors, cards, trends_section

PATH = "/progress"
_MOST_SOURCES = 4
MOST_TO_MOVE = 48
"""Points held up to which the scenario comes with the page: a slider each."""


class Around(NamedTuple):
    """What the head offers. others: cities that may be set beside one, as (id, name)."""

    scopes: Sequence[Options]
    group: PeerGroup
    cities: dict[str, str]
    point: DefinitionRow | None


def path_of(city_id: str) -> str:
    """Address of a city's page without its query."""
    return f"{PATH}/{city_id}"


def progress_body(
    store: Snapshot, view: View, build: BuildRow, subject: Subject, around: Around
) -> list[Component]:
    """The page below the shell's header, in reading order."""
    city = subject.city
    source = source_line(view, build, subject)
    query = view.href("", cities=(), kpi=None)
    path = path_of(city.id)
    parts = Parts(subject.points)
    body = [fragment(_head(view, subject, around, anchors(parts)), className="head pg-head")]
    if around.point is not None:
        body.append(cities_section(store, view, build, subject, around.point, around.cities))
    if any(p.held for p in subject.points):
        body.append(level_section(view, subject, source, f"{path}/trends.csv{query}"))
        ids = tuple(around.group.ids)
        near_judged = parts.judged[:MOST_AT_ONCE]
        body.append(
            trends_section(
                view, subject, parts, peers_of(store, subject, near_judged, ids),
                peer_groups.phrase(around.group, city.fictional), source,
                f"{path}/series.csv{query}", _part(view, path, "charts", build),
            )
        )  # fmt: skip
    else:
        body.append(fragment(_nothing(view, subject)))
    body.append(rounds_section(store, view, city))
    if sum(p.held for p in subject.points) > MOST_TO_MOVE:
        body.append(later(_part(view, path, "scenario", build), className="pg-later-scenario"))
    else:
        body.append(scenario_section(store, view, city, subject.scope))
    return body


def rest_of_charts(
    store: Snapshot, view: View, build: BuildRow, subject: Subject, group: PeerGroup
) -> Markup:
    """The charts that the page leaves for later."""
    parts = Parts(subject.points)
    late = parts.drawn[AT_ONCE:]
    peers = peers_of(store, subject, [p for p in late if p in parts.judged], tuple(group.ids))
    return markup(cards(view, subject, parts, late, peers, source_line(view, build, subject)))


def _part(view: View, path: str, part: str, build: BuildRow) -> str:
    """Where a late part is fetched from; the version lets browsers keep it."""
    address = view.href(f"{path}/{part}", kpi=None, cities=())
    return f"{address}{'&' if '?' in address else '?'}v={stamp(build.version)}"


def source_line(view: View, build: BuildRow, subject: Subject) -> str:
    """Source of the page's drawings, as printed under a downloaded picture."""
    synthetic = view.data == "example"
    names = dict.fromkeys(
        say.source_name(row, synthetic)
        for kind in (False, True)
        for p in subject.points
        for row in p.series
        if (row.kind == OTHER) == kind
    )
    shown = list(names)[:_MOST_SOURCES]
    more = len(names) - len(shown)
    if more:
        shown.append(ngettext("%(num)s more", "%(num)s more", more))
    return (_("Synthetic data, fictional city. ") if synthetic else "") + _(
        "Source: %(names)s; 2030 lines of SSC Atlas; data version %(version)s.",
        names="; ".join(shown) or _("nothing held"),
        version=build.version,
    )


def _head(view: View, subject: Subject, around: Around, places: dict[str, str]) -> Markup:
    city, scope, basis = subject.city, subject.scope, subject.basis
    found = finding(city.name, scope, subject.points, subject.as_of, subject.window)
    years = sorted({row.year for row in subject.rows if row.value is not None}, reverse=True)
    return render(
        "progress/head",
        city=city,
        city_href=view.elsewhere().href(f"/city/{city.id}"),
        scope=scope,
        scopes=around.scopes,
        chosen=view.scope or "",
        finding=found,
        tally=[(n, trends.status(key), key, places.get(key)) for key, n in tally(subject.points)],
        total=len(subject.points),
        as_of=subject.as_of,
        window=subject.window,
        years=[y for y in sorted({*years, subject.as_of}, reverse=True) if y != basis.as_of],
        default_year=basis.as_of,
        asof=view.asof,
        firsts=[y for y in sorted({*years, subject.since}) if y < subject.as_of
                or y == subject.since],
        since=subject.since,
        default_since=basis.since,
        peer_choices=[(c, peer_groups.choice_name(c)) for c in peer_groups.CHOICES],
        peers=view.peers,
        earlier=_earlier(view, subject),
        elsewhere=path_of,
        view=view,
    )  # fmt: skip


def _earlier(view: View, subject: Subject) -> tuple[str, int] | None:
    """Address and year at which the newest values can be judged, where all are too old now."""
    held = [p for p in subject.points if p.held]
    if not held or any(p.status not in ("too_old", "printed", "not_held") for p in held):
        return None
    newest = max(v.year for p in held for line in p.values for v in line)
    return view.href(path_of(subject.city.id), asof=newest), newest


def _nothing(view: View, subject: Subject) -> Markup:
    """No point of the scope is held: what there is instead."""
    rows = subject.rows
    first = min((row.year for row in rows if row.value is not None), default=None)
    return render(
        "progress/nothing",
        city=subject.city,
        scope=subject.scope,
        n=len(subject.points),
        as_of=subject.as_of,
        first=first,
        newest=view.href(path_of(subject.city.id), asof=None) if view.asof else None,
        every=view.href(path_of(subject.city.id), scope="all") if subject.scope.key != "all"
        else None,
        city_href=view.elsewhere().href(f"/city/{subject.city.id}"),
        example=None if view.data == "example" else View(data="example").href(PATH),
    )  # fmt: skip


def notices(view: View, subject: Subject) -> tuple[str, ...]:
    """Words on years of the address that lie outside the data."""
    said = []
    years = [row.year for row in subject.rows if row.value is not None]
    if view.asof and years and view.asof < min(years):
        said.append(
            _("No value of these points is held up to %(year)s; the first is of %(first)s.",
              year=view.asof, first=min(years))
        )  # fmt: skip
    if view.asof and view.asof > subject.basis.as_of:
        said.append(
            _("%(year)s has not come yet: values are judged as they would be by then.",
              year=view.asof)
        )  # fmt: skip
    if view.since and view.since > subject.as_of - LEAST_SPAN:
        said.append(
            _("From %(since)s to %(asof)s is too short for a trend: it needs %(n)s years.",
              since=view.since, asof=subject.as_of, n=LEAST_SPAN)
        )  # fmt: skip
    return tuple(said)


def unknown_scope(view: View, city: CityRow, scopes: Sequence[Options]) -> list[Component]:
    """The address names no set of points."""
    return [
        fragment(
            render(
                "progress/unknown",
                key=view.scope,
                scopes=scopes[:2],
                href=lambda key: view.href(path_of(city.id), scope=key or None),
                start=view.href(path_of(city.id), scope=None),
            )
        )
    ]


def start(view: View, cities: Sequence[CityTrendsRow]) -> Component:
    """Choose a city: every one with how many of its points have a trend."""
    return fragment(
        render(
            "progress/start",
            cities=cities,
            href=lambda c: view.elsewhere().href(path_of(c.id)),
        )
    )
