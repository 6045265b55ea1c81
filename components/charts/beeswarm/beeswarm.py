"""One data point across all cities: two kinds of source as two lanes on one scale.

Every dot stands exactly at its value and is the glyph of its band; crowded dots move off the middle of
their lane, never along the axis (``pack``). A lane is one trace: a circle or a triangle a city, with
the sector of ◔ and ◑ as a shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from components.charts.beeswarm.lane import NARROW, ROW, Named, Placed, stack
from components.charts.beeswarm.rows import Dot, Lane, Scale
from components.charts.kit import axis as axis_of
from components.charts.kit.figure import Figure, Shape, Trace, figure, note
from components.charts.kit.marks import band, glyph, rule, words
from components.charts.kit.palette import LIGHT, band_token
from components.charts.kit.text import SMALL, width
from components.words.i18n import _, number

HEAD, BELOW, FOOT, SIDE = 26.0, 9, 26, 12
"""Px: the lanes' beginning, room below the axis for its glyphs, for its ticks, the margins."""
FADED = 0.34
"""Opacity of a value that is too old to count."""
_LEAST_BAND = 16  # px at NARROW for a band to have its glyph
_SMALLEST = 3.0  # px of a radius: sectors of smaller dots are not seen


def beeswarm(lanes: Sequence[Lane], scale: Scale) -> Figure:
    """The figure. Lanes without a dot are left out by the caller."""
    placed = list(stack(lanes, scale, HEAD))
    last = placed[-1]
    height = last.bottom + (ROW if last.lane.median is not None else 0) + 8
    suffix = {"ticksuffix": " %", "showticksuffix": "last"} if scale.percent else {}
    return figure(
        [trace for each in placed for trace in _traces(each)],
        height=height + BELOW + FOOT,
        xaxis=axis_of.values(scale.low, scale.high, showgrid=False, **suffix),
        yaxis=axis_of.hidden(height + BELOW, 0),
        margin=(SIDE, SIDE, 0, FOOT),
        shapes=[*_scale_shapes(scale, height), *(s for each in placed for s in _shapes(each))],
        notes=[*_target(scale), *(n for each in placed for n in _notes(each, scale))],
        # Sectors are shapes, which jump while markers glide.
        transition={"duration": 0},
    )


def _scale_shapes(scale: Scale, height: float) -> Iterator[Shape]:
    """The axis, a colour and a glyph a band, with their borders; the target."""
    yield rule(scale.low, height, scale.high, height, "ink-3", 1)
    for start, end, number_of in _bands(scale):
        yield rule(start, height, end, height, band_token(number_of), 3)
        if scale.low < start:
            yield rule(start, HEAD, start, height, "line", 1, dash="2px,3px", layer="below")
        if (end - start) / (scale.high - scale.low) * NARROW >= _LEAST_BAND:
            yield from glyph((start + end) / 2, height, number_of, 12)
    for end in filter(scale.holds, scale.target):
        yield rule(end, 16, end, height, "ink", 1.5, layer="below")


def _bands(scale: Scale) -> Iterator[tuple[float, float, int]]:
    """Ends and number of every band on the axis."""
    if not scale.edges:
        return
    numbers = [scale.edges[0][1], *(right for _edge, _left, right in scale.edges)]
    cuts = [min(max(edge, scale.low), scale.high) for edge, _left, _right in scale.edges]
    for (start, end), number_of in zip(
        pairwise([scale.low, *cuts, scale.high]), numbers, strict=True
    ):
        if start < end:
            yield start, end, number_of


def _target(scale: Scale) -> list[dict[str, Any]]:
    shown = [end for end in scale.target if scale.holds(end)]
    if not shown:
        return []
    text = f"<b>{scale.target_text}</b>"
    return [_kept_inside(text, sum(shown) / len(shown), 8, scale, "ink")]


def _kept_inside(text: str, at: float, y: float, scale: Scale, colour: str) -> dict[str, Any]:
    """Words over a value that stay inside the plot however narrow it is."""
    x, half = scale.at(at, NARROW), width(text, SMALL) / 2
    anchor = "left" if x < half else "right" if x > NARROW - half else "center"
    font = {"size": SMALL, "color": LIGHT[colour]}
    return note(text, at, y, xanchor=anchor, yanchor="middle", font=font)


