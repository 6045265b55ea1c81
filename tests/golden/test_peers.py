"""Who is like Valencia, and who is further on, computed from the store another way."""

from __future__ import annotations

import math
import statistics
from pathlib import Path

import pytest

from components.peers.aspirational import aspirational
from components.peers.likeness import likenesses
from data.store import POINTER, Snapshot


def snapshot(stores: Path, data_set: str) -> Snapshot:
    name = (stores / data_set / POINTER).read_text(encoding="utf-8").strip()
    return Snapshot(data_set, name, stores / data_set / name)


def test_likeness_to_valencia_is_that_of_a_sum_by_hand(stores: Path) -> None:
    store = snapshot(stores, "published")
    with store.cursor().cursor() as connection:
        rows = connection.execute(
            "SELECT id, population, un_region, income_group, latitude_band FROM city"
        ).fetchall()
    logs = {key: math.log(people) for key, people, *_ in rows if people}
    spread = statistics.pstdev(logs.values())
    words = {key: tuple(others) for key, _people, *others in rows}
    found = {one.city.id: one for one in likenesses(store, "valencia", None, ())}
    for key, own in words.items():
        # Riyadh alone shares ten points with Valencia, its profile is tested on the example set.
        if key in ("valencia", "riyadh"):
            continue
        parts = [
            float(a != b)
            for a, b in zip(own, words["valencia"], strict=True)
            if a is not None and b is not None
        ]
        if key in logs and "valencia" in logs:
            parts.append((logs[key] - logs["valencia"]) / spread)
        expected = math.sqrt(math.fsum(d * d for d in parts) / len(parts))
        assert found[key].distance == pytest.approx(expected, abs=1e-9)
    nearest = [one.city.id for one in likenesses(store, "valencia", None, ())][:2]
    assert nearest == ["turin", "athens"]


def test_cities_further_on_are_in_a_better_band_of_the_same_context(stores: Path) -> None:
    store = snapshot(stores, "example")
    with store.cursor().cursor() as connection:
        own_band, own_value, as_of = connection.execute(
            "SELECT band, value, as_of FROM point_score WHERE city_id = 'bervinport' AND "
            "point_key = 'pm2_5' AND value IS NOT NULL ORDER BY as_of DESC LIMIT 1"
        ).fetchone() or (0, 0.0, 0)
        rows = connection.execute(
            """
            SELECT p.city_id, p.value, p.band,
                   (c.size_band = o.size_band)::INT + (c.income_group = o.income_group)::INT
                   + (c.un_region = o.un_region)::INT AS same
            FROM point_score p JOIN city c ON c.id = p.city_id
            JOIN city o ON o.id = 'bervinport'
            WHERE p.point_key = 'pm2_5' AND p.band > ?
              AND p.as_of = (SELECT max(as_of) FROM round r WHERE r.city_id = p.city_id
                             AND r.as_of BETWEEN ? - 4 AND ?)
            ORDER BY same DESC, p.progress, p.city_id
            """,
            [own_band, as_of, as_of],
        ).fetchall()
    alike = [row for row in rows if row[3]] or rows
    found = aspirational(store, "bervinport", "pm2_5", as_of)
    assert found
    assert [(f.city.id, f.value, f.band) for f in found] == [row[:3] for row in alike[:3]]
    assert [len(f.same) for f in found] == [row[3] for row in alike[:3]]
    for one in found:
        assert one.gap == pytest.approx(one.value - own_value)
        assert one.gap < 0  # less fine dust is better


@pytest.mark.parametrize("city", ["nowhere", "amsterdam"])
def test_nobody_is_further_on_than_a_city_without_a_value(stores: Path, city: str) -> None:
    assert aspirational(snapshot(stores, "published"), city, "pm2_5", 2021) == ()
