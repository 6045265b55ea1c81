"""One change at a time: what each single choice of an index does to its nominal ranks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.composite import Mean, Scale
from analysis.draws import TARGET_SPREAD, Ints
from analysis.index import Choice, Table, Weighting, full_weights, may_take_percentiles, nominal
from analysis.ranks import ranks


class Change(NamedTuple):
    """The nominal ranks (R,) after one change to the choice.

    what: mean | scale | weighting | stricter | looser | doubled | left_out; to: the new word or the
    number of the group whose weight changes.
    """

    what: str
    to: str | int | None
    rank: Ints


def one_at_a_time(table: Table, choice: Choice) -> list[Change]:
    """What each single change does to the nominal ranks; ``table``: the ranked cities only."""
    scales: tuple[Scale, ...] = ("progress", "percentile")
    weightings: tuple[Weighting, ...] = ("points", "kpi", "category", "dimension")
    means: tuple[Mean, ...] = ("arithmetic", "geometric")
    alternatives: list[tuple[str, str | int, Choice]] = [
        ("mean", mean, choice._replace(mean=mean)) for mean in means if mean != choice.mean
    ]
    if may_take_percentiles(len(table.ids)):
        alternatives += [
            ("scale", scale, choice._replace(scale=scale))
            for scale in scales
            if scale != choice.scale
        ]
    seen = [full_weights(table.points, choice)]
    for weighting in weightings:
        other = choice._replace(weighting=weighting)
        weights = full_weights(table.points, other)
        # The points score changes the score too, so it differs even where the weights do not.
        same = any(np.allclose(weights, known) for known in seen)
        if weighting != choice.weighting and (weighting == "points" or not same):
            alternatives.append(("weighting", weighting, other))
            seen.append(weights)
    changes = [
        Change(what, to, ranks(nominal(table, other).score)) for what, to, other in alternatives
    ]
    changes += [
        Change(what, None, ranks(nominal(table, choice, by).score))
        for what, by in (("stricter", TARGET_SPREAD), ("looser", -TARGET_SPREAD))
    ]
    groups = np.unique(table.points.group)
    own = choice.weights or (1.0,) * (int(groups.max(initial=-1)) + 1)
    if groups.size > 1:
        for factor, what in ((2.0, "doubled"), (0.0, "left_out")):
            for group in groups[np.asarray(own)[groups] > 0]:
                moved = tuple(w * factor if i == group else w for i, w in enumerate(own))
                if any(moved):
                    other = choice._replace(weights=moved)
                    changes.append(Change(what, int(group), ranks(nominal(table, other).score)))
    return changes
