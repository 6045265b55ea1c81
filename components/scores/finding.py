"""The generated sentences of a scorecard: what holds, what comes next, what is held.

Only aggregates that pass the coverage gate and rest on at least three points may speak
(METHODS §3); a weak point is worded as the next step, never as a failure (VISUAL).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.scoring import Score
from analysis.steps import furthest
from components.words import catalogue as words
from components.words.i18n import _, ngettext
from components.words.reached import reached, share_of_points
from components.words.values import score_text, value_text
from data.rows import PointRow, RollupRow

MOST_NAMED = 3
FEW_KNOWN = 4
"""Categories known up to which a headline says how few they are."""
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
            4: _("%(city)s is at or close to target in %(where)s.", city=city, where=best.name),
            3: _("%(city)s is well on its way in %(where)s.", city=city, where=best.name),
            2: _("%(city)s has come furthest in %(where)s.", city=city, where=best.name),
        }.get(
            band_of(best, score),
            _("%(city)s is setting out in %(where)s.", city=city, where=best.name),
        )
        return first + _next(weak[:2])
    if categories:
        return _from_categories(city, categories, points, score)
    return _from_points(city, points)


def _from_categories(
    city: str, categories: Sequence[RollupRow], points: Sequence[PointRow], score: Score
) -> str:
    """Where a city without a dimension's score stands; ``categories`` known, the best first.

    What is praised is far from all there is, and holds none of the points furthest from target.
    """
    far = {p.category for p in furthest(points)}
    good = [r for r in categories if band_of(r, score) >= 3 and r.key not in far]
    rest = [r for r in reversed(categories) if r not in good]
    known = len(_shorts(categories))
    best = good[: max(1, min(MOST_NAMED, known // 2))]
    if not best:
        where = words.listing(_shorts(rest[:MOST_NAMED]))
        return _("%(city)s has most to gain in %(where)s.", city=city, where=where)
    where = words.listing(_shorts(best))
    if known > FEW_KNOWN:
        first = _("%(city)s is closest to target in %(where)s.", city=city, where=where)
    else:
        top = all(band_of(r, score) == 4 for r in best)
        first = _few(city, known, where, len(_shorts(best)), top=top)
    return first + _next([r for r in rest if band_of(r, score) <= 3][:2])


def _few(city: str, known: int, where: str, n_best: int, *, top: bool) -> str:
    if known == 1:
        one = (
            _("%(city)s: the one category known, %(where)s, is at or close to target.")
            if top
            else _("%(city)s: the one category known, %(where)s, is well on the way.")
        )
        return one % {"city": city, "where": where}
    if top:
        return ngettext(
            "%(city)s: of %(known)s categories known, %(where)s is at or close to target.",
            "%(city)s: of %(known)s categories known, %(where)s are at or close to target.",
            n_best,
            city=city,
            known=known,
            where=where,
        )
    return ngettext(
        "%(city)s: of %(known)s categories known, %(where)s is furthest along.",
        "%(city)s: of %(known)s categories known, %(where)s are furthest along.",
        n_best,
        city=city,
        known=known,
        where=where,
    )


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
    found = share_of_points(reached(p.progress for p in scored))
    return _("%(city)s: %(share)s.", city=city, share=found[:1].lower() + found[1:])


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
        return _("Every category is well on the way or better")
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
    low = sum(p.band == 1 for p in scored)
    if not scored:
        return _("The wheel of 112 points is still empty")
    found = reached(p.progress for p in scored)
    said = share_of_points(found)
    if not low:
        return said + _(", none is under 33 % of the way")
    return said + ngettext(
        ", one is under 33 %% of the way", ", %(num)s are under 33 %% of the way", low
    )
