"""The state of a page as its URL: one frozen ``View`` that every page reads and writes.

``View.from_query`` never fails: a value it cannot read falls back to the default and leaves a
notice that the page shows. ``from_query(to_query())`` gives the same view back (property test).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args
from urllib.parse import parse_qsl, quote, urlencode

from analysis.scoring import Score
from components.words.i18n import _

DataSet = Literal["published", "example"]
Peers = Literal["auto", "all", "size", "region", "income", "country", "like"]
Shape = Literal["radar", "dots"]
Mean = Literal["arithmetic", "geometric"]
By = Literal["category", "kpi", "dimension", "points"]
Scale = Literal["progress", "percentile"]
Preset = Literal["next_band", "best_peer", "all_lines", "present_pace"]
Theme = Literal["system", "light", "dark"]
Numbers = tuple[tuple[str, float], ...]
Spot = tuple[float, float, float]
Years = tuple[int, int]

FIRST_YEAR, LAST_YEAR = 1900, 2100
ALONG = (
    "data", "score", "peers", "mix", "pin", "leave", "group", "lens", "shape", "lang", "theme",
)  # fmt: skip
"""Fields that go along to another page."""

MOST_LISTED = 60
"""Keys read from one list of the address; what follows is left out with a notice by the page."""

_KEY = re.compile(r"[a-z0-9_-]{1,80}")
_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z]{2,4})?")


@dataclass(frozen=True)
class View:
    """What a reader looks at. Field names are the names in the query string.

    data: published | example; asof: as-of year, None = the newest round; cities: compared cities;
    kpi, against: a data point and a second one beside it; lens: a named set of KPIs; score: the one
    score of the page; peers: group chosen by (auto = similar size where 8 cities allow it, else
    all); mix: criteria of likeness and their weights; pin, leave: cities put into and left out of
    the group; group: its name; measure: an aggregate on the map (overall, a dimension, a category)
    where ``kpi`` names none; scope: the points progress is shown of (None = SDG 11); since: first
    year of a trend (None = the stored trends'); between: two rounds of a city; preset, goals: a
    scenario for 2030 and the reader's own goals by point, in its unit; at: the map's centre in its
    own units and its zoom; weights: the reader's weights; mean, by, scale: how an index is made;
    shape: profiles as radars or dot plots; point: a data point opened to its source; category:
    table filter; lang: None = English; theme: system | light | dark.
    """

    data: DataSet = "published"
    asof: int | None = None
    cities: tuple[str, ...] = ()
    kpi: str | None = None
    against: str | None = None
    lens: str | None = None
    score: Score = "points"
    peers: Peers = "auto"
    mix: Numbers = ()
    pin: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    group: str | None = None
    measure: str | None = None
    scope: str | None = None
    since: int | None = None
    between: Years | None = None
    preset: Preset | None = None
    goals: Numbers = ()
    at: Spot | None = None
    weights: Numbers = ()
    mean: Mean = "arithmetic"
    by: By = "category"
    scale: Scale = "progress"
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
        for name, read in _READERS.items():
            raw = query.get(name)
            raw = str((raw[0] if isinstance(raw, list) else raw) or "").strip()
            if not raw:
                continue
            value = read(raw)
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

    @classmethod
    def from_search(cls, search: str) -> View:
        """View of the query of an address, with or without its question mark."""
        return cls.from_query(dict(parse_qsl(search.removeprefix("?"))))

    def to_query(self) -> str:
        """Query string without the question mark; defaults are left out."""
        default = View()
        pairs = [
            (f.name, _text(getattr(self, f.name)))
            for f in fields(self)
            if f.name != "notices" and getattr(self, f.name) != getattr(default, f.name)
        ]
        return urlencode(pairs, safe=",:", quote_via=quote)

    def href(self, path: str, **changes: Any) -> str:
        """Link to ``path`` that keeps this view with ``changes``."""
        query = replace(self, notices=(), **changes).to_query()
        return f"{path}?{query}" if query else path

    def elsewhere(self) -> View:
        """What goes along to another page: data set, score, peer group, lens, shape, language."""
        return View(**{name: getattr(self, name) for name in ALONG})


def _text(value: Any) -> str:
    """A field as it stands in the address."""
    if isinstance(value, tuple):
        return ",".join(map(_item, value))
    return str(value)


def _item(value: Any) -> str:
    if isinstance(value, tuple):
        return f"{value[0]}:{_item(value[1])}"
    return value if isinstance(value, str) else f"{value:.15g}"


def _choice(kind: Any) -> Callable[[str], str | None]:
    allowed = get_args(kind)
    return lambda raw: raw if raw in allowed else None


def _key(raw: str) -> str | None:
    return raw if _KEY.fullmatch(raw) else None


def _keys(raw: str) -> tuple[str, ...] | None:
    """Comma-separated keys, each once, in the reader's order."""
    found = list(dict.fromkeys(part for part in raw.split(",") if part))
    ok = found and all(_KEY.fullmatch(part) for part in found)
    return tuple(found[:MOST_LISTED]) if ok else None


def _numbers(raw: str, least: float = 0.0) -> Numbers | None:
    """``key:number`` pairs, each key once; numbers are finite and not below ``least``."""
    found: dict[str, float] = {}
    for part in raw.split(","):
        key, colon, text = part.partition(":")
        try:
            number = float(text)
        except ValueError:
            return None
        if not (colon and _KEY.fullmatch(key) and math.isfinite(number) and number >= least):
            return None
        found[key] = number
    return tuple(found.items())


def _spot(raw: str) -> Spot | None:
    """Centre and zoom: three finite numbers, none below zero."""
    try:
        x, y, zoom = (float(part) for part in raw.split(","))
    except ValueError:
        return None
    return (x, y, zoom) if all(map(math.isfinite, (x, y, zoom))) and min(x, y, zoom) >= 0 else None


def _goals(raw: str) -> Numbers | None:
    """As ``_numbers``, also below zero: goals beyond their bounds are refused one by one."""
    return _numbers(raw, -math.inf)


def _years(raw: str) -> Years | None:
    """Two years."""
    years = [_year(part) for part in raw.split(",")]
    first, last = years if len(years) == 2 else (None, None)
    return (first, last) if first and last else None


def _year(raw: str) -> int | None:
    year = int(raw) if re.fullmatch(r"\d{4}", raw, re.ASCII) else None
    return year if year and FIRST_YEAR <= year <= LAST_YEAR else None


def _name(raw: str) -> str | None:
    """A short free text: printable, one line."""
    return raw if len(raw) <= 60 and raw.isprintable() else None


_READERS: dict[str, Callable[[str], Any]] = {
    "data": _choice(DataSet),
    "asof": _year,
    "cities": _keys,
    "kpi": _key,
    "against": _key,
    "lens": _key,
    "score": _choice(Score),
    "peers": _choice(Peers),
    "mix": _numbers,
    "pin": _keys,
    "leave": _keys,
    "group": _name,
    "measure": _key,
    "scope": _key,
    "since": _year,
    "between": _years,
    "preset": _choice(Preset),
    "goals": _goals,
    "at": _spot,
    "weights": _numbers,
    "mean": _choice(Mean),
    "by": _choice(By),
    "scale": _choice(Scale),
    "shape": _choice(Shape),
    "point": _key,
    "category": _key,
    "lang": lambda raw: raw if _LANGUAGE.fullmatch(raw) else None,
    "theme": _choice(Theme),
}
