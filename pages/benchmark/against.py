"""Two data points against each other, city by city, within one kind of source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dash.development.base_component import Component
from markupsafe import Markup

from analysis.numbers import TREND_FIT_N
from analysis.relation import Line, least_squares, rank_correlation
from components.chart_panel import Panel, chart_panel
from components.charts.scatter.scatter import Pair, Side, scatter
from components.html import render
from components.html_part import HtmlPart
from components.web.attachments import file_name
from components.words.i18n import _, ngettext, number
from components.words.values import unit_text, value_text
from data.queries.benchmark import StandingRow
from data.source_rows import DefinitionRow
from pages.benchmark import words as say
from pages.benchmark.lanes import Lane
from pages.benchmark.reading import BenchmarkReading, Subject
from pages.benchmark.scale import scale

SCATTER = "benchmark-scatter"
_BETTER = {"higher_is_better": 1, "lower_is_better": -1}


class Both(NamedTuple):
    """A city with a value of both points in one kind of source."""

    first: StandingRow
    second: StandingRow


def pairs(first: Sequence[Lane], second: Sequence[Lane]) -> list[Both]:
    """Cities with both values inside their windows; reports and other statistics never mix."""
    found = []
    for one, two in zip(first, second, strict=True):
        partner = {row.city_id: row for row in two.inside}
        found += [Both(row, partner[row.city_id]) for row in one.inside if row.city_id in partner]
    return found


def against(reading: BenchmarkReading) -> list[Component]:
    """The scatter with its table, or the sentence why there is none; empty without a second point."""
    if reading.second is None:
        return []
    points = (reading.point, reading.second.point)
    held = pairs(reading.lanes, reading.second.lanes)
    if held and say.YES_NO not in (points[0].unit, points[1].unit):
        return [chart_panel(panel(reading, reading.second, held))]
    words = (
        _("A yes/no data point cannot be drawn against another; the table has the values.")
        if held
        else _(
            "No city has both %(first)s and %(second)s in one kind of source.",
            first=points[0].name,
            second=points[1].name,
        )
    )
    table = _table(points, held) if held else None
    return [HtmlPart(render("benchmark/without", words=words, table=table))]


def panel(reading: BenchmarkReading, second: Subject, held: Sequence[Both]) -> Panel:
    """The scatter as a chart panel."""
    point, other = reading.point, second.point
    fit, fit_words = _fit(held, reading.example)
    title = _title(point, other, held, reading.example)
    lanes = [lane for lane in (*reading.lanes, *second.lanes) if lane.inside]
    drawn = [_pair(point, other, both, reading.ids) for both in held]
    name = f"benchmark-{point.key}-{other.key}"
    return Panel(
        id=SCATTER,
        title=title,
        subtitle=f"{other.name} / {point.name}",
        summary=f"{title}. {fit_words}",
        figure=scatter(
            drawn,
            _side(point, reading.lanes),
            _side(other, second.lanes),
            (fit.intercept, fit.slope) if fit else None,
        ),
        table=_table((point, other), held),
        source=say.source_line(reading, lanes),
        file=file_name(reading.view, reading.build.version, name),
        css="chart-scatter",
        note=_note(held, fit_words),
        links=(
            ("CSV", reading.file("benchmark-pairs", "csv")),
            ("Excel", reading.file("benchmark-pairs", "xlsx")),
        ),
    )


def _note(held: Sequence[Both], fit_words: str) -> Markup:
    kinds = _("Full dots: reports. Rings: other statistics.")
    two = len({both.first.other for both in held}) > 1
    return Markup("<p>{} {}</p>").format(kinds if two else "", fit_words)


def _title(point: DefinitionRow, other: DefinitionRow, held: Sequence[Both], example: bool) -> str:
    counts = [(kind, sum(b.first.other == kind for b in held)) for kind in (False, True)]
    counted = [say.cities(kind, example, n) for kind, n in counts if n]
    cities = (
        _("%(first)s and %(second)s", first=counted[0], second=counted[1])
        if len(counted) > 1
        else counted[0]
    )
    names = {"second": other.name, "first": point.name, "cities": cities}
    if not (point.scored and other.scored):
        return _("%(second)s against %(first)s: %(cities)s", **names)
    both = sum(b.first.progress == b.second.progress == 100 for b in held)
    return _(
        "%(second)s against %(first)s: %(both)s of %(cities)s meet both targets", both=both, **names
    )


def _side(point: DefinitionRow, lanes: Sequence[Lane]) -> Side:
    found = scale(point, [lane._replace(older=()) for lane in lanes])
    unit = unit_text(point.unit).removeprefix("%").strip()
    return Side(
        found.low,
        found.high,
        f"{point.name}, {unit}" if unit else point.name,
        found.target,
        _BETTER.get(point.direction, 0) if point.scored else 0,
        found.percent,
    )


def _fit(held: Sequence[Both], example: bool) -> tuple[Line | None, str]:
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
            cities=say.cities(other, example, len(own)),
            rho=number(rho, 2).replace("-", "\u2212"),
        )
    return None, ngettext(
        "%(num)d city: too few for a line, which needs %(least)s of one kind of source.",
        "%(num)d cities: too few for a line, which needs %(least)s of one kind of source.",
        len(held),
        least=TREND_FIT_N,
    )


def _pair(point: DefinitionRow, other: DefinitionRow, both: Both, marked: frozenset[str]) -> Pair:
    city = both.first.city_id
    lines = [f"<b>{both.first.city}</b>"]
    for p, row in ((point, both.first), (other, both.second)):
        lines.append(f"{p.name}: {value_text(row.value or 0.0, p.unit)} ({row.year})")
    return Pair(
        city, both.first.city, both.first.value or 0.0, both.second.value or 0.0,
        both.first.other, city in marked, "<br>".join(lines),
    )  # fmt: skip


def _table(points: tuple[DefinitionRow, DefinitionRow], held: Sequence[Both]) -> Markup:
    rows = [(both, say.kind_name(both.first.other)) for both in held]
    return render("benchmark/pairs", points=points, rows=rows)
