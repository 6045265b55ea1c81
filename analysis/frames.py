"""The science on data frames: for notebooks, on the files that the product hands out.

Rows are units (cities), columns indicators (data points). From two downloads to an index:

>>> values = pd.read_csv("values.csv")                                    # doctest: +SKIP
>>> points = pd.read_csv("catalogue.csv", index_col="point_key")          # doctest: +SKIP
>>> points = points[points["scored"]]                                     # doctest: +SKIP
>>> wide = newest(values).reindex(columns=points.index)                   # doctest: +SKIP
>>> composite(scores(wide, points), groups=points[["kpi_code", "category"]])  # doctest: +SKIP
>>> rank_intervals(wide, points)                                          # doctest: +SKIP

and the same in small:

>>> points = pd.DataFrame(
...     {
...         "direction": ["higher_is_better", "lower_is_better", "higher_is_better"],
...         "target_low": [100.0, 10.0, 50.0],
...         "target_high": [100.0, 10.0, 50.0],
...         "worst": [0.0, 60.0, 0.0],
...         "dimension": ["economy", "environment", "environment"],
...     },
...     index=["internet", "pm10", "trees"],
... )
>>> values = pd.DataFrame(
...     {"internet": [80.0, 60.0], "pm10": [20.0, 35.0], "trees": [25.0, 50.0]},
...     index=["pully", "valencia"],
... )
>>> scores(values, points)
          internet  pm10  trees
pully         80.0  80.0   50.0
valencia      60.0  50.0  100.0
>>> found = composite(scores(values, points), groups=points[["dimension"]])
>>> found[["score", "low", "high", "rank"]]
          score   low  high  rank
pully      72.5  72.5  72.5     1
valencia   67.5  67.5  67.5     2
>>> composite(scores(values, points), weights={"trees": 2})["score"].tolist()
[65.0, 77.5]
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np
import pandas as pd

from analysis.aggregate import passes_gate
from analysis.composite import (
    GEOMETRIC_FLOOR,
    Mean,
    Scale,
    aggregate,
    goodness,
    hierarchy,
    leaf_weights,
    percentiles,
)
from analysis.index import Choice, Points, Table
from analysis.numbers import GATE_MIN_POINTS
from analysis.ranks import DRAWS, SEED, ranking, ranks
from analysis.scoring import progress

_BOUNDS = ["target_low", "target_high", "worst"]


def newest(rows: pd.DataFrame) -> pd.DataFrame:
    """Each city's newest value of each point, cities × points, from the long table of values.

    rows: ``city_id, point_key, year, value`` and whatever else; rows without a value are left out.
    Of two values of one year the later row counts: filter by ``kind`` first, sources are not to be
    mixed.
    """
    held = rows.dropna(subset=["value"]).sort_values("year", kind="stable")
    return held.groupby(["city_id", "point_key"])["value"].last().unstack("point_key")


def scores(values: pd.DataFrame, points: pd.DataFrame, scale: Scale = "progress") -> pd.DataFrame:
    """Scores on 0..100 of the same shape as ``values`` (units × points); NaN where there is none.

    points: a row for each column of ``values``, more do no harm, with ``direction`` (see
    ``scoring.DIRECTIONS``), ``target_low``, ``target_high`` and ``worst`` in the point's unit, as
    the catalogue has them. scale: progress from worst (0) to target (100), or percentile among the
    units.

    Raises:
        KeyError: a column that ``points`` does not know.
        ValueError: an unknown direction.
    """
    known = points.loc[values.columns]
    x = values.to_numpy(dtype=np.float64)
    direction = known["direction"].to_numpy(dtype=np.str_)
    low, high, worst = (known[name].to_numpy(dtype=np.float64) for name in _BOUNDS)
    if scale == "percentile":
        found = percentiles(goodness(x, direction, low, high))
    else:
        found = progress(x, direction, low, high, worst)
    return pd.DataFrame(found, values.index, values.columns)


def composite(
    scores: pd.DataFrame,
    *,
    weights: Mapping[Hashable, float] | None = None,
    groups: pd.DataFrame | None = None,
    mean: Mean = "arithmetic",
    floor: float = GEOMETRIC_FLOOR,
) -> pd.DataFrame:
    """The index of every unit: ``score, low, high, n_held, n_points, passes_gate, rank``.

    scores: units × indicators on 0..100, NaN where not held. weights: by name of an indicator or
    of a group; what is not named weighs 1, only ratios within a level matter. groups: a row for
    each indicator, a column for each level, innermost first. mean and floor: see
    ``composite.aggregate``.

    ``low`` and ``high`` are the score with everything missing at 0, then at 100; what is missing
    otherwise drops out and the rest is weighed anew. Ranked, from 1, are the units that pass the
    gate of METHODS §3 with at least 3 indicators; the rank of others is empty.

    Raises:
        KeyError: an indicator that ``groups`` does not know.
        ValueError: a weight that is negative or of nothing in the index.
    """
    labels = (
        [] if groups is None else [[*column] for _, column in groups.loc[scores.columns].items()]
    )
    parents = hierarchy(*labels)
    level_weights = _by_level([[*scores.columns], *labels], weights or {})
    p = scores.to_numpy(dtype=np.float64)
    held = ~np.isnan(p)
    full = leaf_weights(np.ones(p.shape[1], dtype=bool), parents, level_weights)
    score = aggregate(p, leaf_weights(held, parents, level_weights), mean, floor)
    low, high = (aggregate(np.where(held, p, fill), full, mean, floor) for fill in (0.0, 100.0))
    n_held, n_points = (held & (full > 0)).sum(axis=1), int((full > 0).sum())
    passes = passes_gate(n_held, n_points) & (n_held >= GATE_MIN_POINTS)
    rank = pd.array(ranks(np.where(passes, score, np.nan)), dtype="Int64")
    rank[~passes] = pd.NA
    columns = {
        "score": score, "low": low, "high": high, "n_held": n_held, "n_points": n_points,
        "passes_gate": passes, "rank": rank,
    }  # fmt: skip
    return pd.DataFrame(columns, scores.index)


def rank_intervals(
    values: pd.DataFrame,
    points: pd.DataFrame,
    choice: Choice | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> pd.DataFrame:
    """How sure a rank is: ``score, rank, median, rank_p5, rank_p95, first_share, tier``.

    values: units × points, only points that are scored; points: the catalogue's rows of them, by
    key. choice: mean, weighting and scale of the index; the default is the product's, and its
    ``weights`` stay None. One row for each unit that passes the gate, best median first. What is
    drawn: see ``ranks.ranking``.

    Raises:
        KeyError: a column that ``points`` does not know.
    """
    known = points.loc[values.columns]
    numbers = {
        name: known[name].to_numpy(dtype=np.float64)
        for name in (*_BOUNDS, "plausible_min", "plausible_max")
    }
    own = Points(
        kpi=tuple(known["kpi_code"]),
        category=tuple(known["category"]),
        dimension=tuple(known["dimension"]),
        group=np.zeros(len(known), dtype=np.int64),
        direction=known["direction"].to_numpy(dtype=np.str_),
        unit=known["unit"].to_numpy(dtype=np.str_),
        judged=(known["target_confidence"] == "judgement").to_numpy(dtype=np.bool_),
        **numbers,
    )
    x = values.to_numpy(dtype=np.float64)
    table = Table(tuple(map(str, values.index)), x, np.ones(x.shape, dtype=np.bool_), own)
    found = ranking(table, choice or Choice(), draws, seed)
    columns = {
        "score": found.nominal.score, "rank": found.rank, "median": found.median,
        "rank_p5": found.low, "rank_p95": found.high, "first_share": found.share[:, :1].sum(axis=1),
        "tier": found.tier,
    }  # fmt: skip
    index = pd.Index(found.ids, name=values.index.name)
    return pd.DataFrame(columns, index).iloc[found.order]


def _by_level(
    labels: list[list[Hashable]], weights: Mapping[Hashable, float]
) -> list[np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """One array a level, leaves first, in the order in which ``hierarchy`` numbers its nodes."""
    unknown = weights.keys() - {label for level in labels for label in level}
    wrong = unknown | {label for label, weight in weights.items() if not weight >= 0}
    if wrong:
        raise ValueError(f"weights of {sorted(map(str, wrong))}: unknown, or not 0 and above")
    nodes = (dict.fromkeys(zip(*labels[i:], strict=True)) for i in range(len(labels)))
    return [np.array([weights.get(node[0], 1.0) for node in level]) for level in nodes]
