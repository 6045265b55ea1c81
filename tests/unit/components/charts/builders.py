"""Small rows for the figures' tests: only what a test says differs from a plain, full one."""

from __future__ import annotations

from typing import Any

from data.rows import PointRow, RollupRow


def rollup(key: str, position: int, **changes: Any) -> RollupRow:
    plain = RollupRow(
        level="category",
        key=key,
        name=key.title(),
        short_name=key.title(),
        dimension="economy",
        position=position,
        n_points=4,
        n_scored=4,
        n_missing=0,
        n_scoreable=4,
        n_judged=1,
        points_score=75.0,
        points_low=75.0,
        points_high=75.0,
        continuous=70.0,
        continuous_low=70.0,
        continuous_high=70.0,
        band=3,
        continuous_band=3,
        band_stricter=3,
        band_looser=3,
        passes_gate=True,
        peer_points=(),
        peer_continuous=(),
    )
    return plain._replace(**changes)


def missing(key: str, position: int, **changes: Any) -> RollupRow:
    """A category of which nothing is held."""
    nothing: dict[str, Any] = {
        "n_scored": 0, "n_missing": 4, "points_score": None, "points_low": None,
        "points_high": None, "continuous": None, "continuous_low": None, "continuous_high": None,
        "band": None, "continuous_band": None, "passes_gate": False,
    }  # fmt: skip
    return rollup(key, position, **nothing | changes)


def point(key: str, position: int, **changes: Any) -> PointRow:
    plain = PointRow(
        key=key,
        name=key.replace("_", " ").capitalize(),
        position=position,
        kpi_code=f"EC: {position}",
        kpi_name="A KPI",
        level="core",
        dimension="economy",
        category="economy-water",
        category_name="Water",
        unit="%",
        direction="higher_is_better",
        scored=True,
        target_low=100.0,
        target_high=100.0,
        worst=0.0,
        basis="sdg_absolute",
        confidence="strong",
        status="reported",
        value=70.0,
        year=2025,
        note=None,
        page=None,
        progress=70.0,
        band=3,
        peer_scores=(),
        history_years=(),
        history_values=(),
        history_kind=None,
        other_value=None,
        other_year=None,
    )
    return plain._replace(**changes)


def not_held(key: str, position: int, **changes: Any) -> PointRow:
    """A point without a row."""
    nothing: dict[str, Any] = {
        "status": "not_held", "value": None, "year": None, "progress": None, "band": None,
    }  # fmt: skip
    return point(key, position, **nothing | changes)
