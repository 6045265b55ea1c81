"""One data point across all cities: finding, beeswarm, groups, lists, feasible targets, scatter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.chosen import MOST_CHOSEN
from components.controls.lenses import lens_note, lens_picker
from components.controls.point_choice import PATH, Group, Place
from components.html import render
from components.shell.fragment import fragment
from components.view import View
from components.words.i18n import _
from data.queries.benchmark import StandingRow
from data.source_rows import BuildRow, DefinitionRow
from pages.benchmark import words as say
from pages.benchmark.against import against
from pages.benchmark.aspire import aspire
from pages.benchmark.chart import chart, scale
from pages.benchmark.groups import groups
from pages.benchmark.lanes import Lane
from pages.benchmark.lists import lists

"""Cities named in the head; more are marked in the lists and drawings only."""


class Subject(NamedTuple):
    """A data point and its two lanes, reports first."""

    point: DefinitionRow
    lanes: tuple[Lane, ...]


class Surroundings(NamedTuple):
    """What the head offers.

    chosen: the reader's cities that exist, as (id, name); others: those that may be added; group:
    peers of the first chosen city, None for all, and its words.
    """

    place: Place
    options: list[Group]
    years: Sequence[int]
    points: Sequence[DefinitionRow]
    chosen: Sequence[tuple[str, str]]
    others: Sequence[tuple[str, str]]
    group: frozenset[str] | None
    group_text: str
    peer_choices: Sequence[tuple[str, str]]


def benchmark_body(
    view: View, build: BuildRow, subject: Subject, beside: Subject | None, around: Surroundings
) -> list[Component]:
    """The page below the shell's header, in reading order."""
    point, lanes = subject
    synthetic = view.data == "example"
    chosen = [city for city, _name in around.chosen]
    held = [lane for lane in lanes if lane.rows]
    body = [fragment(_head(view, subject, around), className="head bm-head")]
    if not held:
        return [*body, fragment(_nobody(view, subject))]
    source = source_line(point, held, build, synthetic)
    download = f"/benchmark.csv?{view.href('', kpi=point.key).lstrip('?')}"
    if point.unit == say.YES_NO:
        body.append(_section("where", _("Where it is in place"),
                             fragment(_counts(view, subject, source))))  # fmt: skip
    else:
        axis = scale(point, held)
        body.append(
            html.Section(
                [
                    html.H2(_("Every city on one scale"), className="vh"),
                    chart(
                        point,
                        held,
                        axis,
                        chosen,
                        around.group,
                        around.group_text,
                        source,
                        download,
                        synthetic,
                    ),
                ],
                className="s bm-s",
                id="swarm",
            )
        )
        if any(lane.inside for lane in held):
            body.append(
                _section(
                    "groups",
                    _("By region, population and income"),
                    fragment(groups(point, held, axis, chosen, synthetic)),
                    _("The same values on the same scale; only values inside the window."),
                )
            )
    body.append(
        _section(
            "list",
            _("The list behind it"),
            fragment(lists(view, point, held, chosen, download, synthetic)),
            _("Best first within each kind of source. A city may stand in two lists."),
        )
    )
    feasible = aspire(view, point, held, around.chosen, around.group, around.group_text, synthetic)
    if feasible is not None:
        body.append(feasible)
    body.append(_beside(view, build, subject, beside, around, chosen, synthetic))
    return body


def source_line(
    point: DefinitionRow, lanes: Sequence[Lane], build: BuildRow, synthetic: bool
) -> str:
    """Source of the page's drawings, as printed under a downloaded picture."""
    word = _("Synthetic data, fictional cities. ") if synthetic else ""
    kinds = []
    for lane in lanes:
        years = [row.year for row in lane.rows]
        span = str(years[0]) if min(years) == max(years) else f"{min(years)}–{max(years)}"
        kinds.append(f"{say.lane_name(lane, synthetic)} {span}")
    target = _("targets of SSC Atlas; ") if point.scored else ""
    return word + _(
        "Source: %(kinds)s; %(target)sdata version %(version)s.",
        kinds="; ".join(kinds),
        target=target,
        version=build.version,
    )


