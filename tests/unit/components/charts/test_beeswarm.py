from __future__ import annotations

import json
import re
from itertools import combinations

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.beeswarm.beeswarm import beeswarm
from components.charts.beeswarm.frame import PHONE, WIDE, Dot, LaneDrawing, Marks
from components.charts.beeswarm.pack import GAP, Word, pack, place
from components.charts.kit.palette import LIGHT
from components.charts.kit.ticks import axis
from components.charts.scatter.scatter import PHONE as PHONE_SCATTER
from components.charts.scatter.scatter import WIDE as WIDE_SCATTER
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


def test_too_high_a_column_is_refused():
    assert pack([5.0] * 9, 5, most=20) is None
    assert sorted(pack([5.0] * 5, 5, most=20)) == pytest.approx([-20, -10, 0, 10, 20])


@given(
    st.lists(st.tuples(st.floats(0, 400), st.floats(10, 90)), min_size=1, max_size=20),
    st.integers(1, 3),
)
def test_labels_of_one_line_keep_apart_and_inside(words, rows):
    given_words = [Word(str(i), x, 0.0, width) for i, (x, width) in enumerate(words)]
    placed = place(given_words, 0, 400, rows)
    assert placed[0].word.key == "0"
    for a, b in combinations(placed, 2):
        if (a.above, a.row) == (b.above, b.row):
            first, second = sorted((a, b), key=lambda p: p.left)
            assert first.left + first.word.width + GAP <= second.left + 1e-6
    assert all(p.left >= 0 and p.left + p.word.width <= 400 + 1e-6 for p in placed)


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=9))
def test_an_axis_holds_every_value_and_its_ticks(values):
    found = axis(values)
    assert found.low <= min(values) <= max(values) <= found.high
    assert found.low < found.high
    slack = 1e-8 * (found.high - found.low)
    assert all(found.low - slack <= t <= found.high + slack for t in found.ticks)
    assert 1 <= len(found.ticks) <= 9


MARKS = Marks("%", (2.7,), "target 2.7 %", "judged", ((3.9, 4, 3), (10.6, 3, 2), (18.2, 2, 1)))


def swarm_lane(values, **changes):
    dots = tuple(
        Dot(f"c{i}", f"City {i}", v, 1 + i % 4, i % 5 == 4, i == 0, "x")
        for i, v in enumerate(values)
    )
    lane = LaneDrawing("Reports", ("n",), dots, None, None, len(dots) < 14)
    return lane._replace(**changes)


LANES = {
    "one": [2.0],
    "two": [2.0, 9.0],
    "identical": [5.0] * 40,
    "many": [i * 0.37 % 17 for i in range(60)],
    "a thousand equal": [100.0] * 1000,
    "a thousand": [i * 0.0371 % 17 for i in range(1000)],
}


@pytest.mark.parametrize("frame", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("values", LANES.values(), ids=LANES.keys())
def test_plotly_takes_every_swarm_and_every_dot_stands_at_its_value(values, frame):
    lanes = [swarm_lane(values), swarm_lane(values, median=4.0, middle=(3.0, 6.0), label_all=False)]
    scale = axis([*values, 2.7])
    figure = beeswarm(lanes, scale, MARKS, frame)
    go.Figure(figure)
    text = json.dumps(figure)
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", text)) <= set(LIGHT.values())
    assert "rgb" not in text
    for trace in (t for t in figure["data"] if t["mode"] == "markers"):
        wanted = [scale.at(v, frame.left, frame.right) for v in values]
        assert trace["x"] == pytest.approx(wanted, abs=0.01)
        assert trace["customdata"] == [f"c{i}" for i in range(len(values))]
    assert len(figure["layout"]["shapes"]) < 260
    assert figure["layout"]["height"] < 900


def test_the_chosen_city_is_always_named_even_among_a_thousand():
    figure = beeswarm([swarm_lane(LANES["a thousand"])], axis([0.0, 17.0]), MARKS, PHONE)
    assert "<b>City 0</b>" in json.dumps(figure["data"])


@pytest.mark.parametrize("frame", [WIDE_SCATTER, PHONE_SCATTER], ids=["wide", "phone"])
@pytest.mark.parametrize("line", [None, (1.0, 0.5), (4.0, 0.0), (-99.0, 0.1)])
def test_plotly_takes_every_scatter(frame, line):
    pairs = [Pair(f"c{i}", f"City {i}", i, 10 - i / 2, i % 2 == 0, i == 3, "x") for i in range(9)]
    side = Side(axis([0.0, 10.0]), "Measure", (5.0,), -1, True)
    figure = scatter(pairs, side, side._replace(target=(), better=0), line, frame)
    go.Figure(figure)
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", json.dumps(figure))) <= set(LIGHT.values())
    dashed = [s for s in figure["layout"]["shapes"] if s["line"].get("dash") == "6px,4px"]
    assert len(dashed) == (1 if line and line[0] > 0 else 0)
