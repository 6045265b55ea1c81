"""The state of a page as its URL: one frozen ``View`` that every page reads and writes.

``View.from_query`` never fails: a value it cannot read falls back to the default and leaves a
notice that the page shows. ``from_query(to_query())`` gives the same view back (property test).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args
from urllib.parse import urlencode

from components.i18n import _

DataSet = Literal["published", "example"]
Score = Literal["points", "continuous"]
Peers = Literal["auto", "all", "size", "region", "income"]
Shape = Literal["radar", "dots"]
Theme = Literal["system", "light", "dark"]

FIRST_YEAR, LAST_YEAR = 1900, 2100
_KEY = re.compile(r"[a-z0-9_-]{1,80}")
_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z]{2,4})?")
_CHOICES: dict[str, tuple[str, ...]] = {
    "data": get_args(DataSet),
    "score": get_args(Score),
    "peers": get_args(Peers),
    "shape": get_args(Shape),
    "theme": get_args(Theme),
}


@dataclass(frozen=True)
class View:
    """What a reader looks at. Field names are the names in the query string.

    data: published | example; asof: as-of year, None = the newest round; score: the one score of
    the page; peers: fixed peer group (auto = similar size where 8 cities allow it, else all);
    shape: profiles as radars or dot plots; point: a data point opened to its source; category:
    table filter; lang: None = English; theme: system | light | dark.
    """

    data: DataSet = "published"
    asof: int | None = None
    score: Score = "points"
    peers: Peers = "auto"
    shape: Shape = "radar"
    point: str | None = None
    category: str | None = None
    lang: str | None = None
    theme: Theme = "system"
    notices: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> View:
        """View of raw query values; unknown names are ignored, unreadable values leave a notice."""
        values: dict[str, Any] = {}
        notices: list[str] = []
        for name in (f.name for f in fields(cls) if f.name != "notices"):
            raw = query.get(name)
            if raw is None or raw == "":
                continue
            raw = str(raw[0] if isinstance(raw, list) else raw).strip()
            value = _read(name, raw)
            if value is None:
                shown = raw[:40] + ("…" if len(raw) > 40 else "")
                notices.append(
                    _(
                        "“%(value)s” is not a value of “%(name)s”; the default is shown.",
                        value=shown,
                        name=name,
                    )
                )
            else:
                values[name] = value
        return cls(**values, notices=tuple(notices))

    def to_query(self) -> str:
        """Query string without the question mark; defaults are left out."""
        default = View()
        pairs = [
            (f.name, str(getattr(self, f.name)))
            for f in fields(self)
            if f.name != "notices" and getattr(self, f.name) != getattr(default, f.name)
        ]
        return urlencode(pairs)

    def href(self, path: str, **changes: Any) -> str:
        """Link to ``path`` that keeps this view with ``changes``."""
        query = replace(self, notices=(), **changes).to_query()
        return f"{path}?{query}" if query else path

    def elsewhere(self) -> View:
        """What goes along to another page: data set, score, peers, shape, language, theme."""
        return replace(self, asof=None, point=None, category=None, notices=())


def _read(name: str, raw: str) -> Any:
    """Value of one query field, None where it cannot be read."""
    if name in _CHOICES:
        return raw if raw in _CHOICES[name] else None
    if name == "asof":
        year = int(raw) if re.fullmatch(r"\d{4}", raw, re.ASCII) else None
        return year if year and FIRST_YEAR <= year <= LAST_YEAR else None
    if name == "lang":
        return raw if _LANGUAGE.fullmatch(raw) else None
    return raw if _KEY.fullmatch(raw) else None
