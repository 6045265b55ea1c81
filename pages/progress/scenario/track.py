"""The small model that moves with a slider: scores as straight lines between knots, and weights.

``assets/js/scenario.js`` adds up what stands here while a goal is dragged; the server plays the
same address with ``analysis.scenario``, and tests hold the two equal.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from analysis.composite import hierarchy, leaf_weights
from analysis.scenario_goals import ScenarioPoint
from analysis.scoring import BAND_EDGES, Score
from analysis.trend_methods import GOAL_YEAR
from data.store import Snapshot
from pages.progress.scenario.reading import SCOPE, Facts, line_groups, lines

_STEPS = 200
"""About so many steps of a slider from end to end, of 1, 2 or 5 in the last digit."""

_BAND_SCORE = 25.0

Knot = tuple[float, float]


class Track(NamedTuple):
    """A slider's ends and step in the point's unit; ``mirrored``: its better end is the low one.

    bands: pieces from end to end as (share of the way from, to, band), in the order they are drawn.
    """

    low: float
    high: float
    step: float
    mirrored: bool
    bands: tuple[tuple[float, float, int], ...]

    def share(self, value: float) -> float:
        """Place of a value on the track, 0..1, from the worse end of a one-sided point."""
        span = self.high - self.low
        at = min(1.0, max(0.0, (value - self.low) / span if span else 0.5))
        return 1.0 - at if self.mirrored else at


def knots(point: ScenarioPoint) -> list[Knot]:
    """Progress scores (METHODS §1) as corners (value, score), values ascending; empty unscored."""
    low, high, worst = point.target_low, point.target_high, point.worst
    if not point.scored or low is None or high is None or worst is None:
        return []
    if point.direction == "target_range":
        span = low - worst if worst < low else worst - high
        found = [(low - span, 0.0), (low, 100.0), (high, 100.0), (high + span, 0.0)]
    else:
        target = high if point.direction == "lower_is_better" else low
        found = [(worst, 0.0), (target, 100.0)]
    return sorted(found)


def score_at(corners: Sequence[Knot], value: float) -> float:
    """Progress score of a value on the corners, rounded as ``scoring.progress`` does."""
    if value <= corners[0][0]:
        return corners[0][1]
    for (x0, p0), (x1, p1) in pairwise(corners):
        if value < x1:
            return round(p0 + (p1 - p0) * (value - x0) / (x1 - x0), 9)
    return corners[-1][1]


def track(point: ScenarioPoint, goals: Iterable[float]) -> Track | None:
    """The slider of a point: from its worst to its line, with today's value and the goals given.

    None without a target, for yes/no points and where nothing lies between the ends.
    """
    corners = knots(point)
    if not corners or point.yes_no or point.value is None:
        return None
    ends = [x for x, _p in corners] + [point.value, *goals]
    least = -math.inf if point.plausible_min is None else point.plausible_min
    most = math.inf if point.plausible_max is None else point.plausible_max
    low, high = max(min(ends), least), min(max(ends), most)
    if high <= low:
        return None
    step = _step((high - low) / _STEPS)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    low, high = (float(f"{max(low, least):.12g}"), float(f"{min(high, most):.12g}"))
    found = Track(low, high, step, point.direction == "lower_is_better", ())
    return found._replace(bands=_bands(found, corners))


def model(facts: Facts, store: Snapshot, score: Score) -> dict[str, Any]:
    """What scenario.js needs: points, the sums they stand in, lines by group, presets, limits."""
    groups = line_groups(store, facts.scope)
    started = facts.started
    weights = _weights(facts.points, score)
    return {
        "year": GOAL_YEAR,
        "edges": list(BAND_EDGES),
        "score": score,
        "points": {
            p.key: {
                "value": p.value,
                "year": p.year,
                "direction": p.direction,
                "target": [p.target_low, p.target_high],
                "bounds": [p.plausible_min, p.plausible_max],
                "yesNo": p.yes_no,
                "knots": knots(p),
                "pace": p.pace,
                "in": weights.get(p.key, {}),
                "lines": [name for name, keys in groups.items() if p.key in keys],
            }
            for p in started
        },
        "scores": {
            s.key: s.points if score == "points" else s.continuous for s in facts.scenario.scores
        },
        "met": {found.key: found.before.met for found in facts.scenario.lines},
        "near": lines(facts.scenario, SCOPE).before.near,
        "presets": {p.key: p.goals for p, _played in facts.presets},
    }


def _weights(points: Sequence[ScenarioPoint], score: Score) -> Mapping[str, dict[str, float]]:
    """What a point of the scorecard weighs in its category, its dimension and the whole.

    The points score counts every point once; the continuous one takes means level by level.
    """
    held = [p for p in points if p.in_score and p.progress is not None and p.applicable]
    found: dict[str, dict[str, float]] = {p.key: {} for p in held}
    labels = ("kpi_code", "category", "dimension")
    for depth, level in enumerate(("category", "dimension", "overall"), 1):
        wholes: dict[str, list[ScenarioPoint]] = {}
        for p in held:
            wholes.setdefault("overall" if level == "overall" else getattr(p, level), []).append(p)
        for key, own in wholes.items():
            parents = (
                hierarchy(*([getattr(p, name) for p in own] for name in labels[:depth]))
                if score == "continuous"
                else ()
            )
            shares = leaf_weights(np.ones(len(own), dtype=bool), parents).tolist()
            for p, share in zip(own, shares, strict=True):
                found[p.key][key] = share
    return found


def _bands(found: Track, corners: Sequence[Knot]) -> tuple[tuple[float, float, int], ...]:
    cuts = {found.low, found.high, *(x for x, _p in corners)}
    for (x0, p0), (x1, p1) in pairwise(corners):
        if p0 != p1:
            cuts |= {x0 + (edge - p0) / (p1 - p0) * (x1 - x0) for edge in BAND_EDGES}
    inside = sorted(x for x in cuts if found.low <= x <= found.high)
    pieces: list[tuple[float, float, int]] = []
    for a, b in pairwise(inside):
        band = 1 + sum(score_at(corners, (a + b) / 2) >= edge for edge in BAND_EDGES)
        start, stop = sorted((found.share(a), found.share(b)))
        pieces.append((start, stop, band))
    pieces.sort()
    merged: list[tuple[float, float, int]] = []
    for start, stop, band in pieces:
        if merged and merged[-1][2] == band:
            merged[-1] = (merged[-1][0], stop, band)
        else:
            merged.append((start, stop, band))
    return tuple(merged)


def _step(size: float) -> float:
    """The largest of 1, 2 and 5 in some decimal place that is not above ``size``."""
    place = math.floor(math.log10(size))
    digit = max(d for d in (1, 2, 5) if d <= size / 10.0**place + 1e-9)
    return float(f"{digit}e{place}")
