from __future__ import annotations

import json
import re
from itertools import combinations

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.beeswarm.beeswarm import beeswarm
from components.charts.beeswarm.lane import NARROW, stack
from components.charts.beeswarm.pack import RADII, fitted, pack
from components.charts.beeswarm.rows import Dot, Lane, Scale
from components.charts.kit.labels import box
from components.charts.kit.palette import LIGHT
from components.charts.kit.text import SMALL
from components.charts.kit.ticks import axis
from components.charts.scatter.scatter import Pair, Side, scatter

SPOTS = st.lists(
    st.one_of(st.floats(0, 870, allow_nan=False), st.sampled_from([100.0, 101.0, 435.0])),
    min_size=1,
    max_size=60,
)


@given(SPOTS, st.floats(1, 9))
def test_no_dot_overlaps_another(xs, radius):
    heights = pack(xs, radius)
    for i, j in combinations(range(len(xs)), 2):
        far = (xs[i] - xs[j]) ** 2 + (heights[i] - heights[j]) ** 2
        assert far >= (2 * radius) ** 2 - 1e-4


@given(SPOTS, st.randoms())
def test_the_same_dots_make_the_same_swarm_in_any_order(xs, random):
    mixed = list(xs)
    random.shuffle(mixed)
    assert sorted(zip(mixed, pack(mixed, 5), strict=True)) == sorted(
        zip(xs, pack(xs, 5), strict=True)
    )


@given(SPOTS)
def test_a_dot_with_room_stays_on_the_axis_and_each_is_as_near_as_it_fits(xs):
    heights = pack(xs, 4)
    for i, x in enumerate(xs):
        near = [j for j in range(len(xs)) if j != i and abs(xs[j] - x) < 8]
        if not near:
            assert heights[i] == 0
        elif heights[i]:
            # Off the axis only because somebody is touched there.
            assert min(
                (xs[j] - x) ** 2 + (heights[j] - heights[i]) ** 2 for j in near
            ) == pytest.approx(64, abs=1e-3)


def test_dots_shrink_until_they_fit_and_are_pressed_together_where_none_do():
    assert sorted(pack([5.0] * 5, 5)) == pytest.approx([-20, -10, 0, 10, 20])
    radius, heights = fitted([5.0] * 3, 40)
    assert (radius, max(heights)) == (RADII[0], pytest.approx(2 * RADII[0] + 0.9))
    assert fitted([5.0] * 20, 60)[0] < RADII[0]
    radius, heights = fitted([5.0] * 1000, 60)
    assert radius == RADII[-1]
    assert max(map(abs, heights)) == pytest.approx(60)


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=9))
def test_an_axis_holds_every_value_and_its_ticks(values):
    found = axis(values)
    assert found.low <= min(values) <= max(values) <= found.high
    assert found.low < found.high
    slack = 1e-8 * (found.high - found.low)
    assert all(found.low - slack <= t <= found.high + slack for t in found.ticks)
    assert 1 <= len(found.ticks) <= 9


EDGES = ((3.9, 4, 3), (10.6, 3, 2), (18.2, 2, 1))
SCALE = Scale(0, 20, True, (2.7,), "target 2.7 %", EDGES)


def swarm_lane(values, **changes):
    dots = tuple(
        Dot(f"c{i}", f"City {i}", v, (1, 2, 3, 4, None)[i % 5], i % 5 == 4, i == 0, "x")
        for i, v in enumerate(values)
    )
    return Lane("Reports", "n cities", dots, None, None, len(dots) < 14)._replace(**changes)


LANES = {
    "one": [2.0],
    "two": [2.0, 9.0],
    "identical": [5.0] * 40,
    "many": [i * 0.37 % 17 for i in range(60)],
    "a thousand equal": [20.0] * 1000,
    "a thousand": [i * 0.0371 % 17 for i in range(1000)],
}


@pytest.mark.parametrize("values", LANES.values(), ids=LANES.keys())
def test_plotly_takes_every_swarm_and_every_dot_is_at_its_value(values):
    lanes = [swarm_lane(values), swarm_lane(values, median=4.0, middle=(3.0, 6.0), label_all=False)]
    figure = beeswarm(lanes, SCALE)
    go.Figure(figure)
    text = json.dumps(figure)
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", text)) <= set(LIGHT.values())
    assert "rgb" not in text
    dots = [trace for trace in figure["data"] if "customdata" in trace]
    assert len(dots) == 2
    low, high = sorted(figure["layout"]["yaxis"]["range"])
    for trace in dots:
        assert trace["x"] == values
        assert trace["customdata"] == [f"c{i}" for i in range(len(values))]
        assert all(low < y < high for y in trace["y"])
    assert figure["layout"]["height"] < 700


@pytest.mark.parametrize("values", LANES.values(), ids=LANES.keys())
def test_names_are_inside_a_narrow_plot_and_apart(values):
    (placed,) = stack([swarm_lane(values)], SCALE, 0)
    boxes = [
        box(n.text, SCALE.at(n.dot.value, NARROW), n.y, n.position, 0, SMALL) for n in placed.names
    ]
    assert all(each.left >= 0 and each.right <= NARROW for each in boxes)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_the_chosen_city_is_always_named_and_ringed_even_among_a_thousand():
    figure = beeswarm([swarm_lane(LANES["a thousand"])], SCALE)
    assert "<b>City 0</b>" in json.dumps(figure["data"])
    rings = [t for t in figure["data"] if t.get("marker", {}).get("symbol") == "circle-open"]
    assert [trace["x"] for trace in rings] == [[0.0]]


def test_marking_a_city_keeps_the_traces_in_their_places():
    plain = swarm_lane(LANES["many"])
    none = plain._replace(dots=tuple(dot._replace(chosen=False) for dot in plain.dots))
    kinds = [[t["mode"] for t in beeswarm([lane], SCALE)["data"]] for lane in (plain, none)]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("line", [None, (1.0, 0.5), (4.0, 0.0), (-99.0, 0.1)])
def test_plotly_takes_every_scatter(line):
    pairs = [Pair(f"c{i}", f"City {i}", i, 10 - i / 2, i % 2 == 0, i == 3, "x") for i in range(9)]
    side = Side(0, 10, "Measure", (5.0,), -1, True)
    figure = scatter(pairs, side, side._replace(target=(), better=0), line)
    go.Figure(figure)
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", json.dumps(figure))) <= set(LIGHT.values())
    (fit,) = (trace for trace in figure["data"] if trace["mode"] == "lines")
    assert len(fit["x"]) == (2 if line and line[0] > 0 else 0)
    clicked = [key for trace in figure["data"] for key in trace.get("customdata", [])]
    assert sorted(clicked) == [pair.key for pair in pairs]


def test_the_corner_of_both_targets_is_drawn_only_where_both_are_in_sight():
    pair = [Pair("a", "A", 1, 1, False, False, "x")]
    less, more = Side(0, 10, "m", (4.0,), -1, False), Side(0, 10, "n", (6.0,), 1, False)
    (corner,) = (
        s for s in scatter(pair, less, more, None)["layout"]["shapes"] if s["type"] == "rect"
    )
    assert (corner["x0"], corner["x1"], corner["y0"], corner["y1"]) == (4, 0, 6, 10)
    out = less._replace(target=(40.0,))
    shapes = scatter(pair, out, more, None)["layout"]["shapes"]
    assert not [s for s in shapes if s["type"] == "rect"]
