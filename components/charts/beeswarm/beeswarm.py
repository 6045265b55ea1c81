"""One data point across all cities: two kinds of source as two lanes on one scale.

Every dot stands exactly at its value and is the glyph of its band; crowded dots move off the axis,
never along it (``beeswarm_pack``). Two drawings share one code: 1040 units wide, and 358 for a
phone, where the name of a lane stands above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts.beeswarm.frame import HEAD, Frame, LaneDrawing, Marks
from components.charts.beeswarm.lane import lane_shapes, lane_words, stack
from components.charts.beeswarm.scale import scale_shapes, scale_words
from components.charts.kit import canvas
from components.charts.kit.ticks import Axis


def beeswarm(
    lanes: Sequence[LaneDrawing], axis: Axis, marks: Marks, frame: Frame
) -> dict[str, Any]:
    """The figure. Lanes without a dot are left out by the caller."""
    set_lanes = list(stack(lanes, axis, frame, HEAD))
    foot = set_lanes[-1].y + set_lanes[-1].half + 14
    if any(lane.median is not None for lane in lanes[-1:]):
        foot += 16
    height = foot + 28
    drawn = [
        *scale_shapes(axis, marks, frame, foot),
        *(shape for each in set_lanes for shape in lane_shapes(each, axis, frame)),
    ]
    data = [*scale_words(axis, marks, frame, foot)]
    for each in set_lanes:
        data += lane_words(each, axis, frame)
    return {
        "data": [trace for trace in data if trace["x"]],
        "layout": canvas.layout(frame.width, height, drawn),
    }
