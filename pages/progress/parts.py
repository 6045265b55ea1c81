"""The points of a page by what can be drawn of them, in the groups their charts stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pages.progress.points import PointProgress

ORDER = (
    "off_course", "too_slow", "disagree", "one_method", "no_method", "on_course", "near_line",
    "at_line",    "not_met", "no_line",
)  # fmt: skip
"""Words of judged points, what needs the reader most first."""

FIRST, PAST = "first", "past"
"""Keys of the charts that always stand, and of histories that are not judged."""

AT_ONCE, FEW = 12, 6
"""Charts of one answer at most; charts that stand first where there are more than that."""

YES_NO = "yes/no"
_LINE_N = 2


class Group(NamedTuple):
    """Points whose charts stand together; ``key``: ``FIRST``, ``PAST``, or a status of theirs."""

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
        self.judged = sorted(
            (p for p in others if p.lead is not None and p.lead.slope is not None), key=_place
        )
        rest = [p for p in others if p not in self.judged]
        self.past = [p for p in rest if max(map(len, p.values)) >= _LINE_N]
        self.single = [p for p in rest if p not in self.past]

    @property
    def groups(self) -> list[Group]:
        """What needs the reader most, the rest of each status, histories."""
        n = len(self.judged) if len(self.judged) <= AT_ONCE else FEW
        rest = self.judged[n:]
        found = [
            Group(FIRST, tuple(self.judged[:n])),
            *(Group(key, tuple(p for p in rest if _together(p) == key)) for key in ORDER),
            Group(PAST, tuple(self.past)),
        ]
        return [group for group in found if group.points]

    def group(self, key: str) -> Group:
        """The group of a key, empty where the page has none."""
        return next((group for group in self.groups if group.key == key), Group(key, ()))

    @property
    def places(self) -> dict[str, tuple[str, str]]:
        """By status, where its first chart stands: (key of the group, key of the point)."""
        found: dict[str, tuple[str, str]] = {}
        for group in self.groups:
            for p in group.points:
                found.setdefault(p.status, (group.key, p.point.key))
        return found


def _together(p: PointProgress) -> str:
    """Key of a point's group: what meets its target and what is close to it stand together."""
    return "at_line" if p.status == "near_line" else p.status


def _place(p: PointProgress) -> tuple[int, bool]:
    """Order of the charts: by status, slipping points first in theirs."""
    return ORDER.index(p.status), not (p.lead and p.lead.slipping)
