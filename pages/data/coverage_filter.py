"""The filter of the data page: kind of source, dimension, which cities. Read from the address."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from components.view import View
from components.words.i18n import _

KINDS = ("reports", "other_statistics", "all")
CITIES = ("held", "all")


@dataclass(frozen=True)
class CoverageFilter:
    """What the matrix shows. Field names are the names in the query string.

    kind: reports (U4SSC publications and submissions) | other_statistics | all;
    dimension: None = all three; cities: held = only those with something of the kind.
    """

    kind: str = "reports"
    dimension: str | None = None
    cities: str = "held"
    notices: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: Mapping[str, Any], dimensions: Collection[str]) -> CoverageFilter:
        """Filter of raw query values; an unreadable value falls back and leaves a notice."""
        choices = {"kind": KINDS, "dimension": tuple(dimensions), "cities": CITIES}
        values: dict[str, str] = {}
        notices: list[str] = []
        for name, known in choices.items():
            raw = query.get(name)
            raw = raw[0] if isinstance(raw, list) and raw else raw
            if raw in known:
                values[name] = str(raw)
            elif raw:
                notices.append(
                    _(
                        "“%(value)s” is not a value of “%(name)s”; the default is shown.",
                        value=str(raw)[:40],
                        name=name,
                    )
                )
        return cls(**values, notices=tuple(notices))

    def download_href(self, view: View, name: str) -> str:
        """Address of a download that follows this filter and data set."""
        pairs = [
            ("data", view.data if view.data != "published" else None),
            ("kind", self.kind if self.kind != "all" else None),
            ("dimension", self.dimension),
        ]
        query = urlencode([(key, value) for key, value in pairs if value])
        return f"/download/{name}" + (f"?{query}" if query else "")

    def download_query(self) -> dict[str, list[str]]:
        """The same filter as the downloads read it."""
        chosen = {"kind": [self.kind]}
        return chosen | ({"dimension": [self.dimension]} if self.dimension else {})