def _section(key: str, title: str, inside: Component, sentence: str = "") -> Component:
    return html.Section(
        [
            html.Div([html.H2(title), *([html.P(sentence)] if sentence else [])], className="sh"),
            inside,
        ],
        className="s bm-s",
        id=key,
    )


def _head(view: View, subject: Subject, around: Surroundings) -> Markup:
    point, lanes = subject
    synthetic = view.data == "example"
    chosen = around.chosen[:MOST_CHOSEN]
    standings = [
        (say.lane_name(lane, synthetic), say.standing(point, row))
        for city, _name in chosen
        for lane in lanes
        for row in _own(lane, city)
    ]
    absent = [name for city, name in chosen if not any(_own(lane, city) for lane in lanes)]
    ids = [city for city, _name in around.chosen]
    return render(
        "benchmark/head",
        point=point,
        place=around.place,
        groups=around.options,
        finding=say.finding(point, lanes, synthetic),
        held=_held(lanes, synthetic),
        standings=standings,
        two=sum(bool(lane.rows) for lane in lanes) > 1,
        absent=absent,
        chosen=[
            (name, view.href(PATH, cities=tuple(c for c in ids if c != city)))
            for city, name in around.chosen
        ],
        others=[(",".join([*ids, city]), name) for city, name in around.others],
        years=around.years,
        asof=view.asof,
        default_year=next((lane.year for lane in reversed(lanes) if lane.year), None),
        peer_choices=around.peer_choices,
        peers=view.peers,
        link=lambda key: view.href(PATH, kpi=key),
        lens="" if view else lens_picker(view, ""),
        lens_note=lens_note(view, PATH),
    )


def _own(lane: Lane, city: str) -> list[StandingRow]:
    return [row for row in lane.rows if row.city_id == city]


def _held(lanes: Sequence[Lane], synthetic: bool) -> str:
    """How many cities are held, of each kind."""
    parts = [say.cities(lane.other, synthetic, len(lane.rows)) for lane in lanes if lane.rows]
    if not parts:
        return ""
    return _("Held here: %(what)s.", what=_(" and ").join(parts))


def _nobody(view: View, subject: Subject) -> Markup:
    """A data point nobody holds: what it measures, and where it can be seen filled."""
    point, lanes = subject
    printed = [row for lane in lanes for row in lane.printed]
    example = None if view.data == "example" else View(data="example", kpi=point.key).href(PATH)
    return render(
        "benchmark/nobody",
        point=point,
        asof=view.asof,
        newest=view.href(PATH, asof=None) if view.asof else None,
        printed=printed,
        example=example,
    )


def _counts(view: View, subject: Subject, source: str) -> Markup:
    """Yes and no by kind of source: counts and names, no dots on a scale."""
    synthetic = view.data == "example"
    rows = []
    for lane in subject.lanes:
        if not lane.rows:
            continue
        yes = [row for row in lane.inside if row.value]
        no = [row for row in lane.inside if not row.value]
        rows.append((say.lane_name(lane, synthetic), len(lane.inside), yes, no))
    link = view.elsewhere()
    return render(
        "benchmark/yes_no",
        rows=rows,
        notes=say.notes(subject.point, [x for x in subject.lanes if x.rows], synthetic),
        source=source,
        href=lambda row: link.href(f"/city/{row.city_id}"),
    )


def _beside(
    view: View,
    build: BuildRow,
    subject: Subject,
    beside: Subject | None,
    around: Surroundings,
    chosen: Sequence[str],
    synthetic: bool,
) -> Component:
    chooser = fragment(
        render(
            "benchmark/beside",
            points=[p for p in around.points if p.key != subject.point.key],
            against=beside.point.key if beside else None,
            none=view.href(PATH, against=None) if beside else None,
        )
    )
    inside: list[Component] = [chooser]
    if beside is not None:
        held = [lane for s in (subject, beside) for lane in s.lanes if lane.inside]
        source = source_line(subject.point, held, build, synthetic) if held else ""
        query = view.href("", kpi=subject.point.key).lstrip("?")
        inside.append(
            against(subject.point, beside.point, (subject.lanes, beside.lanes), chosen, source,
                    f"/benchmark-pairs.csv?{query}", synthetic)
        )  # fmt: skip
    return _section(
        "against",
        _("Against another data point"),
        html.Div(inside),
        _("City by city, within one kind of source."),
    )
