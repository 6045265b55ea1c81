"""Riyadh and Valencia by exact fractions from the files as received, against the page's rows."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.golden.independent import band, progress

pytestmark = pytest.mark.usefixtures("stores")

DATA = Path(__file__).parents[2] / "data"
CITIES = ("riyadh", "valencia")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def catalogue() -> dict[str, dict[str, Any]]:
    """Each scored point with its target, numbers as numbers."""
    of = {p["key"]: p for p in rows(DATA / "reference" / "data_points.csv")}
    numbers = ("target_low", "target_high", "worst", "plausible_min", "plausible_max")
    joined = [of[t["point_key"]] | t for t in rows(DATA / "reference" / "targets.csv")]
    return {
        t["key"]: t | {name: float(t[name]) if t[name] else None for name in numbers}
        for t in joined
        if t["worst"]
    }


def shared() -> dict[str, tuple[Fraction, Fraction]]:
    """Progress of both cities on each point that both reports print and that has a target."""
    points = catalogue()
    found = []
    for city in CITIES:
        file = DATA / "submissions" / f"u4ssc-{city}-2020-factsheet.csv"
        held = {r["point_key"]: float(r["value"]) for r in rows(file) if r["value"]}
        found.append({k: progress(points[k], v) for k, v in held.items() if k in points})
    return {key: (found[0][key], found[1][key]) for key in found[0] if key in found[1]}


def mean(values: Iterable[Fraction]) -> Fraction:
    own = list(values)
    return sum(own, Fraction(0)) / len(own)


def tree(scores: dict[str, Fraction]) -> Fraction:
    """Mean of means: point, KPI, category, dimension."""
    of = catalogue()
    level = {
        (of[key]["dimension"], of[key]["category"], of[key]["kpi_code"], key): score
        for key, score in scores.items()
    }
    for depth in (3, 2, 1, 0):
        groups = defaultdict(list)
        for path, score in level.items():
            groups[path[:depth]].append(score)
        level = {path: mean(own) for path, own in groups.items()}
    return level[()]


def downloaded(client: FlaskClient, what: str, score: str) -> list[dict[str, str]]:
    answer = client.get(f"/compare/{what}.csv?cities=riyadh,valencia&score={score}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))


def test_they_share_fourteen_points_and_riyadh_leads_on_three(client: FlaskClient) -> None:
    mine = shared()
    assert len(mine) == 14
    given = {r["point_key"]: r for r in downloaded(client, "gaps", "points")}
    assert given.keys() == mine.keys()
    for key, (riyadh, valencia) in mine.items():
        assert float(given[key]["gap"]) == pytest.approx(float(valencia - riyadh), abs=1e-8)
    leads = {k: round(float(r - v), 1) for k, (r, v) in mine.items() if r > v}
    assert leads == {
        "unemployment_rate": 27.2,
        "youth_unemployment_rate": 52.6,
        "school_enrollment": 5.2,
    }
    assert {k for k, r in given.items() if r["ahead"] == "Riyadh"} == set(leads)


def test_the_continuous_waterfall_is_61_67_and_21_45_make_83_12(client: FlaskClient) -> None:
    mine = shared()
    ends = [tree({k: pair[i] for k, pair in mine.items()}) for i in (0, 1)]
    assert [round(float(end), 2) for end in ends] == [61.67, 83.12]
    given = downloaded(client, "contributions", "continuous")
    assert (given[0]["city"], given[0]["printed"]) == ("Riyadh", "61.67")
    assert (given[-1]["city"], given[-1]["printed"]) == ("Valencia", "83.12")
    steps = [r for r in given if r["row"] == "point"]
    assert sum(Fraction(r["printed"]) for r in steps) == Fraction("21.45")
    # A point's contribution is what the gap loses when both cities score alike on it.
    for row in steps:
        alike = {k: pair[0] if k == row["point_key"] else pair[1] for k, pair in mine.items()}
        exact = ends[1] - tree(alike)
        assert float(row["contribution"]) == pytest.approx(float(exact), abs=1e-8)
        assert abs(float(row["printed"]) - float(exact)) < 0.01


def test_the_points_waterfall_counts_every_point_once(client: FlaskClient) -> None:
    mine = shared()

    ends = [25 * mean(Fraction(band(pair[i])) for pair in mine.values()) for i in (0, 1)]
    assert [round(float(end), 2) for end in ends] == [64.29, 82.14]
    given = downloaded(client, "contributions", "points")
    assert [given[0]["printed"], given[-1]["printed"]] == ["64.29", "82.14"]
    steps = [Fraction(r["printed"]) for r in given if r["row"] == "point"]
    assert Fraction("64.29") + sum(steps) == Fraction("82.14")
