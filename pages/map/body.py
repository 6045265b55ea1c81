"""The map: finding, drawing with timeline, list of what is in view, downloads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from dash.development.base_component import Component
from markupsafe import Markup

from components.charts.map.geodata import land_href
from components.charts.map.place import radius
from components.controls.chosen import MOST_CHOSEN
from components.controls.lenses import lens_note, lens_picker
from components.html import render
from components.peers import group as peers
from components.shell.fragment import fragment
from components.view import View
from data.source_rows import BuildRow
from pages.map import notes
from pages.map import words as say
from pages.map.data import payload, placed
from pages.map.legend import legend, told_apart
from pages.map.measure import PATH, Group, Option
from pages.map.reading import Subject

SIZES = (100_000, 1_000_000, 8_000_000)
"""Populations that the legend draws."""
_TICKS = 12
"""More years than these are named every fifth only."""


class Bar(NamedTuple):
    """A year of the timeline. share: of the fullest year, 0–100; stop: play stops there."""

    year: int
    n: int
    share: int
    stop: bool
    named: bool


class Choice(NamedTuple):
    """What the head offers. chosen, others: the reader's cities and those that may be added."""

    overall: Option
    groups: list[Group]
    chosen: Sequence[tuple[str, str]]
    others: Sequence[tuple[str, str]]


def map_body(view: View, build: BuildRow, subject: Subject, choice: Choice) -> list[Component]:
    """The page below the shell's header."""
    return [
        fragment(_head(view, subject, choice), className="head bm-head mp-head"),
        fragment(_drawing(view, build, subject) if subject.frame else _nobody(view, subject)),
    ]


def bars(subject: Subject) -> list[Bar]:
    """Every year from the first to the last with a value."""
    counts = subject.counts
    if not counts:
        return []
    first, last, most = min(counts), max(counts), max(counts.values())
    every = 1 if last - first < _TICKS else 5
    return [
        Bar(
            year,
            counts.get(year, 0),
            round(100 * counts.get(year, 0) / most),
            year in subject.stops,
            year % every == 0 or (every > 1 and year == last and last % every > 1),
        )
        for year in range(first, last + 1)
    ]


def _head(view: View, subject: Subject, choice: Choice) -> Markup:
    frame = subject.frame
    synthetic = view.data == "example"
    lead, rest = notes.held_text(subject.measure, frame, synthetic) if frame else ("", "")
    ids = [city for city, _name in choice.chosen]
    return render(
        "map/head",
        measure=subject.measure,
        finding=say.finding(subject.measure, frame, synthetic),
        lead=lead,
        rest=rest,
        year=subject.year,
        group=subject.group.text if subject.group else "",
        everyone=view.href(PATH, peers="auto", pin=(), leave=()),
        overall=choice.overall,
        groups=choice.groups,
        chosen=[
            (name, view.href(PATH, cities=tuple(c for c in ids if c != city)))
            for city, name in choice.chosen[:MOST_CHOSEN]
        ],
        others=[(",".join([*ids, city]), name) for city, name in choice.others],
        peer_choices=[(c, peers.choice_name(c)) for c in peers.CHOICES] if ids else [],
        peers=view.peers,
        score=view.score,
        synthetic=synthetic,
        lens="" if view else lens_picker(view, ""),
        lens_note=lens_note(view, PATH),
    )


def _drawing(view: View, build: BuildRow, subject: Subject) -> Markup:
    keep = view.elsewhere()
    point = subject.measure.point
    href = land_href()
    nowhere = len(subject.cities) - len(placed(subject.cities))
    data = json.dumps(payload(view, subject, href or ""), separators=(",", ":"), ensure_ascii=False)
    only_gate = not subject.counts and point is None
    return render(
        "map/body",
        # A script ends at the first "</", wherever it stands.
        data=Markup(data.replace("<", "\\u003c")),
        legend=legend(subject),
        sizes=[(radius(n), label) for n, label in zip(SIZES, ("0.1", "1", "8"), strict=True)],
        told_apart=told_apart(subject),
        bars=bars(subject),
        year=subject.year,
        window=notes.window_text(subject.frame) if subject.frame else "",
        passed_over=notes.years_text(subject.counts, subject.stops),
        query=view.to_query(),
        measure=subject.measure,
        land=bool(href),
        nowhere=nowhere,
        city=keep.href("/city/"),
        benchmark=View(**{**keep.__dict__, "kpi": point.key}).href("/benchmark") if point else "",
        example=_example(subject) if only_gate and view.data != "example" else "",
        source=notes.source_line(view, build, subject),
        disclaimer=notes.disclaimer(),
        credit=notes.credit(),
        synthetic=view.data == "example",
    )


def _nobody(view: View, subject: Subject) -> Markup:
    return render(
        "map/nobody",
        measure=subject.measure,
        example=_example(subject) if view.data != "example" else "",
    )


def _example(subject: Subject) -> str:
    """The same measure in the example set, where all is held."""
    measure = subject.measure
    if measure.point:
        return View(data="example", kpi=measure.key).href(PATH)
    return View(data="example", measure=measure.key).href(PATH)
