"""Which cities a few typed letters mean."""

from __future__ import annotations

import unicodedata
from typing import Any

from components.view import View
from components.words.i18n import _
from data import queries
from data.rows import CitySummary
from data.store import snapshot

MOST = 8
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "ß": "ss", "ı": "i"})


def plain(text: str) -> str:
    """Lower case without accents, as people type names."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)).translate(_LETTERS)


def options(text: str, search: str) -> list[dict[str, Any]]:
    """At most ``MOST`` cities of the address's data set, best first, as options of a dropdown."""
    wanted = plain(text.strip())
    if not wanted:
        return []
    view = View.from_search(search)
    found = [(_rank(city, wanted), city) for city in queries.cities(snapshot(view.data))]
    ranked = sorted((r, -c.n_held, c.name, c) for r, c in found if r is not None)
    return [
        {
            "label": f"{city.name}, {city.country} · {_held(city)}",
            "value": view.elsewhere().href(f"/city/{city.id}"),
            "search": text,  # found by the server already
        }
        for *_order, city in ranked[:MOST]
    ]


def _rank(city: CitySummary, wanted: str) -> int | None:
    name = plain(city.name)
    if name.startswith(wanted):
        return 0
    if wanted in name:
        return 1
    return 2 if plain(city.country).startswith(wanted) else None


def _held(city: CitySummary) -> str:
    if city.n_held:
        return _("%(n)s points held", n=city.n_held)
    return _("other statistics") if city.n_other else _("no value held")
