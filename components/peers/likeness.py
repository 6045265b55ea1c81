"""How alike the cities of a data set are to one of them, by the reader's mix of criteria."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from analysis import likeness
from analysis.likeness import CRITERIA, Features
from components.view import View, Weights
from components.words.i18n import _
from data.queries.peers import PeerCity, peer_cities, reported_profiles
from data.settings import settings
from data.store import Snapshot


class Likeness(NamedTuple):
    """Another city against the own one.

    distance: None where no weighted criterion is known for both; differences: by criterion, in the
    order of CRITERIA, None where unknown for either; shared: scored points both report.
    """

    city: PeerCity
    distance: float | None
    differences: tuple[float | None, ...]
    shared: int


def mix_of(view: View) -> dict[str, float]:
    """The reader's weight of every criterion; one not named weighs 1."""
    return dict.fromkeys(CRITERIA, 1.0) | {k: w for k, w in view.mix if k in CRITERIA}


def mix_notices(view: View) -> tuple[str, ...]:
    """What of the mix could not be used, for ``shell.page``."""
    unknown = [key for key, _weight in view.mix if key not in CRITERIA]
    notices = [_("“%(value)s” is not a criterion of likeness.", value=key) for key in unknown[:3]]
    if not any(mix_of(view).values()):
        notices.append(_("All criteria of likeness weigh zero; they count alike."))
    return tuple(notices)


@lru_cache(maxsize=settings().cache_entries)
def likenesses(
    store: Snapshot, city_id: str, as_of: int | None, mix: Weights
) -> tuple[Likeness, ...]:
    """Every other city of the data set, nearest first, those without a distance last.

    ``mix`` as the view holds it. Empty for an unknown city.
    """
    cities = peer_cities(store, as_of)
    ids = [c.id for c in cities]
    if city_id not in ids:
        return ()
    own = ids.index(city_id)
    features = _features(store, as_of)
    differences = likeness.differences(features, own)
    distance = likeness.distances(differences, likeness.weights(dict(mix)))
    held = ~np.isnan(features.profile)
    shared = (held & held[own]).sum(axis=1)
    order = likeness.nearest(distance, ids)
    near = set(order)
    return tuple(
        Likeness(
            cities[i],
            float(distance[i]) if i in near else None,
            tuple(None if np.isnan(d) else float(d) for d in differences[i]),
            int(shared[i]),
        )
        for i in [*order, *(i for i in range(len(ids)) if i not in near)]
        if i != own
    )


@lru_cache(maxsize=8)
def _features(store: Snapshot, as_of: int | None) -> Features:
    """The matrix behind every likeness of a round; the same cities in the same order."""
    cities = peer_cities(store, as_of)
    row = {c.id: i for i, c in enumerate(cities)}
    scores = reported_profiles(store, as_of)
    column = {key: i for i, key in enumerate(sorted({s.point_key for s in scores}))}
    profile = np.full((len(cities), len(column)), np.nan)
    for score in scores:
        profile[row[score.city_id], column[score.point_key]] = score.progress
    return Features(
        np.array([np.log10(c.population) if c.population else np.nan for c in cities]),
        likeness.codes([c.un_region for c in cities]),
        likeness.codes([c.income_group for c in cities]),
        likeness.codes([c.latitude_band for c in cities]),
        profile,
    )
