"""Two data points against each other, city by city, within one kind of source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.numbers import TREND_FIT_N
from analysis.relation import Line, least_squares, rank_correlation
from components.chart_panel import Panel, chart_panel
from components.charts.scatter.scatter import PHONE, WIDE, Pair, Side, scatter
from components.html import render
from components.shell.fragment import fragment
from components.words.i18n import _, ngettext, number
from components.words.values import unit_text, value_text
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from pages.benchmark import words as say
from pages.benchmark.chart import scale
from pages.benchmark.lanes import Lane
from pages.benchmark.scale import marks

_BETTER = {"higher_is_better": 1, "lower_is_better": -1}


class Both(NamedTuple):
    """A city that holds both points in one kind of source."""

    first: StandingRow
    second: StandingRow


def pairs(first: Sequence[Lane], second: Sequence[Lane]) -> list[Both]:
    """Cities with both values inside their windows; reports and other statistics never mix."""
    found = []
    for one, two in zip(first, second, strict=True):
        partner = {row.city_id: row for row in two.inside}
        found += [Both(row, partner[row.city_id]) for row in one.inside if row.city_id in partner]
    return found


def against(
    point: DefinitionRow,
    beside: DefinitionRow,
    lanes: tuple[Sequence[Lane], Sequence[Lane]],
    chosen: Sequence[str],
    source: str,
    download: str,
    synthetic: bool,
) -> Component:
    """The scatter with its table, or the sentence why there is none."""
    held = pairs(*lanes)
    if not held or say.YES_NO in (point.unit, beside.unit):
        return fragment(_without(point, beside, held, download))
    fit, fit_words = _fit(point, beside, held, synthetic)
    sides = [_side(p, side) for p, side in zip((point, beside), lanes, strict=True)]
    drawn = [
        Pair(
            b.first.city_id, b.first.city, b.first.value or 0.0, b.second.value or 0.0,
            b.first.other, b.first.city_id in chosen, _hover(point, beside, b),
        )
        for b in held
    ]  # fmt: skip
    line = (fit.intercept, fit.slope) if fit else None
    title = _title(point, beside, held, synthetic)
    panel = Panel(
        id="benchmark-scatter",
        title=title,
        subtitle=f"{beside.name} / {point.name}",
        summary=f"{title}. {fit_words}",
        figure=scatter(drawn, sides[0], sides[1], line, WIDE),
        phone=scatter(drawn, sides[0], sides[1], line, PHONE),
        table=_table(point, beside, held, download),
        source=source,
        css="chart-scatter",
        note=render(
            "benchmark/scatter_note",
            fit=fit_words,
            kinds=len({b.first.other for b in held}) > 1,
            download=download,
        ),
    )
    return html.Div(chart_panel(panel), className="bm-scatter")


def _title(
    point: DefinitionRow, beside: DefinitionRow, held: Sequence[Both], synthetic: bool
) -> str:
    counted = []
    for other in (False, True):
        n = sum(b.first.other == other for b in held)
        if n:
            counted.append(say.cities(other, synthetic, n))
    both = sum(b.first.band == 4 and b.second.band == 4 for b in held)
    named = _("%(second)s against %(first)s", second=beside.name, first=point.name)
    if point.scored and beside.scored:
        return _("%(names)s: %(both)s of %(cities)s at target in both", names=named, both=both,
                 cities=_(" and ").join(counted))  # fmt: skip
    return f"{named}: {_(' and ').join(counted)}"


def _side(point: DefinitionRow, lanes: Sequence[Lane]) -> Side:
    unit = unit_text(point.unit).removeprefix("%").strip()
    return Side(
        scale(point, [lane._replace(older=()) for lane in lanes]),
        f"{point.name}, {unit}" if unit else point.name,
        marks(point).target,
        _BETTER.get(point.direction, 0) if point.scored else 0,
        point.unit.startswith("%"),
    )


def _fit(
    point: DefinitionRow, beside: DefinitionRow, held: Sequence[Both], synthetic: bool
) -> tuple[Line | None, str]:
    """A line through one kind of source where it has enough cities, and its words."""
    for other in (False, True):
        own = [b for b in held if b.first.other == other]
        if len(own) < TREND_FIT_N:
            continue
        xs = [b.first.value or 0.0 for b in own]
        ys = [b.second.value or 0.0 for b in own]
        line, rho = least_squares(xs, ys), rank_correlation(xs, ys)
        if line is None or rho is None:
            continue
        return line, _(
            "Dashed: straight line through %(cities)s; rank correlation %(rho)s. Two measures that "
            "go together need not cause each other.",
            cities=say.cities(other, synthetic, len(own)),
            rho=number(rho, 2).replace("-", "\u2212"),
        )
    return None, ngettext(
        "%(num)d city: no line is drawn under %(least)s of one kind of source.",
        "%(num)d cities: no line is drawn under %(least)s of one kind of source.",
        len(held),
        least=TREND_FIT_N,
    )


def _hover(point: DefinitionRow, beside: DefinitionRow, both: Both) -> str:
    lines = [f"<b>{both.first.city}</b>"]
    for p, row in ((point, both.first), (beside, both.second)):
        lines.append(f"{p.name}: {value_text(row.value or 0.0, p.unit)} ({row.year})")
    return "<br>".join(lines)


def _table(
    point: DefinitionRow, beside: DefinitionRow, held: Sequence[Both], download: str
) -> Markup:
    return render(
        "benchmark/pairs",
        points=(point, beside),
        rows=[(b, say.kind_name(b.first.other)) for b in held],
    )


def _without(
    point: DefinitionRow, beside: DefinitionRow, held: Sequence[Both], download: str
) -> Markup:
    """Why there is no drawing, with the values where there are any."""
    if held:
        words = _("A yes/no point makes no scatter: the values stand in the table.")
    else:
        words = _(
            "No city holds both %(first)s and %(second)s in one kind of source.",
            first=point.name,
            second=beside.name,
        )
    table = _table(point, beside, held, download) if held else None
    return render("benchmark/without", words=words, table=table)
