"""The scorecard a page gets against the same questions put to the store in SQL."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from analysis.steps import furthest
from components.scores.finding import headline, speaking
from data import queries
from data.store import snapshot

_LINES = """
    SELECT point_key, list(o.year ORDER BY o.year), list(value ORDER BY o.year)
    FROM observation o JOIN submission s ON s.id = o.submission_id AND s.dated
    WHERE o.city_id = $city AND value IS NOT NULL AND (o.kind = 'other_statistics' OR o.year <= $until)
    GROUP BY point_key, o.kind, CASE WHEN o.kind = 'other_statistics' THEN origin END
    HAVING count(*) > 1 AND count(*) = count(DISTINCT o.year)
"""
_STANDING = (
    "SELECT point_key, value, year, progress FROM point_score WHERE city_id = ? AND as_of = ?"
)
_OTHER = """
    SELECT point_key, arg_max(value, (s.dated, o.year, origin)),
           arg_max(o.year, (s.dated, o.year))
    FROM observation o JOIN submission s ON s.id = o.submission_id
    WHERE o.city_id = ? AND o.kind = 'other_statistics' AND value IS NOT NULL GROUP BY point_key
"""


@pytest.mark.parametrize("data_set", ["published", "example"])
def test_value_history_and_other_statistics_are_those_of_the_store(
    stores: Path, data_set: str
) -> None:
    assert stores.exists()
    store = snapshot(data_set)
    with store.cursor().cursor() as cursor:
        seen = 0
        for city in queries.cities(store):
            for as_of in [row.as_of for row in queries.rounds(store, city.id)[:2]] or [None]:
                lines = defaultdict(list)
                given = {"city": city.id, "until": as_of or 9999}
                for key, years, values in cursor.execute(_LINES, given).fetchall():
                    lines[key].append((tuple(years), tuple(values)))
                standing = cursor.execute(_STANDING, [city.id, as_of]).fetchall()
                other = cursor.execute(_OTHER, [city.id]).fetchall()
                points = queries.scorecard(store, city.id, as_of, ())
                for point in points:
                    history = (point.history_years, point.history_values)
                    longest = max((len(years) for years, _ in lines[point.key]), default=0)
                    assert len(point.history_years) == longest
                    assert history in lines[point.key] or not longest
                    seen += longest > 0
                assert {
                    (p.key, p.value, p.year, p.progress) for p in points if p.progress is not None
                } == {row for row in standing if row[3] is not None}
                assert {
                    (p.key, p.other_value, p.other_year) for p in points if p.other_year
                } == set(other)
    assert seen > 100


@pytest.mark.parametrize("data_set", ["published", "example"])
def test_no_headline_contradicts_the_points_below_it(stores: Path, data_set: str) -> None:
    store = snapshot(data_set)
    said = 0
    for city in queries.cities(store):
        for score in ("points", "continuous"):
            for year in [row.as_of for row in queries.rounds(store, city.id)[:1]]:
                points = queries.scorecard(store, city.id, year, ())
                rollups = queries.rollups(store, city.id, year, ())
                text = headline(city.name, rollups, points, score)
                known = speaking(rollups, "category")
                if speaking(rollups, "dimension") or not known:
                    continue
                praised = text.partition(". ")[0]
                far = {p.category for p in furthest(points)}
                if "most to gain" in praised:
                    continue
                said += 1
                names = [r for r in known if re.search(rf"\b{re.escape(r.short_name)}\b", praised)]
                assert names
                assert not {r.key for r in names} & far, text
                assert len(known) == 1 or len(names) <= max(1, len(known) // 2), text
                if "closest to target" in praised:
                    assert len(known) > 4, text
    assert said >= (4 if data_set == "published" else 0)
