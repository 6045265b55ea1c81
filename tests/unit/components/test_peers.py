"""Peer groups: choice, pins, omissions, and the sentence that explains a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from analysis.likeness import CRITERIA
from components.peers import group as peers
from components.peers import likeness
from components.peers.likeness import Likeness, mix_notices, mix_of
from components.peers.panel import peer_panel
from components.peers.words import sentence
from components.view import View
from data.queries.peers import PeerCity
from data.store import Snapshot

EVEN = dict.fromkeys(CRITERIA, 1.0)


def city(key: str, population: int | None = 100_000, **changes: Any) -> PeerCity:
    row = PeerCity(
        key, key.title(), "Norway", "Northern Europe", "High income", "cold", population,
        None if population is None else "100 000 to 500 000", 2020, False,
    )  # fmt: skip
    return row._replace(**changes)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Snapshot]:
    """A data set of the given cities that report nothing, fresh for every test."""
    rows = tuple(sorted(request.param))
    for module in ("components.peers.group", "components.peers.likeness", "components.peers.panel"):
        monkeypatch.setattr(f"{module}.peer_cities", lambda _store, _as_of: rows)
    monkeypatch.setattr("components.peers.likeness.reported_profiles", lambda _store, _as_of: ())
    for kept in (likeness.likenesses, likeness._features):
        kept.cache_clear()
    yield Snapshot("published", "test", Path("none"))
    for kept in (likeness.likenesses, likeness._features):
        kept.cache_clear()


MANY = [city(f"c{i:02}", 10_000 * (i + 1)) for i in range(45)]


@pytest.mark.parametrize("store", [MANY], indirect=True)
def test_the_eight_nearest_then_the_readers_hand(store: Snapshot) -> None:
    own = "c20"
    near = peers.resolve(store, View(peers="like"), own)
    assert (near.choice, len(near.ids)) == ("like", 8)
    assert own not in near.ids
    without = peers.resolve(store, View(peers="like", leave=("c19", "c20", "nowhere")), own)
    assert "c19" not in without.ids
    assert len(without.ids) == 8
    assert without.left == ("c19",)
    pinned = peers.resolve(store, View(peers="like", pin=("c44", own), leave=()), own)
    assert set(pinned.ids) == {*near.ids, "c44"}
    assert pinned.pinned == ("c44",)
    both = peers.resolve(store, View(peers="like", pin=("c44",), leave=("c44",)), own)
    assert "c44" not in both.ids


@pytest.mark.parametrize("store", [MANY], indirect=True)
def test_forty_pins_are_forty_cities_and_the_panel_counts_what_it_does_not_list(
    store: Snapshot,
) -> None:
    view = View(peers="country", pin=tuple(f"c{i:02}" for i in range(40)), group="All of <them>")
    group = peers.resolve(store, view, "c44")
    assert len(group.ids) == 44
    panel = str(peer_panel(store, view, "/city/c44", "c44", 2020, group))
    assert panel.count("data-city=") == 24
    assert "and 20 more" in panel
    assert "All of &lt;them&gt;" in panel


@pytest.mark.parametrize(
    ("store", "n"),
    [([], 0), ([city("one")], 0), ([city("one"), city("two")], 1)],
    indirect=["store"],
)
@pytest.mark.parametrize("choice", peers.CHOICES)
def test_no_city_one_and_two(store: Snapshot, n: int, choice: Any) -> None:
    view = View(peers=choice)
    group = peers.resolve(store, view, "one")
    assert len(group.ids) == n
    assert "peers-title" in peer_panel(store, view, "/city/one", "one", None, group)


@pytest.mark.parametrize(
    "store", [[city("small", None), city("other", 5), city("third", None)]], indirect=True
)
def test_a_city_without_population_stands_beside_all_and_says_so(store: Snapshot) -> None:
    view = View(peers="size")
    group = peers.resolve(store, view, "small")
    assert (group.choice, group.ids) == ("all", ("other", "third"))
    panel = str(peer_panel(store, view, "/city/small", "small", None, group))
    assert "what it goes by is unknown" in panel
    assert "Left out: size and reported values." in panel


@pytest.mark.parametrize(
    "store",
    [[city("own"), city("stats", reported=None, other=True), city("bare", reported=None)]],
    indirect=True,
)
def test_other_statistics_count_only_where_they_are_shown(store: Snapshot) -> None:
    assert peers.resolve(store, View(), "own").ids == ()
    assert peers.resolve(store, View(), "own", pool="any").ids == ("stats",)
    assert peers.resolve(store, View(pin=("bare", "stats")), "own").absent == ("bare", "stats")


@pytest.mark.parametrize("store", [MANY], indirect=True)
def test_around_no_city_it_is_all_with_the_readers_hand(store: Snapshot) -> None:
    group = peers.resolve(store, View(peers="like", leave=("c01",)), None)
    assert (group.choice, len(group.ids)) == ("all", 44)
    assert "C02" in peer_panel(store, View(), "/index", None, None, group)


@pytest.mark.parametrize(
    ("other", "differences", "expected"),
    [
        (city("turin", 110_000), (0.1, 0.0, 0.0, 0.0, 0.4),
         "Like Own in size, UN region, income group, latitude and reported values."),
        (city("far", 510_000, un_region="Western Asia", latitude_band="tropical"),
         (2.0, 1.0, 0.0, 1.0, 1.7),
         "Like Own in income group; 5.1 times its size, in Western Asia, warmer by latitude,"
         " other values reported."),
        (city("none", None, income_group="Low income"), (None, 0.0, 1.0, 0.0, None),
         "Like Own in UN region and latitude; low income."
         " Left out: size and reported values (3 shared points)."),
    ],
)  # fmt: skip
def test_a_proposal_explains_itself(
    other: PeerCity, differences: tuple[float | None, ...], expected: str
) -> None:
    assert sentence(city("own"), Likeness(other, 1.0, differences, 3), EVEN) == expected


def test_a_criterion_without_weight_is_not_spoken_of() -> None:
    found = Likeness(city("twin"), 0.0, (None, 0.0, 0.0, 0.0, None), 0)
    mix = EVEN | {"population": 0.0, "profile": 0.0, "region": 0.0}
    assert sentence(city("own"), found, mix) == "Like Own in income group and latitude."


def test_a_mix_names_criteria_and_says_what_it_cannot_use() -> None:
    assert mix_of(View(mix=(("region", 3.0), ("magic", 1.0)))) == EVEN | {"region": 3.0}
    assert "magic" in mix_notices(View(mix=(("magic", 1.0),)))[0]
    zero = tuple((name, 0.0) for name in CRITERIA)
    assert "count alike" in mix_notices(View(mix=zero))[0]
