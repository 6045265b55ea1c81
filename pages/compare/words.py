"""The sentences of a comparison: who is ahead where, and how much that rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from components.charts.dumbbell.dumbbell import LEVEL
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, ngettext, number
from data.rows import RollupRow
from data.source_rows import BuildRow
from pages.compare.shared import Compared, Pair, SharedPoint, SharedRow

FAR_APART = 3
"""Years between publications from which on a comparison says so (METHODS §5)."""

NEARLY = 1.0
"""Gap in points of the score under which two cities are called nearly level."""


class Part(NamedTuple):
    """What a theme (water, jobs) adds to the gap, in points of the score."""

    name: str
    size: float


class Lead(NamedTuple):
    """On how many points each of two cities is closer to target."""

    ahead: int
    behind: int
    level: int


def lead(pair: Pair) -> Lead:
    """Counts over the shared points; a gap that prints as nothing is level."""
    ahead = sum(p.gap >= LEVEL for p in pair.points)
    behind = sum(p.gap <= -LEVEL for p in pair.points)
    return Lead(ahead, behind, len(pair.points) - ahead - behind)


def parts(pair: Pair) -> list[Part]:
    """Contributions by theme to the gap of two cities."""
    return themes(pair.points, pair.ahead.card.rollups)


def themes(points: Iterable[SharedPoint], rollups: Iterable[RollupRow]) -> list[Part]:
    """Contributions by theme, the largest first; a theme two dimensions share is one."""
    short = {r.key: r.short_name for r in rollups if r.level == "category"}
    sums: dict[str, float] = defaultdict(float)
    for point in points:
        sums[short.get(point.first.category, point.first.category_name)] += point.contribution
    return sorted((Part(_(name), size) for name, size in sums.items()), key=lambda p: -p.size)


def headline(pair: Pair) -> str:
    """The largest text of a page of two: what puts one ahead, where the other leads."""
    names = {"ahead": pair.ahead.name, "behind": pair.behind.name}
    if not pair.points:
        return _("%(ahead)s and %(behind)s have no scored point in common", **names)
    if not pair.enough:
        return ngettext(
            "%(ahead)s and %(behind)s share one scored point: too few for a score gap",
            "%(ahead)s and %(behind)s share %(num)s scored points: too few for a score gap",
            len(pair.points),
            **names,
        )
    if pair.gap <= 0:
        return _("%(ahead)s and %(behind)s are level on the points they share", **names)
    if pair.gap < NEARLY:
        return _(
            "%(ahead)s and %(behind)s are nearly level: %(gap)s points apart",
            gap=number(pair.gap, 2),
            **names,
        )
    themes = parts(pair)
    best, worst = themes[0], themes[-1]
    names["theme"] = best.name
    if round(worst.size, 2) >= 0:
        return _("%(ahead)s is ahead of %(behind)s, mainly on %(theme)s", **names)
    return _(
        "%(ahead)s is ahead of %(behind)s, mainly on %(theme)s; %(behind)s leads on %(other)s",
        other=worst.name,
        **names,
    )


def shared(pair: Pair) -> Markup:
    """On how many points the comparison rests."""
    points = _("Each report was read in part: a missing value says nothing about the city.")
    if not pair.points:
        return escape(points)
    total = sum(p.scored for p in pair.ahead.card.points)
    return Markup(
        ngettext(
            "The reports have <b>one scored point</b> of %(total)s in common.",
            "The reports have <b>%(num)s scored points</b> of %(total)s in common.",
            len(pair.points),
            total=total,
        )
    )


def share_of_lead(pair: Pair) -> str:
    """How much of the lead the largest theme makes; empty where that is no part of a whole."""
    if not pair.enough or pair.gap <= 0:
        return ""
    best = parts(pair)[0]
    share = 100 * best.size / pair.gap
    if share >= 99.5:
        return ""
    return _(
        "%(share)s %% of %(city)s’s lead is %(theme)s.",
        share=number(share, 0),
        city=pair.ahead.name,
        theme=best.name,
    )


def many_headline(cities: Sequence[Compared], rows: Sequence[SharedRow]) -> str:
    """The largest text of a page of three to six: where they lie furthest apart, no ranking."""
    names = words.listing([c.name for c in cities])
    if not rows:
        return _("%(cities)s have no scored point in common", cities=names)
    if rows[0].spread < LEVEL:
        return _("%(cities)s are level on the points they share", cities=names)
    return _(
        "%(cities)s lie furthest apart on %(point)s",
        cities=names,
        point=rows[0].points[0].name,
    )


def many_shared(cities: Sequence[Compared], rows: Sequence[SharedRow]) -> Markup:
    """On how many points a comparison of several cities rests."""
    return Markup(
        ngettext(
            "<b>One scored point is available for all %(n)s cities</b>, %(some)s for two or more.",
            "<b>%(num)s scored points are available for all %(n)s cities</b>, %(some)s for two or "
            "more.",
            sum(all(s is not None for s in row.scores) for row in rows),
            n=len(cities),
            some=len(rows),
        )
    )


def years_apart(cities: Sequence[Compared]) -> int:
    """Years between the oldest and the newest of the rounds compared."""
    years = [c.report.as_of for c in cities]
    return max(years) - min(years) if years else 0


def far_apart(cities: Sequence[Compared]) -> str:
    """A warning where the reports lie years apart, else empty."""
    apart = years_apart(cities)
    if apart <= FAR_APART:
        return ""
    return _(
        "The reports are %(n)s years apart: a gap may be a change over time rather than a "
        "difference between the cities.",
        n=apart,
    )


def years_title(cities: Sequence[Compared]) -> str:
    """The finding over the line of years."""
    apart = years_apart(cities)
    if apart > FAR_APART:
        return _("The reports are %(n)s years apart: read the gaps with care", n=apart)
    if apart == 0:
        return _("All reports are from the same year")
    return ngettext("The reports are one year apart", "The reports are %(num)s years apart", apart)


def source(view: View, cities: Sequence[Compared], build: BuildRow) -> str:
    """Source of every chart, as it is printed under a downloaded picture."""
    synthetic = _("Synthetic data, fictional cities. ") if view.data == "example" else ""
    reports = "; ".join(dict.fromkeys(f"{c.name}: {c.report.publication}" for c in cities))
    return synthetic + _(
        "Source: %(reports)s; U4SSC’s rule, targets of SSC Atlas; data version %(version)s.",
        reports=reports,
        version=build.version,
    )
