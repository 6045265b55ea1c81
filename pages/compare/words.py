"""The sentences of a comparison: who is ahead where, and how much that rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from components.charts.dumbbell.dumbbell import LEVEL
from components.charts.radar.categories import Axis
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, ngettext, number
from components.words.values import score_text
from data.rows import RollupRow
from data.source_rows import BuildRow
from pages.compare.shared import Compared, Pair, SharedPoint, SharedRow

FAR_APART = 3
"""Years between publications from which on a comparison says so (METHODS §5)."""

FAR_SPREAD = 33.0
"""Points of progress, the width of the lowest band, from which on cities lie far apart."""

LEVEL_SCORE = 0.5
"""Difference of category scores that prints as none."""

MOST_NAMED = 3
"""Points named in a sentence; of more, only their number."""

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


def gaps_title(pair: Pair) -> str:
    """The finding over the dumbbell: on how many points each city is closer to target."""
    count = lead(pair)
    if count.ahead == count.behind == 0:
        return _("Level on every shared point")
    named = {
        "ahead": pair.ahead.name,
        "n": count.ahead,
        "behind": pair.behind.name,
        "m": count.behind,
    }
    if not count.level:
        return _("%(ahead)s is closer to target on %(n)s points, %(behind)s on %(m)s", **named)
    return ngettext(
        "%(ahead)s is closer to target on %(n)s points, %(behind)s on %(m)s; one is level",
        "%(ahead)s is closer to target on %(n)s points, %(behind)s on %(m)s; %(num)s are level",
        count.level,
        **named,
    )


def bridge_title(pair: Pair, score: str) -> str:
    """The finding over the waterfall; it names the score."""
    name = words.score_name(score)
    if pair.gap <= 0:
        return _("%(name)s: no gap on the shared points", name=name)
    best = parts(pair)[0]
    return _(
        "Why %(ahead)s is ahead: %(gap)s points, %(part)s from %(theme)s",
        ahead=pair.ahead.name,
        # Printed hundredths: half a tenth goes up although its float lies just below.
        gap=score_text(pair.gap + 1e-9, least=1),
        part=score_text(best.size + 1e-9, least=1),
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


def many_title(rows: Sequence[SharedRow]) -> str:
    """The finding over the dots of several cities."""
    wide = sum(row.spread >= FAR_SPREAD for row in rows)
    return _(
        "On %(n)s of %(all)s points they lie a third of the way to target apart or more",
        n=wide,
        all=len(rows),
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


def extremes(pair: Pair) -> list[str]:
    """Where each of two cities leads most."""
    first, last = pair.points[0], pair.points[-1]
    leads = [(pair.ahead, first)] if first.gap >= LEVEL else []
    leads += [(pair.behind, last)] if last.gap <= -LEVEL else []
    return [
        _(
            "%(city)s leads most on %(point)s, by %(n)s.",
            city=city.name,
            point=point.first.name,
            n=number(abs(point.gap), 1),
        )
        for city, point in leads
    ]


def left_out(shown: int, n: int) -> str:
    """How many points a chart leaves to its table."""
    if shown == n:
        return ""
    return _(
        "The chart shows the %(shown)s widest of %(n)s gaps; the table has them all.",
        shown=shown,
        n=n,
    )


def nothing_added(points: Sequence[str]) -> str:
    """The points that a waterfall has no bar for."""
    if not points:
        return ""
    if len(points) > MOST_NAMED:
        return _("%(n)s points make no difference to the score gap.", n=len(points))
    return ngettext(
        "%(points)s makes no difference to the score gap.",
        "%(points)s make no difference to the score gap.",
        len(points),
        points=words.listing(list(points)),
    )


def some(names: Sequence[str]) -> str:
    """The first few names, and how many more."""
    if len(names) <= MOST_NAMED:
        return words.listing(list(names))
    more = _("%(n)s more", n=len(names) - MOST_NAMED)
    return words.listing([*names[:MOST_NAMED], more])


def widest_category(profiles: Sequence[Sequence[Axis]]) -> str:
    """The finding over a profile: the category where the scored cities lie furthest apart."""
    scores: dict[str, list[float]] = defaultdict(list)
    for axes in profiles:
        for axis in axes:
            if axis.score is not None:
                scores[axis.name].append(axis.score)
    spread = {name: max(own) - min(own) for name, own in scores.items() if len(own) > 1}
    if not spread:
        return _("No category is scored for more than one of them")
    widest = max(spread, key=spread.__getitem__)
    if spread[widest] < LEVEL_SCORE:
        return _("Level in every category scored for more than one")
    return _(
        "Furthest apart in %(category)s: %(n)s points",
        category=widest,
        n=number(spread[widest], 0),
    )


def without_radar(cities: Sequence[str]) -> str:
    """Which cities have no radar, and why; empty where all have one."""
    if not cities:
        return ""
    return _(
        "No radar for %(cities)s: fewer than three scored categories.",
        cities=words.listing(list(cities)),
    )
