"""Two cities in one radar: the categories of a dimension, a line each, no fill (VISUAL).

The rules are those of ``radar``: official order from 12 o'clock, 0 at the centre, target on the
ring, a missing category breaks its city's line. The scores stand under each axis' name.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.scoring import Score
from components.charts.dumbbell.dumbbell import City
from components.charts.kit.figure import Figure
from components.charts.kit.marks import dots
from components.charts.kit.palette import LIGHT
from components.charts.radar import polar
from components.charts.radar.categories import Axis
from components.words.values import score_text

_SIGNS = (("circle", "●"), ("diamond", "◆"))


def overlay(
    cities: tuple[City, City], axes: tuple[Sequence[Axis], Sequence[Axis]], score: Score
) -> Figure:
    """Figure of both cities; ``axes``: the same categories in the same order, a city each.

    A click's ``customdata`` is the category key.
    """
    lines = [polar.line([axis.score for axis in own]) for own in axes]
    data = [polar.ring_words(lines)]
    for city, own, line, (symbol, _sign) in zip(cities, axes, lines, _SIGNS, strict=True):
        held = [axis for axis in own if axis.score is not None]
        places = [corner for corner in line if corner is not None]
        data.append(polar.line_trace(line, city.token))
        data.append(
            dots(
                [x for x, _y in places],
                [y for _x, y in places],
                city.token,
                [f"<b>{city.name}</b><br>{axis.hover}" for axis in held],
                [axis.key for axis in held],
                size=10,
                symbol=symbol,
            )
        )
    pairs = list(zip(*axes, strict=True))
    names, keys = [first.name for first, _second in pairs], [first.key for first, _second in pairs]
    data.append(
        polar.names(names, ["" for _pair in pairs], [_scores(cities, p) for p in pairs], keys)
    )
    spokes = [
        polar.spoke(angle, broken=any(axis.score is None for axis in pair))
        for angle, pair in zip(polar.angles(len(pairs)), pairs, strict=True)
    ]
    return polar.ground(data, [*polar.rings(score), *spokes, polar.target_ring()])


def _scores(cities: tuple[City, City], pair: tuple[Axis, Axis]) -> str:
    """Both scores, their signs in the cities' colours; – where none is."""
    return "\u2002".join(
        f'<span style="color:{LIGHT[city.token]}">{sign}</span>\u2009<b>{_shown(axis)}</b>'
        for city, axis, (_symbol, sign) in zip(cities, pair, _SIGNS, strict=True)
    )


def _shown(axis: Axis) -> str:
    return "–" if axis.score is None else score_text(axis.score, axis.band)
