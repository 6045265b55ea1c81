from __future__ import annotations

import json
import math
import re

import plotly.graph_objects as go
import pytest

from components.charts.kit.palette import LIGHT
from components.charts.radar.categories import radar_stands, summary
from components.charts.radar.dotplot import dotplot
from components.charts.radar.polar import CENTRE, RADIUS, line, ring_words
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
    r = RADIUS * 0.75
    x, y = CENTRE
    dots = list(zip(hover["x"], hover["y"], strict=True))
    wanted = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
    assert dots == [pytest.approx(w, abs=0.06) for w in wanted]


def test_a_missing_axis_breaks_the_line_and_is_never_zero():
    figure = radar(BROKEN, {"water": "not_reported"}, "points")
    own = figure["data"][1]
    assert own["x"][2] is None
    assert own["y"][2] is None
    assert own["connectgaps"] is False
    assert "not reported" in figure["data"][3]["text"]
    # The mark stands on the ring, at the foot.
    assert figure["data"][-1]["y"][2] == pytest.approx(CENTRE[1] + RADIUS)


@pytest.mark.parametrize(
    ("lines", "gap"),
    [
        ([[50, 50, 50, 50, 50, 50]], 0),  # nothing in the way: after the first axis
        ([[88, 88, 100, 100, 85, 86]], 2),  # 75 is crossed at the top, 100 and 75 are free below
        ([[88, None, 100, 88, 88, 88]], 0),  # a broken line crosses nothing
        ([[50] * 6, [88, 88, 100, 100, 85, 86]], 2),  # clear of both cities
    ],
)
def test_the_rings_numbers_stand_where_no_line_runs_through_them(lines, gap):
    words = ring_words([line(scores) for scores in lines])
    x, y = words["x"][-1] - CENTRE[0], CENTRE[1] - words["y"][-1]
    assert math.hypot(x, y) == pytest.approx(RADIUS, abs=0.1)
    assert math.degrees(math.atan2(x, y)) % 360 == pytest.approx(30 + 60 * gap, abs=0.1)


def test_not_held_is_never_drawn_as_not_reported():
    reported, held = (
        radar(BROKEN, {"water": status}, "points")["layout"]["shapes"]
        for status in ("not_reported", "not_held")
    )
    assert reported != held


def test_peer_band_from_eight_cities_single_dots_below():
    def fills(n):
        peers = tuple(float(score) for score in range(40, 40 + n))
        rows = [row._replace(peer_points=peers) for row in FULL]
        shapes = radar(rows, {}, "points")["layout"]["shapes"]
        return [shape.get("fillcolor") for shape in shapes]

    assert fills(8).count(LIGHT["peer-band"]) == 1
    assert fills(8).count(LIGHT["peer"]) == 0
    assert fills(7).count(LIGHT["peer-band"]) == 0
    assert fills(7).count(LIGHT["peer"]) == 4 * 7


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
