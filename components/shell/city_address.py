"""The city that an address names: its id, its name, and what is near an id that names none."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import unquote

from components.view import DataSet
from data import queries
from data.store import DATA_SETS, Snapshot, StoreMissing, snapshot

_LIKE_ENOUGH = 0.6
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", " ": "-", "_": "-"})


class Elsewhere(NamedTuple):
    """The same city in the other data set."""

    id: str
    name: str
    data: DataSet


class Near(NamedTuple):
    """What may have been meant: elsewhere, or (id, name) here, the same but for accents first."""

    other: Elsewhere | None
    similar: tuple[tuple[str, str], ...]


def read_id(part: str | None) -> str:
    """A city's id from its part of an address, as the router hands it on: still escaped."""
    return unquote(part or "").strip().lower()


def name_of(part: str | None) -> str | None:
    """Name of the city in the set that holds it, for a page's title."""
    for data_set in DATA_SETS:
        try:
            found = queries.city(snapshot(data_set), read_id(part))
        except StoreMissing:  # the page itself says so
            continue
        if found:
            return found.name
    return None


def near(store: Snapshot, city_id: str, most: int = 5) -> Near:
    """The cities of both sets that ``city_id`` may mean."""
    names = {c.id: c.name for c in queries.cities(store)}
    same = _same(city_id, names)
    close = get_close_matches(_plain(city_id), names, n=most, cutoff=_LIKE_ENOUGH)
    similar = dict.fromkeys([*same, *close])
    other: DataSet = "example" if store.data_set == "published" else "published"
    try:
        elsewhere = {c.id: c.name for c in queries.cities(snapshot(other))}
    except StoreMissing:
        elsewhere = {}
    there = _same(city_id, elsewhere)
    return Near(
        Elsewhere(there[0], elsewhere[there[0]], other) if there else None,
        tuple((key, names[key]) for key in similar)[:most],
    )


def _same(city_id: str, names: dict[str, str]) -> list[str]:
    """Ids that differ from ``city_id``, or whose name does, in case and accents only."""
    plain = _plain(city_id)
    return [key for key, name in names.items() if plain in (_plain(key), _plain(name))]


def _plain(text: str) -> str:
    """Lower case without accents, words joined as in an id."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
