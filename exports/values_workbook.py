"""The values of a filter as a workbook: about, values, sources, columns, catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from babel.dates import format_date

from components.words import catalogue as words
from components.words.i18n import _, locale, number
from data.downloads import Source
from data.source_rows import BuildRow
from exports.value_columns import value_columns
from exports.workbook import Column, Readme, Table, write_workbook

_LONG = {"point", "kpi", "definition", "numerator", "denominator", "target_rationale"}


class Content(NamedTuple):
    """What goes in. names: columns of ``rows``; ``n_rows`` of them; address: of the download."""

    names: Sequence[str]
    rows: Iterable[Sequence[Any]]
    n_rows: int
    sources: Sequence[Source]
    catalogue_names: Sequence[str]
    catalogue_rows: Sequence[Sequence[Any]]
    filter_text: str
    address: str


def write_values_workbook(path: Path, build: BuildRow, content: Content) -> None:
    """Workbook at ``path``; in the example set every sheet says "Synthetic"."""
    synthetic = build.data_set == "example"
    known = value_columns()
    values = Table(
        _sheet(_("Values"), synthetic),
        [Column(c.title, c.width, c.number_format) for c in map(known.__getitem__, content.names)],
        content.rows,
    )
    others = (
        _sources(content.sources, synthetic),
        Table(
            _sheet(_("Columns"), synthetic),
            [
                Column(_("Heading"), 18),
                Column(_("In CSV and Parquet"), 20),
                Column(_("Meaning"), 60),
            ],
            [(known[n].title, n, known[n].meaning) for n in content.names],
        ),
        Table(
            _sheet(_("Catalogue"), synthetic),
            [Column(n, 40 if n in _LONG else 16, "General") for n in content.catalogue_names],
            content.catalogue_rows,
        ),
    )
    write_workbook(path, _readme(build, content, synthetic), values, content.n_rows, others)


def _readme(build: BuildRow, content: Content, synthetic: bool) -> Readme:
    """The first sheet: what this is, which part of it, which version, whose."""
    title = _("SSC Atlas: values of smart sustainable cities")
    lines = [
        (
            _("What"),
            _(
                "One row per city, data point, year and source; a printed status without a value "
                "is a row with an empty value. A point without a row is not held here."
            ),
        ),
        (_("Filter"), content.filter_text),
        (_("Rows"), number(content.n_rows, digits=0)),
        (_("Data version"), build.version),
        (_("Built"), format_date(build.built_at, format="long", locale=locale())),
        (_("Address"), content.address),
        (
            _("Scores"),
            _(
                "Progress score: 0 = worst, 100 = target. Bands follow U4SSC’s rule, the "
                "targets are those of SSC Atlas."
            ),
        ),
        (_("Not official"), _("Not an official ITU, UNECE or UN-Habitat product.")),
    ]
    if synthetic:
        invented = _("Synthetic data, fictional cities: every number here is invented.")
        title = _("Synthetic data. %(title)s", title=title)
        return Readme(_sheet(_("About"), synthetic), title, [(_("Synthetic"), invented), *lines])
    owners = _(
        "Values: the publication named in each row, © ITU/United Nations for U4SSC publications; "
        "Source: Eurostat, CC BY 4.0; Ajuntament de València, Oficina d’Estadística."
    )
    return Readme(_sheet(_("About"), synthetic), title, [*lines, (_("Credits"), owners)])


def _sources(sources: Sequence[Source], synthetic: bool) -> Table:
    return Table(
        _sheet(_("Sources"), synthetic),
        [
            Column(_("City"), 18),
            Column(_("Publication"), 50),
            Column(_("Kind of source"), 18),
            Column(_("Verified"), 16),
            Column(_("Extent"), 10),
            Column(_("Year"), 7, "0"),
            Column(_("Address"), 50),
            Column(_("File"), 32),
            Column("sha256", 20),
            Column(_("Rows"), 8, "0"),
        ],
        [
            s._replace(kind=words.kind(s.kind), status=words.submission_status(s.status))
            for s in sources
        ],
    )


def _sheet(name: str, synthetic: bool) -> str:
    return _("%(sheet)s (synthetic)", sheet=name) if synthetic else name
