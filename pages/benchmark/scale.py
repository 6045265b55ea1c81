"""The scale of a data point in its own unit: where bands begin, where the target is."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.beeswarm.rows import Scale
from components.charts.kit.ticks import axis
from components.scores.band_edges import edges
from components.words.i18n import _
from components.words.values import target_parts
from data.source_rows import DefinitionRow
from pages.benchmark.lanes import Lane


def scale(point: DefinitionRow, lanes: Sequence[Lane]) -> Scale:
    """One scale for every drawing: all values of ``lanes``, and the target where one is set.

    Raises:
        ValueError: neither a value nor a target.
    """
    values = [row.value for lane in lanes for row in lane.rows if row.value is not None]
    target = _target(point)
    ends = axis([*values, *target], (point.plausible_min, point.plausible_max))
    percent = point.unit.startswith("%")
    if not point.scored:
        return Scale(ends.low, ends.high, percent)
    text = " ".join(target_parts(point.target_low, point.target_high, point.unit)).strip()
    words = _("target %(value)s", value=text)
    return Scale(ends.low, ends.high, percent, target, words, edges(point))


def _target(point: DefinitionRow) -> tuple[float, ...]:
    """One or two ends, none where no target is set."""
    if not point.scored:
        return ()
    ends = {end for end in (point.target_low, point.target_high) if end is not None}
    return tuple(sorted(ends))
