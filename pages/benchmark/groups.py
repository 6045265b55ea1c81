"""The same values by region, population and income: one small row a group, one scale for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from components.charts.inline.strip import strip
from components.charts.kit.ticks import Axis
from components.html import render
from components.words.i18n import _, number
from components.words.values import value_text
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from pages.benchmark import words as say
from pages.benchmark.lanes import Lane, spread

SIZES = ("under 100 000", "100 000 to 500 000", "500 000 to 1 million", "over 1 million")
INCOMES = ("High income", "Upper middle income", "Lower middle income", "Low income")


class Criterion(NamedTuple):
    """What cities are grouped by. order: groups with an order of their own, else by name."""

    title: str
    unknown: str
    of: Callable[[StandingRow], str | None]
    order: tuple[str, ...]


class GroupRow(NamedTuple):
    """One group of one kind of source. top: at target, None without a target."""

    name: str
    n: int
    top: int | None
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


def groups(
    point: DefinitionRow, lanes: Sequence[Lane], axis: Axis, chosen: Sequence[str], synthetic: bool
) -> Markup:
    """Three tables whose rows carry their drawing."""
    tables = []
    for criterion in criteria():
        blocks = [
            _block(point, lane, criterion, axis, chosen, synthetic) for lane in lanes if lane.inside
        ]
        tables.append((criterion, blocks))
    ends = tuple(value_text(end, point.unit, significant=3) for end in (axis.low, axis.high))
    return render("benchmark/groups", tables=tables, ends=ends, name=point.name)


def _block(
    point: DefinitionRow,
    lane: Lane,
    criterion: Criterion,
    axis: Axis,
    chosen: Sequence[str],
    synthetic: bool,
) -> Block:
    found: dict[str | None, list[StandingRow]] = defaultdict(list)
    for row in lane.inside:
        found[criterion.of(row)].append(row)
    unknown = found.pop(None, [])
    names = [n for n in criterion.order if n in found] or sorted(n for n in found if n)
    return Block(
        say.lane_name(lane, synthetic),
        [_row(point, name, found[name], axis, chosen) for name in names],
        len(unknown),
    )


def _row(
    point: DefinitionRow,
    name: str,
    rows: Sequence[StandingRow],
    axis: Axis,
    chosen: Sequence[str],
) -> GroupRow:
    values = sorted(row.value for row in rows if row.value is not None)
    middle = spread(values)
    years = sorted({row.year for row in rows})
    own = [(row.value or 0.0, row.band) for row in rows if row.city_id in chosen]
    target = (point.target_low, point.target_high) if point.scored else (None, None)
    drawing = strip(
        values,
        axis,
        middle.median,
        (middle.band.p25, middle.band.p75) if middle.band else None,
        own,
        tuple(end for end in dict.fromkeys(target) if end is not None),
        label=_("%(name)s: %(n)s cities", name=_(name), n=len(values)),
    )
    return GroupRow(
        _(name),
        len(rows),
        sum(row.band == 4 for row in rows) if point.scored else None,
        str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}",
        number(middle.median) if middle.median is not None else "–",
        drawing,
    )