def _notes(each: Placed, scale: Scale) -> Iterator[dict[str, Any]]:
    """Name of the lane and its median."""
    yield note(
        each.heading, 0, each.heading_y, xref="paper", xanchor="left", yanchor="middle",
        xshift=-SIDE, bgcolor=LIGHT["paper"],
    )  # fmt: skip
    if each.lane.median is not None:
        text = _("median %(value)s", value=number(each.lane.median))
        yield _kept_inside(text, each.lane.median, each.bottom + ROW / 2, scale, "ink-2")


def _shapes(each: Placed) -> Iterator[Shape]:
    """Middle half, median, lines to the names, sectors of glyphs."""
    lane = each.lane
    if lane.middle:
        yield band(lane.middle[0], each.top, lane.middle[1], each.bottom)
    if lane.median is not None:
        yield rule(lane.median, each.top, lane.median, each.bottom, "ink-3", 1.2, layer="below")
    heights = dict(zip((dot.key for dot in lane.dots), each.heights, strict=True))
    for name in each.names:
        end = each.middle + name.y + (7 if name.y < 0 else -7)
        start = each.middle + heights[name.dot.key]
        yield rule(name.dot.value, start, name.dot.value, end, "peer", 0.9, layer="below")
    if each.radius < _SMALLEST:
        return
    for dot, height in zip(lane.dots, each.heights, strict=True):
        if dot.band in (2, 3):
            sector = glyph(dot.value, each.middle + height, dot.band, each.radius * 12 / 4.5)[-1]
            yield sector | {"opacity": FADED if dot.old else 1}


def _traces(each: Placed) -> list[Trace]:
    """Dots, rings round the chosen ones, names."""
    lane, radius = each.lane, each.radius
    places = [
        (dot, each.middle + height) for dot, height in zip(lane.dots, each.heights, strict=True)
    ]
    rings = [(dot, y) for dot, y in places if dot.chosen]
    strong = [n for n in each.names if n.dot.chosen or lane.label_all]
    plain = [n for n in each.names if n not in strong]
    return [
        {
            **_points(places),
            "marker": _markers(lane.dots, radius),
            "text": [dot.hover for dot in lane.dots],
            "customdata": [dot.key for dot in lane.dots],
            "hovertemplate": "%{text}<extra></extra>",
        },
        {
            **_points(rings),
            "hoverinfo": "skip",
            "marker": {
                "symbol": "circle-open",
                "size": 2 * radius + 6,
                "color": LIGHT["ink"],
                "line": {"color": LIGHT["ink"], "width": 2},
            },
        },
        _words(strong, each.middle, "ink"),
        _words(plain, each.middle, "ink-2"),
    ]


def _points(places: Sequence[tuple[Dot, float]]) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [dot.value for dot, _y in places],
        "y": [round(y, 2) for _dot, y in places],
    }


def _markers(dots: Sequence[Dot], radius: float) -> dict[str, Any]:
    """Full discs and triangles, rings for ◔, ◑ and values without a target."""
    ring = max(1.0, radius * 0.28)
    hollow = {2: "band-2", 3: "band-3", None: "ink-3"}
    tokens = [hollow.get(dot.band) or band_token(dot.band or 4) for dot in dots]
    open_ = [dot.band in hollow for dot in dots]
    return {
        "symbol": ["triangle-down" if dot.band == 1 else "circle" for dot in dots],
        "size": [2 * radius - ring if hole else 2 * radius for hole in open_],
        "color": [
            LIGHT["paper" if hole else token] for hole, token in zip(open_, tokens, strict=True)
        ],
        "opacity": [FADED if dot.old else 1 for dot in dots],
        "line": {
            "color": [LIGHT[t if hole else "paper"] for hole, t in zip(open_, tokens, strict=True)],
            "width": [ring if hole else 0.8 for hole in open_],
        },
    }


def _words(names: Sequence[Named], middle: float, colour: str) -> Trace:
    return words(
        [name.dot.value for name in names],
        [round(middle + name.y, 1) for name in names],
        [name.text for name in names],
        [name.position for name in names],
        colour,
        SMALL,
    )
