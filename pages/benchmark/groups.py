"""The same values by region, population and income: one small row a group, one scale for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from components.charts.inline.strip import strip
from components.html import render
from components.words.i18n import _, number
from components.words.reached import reached
from components.words.values import value_text
from data.queries.benchmark import StandingRow
from pages.benchmark import words as say
from pages.benchmark.lanes import Lane, spread
from pages.benchmark.reading import BenchmarkReading

SIZES = ("under 100 000", "100 000 to 500 000", "500 000 to 1 million", "over 1 million")
INCOMES = ("High income", "Upper middle income", "Lower middle income", "Low income")


class Criterion(NamedTuple):
    """What cities are grouped by. order: groups with an order of their own, else by name."""

    title: str
    unknown: str
    of: Callable[[StandingRow], str | None]
    order: tuple[str, ...]


class GroupRow(NamedTuple):
    """One group of one kind of source. met: at or past the target, None without one."""

    name: str
    n: int
    met: int | None
    years: str
    median: str
    strip: Markup


class Block(NamedTuple):
    """The groups of one kind of source; unknown: cities whose group is not known."""

    name: str
    rows: list[GroupRow]
    unknown: int


def criteria() -> tuple[Criterion, ...]:
    """Region, population, income."""
    return (
        Criterion(_("By UN region"), _("region not known"), lambda r: r.un_region, ()),
        Criterion(_("By population"), _("population not known"), lambda r: r.size_band, SIZES),
        Criterion(_("By income group of the country"), _("income group not known"),
                  lambda r: r.income_group, INCOMES),
    )  # fmt: skip


def groups(reading: BenchmarkReading) -> Markup:
    """Three tables whose rows carry their drawing; empty where no value is inside its window."""
    lanes = [lane for lane in reading.lanes if lane.inside]
    if not lanes:
        return Markup("")
    tables = [(each, [_block(reading, lane, each) for lane in lanes]) for each in criteria()]
    ends = (reading.scale.low, reading.scale.high)
    shown = [value_text(end, reading.point.unit, significant=3) for end in ends]
    return render("benchmark/groups", tables=tables, ends=shown)


def _block(reading: BenchmarkReading, lane: Lane, criterion: Criterion) -> Block:
    found: dict[str | None, list[StandingRow]] = defaultdict(list)
    for row in lane.inside:
        found[criterion.of(row)].append(row)
    unknown = found.pop(None, [])
    names = [n for n in criterion.order if n in found] or sorted(n for n in found if n)
    return Block(
        say.lane_name(lane.other, reading.example),
        [_row(reading, _(name), found[name]) for name in names],
        len(unknown),
    )


def _row(reading: BenchmarkReading, name: str, rows: Sequence[StandingRow]) -> GroupRow:
    values = sorted(row.value for row in rows if row.value is not None)
    middle = spread(values)
    own = [(row.value or 0.0, row.band) for row in rows if row.city_id in reading.ids]
    drawing = strip(
        values,
        reading.scale,
        middle.median,
        (middle.band.p25, middle.band.p75) if middle.band else None,
        own,
        label=_("%(name)s: %(n)s cities", name=name, n=len(values)),
    )
    return GroupRow(
        name,
        len(rows),
        reached(row.progress for row in rows).met if reading.point.scored else None,
        say.span([row.year for row in rows]),
        number(middle.median) if middle.median is not None else "–",
        drawing,
    )
