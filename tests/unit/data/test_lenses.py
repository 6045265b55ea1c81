"""Lenses name existing KPIs and points, with a reason each, and keep official order."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from data.lenses import lens, lenses

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_member_is_one_known_kpi_or_point_with_a_reason() -> None:
    kpis = {row["code"] for row in rows("kpis.csv")}
    points = {row["key"] for row in rows("data_points.csv")}
    names = {row["key"] for row in rows("lenses.csv")}
    members = rows("lens_points.csv")
    for row in members:
        assert row["lens"] in names
        assert (row["kpi_code"] in kpis) != (row["point_key"] in points), row
        assert row["reason"]
    listed = [(row["lens"], row["kpi_code"], row["point_key"]) for row in members]
    assert len(set(listed)) == len(listed)
    assert names == {row["lens"] for row in members} | {"sdg-11"}


def test_a_kpi_brings_all_its_points_and_a_point_only_itself() -> None:
    mobility = lens("mobility")
    assert mobility is not None
    modes = {r["key"] for r in rows("data_points.csv") if r["kpi_code"] == "EC: I: T: 4A"}
    assert modes <= set(mobility.points)
    resilience = lens("resilience-and-safety")
    assert resilience is not None
    assert "plan_resilient" in resilience.points
    assert "plan_compact" not in resilience.points


@pytest.mark.parametrize("one", lenses(), ids=lambda one: one.key)
def test_points_stand_once_in_official_order(one) -> None:
    order = [row["key"] for row in rows("data_points.csv")]
    assert list(one.points) == [key for key in order if key in set(one.points)]
    assert len(one.points) >= 10


def test_sdg_11_is_the_map_and_an_unknown_lens_is_none() -> None:
    goal = lens("sdg-11")
    assert goal is not None
    assert set(goal.points) == {row["point_key"] for row in rows("sdg11_targets.csv")}
    assert lens("no-such-lens") is None
