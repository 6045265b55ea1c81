"""How many values meet their targets, and how many come within 5 % of them: two counts, never one.

The top band begins at 95 of 100, so it holds both. A value at its target has 100 of 100 exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from analysis.level import NEAR
from components.words.i18n import _, ngettext


class Reached(NamedTuple):
    """met: at or past the target; near: within 5 % of it and short of it; n: scored values."""

    met: int
    near: int
    n: int


def reached(progress: Iterable[float | None]) -> Reached:
    """The counts of progress scores on 0–100; None, a value without a score, counts in nothing."""
    scores = [score for score in progress if score is not None]
    met = sum(score >= 100 for score in scores)
    return Reached(met, sum(score >= NEAR for score in scores) - met, len(scores))


def share(found: Reached, of: str) -> str:
    """``2 of 5 cities meet the target, one is within 5 % of it``; ``of``: what is counted."""
    if found.met == found.n:
        return _("all %(of)s meet the target", of=of)
    if not found.met:
        said = _("none of %(of)s meets the target", of=of)
    else:
        said = ngettext(
            "%(num)s of %(of)s meets the target",
            "%(num)s of %(of)s meet the target",
            found.met,
            of=of,
        )
    return said + _closeness(found.near)


def share_of_points(found: Reached) -> str:
    """The same of data points, each with a target of its own."""
    of = ngettext("%(num)s point", "%(num)s points", found.n)
    if found.met == found.n:
        return _("All %(of)s meet their targets", of=of)
    if not found.met:
        said = _("None of %(of)s meets its target", of=of)
    else:
        said = ngettext(
            "%(num)s of %(of)s meets its target",
            "%(num)s of %(of)s meet their targets",
            found.met,
            of=of,
        )
    return said + _closeness(found.near)


def _closeness(near: int) -> str:
    if not near:
        return ""
    return ngettext(", one comes within 5 %% of it", ", %(num)s come within 5 %% of it", near)
