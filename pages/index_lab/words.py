"""What an index says: the finding, the tiers with their reasons, what one change does."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.draws import TARGET_SPREAD, WEIGHT_SPREAD
from analysis.one_at_a_time import Change
from analysis.ranks import DRAWS, SEED
from components.charts.ranks.ranks import interval
from components.words.i18n import _, ngettext, number
from pages.index_lab.reading import IndexReading

NAMED = 6
"""Cities named in one sentence; of more, the first ones and a count."""

ADVISED = 40
"""OECD/JRC: an index of more indicators than 30 to 40 says little about any of them."""

_SPREAD = round(100 * TARGET_SPREAD)


def finding(reading: IndexReading) -> str:
    """The page in one sentence; never a rank without how sure it is."""
    block, n = reading.block.name, len(reading.ids)
    if not reading.block.rows:
        return _("No data point of %(block)s has a target, so there is no index", block=block)
    if n == 0:
        return _("No city has enough data on %(block)s for an index", block=block)
    if not reading.has_ranks:
        return ngettext(
            "One city has enough data on %(block)s: a score, but no rank",
            "%(num)s cities have enough data on %(block)s: scores, but no ranks",
            n,
            block=block,
        )
    first, n_tiers = tier_names(reading)[0], int(reading.ranking.tier.max())
    if n_tiers == 1:
        return _(
            "%(block)s: the data cannot tell the %(n)s cities apart, so there is one tier",
            block=block,
            n=n,
        )
    if len(first) == 1:
        return ngettext(
            "%(block)s: %(city)s stands alone in tier 1; the others share one tier",
            "%(block)s: %(city)s stands alone in tier 1; the others fall into %(num)s tiers",
            n_tiers - 1,
            block=block,
            city=first[0],
        )
    return _(
        "%(block)s: %(k)s of %(n)s cities share tier 1, in no certain order",
        block=block,
        k=len(first),
        n=n,
    )


def subtitle(reading: IndexReading) -> str:
    """What the finding means, or what is needed for one."""
    n = len(reading.block.rows)
    if not n:
        return _("Choose other data points: without a target a value has no score.")
    if not reading.ids:
        return _("A city needs values for 65 %% of the %(n)s points, and for at least three.", n=n)
    if not reading.has_ranks:
        return _("Ranks need at least five cities.")
    if n > ADVISED:
        return _(
            "Cities in one tier cannot be told apart. An index of %(n)s points hides more than it "
            "says: OECD and JRC advise 30 to 40.",
            n=n,
        )
    return _("Cities in one tier cannot be told apart: their order depends on how you weigh.")


def tier_count(reading: IndexReading) -> str:
    """How many tiers the draws leave."""
    return ngettext(
        "One tier of %(n)s cities: every rank interval meets the first",
        "%(num)s tiers of %(n)s cities: within a tier the order is open",
        int(reading.ranking.tier.max()),
        n=len(reading.ids),
    )


def how_sure(reading: IndexReading) -> str:
    """How often the likeliest cities come first."""
    found = reading.ranking
    often = [(found.share[i, 0], -int(found.rank[i]), int(i)) for i in range(len(found.ids))]
    best = [entry for entry in sorted(often, reverse=True)[:3] if entry[0] >= 0.005]
    shares = ", ".join(
        _("%(city)s in %(share)s %%", city=reading.names[i], share=number(100 * share, 0))
        for share, _rank, i in best
    )
    return _(
        "First in %(draws)s random draws of weights, targets, means and missing values: %(shares)s.",
        draws=number(DRAWS, 0),
        shares=shares,
    )


def tier_names(reading: IndexReading) -> list[list[str]]:
    """Names of the cities of each tier, in the order of the page."""
    found = reading.ranking
    return [
        [reading.names[i] for i in reading.order if found.tier[i] == tier]
        for tier in range(1, int(found.tier.max(initial=0)) + 1)
    ]


class Tier(NamedTuple):
    """A tier: its number, who is in it, why it ends."""

    number: int
    cities: str
    reason: str


def tiers(reading: IndexReading) -> list[Tier]:
    """Each tier with its reason in words."""
    found, order = reading.ranking, reading.order
    starts = [next(i for i in order if found.tier[i] == t) for t in range(1, found.tier.max() + 1)]
    said = []
    for tier, (first, members) in enumerate(zip(starts, tier_names(reading), strict=True), start=1):
        city, ends = reading.names[first], number(float(found.high[first]))
        if tier < len(starts):
            after = starts[tier]
            reason = _(
                "%(city)s’s interval ends at rank %(rank)s; %(next)s’s begins at rank %(start)s.",
                city=city,
                rank=ends,
                next=reading.names[after],
                start=number(float(found.low[after])),
            )
        elif len(members) == 1:
            reason = _("%(city)s’s interval ends at rank %(rank)s, the last.", city=city, rank=ends)
        else:
            reason = _(
                "%(city)s’s interval ends at rank %(rank)s; all the others begin before that.",
                city=city,
                rank=ends,
            )
        said.append(Tier(tier, listed(members), reason))
    return said


def listed(names: list[str]) -> str:
    """Names in a row; of many the first ones and how many more."""
    shown, rest = ", ".join(names[:NAMED]), len(names) - NAMED
    return _("%(names)s and %(n)s more", names=shown, n=rest) if rest > 0 else shown


def change_name(change: Change, reading: IndexReading) -> str:
    """A change as a row's heading."""
    group = reading.block.groups[change.to].name if isinstance(change.to, int) else ""
    return {
        ("mean", "geometric"): _("Geometric mean"),
        ("mean", "arithmetic"): _("Arithmetic mean"),
        ("scale", "percentile"): _("Percentile instead of progress score"),
        ("scale", "progress"): _("Progress score instead of percentile"),
        ("weighting", "points"): _("U4SSC points score"),
        ("weighting", "kpi"): _("Equal weight for each KPI"),
        ("weighting", "category"): _("Equal weight for each category"),
        ("weighting", "dimension"): _("Equal weight for each dimension"),
        ("stricter", None): _("Judged targets %(by)s %% stricter", by=_SPREAD),
        ("looser", None): _("Judged targets %(by)s %% looser", by=_SPREAD),
        ("doubled", change.to): _("Twice the weight: %(group)s", group=group),
        ("left_out", change.to): _("Without %(group)s", group=group),
    }[change.what, change.to]


