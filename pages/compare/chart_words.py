"""What the charts of a comparison say: titles, summaries, and what is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from components.charts.dumbbell.dumbbell import LEVEL
from components.charts.radar.categories import Axis
from components.words import catalogue as words
from components.words.i18n import _, ngettext, number
from components.words.values import score_text
from pages.compare.shared import Pair, SharedRow
from pages.compare.words import lead, parts

FAR_SPREAD = 33.0
"""Points of progress, the width of the lowest band, from which on cities lie far apart."""

LEVEL_SCORE = 0.5
"""Difference of category scores that prints as none."""

MOST_NAMED = 3
"""Points named in a sentence; of more, only their number."""


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


def many_title(rows: Sequence[SharedRow]) -> str:
    """The finding over the dots of several cities."""
    wide = sum(row.spread >= FAR_SPREAD for row in rows)
    return _(
        "On %(n)s of %(all)s points they lie a third of the way to target apart or more",
        n=wide,
        all=len(rows),
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
