"""The generated sentences of a score over time: how much of a change is real, how much only data.

Only rounds that pass the coverage gate may speak (METHODS §3); what changed is told by the points
score, next to the same points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.numbers import GATE_MIN_POINTS, SHARED_POINTS_N
from components.words.i18n import _, number
from data.trend_rows import ScoreRoundRow

STILL = 1.0
"""Points of the score under which a change is called none."""


class Change(NamedTuple):
    """From the first to the last round that may speak: points of the score.

    same: the same over the points scored in every round, None where they are too few to tell.
    """

    first: ScoreRoundRow
    last: ScoreRoundRow
    by: float
    same: float | None

    @property
    def only_data(self) -> float:
        """How much of the change is not on the same points."""
        return 0.0 if self.same is None else abs(self.by - self.same)


def change(rows: Sequence[ScoreRoundRow]) -> Change | None:
    """The change of one aggregate; ``rows`` oldest first. None with fewer than two such rounds."""
    able = [r for r in rows if r.passes_gate and r.n_scored >= GATE_MIN_POINTS]
    if len(able) < 2:
        return None
    first, last = able[0], able[-1]
    same = None
    if min(first.n_same, last.n_same) >= SHARED_POINTS_N:
        same = (last.same_points or 0.0) - (first.same_points or 0.0)
    return Change(first, last, (last.points_score or 0.0) - (first.points_score or 0.0), same)


def title(rows: Sequence[ScoreRoundRow]) -> str:
    """The finding over one dimension's chart."""
    name = rows[-1].name
    found = change(rows)
    if found is None:
        n = sum(r.passes_gate for r in rows)
        if n:
            return _("%(name)s: only one round has enough points for a score", name=name)
        return _("%(name)s: no round has enough points for a score", name=name)
    by, same = found.by, found.same
    if same is None:
        if abs(by) < STILL:
            return _("%(name)s has hardly changed; few points are in every round", name=name)
        return _(
            "%(name)s %(by)s; too few points are in every round to tell what is real",
            name=name,
            by=_moved(by),
        )
    return _told(name, by, same)


def _told(name: str, by: float, same: float) -> str:
    if abs(by) < STILL:
        if abs(same) < STILL:
            return _("%(name)s has hardly changed", name=name)
        return _(
            "%(name)s looks unchanged, but the same points are %(same)s",
            name=name,
            same=_moved(same),
        )
    if abs(same) < STILL:
        if by > 0:
            return _(
                "%(name)s %(by)s only because more data was reported; nothing is better",
                name=name,
                by=_moved(by),
            )
        return _(
            "%(name)s %(by)s only because more data was reported; nothing is worse",
            name=name,
            by=_moved(by),
        )
    if (by > 0) != (same > 0):
        return _(
            "%(name)s %(by)s only because more data was reported; the same points are %(same)s",
            name=name,
            by=_moved(by),
            same=_moved(same),
        )
    if abs(same) < abs(by) / 2:
        return _(
            "%(name)s %(by)s, of which %(same)s on the same points: mostly more data",
            name=name,
            by=_moved(by),
            same=_size(same),
        )
    if by > 0:
        return _(
            "%(name)s %(by)s, and by %(same)s on the same points: a real rise",
            name=name,
            by=_moved(by),
            same=_size(same),
        )
    return _(
        "%(name)s %(by)s, and by %(same)s on the same points: a real fall",
        name=name,
        by=_moved(by),
        same=_size(same),
    )


def headline(dimensions: Sequence[Sequence[ScoreRoundRow]]) -> str:
    """The section's finding: a change that is mostly data before one that is real."""
    found = [c for c in map(change, dimensions) if c is not None and c.same is not None]
    if not found:
        return _("A score can rise only because more data was reported: see the bars")
    doubtful = max(found, key=lambda c: c.only_data)
    most = max(found, key=lambda c: abs(c.by))
    only_data = doubtful.only_data >= max(STILL, abs(doubtful.by) / 2)
    all_rise = len(found) == len(dimensions) and all(
        min(c.by, c.same or 0.0) >= STILL for c in found
    )
    if all_rise and not only_data:
        return _(
            "Every dimension has risen since %(year)s, also on the same points",
            year=most.first.as_of,
        )
    chosen = doubtful if only_data else most
    if abs(chosen.by) < STILL and abs(chosen.same or 0.0) < STILL:
        return _("No dimension has changed by a full point since %(year)s", year=chosen.first.as_of)
    return _(
        "%(what)s, %(first)s to %(last)s",
        what=_told(chosen.last.name, chosen.by, chosen.same or 0.0),
        first=chosen.first.as_of,
        last=chosen.last.as_of,
    )


def summary(rows: Sequence[ScoreRoundRow]) -> str:
    """One dimension in a sentence, for the text alternative."""
    told = []
    for r in rows:
        if r.points_score is None:
            continue
        score = number(r.points_score, 0)
        if not r.passes_gate:
            score = _("provisional %(score)s", score=score)
        told.append(
            _("%(year)s %(score)s on %(n)s of %(all)s points", year=r.as_of, score=score,
              n=r.n_scored, all=r.n_scoreable)
        )  # fmt: skip
    return f"{rows[-1].name}: {', '.join(told)}."


def pointer(r: ScoreRoundRow) -> str:
    """What the pointer reads over a round."""
    lines = [f"<b>{r.as_of}</b>"]
    if r.points_score is not None:
        score = number(r.points_score, 1)
        lines.append(
            _("points score %(score)s", score=score)
            if r.passes_gate
            else _("provisional %(score)s: under 65 %% there is no score", score=score)
        )
    if r.points_low is not None and r.points_high is not None and r.points_high > r.points_low:
        lines.append(
            _(
                "could be %(low)s to %(high)s",
                low=number(r.points_low, 0),
                high=number(r.points_high, 0),
            )
        )
    if r.continuous is not None:
        lines.append(_("continuous %(score)s", score=number(r.continuous, 1)))
    if r.same_points is not None:
        lines.append(
            _("on the same %(n)s points %(score)s", n=r.n_same, score=number(r.same_points, 1))
        )
    lines.append(_("%(n)s of %(all)s points available", n=r.n_scored, all=r.n_scoreable))
    return "<br>".join(lines)


def _moved(by: float) -> str:
    """``up 5.4`` or ``down 12``."""
    return _("up %(n)s", n=_size(by)) if by > 0 else _("down %(n)s", n=_size(by))


def _size(by: float) -> str:
    return number(abs(by), 0 if abs(by) >= 10 else 1)
