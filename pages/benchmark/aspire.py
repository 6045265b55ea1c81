"""Who is like the reader's city and better on this data point: a feasible target and its report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component

from components.html import render
from components.peers.aspirational import gap_text, shared
from components.shell.fragment import fragment
from components.view import View
from components.words.i18n import _
from components.words.values import value_text
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from pages.benchmark import words as say
from pages.benchmark.lanes import Lane

MOST = 6
"""Cities named: those alike in most first, then the nearest, feasible before best."""


class Better(NamedTuple):
    """A city of a better band. gap: to the own value, with unit; href: its page at the point."""

    row: StandingRow
    value: str
    gap: str
    href: str


def aspire(
    view: View,
    point: DefinitionRow,
    lanes: Sequence[Lane],
    chosen: Sequence[tuple[str, str]],
    group: frozenset[str] | None,
    group_text: str,
    synthetic: bool,
) -> Component | None:
    """The section for the first chosen city; None without one, or where it holds no score."""
    if not chosen or not point.scored:
        return None
    city, name = chosen[0]
    keep = view.elsewhere()
    blocks = []
    for lane in lanes:
        own = next((row for row in lane.inside if row.city_id == city and row.band), None)
        if own is None:
            continue
        better = [
            row
            for row in lane.inside
            if (row.band or 0) > (own.band or 0) and (group is None or row.city_id in group)
        ]
        # Same context (METHODS §10): something shared, unless nobody further on shares anything.
        alike = [row for row in better if shared(own, row)]
        better = alike if group is None and alike else better
        better.sort(key=lambda row: (-len(shared(own, row)), row.progress or 0.0, row.city_id))
        blocks.append(
            (
                say.lane_name(lane, synthetic),
                own,
                [
                    Better(
                        row,
                        value_text(row.value or 0.0, point.unit),
                        gap_text((row.value or 0.0) - (own.value or 0.0), point.unit),
                        View(**{**keep.__dict__, "point": point.key}).href(f"/city/{row.city_id}"),
                    )
                    for row in better[:MOST]
                ],
            )
        )
    if not blocks:
        return None
    return html.Section(
        fragment(
            render(
                "benchmark/aspire",
                name=name,
                blocks=blocks,
                context=group_text,
                title=_("Better on this point, to learn from"),
            )
        ),
        className="s bm-s",
        id="better",
    )
