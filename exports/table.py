"""The file contract: a table says what it is, and every file of it can be read without us.

A page gives its rows once, and ``exports.formats`` writes them as CSV, XLSX, Parquet or JSON:

>>> from data.provenance import Provenance
>>> table = Table(
...     name="valencia-gaps",
...     title="Valencia and Pully: gaps to target",
...     columns=(
...         Column("point_key", "Data point"),
...         Column("gap", "Gap", unit="score points", meaning="Pully’s score less Valencia’s"),
...     ),
...     rows=[("pm10", 12.5), ("no2", None)],
...     provenance=Provenance("published", "b278824d", "U4SSC", "© ITU", "/compare"),
... )
>>> table.file_name("csv")
'ssc-atlas-published-b278824d-valencia-gaps.csv'
>>> [column.key for column in table.every_column()]
['point_key', 'gap', 'data_set', 'data_version', 'source', 'licence']
>>> next(table.every_row())
('pm10', 12.5, 'published', 'b278824d', 'U4SSC', '© ITU')
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.words.i18n import _
from data.files import Cell
from data.provenance import Provenance

_LABELS = {"published": "published", "synthetic": "example-synthetic"}


@dataclass(frozen=True)
class Column:
    """A column of a table.

    key: its name in files. heading: its name for people. unit: of its numbers, empty for text and
    counts. meaning: one sentence, empty where the heading says it all.
    """

    key: str
    heading: str
    unit: str = ""
    meaning: str = ""


@dataclass(frozen=True)
class Table:
    """Rows with the words and the provenance that go with them.

    name: of the file, without data set, version and ending. title: what a reader sees.
    rows: as wide as ``columns``; text, numbers, truth values, None for an empty cell. Any iterable
    serves; one that can be read only once gives one file.

    Raises:
        ValueError: two columns of one key, or a key of the provenance.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    provenance: Provenance

    def __post_init__(self) -> None:
        keys = [column.key for column in self.every_column()]
        if len(set(keys)) < len(keys):
            raise ValueError(f"{self.name}: a column key stands twice in {keys}")

    def file_name(self, extension: str) -> str:
        """Name that tells data set and version: ``ssc-atlas-published-<version>-<name>.csv``."""
        name = re.sub(r"[^A-Za-z0-9._-]+", "-", self.name).strip("-")
        label = _LABELS[self.provenance.data_set]
        return f"ssc-atlas-{label}-{self.provenance.version}-{name}.{extension}"

    def every_column(self) -> tuple[Column, ...]:
        """The columns and, behind them, those that say where the row comes from."""
        return (*self.columns, *provenance_columns())

    def every_row(self) -> Iterator[tuple[Cell, ...]]:
        """The rows of ``every_column``, cells as ``cell`` makes them.

        Raises:
            ValueError: a row is not as wide as the columns.
            TypeError: a cell that no format can hold.
        """
        tail, width = tuple(self.provenance.cells().values()), len(self.columns)
        for number, row in enumerate(self.rows, 1):
            if len(row) != width:
                raise ValueError(f"{self.name}: row {number} has {len(row)} of {width} cells")
            yield (*map(cell, row), *tail)


def provenance_columns() -> tuple[Column, ...]:
    """The columns that close every file; keys as ``Provenance.cells`` gives them."""
    return (
        Column("data_set", _("Data set"), "", _("published, or synthetic: invented numbers")),
        Column("data_version", _("Data version"), "", _("Version of the build")),
        Column("source", _("Source"), "", _("Who published the data of this file")),
        Column("licence", _("Licence"), "", _("Terms under which it may be used")),
    )


def cell(value: Any) -> Cell:
    """A value as every format can hold it: NaN and infinity are empty, a date is ISO text.

    Raises:
        TypeError: neither text, number, truth value, date nor None.
    """
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "item"):  # a scalar of numpy
        return cell(value.item())
    raise TypeError(f"a file cannot hold {value!r}")
