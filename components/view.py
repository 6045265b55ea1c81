"""The state of a page as its URL: one frozen ``View`` that every page reads and writes.

``View.from_query`` never fails: a value it cannot read falls back to the default and leaves a
notice that the page shows. ``from_query(to_query())`` gives the same view back (property test).
A parameter is one line here: its name in the address, how it is read (its type), its default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Annotated, Any, Literal, get_type_hints
from urllib.parse import parse_qsl, quote, urlencode

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

from analysis.scoring import Score
from components.words.i18n import _

FIRST_YEAR, LAST_YEAR = 1900, 2100
MOST_LISTED = 60
"""Keys read from one list of the address; what follows is left out with a notice by the page."""

DataSet = Literal["published", "example"]
Peers = Literal["auto", "all", "size", "region", "income", "country", "like"]
Shape = Literal["radar", "dots"]
Mean = Literal["arithmetic", "geometric"]
By = Literal["category", "kpi", "dimension", "points"]
Scale = Literal["progress", "percentile"]
Preset = Literal["next_band", "best_peer", "all_lines", "present_pace"]
Theme = Literal["system", "light", "dark"]

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,80}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Za-z]{2,4})?$")]


def _digits(raw: str) -> str:
    """Years are four digits: 2020.0 and 2_020 are none."""
    if len(raw) != 4 or not (raw.isascii() and raw.isdigit()):
        raise ValueError("a year has four digits")
    return raw


def _printable(raw: str) -> str:
    if not raw.isprintable():
        raise ValueError("one printable line")
    return raw


def _split(raw: str) -> list[str]:
    """Comma-separated parts, each once, in the reader's order."""
    return list(dict.fromkeys(part for part in raw.split(",") if part))


def _parts(raw: str) -> list[str]:
    return raw.split(",")


def _pairs(raw: str) -> list[tuple[str, str]]:
    """``key:number`` parts; a later one of the same key counts."""
    found = [part.partition(":") for part in raw.split(",")]
    return list({key: (key, number) for key, _colon, number in found}.values())


Year = Annotated[int, BeforeValidator(_digits), Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Years = Annotated[tuple[Year, Year], BeforeValidator(_parts)]
Name = Annotated[str, StringConstraints(max_length=60), AfterValidator(_printable)]
Keys = Annotated[
    tuple[Key, ...],
    BeforeValidator(_split),
    Field(min_length=1),
    AfterValidator(lambda keys: keys[:MOST_LISTED]),
]
Finite = Annotated[float, Field(allow_inf_nan=False)]
Amount = Annotated[Finite, Field(ge=0)]
Weights = Annotated[tuple[tuple[Key, Amount], ...], BeforeValidator(_pairs)]
Goals = Annotated[tuple[tuple[Key, Finite], ...], BeforeValidator(_pairs)]
Spot = Annotated[tuple[Amount, Amount, Amount], BeforeValidator(_parts)]

ALONG = (
    "data", "score", "peers", "mix", "pin", "leave", "group", "lens", "shape", "lang", "theme",
)  # fmt: skip
"""Fields that go along to another page."""


@dataclass(frozen=True)
class View:
    """What a reader looks at; field names are the names in the query string."""

    data: DataSet = "published"
    asof: Year | None = None  # as-of year; None = the newest round
    cities: Keys = ()  # compared or marked cities
    kpi: Key | None = None  # a data point
    against: Key | None = None  # a second one against it
    lens: Key | None = None  # a named set of data points
    score: Score = "points"  # the one score of the page
    peers: Peers = "auto"  # the group; auto = similar size where 8 cities allow it, else all
    mix: Weights = ()  # criteria of likeness and their weights
    pin: Keys = ()  # cities put into the group
    leave: Keys = ()  # cities left out of it
    group: Name | None = None  # its name
    measure: Key | None = None  # an aggregate on the map, where kpi names none
    scope: Key | None = None  # the points progress is shown of; None = SDG 11
    since: Year | None = None  # first year of a trend; None = the stored trends'
    between: Years | None = None  # two rounds of a city
    preset: Preset | None = None  # a scenario for 2030
    goals: Goals = ()  # the reader's own goals by point, in its unit
    at: Spot | None = None  # the map's centre in its own units, and its zoom
    weights: Weights = ()  # the reader's weights of an index
    mean: Mean = "arithmetic"  # how an index is made: its mean,
    by: By = "category"  # its parts,
    scale: Scale = "progress"  # and their scale
    shape: Shape = "radar"  # profiles as radars or dot plots
    point: Key | None = None  # a data point opened to its source
    category: Key | None = None  # the table's filter: a category or a dimension
    lang: Language | None = None  # None = English
    theme: Theme = "system"
    notices: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> View:
        """View of raw query values; unknown names are ignored, unreadable values leave a notice.

        A name in capitals, with a blank around it or after an HTML ``&amp;`` is meant all the same.
        """
        values: dict[str, Any] = {}
        notices: list[str] = []
        given: dict[str, Any] = {}
        for name, raw in query.items():
            given.setdefault(str(name).strip().casefold().removeprefix("amp;"), raw)
        for name, reader in _readers().items():
            raw, several = _first(given.get(name))
            if several:
                notices.append(
                    _("“%(name)s” stands more than once; “%(value)s” is used.",
                      name=name, value=raw[:40])
                )  # fmt: skip
            if not raw:
                continue
            try:
                values[name] = _read(reader, raw)
            except ValidationError:
                shown = raw[:40] + ("…" if len(raw) > 40 else "")
                notices.append(
                    _(
                        "“%(value)s” is not a value of “%(name)s”; the default is shown.",
                        value=shown,
                        name=name,
                    )
                )
        return cls(**values, notices=tuple(notices))

    @classmethod
    def from_search(cls, search: str) -> View:
        """View of the query of an address, with or without its question mark."""
        given: dict[str, list[str]] = {}
        for name, value in parse_qsl(search.removeprefix("?")):
            given.setdefault(name, []).append(value)
        return cls.from_query(given)

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


def _first(raw: Any) -> tuple[str, bool]:
    """The value of a name, and whether others were given too."""
    if isinstance(raw, list):
        found = [str(each).strip() for each in raw]
        return (found[0] if found else "", len(set(found)) > 1)
    return str(raw or "").strip(), False


def _read(reader: TypeAdapter[Any], raw: str) -> Any:
    try:
        return reader.validate_python(raw)
    except ValidationError:
        return reader.validate_python(raw.casefold())


@cache
def _readers() -> dict[str, TypeAdapter[Any]]:
    hints = get_type_hints(View, include_extras=True)
    return {f.name: TypeAdapter(hints[f.name]) for f in fields(View) if f.name != "notices"}


def _text(value: Any) -> str:
    """A field as it stands in the address."""
    if isinstance(value, tuple):
        return ",".join(map(_item, value))
    return str(value)


def _item(value: Any) -> str:
    if isinstance(value, tuple):
        return f"{value[0]}:{_item(value[1])}"
    return value if isinstance(value, str) else f"{value:.15g}"
