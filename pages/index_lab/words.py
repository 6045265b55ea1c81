"""What an index says: the finding, the tiers with their reasons, what one change does."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.draws import TARGET_SPREAD
from analysis.one_at_a_time import Change
from analysis.ranks import DRAWS
from components.charts.ranks.ranks import interval
from components.words.i18n import _, ngettext, number
from pages.index_lab.reading import Study

_SPREAD = round(100 * TARGET_SPREAD)
NAMED = 6
"""Cities named in one sentence; of more, the first ones and a count."""


def finding(study: Study) -> str:
    """The page in one sentence; never a rank without how sure it is."""
    block, n = study.block.name, len(study.ranking.ids)
    if not study.block.rows:
        return _("No data point of %(block)s has a target, so there is no index", block=block)
    if n == 0:
        return _("No city holds enough of %(block)s for an index", block=block)
    if not study.has_ranks:
        return ngettext(
            "One city holds enough of %(block)s: a score, no rank",
            "%(num)s cities hold enough of %(block)s: scores, no ranks",
            n,
            block=block,
        )
    first = tier_names(study)[0]
    n_tiers = int(study.ranking.tier.max())
    if n_tiers == 1:
        return _(
            "%(block)s: no city can be ranked apart, all %(n)s intervals overlap", block=block, n=n
        )
    if len(first) == 1:
        return ngettext(
            "%(block)s: %(city)s stands alone in tier 1, the rest share one tier",
            "%(block)s: %(city)s stands alone in tier 1, the rest share %(num)s tiers",
            n_tiers - 1,
            block=block,
            city=first[0],
        )
    return _(
        "%(block)s: %(k)s of %(n)s cities share tier 1; no order among them is certain",
        block=block,
        k=len(first),
        n=n,
    )


def tier_count(study: Study) -> str:
    """How many tiers the draws leave."""
    return ngettext(
        "One tier among %(n)s cities: every interval meets the first",
        "%(num)s tiers among %(n)s cities: within one, the order is open",
        int(study.ranking.tier.max()),
        n=len(study.ranking.ids),
    )


def how_sure(study: Study) -> str:
    """How often the likeliest cities come first."""
    found = study.ranking
    often = [(found.share[i, 0], -int(found.rank[i]), int(i)) for i in range(len(found.ids))]
    best = [entry for entry in sorted(often, reverse=True)[:3] if entry[0] >= 0.005]
    shares = ", ".join(
        _("%(city)s in %(share)s %%", city=name(study, i), share=number(100 * share, 0))
        for share, _rank, i in best
    )
    return _(
        "First in %(draws)s draws of weights, targets, means and missing values: %(shares)s.",
        draws=number(DRAWS, 0),
        shares=shares,
    )


def name(study: Study, i: int) -> str:
    """Name of a ranked city."""
    return study.cities[study.ranking.ids[i]].name


def tier_names(study: Study) -> list[list[str]]:
    """Names of the cities of each tier, in the order of the page."""
    found = study.ranking
    return [
        [name(study, int(i)) for i in found.order if found.tier[i] == tier]
        for tier in range(1, int(found.tier.max(initial=0)) + 1)
    ]


class Tier(NamedTuple):
    """A tier: its number, who is in it, why it ends."""

    number: int
    cities: str
    reason: str


def tiers(study: Study) -> list[Tier]:
    """Each tier with its reason in words."""
    found = study.ranking
    order = [int(i) for i in found.order]
    said = []
    names = tier_names(study)
    for tier, members in enumerate(names, start=1):
        first = next(i for i in order if found.tier[i] == tier)
        ends = _(
            "%(city)s’s interval ends at rank %(rank)s",
            city=name(study, first),
            rank=number(float(found.high[first])),
        )
        after = next((i for i in order if found.tier[i] == tier + 1), None)
        if after is not None:
            reason = _(
                "%(ends)s, %(next)s’s begins at %(rank)s.",
                ends=ends,
                next=name(study, after),
                rank=number(float(found.low[after])),
            )
        elif len(members) == 1:
            reason = _("%(ends)s, and nobody stands behind it.", ends=ends)
        else:
            reason = _("%(ends)s, and nobody’s begins after it.", ends=ends)
        said.append(Tier(tier, listed(members), reason))
    return said


def listed(names: list[str]) -> str:
    """Names in a row; of many the first ones and how many more."""
    shown = ", ".join(names[:NAMED])
    rest = len(names) - NAMED
    return f"{shown}{_(' and %(n)s more', n=rest) if rest > 0 else ''}"


def change_name(change: Change, study: Study) -> str:
    """A change as a row's heading."""
    group = study.block.groups[change.to].name if isinstance(change.to, int) else ""
    return {
        ("mean", "geometric"): _("Geometric mean"),
        ("mean", "arithmetic"): _("Arithmetic mean"),
        ("scale", "percentile"): _("Percentile instead of progress score"),
        ("scale", "progress"): _("Progress score instead of percentile"),
        ("weighting", "points"): _("U4SSC points score"),
        ("weighting", "kpi"): _("Equal by KPI"),
        ("weighting", "category"): _("Equal by category"),
        ("weighting", "dimension"): _("Equal by dimension"),
        ("stricter", None): _("Judged targets %(by)s %% stricter", by=_SPREAD),
        ("looser", None): _("Judged targets %(by)s %% looser", by=_SPREAD),
        ("doubled", change.to): _("Twice the weight: %(group)s", group=group),
        ("left_out", change.to): _("Without %(group)s", group=group),
    }[change.what, change.to]


def as_chosen(study: Study) -> str:
    """The reader's choice in a few words."""
    choice = study.choice
    means = {"arithmetic": _("arithmetic mean"), "geometric": _("geometric mean")}
    scores = {"progress": _("progress score"), "percentile": _("percentile")}
    weightings = {
        "points": _("U4SSC points score"),
        "kpi": _("equal by KPI"),
        "category": _("equal by category"),
        "dimension": _("equal by dimension"),
    }
    parts = [means[choice.mean]]
    if choice.weighting != "points" or choice.scale == "percentile":
        parts.append(scores[choice.scale])
    parts.append(_("own weights") if choice.weights else weightings[choice.weighting])
    return ", ".join(parts)


def moves(change: Change, study: Study, most: int = 3) -> tuple[int, str]:
    """How many cities a change moves, and the largest moves in words."""
    before, after = study.ranking.rank, change.rank
    by = np.abs(after - before)
    moved = [int(i) for i in np.lexsort((before, -by)) if by[i]]
    words = ", ".join(
        _(
            "%(city)s %(a)s → %(b)s",
            city=name(study, i),
            a=int(before[i]),
            b=int(after[i]),
        )
        for i in moved[:most]
    )
    return len(moved), words


def summary(study: Study) -> str:
    """The chart in one sentence."""
    found = study.ranking
    return "; ".join(
        _(
            "%(city)s median rank %(median)s, interval %(interval)s, as chosen %(nominal)s",
            city=name(study, int(i)),
            median=number(float(found.median[i])),
            interval=interval(float(found.low[i]), float(found.high[i])),
            nominal=int(found.rank[i]),
        )
        for i in found.order[:10]
    )
