"""Where one number of one city comes from: what its panel and its page are made from."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from components.controls.rounds import at
from components.peers.aspirational import ahead_list, aspirational
from components.peers.group import phrase, resolve
from components.view import View
from components.words.i18n import _
from data import queries
from data.rows import CityRow
from data.settings import settings
from data.source_rows import DefinitionRow
from data.store import Snapshot
from pages.progress.sentence import trend_sentence
from pages.source.drawer import drawer


@dataclass(frozen=True)
class SourceReading:
    """A data point of a city; ``body`` is what is said of its value."""

    city: CityRow
    definition: DefinitionRow
    body: Markup


def read_source(store: Snapshot, view: View, city_id: str, point_key: str) -> SourceReading | None:
    """The reading, None where the data set has no such city or point."""
    definition = queries.definition(store, point_key)
    city = queries.city(store, city_id)
    if definition is None or city is None:
        return None
    chosen = at(queries.rounds(store, city_id), view.asof)
    as_of = chosen.as_of if chosen else None
    group = resolve(store, view, city_id, as_of or 0)
    points = queries.scorecard(store, city_id, as_of, group.ids)
    ahead = aspirational(store, city_id, point_key, as_of) if as_of else ()
    here = view.href(f"/city/{city_id}", point=point_key)
    body = drawer(
        definition,
        queries.observations(store, city_id, point_key),
        as_of,
        window=settings().window_years,
        point=next(p for p in points if p.key == point_key),
        peers_label=phrase(group, view.data == "example"),
        n_peers=len(group.ids),
        links=[(_("Link to this number"), here), (_("How scores are made"), "/methods#score")],
        extra=ahead_list(view, city.name, definition, ahead),
        trend=trend_sentence(store, view, city, definition),
    )
    return SourceReading(city, definition, body)
