"""The coverage matrix: data points as rows, cities as columns, one mark a cell.

Up to 7,000 cells: each is a few bytes of markup. ``assets/js/coverage.js`` gives the cells their
links and the readout; the words in a cell are its text alternative.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from components.words.i18n import _, ngettext
from components.words.values import band_name, status_text, unit_text, value_parts
from data.coverage import CoverageCity, OtherCell, ReportCell
from data.source_rows import DefinitionRow

WIDE_UP_TO = 14  # cities whose values still fit beside the marks

MARKS = {
    "not_reported": "nr",
    "not_verified": "nv",
    "not_applicable": "na",
    "reported_with_caveat": "cv",
}


class Row(NamedTuple):
    """A data point as a row: its cells are ready markup, one a city."""

    key: str
    name: str
    unit: str
    cells: Markup


class Group(NamedTuple):
    """A category with its rows. dimension is given on the first category of each."""

    dimension: str | None
    name: str
    rows: list[Row]


class Matrix(NamedTuple):
    """What the template draws."""

    cities: Sequence[CoverageCity]
    groups: list[Group]
    n_points: int
    n_left_out: int
    wide: bool


def matrix(
    points: Sequence[DefinitionRow],
    cities: Sequence[CoverageCity],
    reports: Sequence[ReportCell],
    others: Sequence[OtherCell],
) -> Matrix:
    """Rows by category in official order.

    Pass no ``reports`` (no ``others``) to leave that kind of source out. Where only other
    statistics are shown, points without any are left out and counted.
    """
    wide = len(cities) <= WIDE_UP_TO
    report = {(c.city_id, c.point_key): c for c in reports}
    other = {(c.city_id, c.point_key): c for c in others}
    used = {c.point_key for c in others if c.n_years}
    shown = [p for p in points if reports or p.key in used]
    groups: list[Group] = []
    category = dimension = ""
    for point in shown:
        if point.category != category:
            new = point.dimension_name if point.dimension != dimension else None
            groups.append(Group(new, point.category_name, []))
            category, dimension = point.category, point.dimension
        cells = Markup("").join(
            _cell(report.get((c.id, point.key)), other.get((c.id, point.key)), point.unit)
            for c in cities
        )
        groups[-1].rows.append(Row(point.key, point.name, unit_text(point.unit), cells))
    return Matrix(cities, groups, len(shown), len(points) - len(shown), wide)


def _cell(report: ReportCell | None, other: OtherCell | None, unit: str) -> Markup:
    inside = ""
    if report is not None:
        inside += _stated(report, unit)
    if other is not None:
        inside += _series(other.n_years, other.first, other.last)
    return Markup(f"<td>{inside or _empty()}</td>")  # its parts are escaped


def _stated(cell: ReportCell, unit: str) -> str:
    """Link of a report's value or printed status: mark by class, words inside."""
    if cell.value is None:
        return (
            f"<a class={MARKS.get(cell.status, 'nr')}><u>{escape(status_text(cell.status))}</u></a>"
        )
    caveat = ", " + status_text(cell.status) if cell.status == "reported_with_caveat" else ""
    return (
        f"<a class={f'b{cell.band}' if cell.band else 'nt'}>{_valued(cell.value, unit)}"
        f"<u>{escape(_band(cell.band) + caveat)}, {cell.year}</u></a>"
    )


@lru_cache(maxsize=20_000)
def _valued(value: float, unit: str) -> str:
    """The number without its unit, which stands in the row's head."""
    return str(escape(value_parts(value, unit)[0]))


def _band(band: int | None) -> str:
    return f", {band_name(band)}" if band else _(", no target")


def _series(n_years: int, first: int, last: int) -> str:
    """Link of other statistics: the count of years, smaller and without a band."""
    if not n_years:
        return (
            f"<a class='os cv'><u>{escape(_('other statistics: a remark without a value'))}</u></a>"
        )
    words = ngettext("year of other statistics", "years of other statistics", n_years)
    span = f"{first}–{last}" if first != last else str(first)
    return f"<a class=os>{n_years}<u> {escape(words)}, {span}</u></a>"


def _empty() -> str:
    return f"<i>{escape(_('not available'))}</i>"
