"""The scale of a data point in its own unit: where bands begin, where the target stands."""

from __future__ import annotations

from components.charts.beeswarm.frame import Marks
from components.scores.band_edges import edges
from components.words import catalogue as words
from components.words.i18n import _
from components.words.values import target_parts
from data.source_rows import DefinitionRow


def marks(point: DefinitionRow) -> Marks:
    """What the axis of this point carries; no edges and no target where none is set."""
    if not point.scored:
        return Marks(point.unit, (), "", "", ())
    ends = [end for end in (point.target_low, point.target_high) if end is not None]
    target = " ".join(
        part for part in target_parts(point.target_low, point.target_high, point.unit)
    )
    return Marks(
        point.unit,
        tuple(sorted(set(ends))),
        _("target %(value)s", value=target.strip()),
        f"{words.confidence(point.confidence)}: {words.basis(point.basis)}",
        edges(point),
    )
