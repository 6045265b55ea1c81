from __future__ import annotations

import json
import math
import re

import plotly.graph_objects as go
import pytest

from components.charts.kit.figure import NARROW
from components.charts.kit.labels import Box
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import width
from components.charts.radar.categories import radar_stands, summary
from components.charts.radar.dotplot import dotplot
from components.charts.radar.polar import HEIGHT, RADIUS, line, ring_words
from components.charts.radar.radar import radar

from .builders import missing, rollup

FULL = [rollup(key, i) for i, key in enumerate(("air", "energy", "water", "waste"))]
BROKEN = [FULL[0], FULL[1], missing("water", 2), FULL[3]]
PARTLY = rollup(
    "water", 2, n_scored=2, n_missing=3, n_scoreable=5, points_score=62.5, points_low=40.0,
    points_high=85.0, band=2, passes_gate=False,
)  # fmt: skip


@pytest.mark.parametrize("draw", [radar, dotplot])
@pytest.mark.parametrize("score", ["points", "continuous"])
@pytest.mark.parametrize("rows", [FULL, BROKEN, [*FULL[:2], PARTLY, FULL[3]]])
def test_plotly_accepts_it_and_its_colours_are_tokens(draw, score, rows):
    figure = draw(rows, {"water": "not_reported"}, score)
    go.Figure(figure)
    text = json.dumps(figure)
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", text)) <= set(LIGHT.values())
    assert "rgb" not in text


def test_official_order_from_twelve_o_clock_clockwise():
    hover = radar(list(reversed(FULL)), {}, "points")["data"][-1]
    assert hover["customdata"] == ["air", "energy", "water", "waste"]
    dots = list(zip(hover["x"], hover["y"], strict=True))
    assert dots == [(0, 0.75), (0.75, 0), (0, -0.75), (-0.75, 0)]


def test_a_missing_axis_breaks_the_line_and_is_never_zero():
    figure = radar(BROKEN, {"water": "not_reported"}, "points")
    own = next(trace for trace in figure["data"] if trace["mode"] == "lines")
    assert own["x"][2] is None
    assert own["y"][2] is None
    assert own["connectgaps"] is False
    assert "not reported" in _names(figure)["text"][2]
    # The mark stands on the ring, at the foot.
    assert (figure["data"][-1]["x"][2], figure["data"][-1]["y"][2]) == (0, -1)


@pytest.mark.parametrize(
    ("lines", "gap"),
    [
        ([[64] * 6], 0),  # between two numbers: after the first axis
        ([[79, 79, 79, 50, 79, 79]], 2),  # through 75 at the top, free below
        ([[79, None, 79, 79, 79, 79]], 0),  # a broken line crosses nothing
        ([[64] * 6, [79, 79, 79, 50, 79, 79]], 2),  # clear of both cities
    ],
)
def test_the_rings_numbers_stand_where_no_line_runs_through_them(lines, gap):
    words = ring_words([line(scores) for scores in lines])
    x, y = words["x"][-1], words["y"][-1]
    assert 0.9 < math.hypot(x, y) < 1  # within the ring, which does not cross it
    assert math.degrees(math.atan2(x, y)) % 360 == pytest.approx(30 + 60 * gap, abs=0.1)


LONG = (
    "ICT Infrastructure", "Water and Sanitation", "Drainage", "Electricity Supply", "Transport",
    "Public Sector", "Innovation", "Employment", "Waste", "Buildings", "Urban Planning",
)  # fmt: skip


def _names(figure):
    return next(trace for trace in figure["data"] if trace.get("hoverinfo") == "none")


@pytest.mark.parametrize("keys", [LONG, LONG[:6], LONG[4:8]])
def test_the_names_of_axes_stay_within_the_narrowest_place_and_apart(keys):
    rows = [rollup(key, i, name=key, points_score=100.0, band=4) for i, key in enumerate(keys)]
    names = _names(radar(rows, {}, "points"))
    frame = Box(0, 0, NARROW, HEIGHT)
    held = []
    for text, x, y, side in zip(names["text"], names["x"], names["y"], names["textposition"],
                                strict=True):  # fmt: skip
        lines = text.split("<br>")
        wide = max(map(width, lines))
        left = (
            NARROW / 2
            + RADIUS * x
            - {"right": 0, "center": wide / 2, "left": wide}[side.split()[1]]
        )
        high = 17 * len(lines)
        top = (
            HEIGHT / 2
            - RADIUS * y
            - {"top": high, "middle": high / 2, "bottom": 0}[side.split()[0]]
        )
        own = Box(left, top, left + wide, top + high)
        assert frame.left <= own.left, text
        assert own.right <= frame.right + 1, text
        assert not [other for other in held if own.meets(other._replace(bottom=other.bottom - 2))]
        held.append(own._replace(top=own.top + 2))


def test_not_held_is_never_drawn_as_not_reported():
    reported, held = (
        radar(BROKEN, {"water": status}, "points")["layout"]["shapes"]
        for status in ("not_reported", "not_held")
    )
    assert reported != held


def test_peer_band_from_eight_cities_single_dots_below():
    def drawn(n):
        peers = tuple(float(score) for score in range(40, 40 + n))
        figure = radar([row._replace(peer_points=peers) for row in FULL], {}, "points")
        fills = [shape.get("fillcolor") for shape in figure["layout"]["shapes"]]
        dots = [t for t in figure["data"] if t.get("marker", {}).get("color") == LIGHT["peer"]]
        return fills.count(LIGHT["peer-band"]), sum(len(trace["x"]) for trace in dots)

    assert drawn(8) == (1, 0)
    assert drawn(7) == (0, 4 * 7)


def test_under_the_gate_there_is_neither_dot_nor_number():
    rows = [*FULL[:2], PARTLY, FULL[3]]
    figure = dotplot(rows, {}, "points")
    assert "2 of 5 points" in json.dumps(figure)
    assert "63" not in json.dumps([trace.get("text") for trace in figure["data"]])
    assert "water 2 of 5 points" in summary(rows, {}, "points").lower()


def test_food_security_is_a_footnote_and_two_scores_make_no_radar():
    unscoreable = missing("food", 4, n_missing=0, n_scoreable=0)
    assert radar([*FULL, unscoreable], {}, "points") == radar(FULL, {}, "points")
    assert radar_stands(BROKEN)
    assert not radar_stands([FULL[0], FULL[1], missing("water", 2), missing("waste", 3)])
