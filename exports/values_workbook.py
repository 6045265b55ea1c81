"""The values of a filter as a workbook: values, about, sources, catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from babel.dates import format_date

from components.words import catalogue as words
from components.words.i18n import _, locale, number
from data.downloads import Source
from data.provenance import Provenance, provenance
from data.source_rows import BuildRow
from exports.table import Column, Table
from exports.value_columns import value_columns
from exports.xlsx import Notes, xlsx_file


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
    """Workbook at ``path``; in the example set every sheet says "synthetic".

    Raises:
        exports.sheet_rows.TooManyRows: the filter leaves more rows than a sheet can hold.
    """
    known, origin = value_columns(), provenance(build, content.address)
    values = Table(
        name="values",
        title=_("SSC Atlas: values of smart sustainable cities"),
        columns=[known[name] for name in content.names],
        rows=content.rows,
        provenance=origin,
    )
    catalogue = Table(
        name="catalogue",
        title=_("Catalogue of data points"),
        columns=[Column(name, name) for name in content.catalogue_names],
        rows=content.catalogue_rows,
        provenance=origin,
    )
    others = (_sources(content.sources, origin), catalogue)
    with path.open("wb") as out:
        xlsx_file(values, out, _notes(build, content), others)


def _notes(build: BuildRow, content: Content) -> Notes:
    """What this is, and which part of it."""
    return [
        (
            _("Rows"),
            _(
                "%(n)s; one per city, data point, year and source. A printed status without a "
                "value is a row with an empty value; a point without a row is not available here.",
                n=number(content.n_rows, digits=0),
            ),
        ),
        (_("Filter"), content.filter_text),
        (_("Built"), format_date(build.built_at, format="long", locale=locale())),
        (
            _("Scores"),
            _(
                "Progress score: 0 = worst, 100 = target. Bands follow U4SSC’s rule, the "
                "targets are those of SSC Atlas."
            ),
        ),
        (_("Not official"), _("Not an official ITU, UNECE or UN-Habitat product.")),
    ]


def _sources(sources: Sequence[Source], origin: Provenance) -> Table:
    columns = (
        ("city", _("City")),
        ("publication", _("Publication")),
        ("kind", _("Kind of source")),
        ("submission_status", _("Verified")),
        ("extent", _("Extent")),
        ("year", _("Year")),
        ("source_url", _("Address")),
        ("file", _("File")),
        ("sha256", "SHA-256"),
        ("rows", _("Rows")),
    )
    return Table(
        name="sources",
        title=_("Submissions behind the values"),
        columns=[Column(key, heading) for key, heading in columns],
        rows=[
            s._replace(kind=words.kind(s.kind), status=words.submission_status(s.status))
            for s in sources
        ],
        provenance=origin,
    )
