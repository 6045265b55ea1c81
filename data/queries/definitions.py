"""What the data points measure and what their targets rest on."""

from __future__ import annotations

from data.queries.cached import by_version
from data.source_rows import DefinitionRow
from data.store import Snapshot

_DEFINITION = """
    SELECT d.key, d.name, d.position, k.code, k.name, k.level, d.dimension, m.name, k.sub_dimension,
           d.category, c.name, d.unit, d.direction, k.definition, k.numerator, k.denominator,
           k.sdg_targets, k.sdg_basis, k.evidence, k.source_url, d.plausible_min, d.plausible_max,
           d.bounds_note, d.scored, t.target_low, t.target_high, t.worst, t.basis, t.rationale,
           t.source_name, t.source_url, t.source_year, t.confidence
    FROM data_point d JOIN kpi k ON k.code = d.kpi_code JOIN category c ON c.key = d.category
    JOIN dimension m ON m.key = d.dimension JOIN target t ON t.point_key = d.key
"""


@by_version
def definitions(snapshot: Snapshot) -> tuple[DefinitionRow, ...]:
    """What every data point measures and what its target rests on, in official order."""
    return tuple(snapshot.rows(DefinitionRow, _DEFINITION + " ORDER BY d.position"))


@by_version
def definition(snapshot: Snapshot, point_key: str) -> DefinitionRow | None:
    """One data point's definition, None where the key is unknown."""
    return next((row for row in definitions(snapshot) if row.key == point_key), None)
