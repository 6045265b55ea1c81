"""Where a data set comes from and on what terms: what every file says of itself.

Written in English whatever language the reader chose: files of two readers must merge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

DataSet = Literal["published", "synthetic"]

_SOURCES: dict[DataSet, str] = {
    "published": "U4SSC publications (ITU), Eurostat city statistics, "
    "Ajuntament de València (Oficina d’Estadística), World Bank, SDSN, EPOMM and others named in the "
    "rows; compiled by SSC Atlas",
    "synthetic": "SSC Atlas example set: fictional cities, every number is invented",
}
_LICENCES: dict[DataSet, str] = {
    "published": "U4SSC publications © ITU/United Nations; Eurostat CC BY 4.0; "
    "terms of the other sources are their owners’",
    "synthetic": "none needed: no real city is described",
}


@dataclass(frozen=True)
class Provenance:
    """What a file says of its origin.

    data_set: "synthetic" for the example set. version: of the build. source and licence: one line
    each. address: of the view the file was made from, empty where it has none.
    """

    data_set: DataSet
    version: str
    source: str
    licence: str
    address: str = ""

    def cells(self) -> dict[str, str]:
        """The columns that close every file, the same in each row."""
        return {
            "data_set": self.data_set,
            "data_version": self.version,
            "source": self.source,
            "licence": self.licence,
        }


class Versioned(Protocol):
    """A snapshot or a build: a data set as the store names it, with its version."""

    @property
    def data_set(self) -> str:
        """``published`` or ``example``."""

    @property
    def version(self) -> str:
        """Version of the build."""


def provenance(of: Versioned, address: str = "", source: str | None = None) -> Provenance:
    """Provenance of a file made from ``of``; ``source`` where it is narrower than the set's."""
    data_set: DataSet = "synthetic" if of.data_set == "example" else "published"
    return Provenance(
        data_set, of.version, source or _SOURCES[data_set], _LICENCES[data_set], address
    )
