"""The points of a page by what can be drawn of them, in the groups their charts stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pages.progress.points import PointProgress

ORDER = (
    "off_course", "too_slow", "disagree", "one_method", "no_method", "on_course", "at_line",
    "not_met", "no_line",
)  # fmt: skip
"""Words of judged points, what needs the reader most first."""

PAST = "past"
"""Key of the group of histories that are not judged."""

YES_NO = "yes/no"
_LINE_N = 2


class Group(NamedTuple):
    """Points whose charts stand under one heading; ``key`` is their status, or ``PAST``."""

    key: str
    points: tuple[PointProgress, ...]


class Parts:
    """The points of a page by what can be drawn of them.

    judged: with a line through their values; past: several values, not judged; single: one value
    of each source; answers: yes/no points.
    """

    def __init__(self, points: Sequence[PointProgress]) -> None:
        held = [p for p in points if p.held]
        self.answers = [p for p in held if p.point.unit == YES_NO]
        others = [p for p in held if p.point.unit != YES_NO]
        self.judged = [p for p in others if p.lead is not None and p.lead.slope is not None]
        rest = [p for p in others if p not in self.judged]
        self.past = [p for p in rest if max(map(len, p.values)) >= _LINE_N]
        self.single = [p for p in rest if p not in self.past]

    @property
    def groups(self) -> list[Group]:
        """The charts of the page under their headings; slipping points stand first in theirs."""
        judged = (
            Group(key, tuple(sorted((p for p in self.judged if p.status == key), key=_steady)))
            for key in ORDER
        )
        return [group for group in (*judged, Group(PAST, tuple(self.past))) if group.points]

    def group(self, key: str) -> Group:
        """The group of a key, empty where the page has none."""
        return next((group for group in self.groups if group.key == key), Group(key, ()))

    @property
    def places(self) -> dict[str, str]:
        """By status, the group in which charts of it stand."""
        return {p.status: group.key for group in reversed(self.groups) for p in group.points}


def _steady(p: PointProgress) -> bool:
    return not (p.lead and p.lead.slipping)
