"""The sentence over a page of progress, and what stands under it: never more than the data says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from components.words import catalogue as words
from components.words.i18n import _, ngettext
from pages.progress.points import PointProgress
from pages.progress.scope import Scope
from pages.progress.words import spoken

MOST_NAMED = 2
"""Points named in one clause of the title; more are counted."""

_JUDGED = ("too_slow", "off_course", "on_course", "unclear")
_UNCLEAR = ("disagree", "one_method", "no_method")


class Finding(NamedTuple):
    """The largest text of the page; what is held in bold; the rest."""

    title: str
    held: str
    rest: str


def finding(
    city: str, scope: Scope, points: Sequence[PointProgress], as_of: int, window: int
) -> Finding:
    """Title and the lines under it."""
    by: dict[str, list[PointProgress]] = {}
    for p in points:
        by.setdefault("unclear" if p.status in _UNCLEAR else p.status, []).append(p)
    return Finding(
        _title(city, scope, points, by, as_of),
        _held(scope, points),
        " ".join(_rest(points, by, as_of, window)),
    )


def _title(
    city: str,
    scope: Scope,
    points: Sequence[PointProgress],
    by: dict[str, list[PointProgress]],
    as_of: int,
) -> str:
    clauses = [_clause(key, by[key]) for key in _JUDGED if key in by]
    if clauses:
        return _("%(city)s: %(what)s", city=city, what="; ".join(clauses))
    held = [p for p in points if p.held]
    if not held:
        n = len(points)
        return ngettext(
            "%(city)s: no value is available for the point of %(scope)s",
            "%(city)s: no values are available for the %(num)s points of %(scope)s",
            n,
            city=city,
            scope=scope.short,
        )
    if "at_line" in by or "near_line" in by:
        return ngettext(
            "%(city)s: %(at)s of %(num)s available point of %(scope)s meets its 2030 target, "
            "no pace to judge",
            "%(city)s: %(at)s of %(num)s available points of %(scope)s meet their 2030 targets, "
            "no pace to judge",
            len(held),
            city=city,
            at=len(by.get("at_line", ())),
            scope=scope.short,
        )
    if "no_trend" in by or "no_line" in by or "not_met" in by:
        return _("%(city)s and %(scope)s: where it stands, and no trend yet", city=city,
                 scope=scope.short)  # fmt: skip
    years = [row.year for p in held for row in p.series if row.year]
    return _(
        "%(city)s: no value of %(scope)s is newer than %(year)s, too old to judge in %(now)s",
        city=city, scope=scope.short, year=max(years), now=as_of,
    )  # fmt: skip


def _clause(key: str, points: Sequence[PointProgress]) -> str:
    """Names or a count, and how they stand, without a verb: names may be plurals."""
    n = len(points)
    who = (
        words.listing([spoken(p.point.name) for p in points])
        if n <= MOST_NAMED
        else ngettext("%(num)s point", "%(num)s points", n)
    )
    return {
        "too_slow": _("%(who)s too slow for 2030", who=who),
        "off_course": _("%(who)s off course", who=who),
        "on_course": _("%(who)s on course", who=who),
        "unclear": _("%(who)s unclear", who=who),
    }[key]


def _held(scope: Scope, points: Sequence[PointProgress]) -> str:
    held = sum(p.held for p in points)
    if not held:
        return ""  # the title has said so
    return ngettext(
        "The one point of %(scope)s has a value here.",
        "%(held)s of the %(num)s points of %(scope)s have a value here.",
        len(points),
        held=held,
        scope=scope.short,
    )


def _rest(
    points: Sequence[PointProgress],
    by: dict[str, list[PointProgress]],
    as_of: int,
    window: int,
) -> list[str]:
    said = []
    old = len(by.get("too_old", ()))
    if old:
        said.append(
            ngettext(
                "The newest value of one is from before %(year)s, too old to judge.",
                "The newest values of %(num)s are from before %(year)s, too old to judge.",
                old,
                year=as_of - window,
            )
        )
    slipping = [spoken(p.point.name) for p in points if p.lead and p.lead.slipping]
    if slipping:
        said.append(_("Slipping, though at or close to target: %(names)s.",
                      names=words.listing(slipping[:MOST_NAMED + 1])
                      if len(slipping) <= MOST_NAMED + 1
                      else _("%(n)s points", n=len(slipping))))  # fmt: skip
    waiting = len(by.get("no_trend", ()))
    if waiting:
        said.append(
            ngettext(
                "One has no trend yet: a trend needs two values from one source, three years apart.",
                "%(num)s have no trend yet: a trend needs two values from one source, three years "
                "apart.",
                waiting,
            )
        )
    return said
