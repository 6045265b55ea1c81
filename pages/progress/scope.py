"""Which points a page of progress is about: an SDG by its targets, a dimension, category or KPI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from components.words.i18n import _
from data.source_rows import DefinitionRow
from data.trend_rows import SdgRow

FIRST = "sdg-11"
ALL = "all"
SDG_11 = 11

Kind = Literal["sdg", "all", "dimension", "category", "kpi"]


class Group(NamedTuple):
    """Points under one heading, each under the first it belongs to.

    shared: points that already stand under an earlier heading, as (its code, how many).
    """

    code: str
    name: str
    points: tuple[str, ...]
    shared: tuple[tuple[str, int], ...] = ()


class Scope(NamedTuple):
    """The points of a page in groups. name: as a heading; short: as it is spoken.

    mapping: of an SDG's points, what each rests on (read | inferred | unknown); notes: words of the
    map on a point.
    """

    key: str
    kind: Kind
    name: str
    short: str
    groups: tuple[Group, ...]
    mapping: dict[str, str]
    notes: dict[str, str]

    @property
    def points(self) -> tuple[str, ...]:
        """Keys of the points, each once."""
        return tuple(key for group in self.groups for key in group.points)


class Options(NamedTuple):
    """One block of the list to choose from: (value of the address, name)."""

    label: str
    options: list[tuple[str, str]]


def resolve(
    key: str | None, points: Sequence[DefinitionRow], sdg: Sequence[SdgRow]
) -> Scope | None:
    """The scope of a key, SDG 11 without one, None where there is no such scope."""
    key = key or FIRST
    if key.startswith("sdg-"):
        rows = [row for row in sdg if f"sdg-{row.goal}" == key]
        return _of_goal(key, rows) if rows else None
    if key == ALL:
        return _plain(key, "all", _("All data points"), _("the catalogue"), _by_category(points))
    own = [p for p in points if p.dimension == key]
    if own:
        name = own[0].dimension_name
        return _plain(key, "dimension", name, name, _by_category(own))
    own = [p for p in points if p.category == key]
    if own:
        name = own[0].category_name
        return _plain(key, "category", name, name, _by_kpi(own))
    own = [p for p in points if kpi_key(p.kpi_code) == key]
    return _plain(key, "kpi", own[0].kpi_name, own[0].kpi_name, _by_kpi(own)) if own else None


def single(point: DefinitionRow) -> Scope:
    """One point alone."""
    return _plain(point.key, "kpi", point.name, point.name, [Group("", "", (point.key,))])


def choices(points: Sequence[DefinitionRow], sdg: Sequence[SdgRow]) -> list[Options]:
    """Every scope there is: SDGs, the whole and its dimensions, categories, KPIs."""
    goals = sorted({row.goal for row in sdg}, key=lambda goal: (goal != SDG_11, goal))
    dimensions = dict.fromkeys((p.dimension, p.dimension_name) for p in points)
    found = [
        Options(
            _("Sustainable Development Goals"),
            [("" if g == SDG_11 else f"sdg-{g}", f"SDG {g}: {goal_name(g)}") for g in goals],
        ),
        Options(_("Dimensions"), [(ALL, _("All data points")), *dimensions]),
    ]
    for dimension, own in groupby(points, key=lambda p: p.dimension_name):
        rows = list(own)
        categories = dict.fromkeys((p.category, p.category_name) for p in rows)
        found.append(Options(_("%(name)s: categories", name=dimension), list(categories)))
    for dimension, own in groupby(points, key=lambda p: p.dimension_name):
        kpis = dict.fromkeys((kpi_key(p.kpi_code), p.kpi_name) for p in own)
        found.append(Options(_("%(name)s: KPIs", name=dimension), list(kpis)))
    return found


def kpi_key(code: str) -> str:
    """A KPI's code as a key of the address."""
    return "kpi-" + re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-")


def goal_name(goal: int) -> str:
    """Short name of a Sustainable Development Goal."""
    return (
        _("No poverty"), _("Zero hunger"), _("Good health and well-being"), _("Quality education"),
        _("Gender equality"), _("Clean water and sanitation"), _("Affordable and clean energy"),
        _("Decent work and economic growth"), _("Industry, innovation and infrastructure"),
        _("Reduced inequalities"), _("Sustainable cities and communities"),
        _("Responsible consumption and production"), _("Climate action"), _("Life below water"),
        _("Life on land"), _("Peace, justice and strong institutions"),
        _("Partnerships for the goals"),
    )[goal - 1]  # fmt: skip


def _of_goal(key: str, rows: Sequence[SdgRow]) -> Scope:
    home: dict[str, str] = {}
    groups = []
    for target, own in groupby(rows, key=lambda row: row.target):
        listed = list(own)
        before = [home[row.point_key] for row in listed if row.point_key in home]
        new = tuple(dict.fromkeys(row.point_key for row in listed if row.point_key not in home))
        home |= dict.fromkeys(new, target)
        shared = tuple((code, before.count(code)) for code in dict.fromkeys(before))
        groups.append(Group(target, listed[0].title or "", new, shared))
    goal = rows[0].goal
    return Scope(
        key, "sdg", _("SDG %(goal)s: %(name)s", goal=goal, name=goal_name(goal)), f"SDG {goal}",
        tuple(groups),
        {row.point_key: row.mapping for row in reversed(rows)},
        {row.point_key: row.note for row in reversed(rows) if row.note},
    )  # fmt: skip


def _plain(key: str, kind: Kind, name: str, short: str, groups: Iterable[Group]) -> Scope:
    return Scope(key, kind, name, short, tuple(groups), {}, {})


def _by_category(points: Sequence[DefinitionRow]) -> list[Group]:
    several = len({p.dimension for p in points}) > 1
    return [
        Group("", f"{rows[0].dimension_name}: {rows[0].category_name}" if several
              else rows[0].category_name, tuple(p.key for p in rows))
        for _key, own in groupby(points, key=lambda p: p.category)
        for rows in [list(own)]
    ]  # fmt: skip


def _by_kpi(points: Sequence[DefinitionRow]) -> list[Group]:
    return [
        Group("", rows[0].kpi_name, tuple(p.key for p in rows))
        for _key, own in groupby(points, key=lambda p: p.kpi_code)
        for rows in [list(own)]
    ]
