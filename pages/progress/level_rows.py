"""Rows of the chart of levels: the points of each group that have a value or a printed status."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.level.level import Group, Row, Second
from components.words import catalogue
from components.words.i18n import _, ngettext
from components.words.trends import line_text
from components.words.values import score_text, status_text, unit_text, value_parts, value_text
from data.trend_rows import TrendRow
from pages.progress.points import OTHER, PointProgress
from pages.progress.reading import ProgressReading
from pages.progress.words import source_name


def groups(reading: ProgressReading) -> list[Group]:
    """The groups of the scope, but for those without any row."""
    by_key = {p.point.key: p for p in reading.points}
    rings = told_apart(reading)
    found = []
    for group in reading.scope.groups:
        own = [by_key[key] for key in group.points]
        shown = sorted((p for p in own if p.lead is not None), key=_standing)
        if shown:
            said = _available(len(own), sum(p.held for p in own), group.shared)
            rows = tuple(_row(p, rings, reading.example) for p in shown)
            found.append(Group(group.code, group.name, said, rows))
    return found


def told_apart(reading: ProgressReading) -> bool:
    """Whether reports stand beside other statistics, so that a ring must tell them apart."""
    return len({row.kind == OTHER for p in reading.points for row in p.series}) > 1


def _available(n: int, held: int, shared: Sequence[tuple[str, int]]) -> str:
    """How much of a group has values; ``shared``: points listed under an earlier heading."""
    said = ngettext("%(held)d of %(num)d point available", "%(held)d of %(num)d points available",
                    n, held=held)  # fmt: skip
    return f"{said}; {also(shared)}" if shared else said


def also(shared: Sequence[tuple[str, int]]) -> str:
    """Points listed under an earlier heading, as (its code, how many), in words."""
    said = [
        ngettext("%(num)d more under %(code)s", "%(num)d more under %(code)s", n, code=code)
        for code, n in shared
    ]
    return catalogue.listing(said)


def _standing(p: PointProgress) -> float:
    return -(p.lead.progress if p.lead and p.lead.progress is not None else -1.0)


def _row(p: PointProgress, rings: bool, synthetic: bool) -> Row:
    row, unit = p.lead, p.point.unit
    assert row is not None
    old = row.state == "too_old"
    value, beside = "", unit_text(unit)
    if row.value is not None and row.state != "emptied":
        value, beside = value_parts(row.value, unit, significant=4)
    note = ""
    if row.state == "emptied":
        note = status_text(row.status or "not_reported")
    elif row.progress is None:
        note = _("no 2030 target is set")
    second = next(
        (
            Second(o.progress, o.band, o.state == "too_old", rings and o.kind != OTHER)
            for o in p.others
            if o.progress is not None and o.band and o.state != "emptied"
        ),
        None,
    )
    return Row(
        p.point.name,
        beside,
        value,
        line_text(p.point),
        str(row.year or ""),
        row.progress if row.state != "emptied" else None,
        row.band,
        old,
        rings and row.kind != OTHER,
        note,
        "<br>".join([f"<b>{p.point.name}</b>", *(_spoken(r, unit, synthetic) for r in p.series)]),
        p.point.key,
        second,
    )


def _spoken(row: TrendRow, unit: str, synthetic: bool) -> str:
    value = (
        value_text(row.value, unit)
        if row.value is not None and row.state != "emptied"
        else status_text(row.status or "not_reported")
    )
    score = f", {score_text(row.progress, row.band)} {_('of 100')}" if row.progress else ""
    return f"{row.year or ''}: {value}{score}<br>{source_name(row, synthetic)}"
