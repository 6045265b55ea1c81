"""Two cities in one radar: the categories of a dimension, a line each, no fill (VISUAL).

The rules are those of ``radar``: official order from 12 o'clock, 0 at the centre, target on the
ring, a missing category breaks its city's line. The scores stand under each axis' name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.scoring import Score
from components.charts.dumbbell.rows import City
from components.charts.kit.figure import Figure
from components.charts.kit.marks import dots
from components.charts.kit.palette import LIGHT
from components.charts.radar import polar, shapes
from components.charts.radar.categories import Axis
from components.charts.radar.plane import LABEL_SIZE, LINE_STEP, ground, words
from components.words.values import score_text, two_lines


def overlay(
    cities: tuple[City, City], axes: tuple[Sequence[Axis], Sequence[Axis]], score: Score
) -> Figure:
    """Figure of both cities; ``axes``: the same categories in the same order, a city each."""
    angles = polar.angles(len(axes[0]))
    lines = [polar.line([axis.score for axis in own]) for own in axes]
    data = [polar.ring_words(lines)]
    for city, own, line, symbol in zip(cities, axes, lines, ("circle", "diamond"), strict=True):
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
    data += _labels(cities, axes, angles)
    return ground(data, _ground(axes, angles, score))


def _ground(
    axes: tuple[Sequence[Axis], Sequence[Axis]], angles: Sequence[float], score: Score
) -> list[shapes.Shape]:
    spokes = [
        polar.spoke(angle, broken=first.score is None or second.score is None)
        for angle, first, second in zip(angles, *axes, strict=True)
    ]
    return [*polar.rings(score), *spokes, polar.target_ring()]


def _labels(
    cities: tuple[City, City],
    axes: tuple[Sequence[Axis], Sequence[Axis]],
    angles: Sequence[float],
) -> list[dict[str, Any]]:
    """Name of each axis and both scores, their signs in the cities' colours; – where none is."""
    names: list[Any] = []
    for angle, *both in zip(angles, *axes, strict=True):
        scores = " ".join(
            f'<span style="color:{LIGHT[city.token]}">{sign}</span> <b>'
            + ("–" if axis.score is None else score_text(axis.score, axis.band))
            + "</b>"
            for city, axis, sign in zip(cities, both, ("●", "◆"), strict=True)
        )
        lines = [*two_lines(both[0].name), scores]
        x, top, where = polar.beside(angle, len(lines))
        names += [(x, top + i * LINE_STEP, text, where) for i, text in enumerate(lines)]
    return [words(names, "ink", LABEL_SIZE)]