def as_chosen(reading: IndexReading) -> str:
    """The reader's choice in a few words."""
    choice = reading.choice
    means = {"arithmetic": _("arithmetic mean"), "geometric": _("geometric mean")}
    scores = {"progress": _("progress score"), "percentile": _("percentile")}
    weightings = {
        "points": _("U4SSC points score"),
        "kpi": _("equal weight for each KPI"),
        "category": _("equal weight for each category"),
        "dimension": _("equal weight for each dimension"),
    }
    parts = [means[choice.mean]]
    if choice.weighting != "points" or choice.scale == "percentile":
        parts.append(scores[choice.scale])
    parts.append(_("own weights") if choice.weights else weightings[choice.weighting])
    return ", ".join(parts)


def moves(change: Change, reading: IndexReading, most: int = 3) -> tuple[int, str]:
    """How many cities a change moves, and the largest moves in words."""
    before, after = reading.standing.rank, change.rank
    by = np.abs(after - before)
    moved = [int(i) for i in np.lexsort((before, -by)) if by[i]]
    said = ", ".join(
        _("%(city)s %(a)s → %(b)s", city=reading.names[i], a=int(before[i]), b=int(after[i]))
        for i in moved[:most]
    )
    return len(moved), said


def summary(reading: IndexReading) -> str:
    """The chart in one sentence."""
    found = reading.ranking
    return "; ".join(
        _(
            "%(city)s median rank %(median)s, interval %(interval)s, as chosen %(nominal)s",
            city=reading.names[i],
            median=number(float(found.median[i])),
            interval=interval(float(found.low[i]), float(found.high[i])),
            nominal=int(found.rank[i]),
        )
        for i in reading.order[:10]
    )


def source_line(reading: IndexReading) -> str:
    """Where the numbers come from and what was drawn."""
    years = sorted({reading.cities[city].as_of for city in reading.ids})
    said = [_("Synthetic data, fictional cities.")] if reading.example else []
    if years:
        span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        said.append(
            _("Submissions %(years)s.", years=span)
            if reading.example
            else _("U4SSC publications %(years)s.", years=span)
        )
    if reading.has_ranks:
        said.append(
            _(
                "%(n)s draws, seed %(seed)s: weights ±%(w)s %%, arithmetic or geometric mean, "
                "progress score or percentile (from 8 cities), %(judged)s judged targets "
                "±%(t)s %%, missing values taken from other cities.",
                n=number(DRAWS, 0),
                seed=SEED,
                w=round(100 * WEIGHT_SPREAD),
                t=_SPREAD,
                judged=int(reading.table.points.judged.sum()),
            )
        )
    return " ".join([*said, _("Data version %(version)s.", version=reading.build.version)])
