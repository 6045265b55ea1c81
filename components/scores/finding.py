"""The generated sentences of a scorecard: what holds, what comes next, what is held.

Only aggregates that pass the coverage gate and rest on at least three points may speak
(METHODS §3); a weak point is worded as the next step, never as a failure (VISUAL).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.scoring import Score
from components.words import catalogue as words
from components.words.i18n import _, ngettext
from components.words.values import score_text, value_text
from data.rows import PointRow, RollupRow

MOST_NAMED = 3
SPEAKING_POINTS = 3


class Finding(NamedTuple):
    """headline: the largest text of the page. held: what is held, in bold. rest: what follows."""

    headline: str
    held: str
    rest: str


def score_of(row: RollupRow, score: Score) -> float:
    """The page's one score of an aggregate that has one."""
    return row.by(score).value or 0.0


def band_of(row: RollupRow, score: Score) -> int:
    """Band of the page's one score, 0 where there is none."""
    return row.by(score).band or 0


def speaking(rollups: Sequence[RollupRow], level: str) -> list[RollupRow]:
    """Aggregates of a level that may stand in a sentence."""
    return [
        r for r in rollups if r.level == level and r.passes_gate and r.n_scored >= SPEAKING_POINTS
    ]


def headline(
    city: str, rollups: Sequence[RollupRow], points: Sequence[PointRow], score: Score
) -> str:
    """One sentence or two: where the city is closest to target and what comes next."""
    categories = sorted(speaking(rollups, "category"), key=lambda r: -score_of(r, score))
    dimensions = sorted(speaking(rollups, "dimension"), key=lambda r: -score_of(r, score))
    weak = [r for r in reversed(categories) if band_of(r, score) <= 2][:MOST_NAMED]
    if dimensions:
        best = dimensions[0]
        first = {
            4: _("%(city)s is at target in %(where)s.", city=city, where=best.name),
            3: _("%(city)s is well on its way in %(where)s.", city=city, where=best.name),
            2: _("%(city)s has come furthest in %(where)s.", city=city, where=best.name),
        }.get(
            band_of(best, score),
            _("%(city)s is setting out in %(where)s.", city=city, where=best.name),
        )
        return first + _next(weak[:2])
    strong = [r for r in categories if band_of(r, score) >= 3][:MOST_NAMED]
    if strong:
        where = words.listing(_shorts(strong))
        return _("%(city)s is closest to target in %(where)s.", city=city, where=where) + _next(
            weak
        )
    if categories:
        where = words.listing(_shorts(categories[:MOST_NAMED]))
        return _("%(city)s has most to gain in %(where)s.", city=city, where=where)
    return _from_points(city, points)


def _shorts(rows: Sequence[RollupRow]) -> list[str]:
    """The words a sentence uses; a word two dimensions share (water, waste) is said once."""
    return list(dict.fromkeys(_(r.short_name) for r in rows))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _next(weak: Sequence[RollupRow]) -> str:
    if not weak:
        return ""
    names = _capital(words.listing(_shorts(weak)))
    return " " + ngettext(
        "%(names)s comes next.", "%(names)s come next.", len(_shorts(weak)), names=names
    )


def _from_points(city: str, points: Sequence[PointRow]) -> str:
    scored = [p for p in points if p.band]
    if not scored:
        return _("No scored value of %(city)s is available here yet.", city=city)
    if len(scored) == 1:
        only = scored[0]
        return _(
            "One scored value of %(city)s is available here: %(name)s, %(value)s.",
            city=city,
            name=only.name,
            value=value_text(only.value or 0.0, only.unit),
        )
    top = sum(p.band == 4 for p in scored)
    if top:
        return _(
            "%(city)s is at target in %(top)s of the %(n)s points available here.",
            city=city,
            top=top,
            n=len(scored),
        )
    return _(
        "%(city)s has %(n)s scored points available here; none is at target yet.",
        city=city,
        n=len(scored),
    )


def finding(
    city: str,
    rollups: Sequence[RollupRow],
    points: Sequence[PointRow],
    score: Score,
    extent: str,
    as_of: int,
) -> Finding:
    """Headline and the line under it."""
    scoreable = sum(p.scored and p.status != "not_applicable" for p in points)
    scored = sum(p.progress is not None for p in points)
    solid = sum(r.level == "category" and r.passes_gate for r in rollups)
    of_categories = sum(r.level == "category" and r.n_scoreable > 0 for r in rollups)
    if extent == "complete":
        held = _("%(n)s of %(m)s scoreable points are reported", n=scored, m=scoreable)
        rest = _(
            "in the %(year)s round; %(solid)s of %(all)s categories can be scored.",
            year=as_of,
            solid=solid,
            all=of_categories,
        )
    else:
        held = _("Available here: %(n)s of %(m)s scoreable points", n=scored, m=scoreable)
        rest = ngettext(
            "from %(year)s; one of %(all)s categories can be scored. The city’s report has "
            "more: what is not available here says nothing about the city.",
            "from %(year)s; %(num)s of %(all)s categories can be scored. The city’s report has "
            "more: what is not available here says nothing about the city.",
            solid,
            year=as_of,
            all=of_categories,
        )
    return Finding(headline(city, rollups, points, score), held, rest)


def dimension_title(dimension: RollupRow, rollups: Sequence[RollupRow], score: Score) -> str:
    """The finding over a dimension's radar."""
    own = sorted(
        (r for r in speaking(rollups, "category") if r.dimension == dimension.key),
        key=lambda r: score_of(r, score),
    )
    weak = [r for r in own if band_of(r, score) <= 2][:2]
    if dimension.passes_gate and weak:
        names = _capital(words.listing(_shorts(weak)))
        return ngettext(
            "%(names)s comes next", "%(names)s come next", len(_shorts(weak)), names=names
        )
    if dimension.passes_gate and own:
        return _("Every category is well on its way or at target")
    if own:
        best = list(reversed(own))[:3]
        return _capital(
            ", ".join(
                f"{_(r.short_name)} {score_text(score_of(r, score), band_of(r, score))}"
                for r in best
            )
        )
    return _("No category has enough points to be scored")


def wheel_title(points: Sequence[PointRow]) -> str:
    """The finding over the wheel."""
    scored = [p for p in points if p.band]
    top, low = sum(p.band == 4 for p in scored), sum(p.band == 1 for p in scored)
    if not scored:
        return _("The wheel of 112 points is still empty")
    reached = _("%(top)s of %(n)s points are at target", top=top, n=len(scored))
    if not low:
        return reached + _(", none is under 33 % of the way")
    return reached + ngettext(
        ", one is under 33 %% of the way", ", %(num)s are under 33 %% of the way", low
    )
