"""What a reader must know of a benchmark: years, small numbers, faded and missing values."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.numbers import MEDIAN_N, PEER_BAND_N
from components.words import catalogue as words
from components.words.i18n import _, ngettext
from components.words.values import status_text
from data.source_rows import DefinitionRow
from pages.benchmark.lanes import Lane
from pages.benchmark.words import YES_NO, lane_name

MOST_PRINTED = 6
FAR_APART = 3
"""Years between the oldest and the newest value that are worth a word (METHODS §5)."""


def notes(point: DefinitionRow, lanes: Sequence[Lane], example: bool) -> list[tuple[str, str]]:
    """What a reader must know, as (heading, sentences): years, small numbers, faded values."""
    found = [(_("Years"), " ".join(_years(lane, example) for lane in lanes if lane.year))]
    for lane in lanes:
        name, years = lane_name(lane.other, example), [row.year for row in lane.inside]
        if 0 < len(years) < PEER_BAND_N and point.unit != YES_NO:
            found.append((_("Small numbers"), _few(name, len(years))))
        if lane.older:
            found.append((_("Faded"), _old(name, lane)))
        if lane.printed:
            found.append((_("Without a value"), _printed(lane)))
        if years and max(years) - min(years) > FAR_APART:
            found.append((_("Years apart"), _(
                "%(name)s: values from %(first)s to %(last)s are shown together.",
                name=name, first=min(years), last=max(years))))  # fmt: skip
    twice = _twice(lanes)
    if twice:
        found.append((_("In both lanes"), _(
            "%(cities)s: a report and other statistics are both shown; neither replaces the other.",
            cities=words.listing(twice))))  # fmt: skip
    return found


def _years(lane: Lane, example: bool) -> str:
    name = lane_name(lane.other, example)
    if lane.own_rounds:
        return _("%(name)s: each city’s newest round, %(first)s or later.", name=name,
                 first=lane.first)  # fmt: skip
    return _("%(name)s: each city’s newest value from %(first)s to %(year)s.", name=name,
             first=lane.first, year=lane.year)  # fmt: skip


def _few(name: str, n: int) -> str:
    if n < MEDIAN_N:
        return ngettext(
            "%(name)s: %(num)d city; a median needs %(least)s.",
            "%(name)s: %(num)d cities; a median needs %(least)s.", n, name=name, least=MEDIAN_N,
        )  # fmt: skip
    return _("%(name)s: %(n)s cities; a middle half needs %(least)s.", name=name, n=n,
             least=PEER_BAND_N)  # fmt: skip


def _old(name: str, lane: Lane) -> str:
    return ngettext(
        "%(name)s: one city has no value after %(year)s. Its older one is shown, not counted.",
        "%(name)s: %(num)d cities have no value after %(year)s. Their older ones are shown, not "
        "counted.",
        len(lane.older),
        name=name,
        year=(lane.first or 0) - 1,
    )


def _printed(lane: Lane) -> str:
    named = [f"{row.city} ({status_text(row.status)})" for row in lane.printed[:MOST_PRINTED]]
    rest = len(lane.printed) - len(named)
    if not rest:
        return _("%(cities)s.", cities=", ".join(named))
    return ngettext("%(cities)s and %(num)d more.", "%(cities)s and %(num)d more.", rest,
                    cities=", ".join(named))  # fmt: skip


def _twice(lanes: Sequence[Lane]) -> list[str]:
    """Cities in both lanes."""
    if len(lanes) < 2:
        return []
    other = {row.city_id for row in lanes[1].rows}
    return [row.city for row in lanes[0].rows if row.city_id in other]
