"""The kit: measured words, labels that keep apart, marks and axes that plotly takes."""

from __future__ import annotations

import json
import math
from itertools import combinations, pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.kit import axis, marks
from components.charts.kit.figure import figure
from components.charts.kit.labels import Box, box, place, spread
from components.charts.kit.text import fit, grey, keyed, width, wrapped
from components.web.assets import ASSETS
from scripts.letter_widths import OUT, widths

NAMES = st.text("abcdefgh WÅ.,:", min_size=1, max_size=60).map(lambda s: " ".join(s.split()) or "a")
ROOMS = st.floats(40, 300)
STATUSES = ("not_reported", "not_verified", "not_applicable", "no_target", "not_held")


@pytest.mark.skipif(not (ASSETS / "vendor" / "manifest.json").exists(), reason="font not built")
def test_letters_are_as_wide_as_in_the_font():
    assert json.loads(OUT.read_text(encoding="utf-8")) == widths()


def test_markup_has_no_width_and_bold_is_wider():
    assert width(grey("Water")) == width("Water") < width("<b>Water</b>")
    assert width("Water and air", 26) == pytest.approx(2 * width("Water and air", 13))
    assert width(keyed("Oslo", "city-a")) > width("<b>Oslo</b>")


@given(NAMES, ROOMS)
def test_what_is_fitted_or_wrapped_has_room(name, room):
    assert width(fit(name, room)) <= room
    lines = wrapped(name, room, lines=3).split("<br>")
    assert len(lines) <= 3
    assert all(width(line) <= room for line in lines)


@given(NAMES)
def test_words_with_room_stay_whole(name):
    assert fit(name, width(name)) == name
    assert wrapped(name, width(name)) == name
    assert wrapped(name, max(map(width, name.split())), lines=60).replace("<br>", " ") == name


def test_a_shortened_name_keeps_what_tells_it_apart():
    name = "Urban Development and Spatial Planning: Inclusive"
    assert fit(name, 200).endswith("…: Inclusive")


@given(
    NAMES, ROOMS, st.sampled_from([("<b>", "</b>"), ('<span style="color:#646d79">', "</span>")])
)
def test_markup_stays_whole_on_every_line(name, room, tags):
    opened, closed = tags
    for line in wrapped(f"{opened}{name}{closed}", room, lines=3).split("<br>"):
        assert line.startswith(opened)
        assert line.endswith(closed)
        assert width(line) <= room


def test_a_key_before_a_name_is_not_torn_by_a_break():
    name = keyed("Santa Cruz de Tenerife", "city-a")
    assert wrapped(name, 120).replace("<br>", " ") == name
    cut = fit(name, 90)
    assert cut.endswith("…</b>")
    assert cut.startswith(name[: name.index("Santa")])


SPOTS = st.lists(
    st.tuples(st.sampled_from(["Oslo", "Ålesund", "Bizerte 100"]), st.floats(0, 300),
              st.floats(0, 200)),
    max_size=14,
)  # fmt: skip


@given(SPOTS, st.lists(st.tuples(st.floats(0, 280), st.floats(0, 180)), max_size=5))
def test_placed_words_meet_no_other_words_and_no_mark(words, corners):
    frame = Box(0, 0, 300, 200)
    taken = [Box(x, y, x + 20, y + 20) for x, y in corners]
    found = place(words, frame, taken)
    assert len(found) == len(words)
    boxes = [each.box for each in found if each]
    assert not any(one.meets(other) for one, other in combinations([*boxes, *taken], 2)
                   if one in boxes)  # fmt: skip
    for each in boxes:
        assert frame.left <= each.left <= each.right <= frame.right
        assert frame.top <= each.top <= each.bottom <= frame.bottom


def test_the_important_word_comes_first_and_the_next_goes_elsewhere():
    first, second = place([("Oslo", 50, 50), ("Oslo", 50, 50)], Box(0, 0, 300, 100))
    assert first is not None
    assert second is not None
    assert (first.position, second.position) == ("middle right", "middle left")
    assert place([("Oslo", 5, 5)], Box(0, 0, 10, 10)) == [None]


def test_a_box_is_on_the_side_it_is_named_after():
    right, left = (box("Oslo", 50, 50, f"middle {side}", 9) for side in ("right", "left"))
    assert (right.left, left.right) == (59, 41)
    assert box("Oslo", 50, 50, "top center", 9).bottom == 41


HEIGHTS = st.lists(st.floats(-50, 350), min_size=1, max_size=12)


@given(HEIGHTS)
def test_ends_of_lines_stay_in_order_apart_and_inside(wanted):
    placed = spread(wanted, 15, 0, 300)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    ordered = [placed[i] for i in order]
    assert all(b - a >= 15 - 1e-6 for a, b in pairwise(ordered))
    assert ordered[0] >= -1e-6
    assert ordered[-1] <= 300 + 1e-6


@given(HEIGHTS, st.floats(-20, 20), st.integers(0, 11))
def test_no_label_could_stand_nearer_to_where_it_wants_to(wanted, step, which):
    def far(places):
        return sum((a - b) ** 2 for a, b in zip(places, wanted, strict=True))

    placed = spread(wanted, 15, 0, 300)
    moved = list(placed)
    moved[which % len(wanted)] += step
    ordered = sorted(moved)
    if all(b - a >= 15 for a, b in pairwise(ordered)) and 0 <= ordered[0] <= ordered[-1] <= 300:
        assert far(placed) <= far(moved) + 1e-3


def test_labels_with_room_stay_and_those_without_go_on_below():
    assert spread([10, 50, 90], 15, 0, 100) == [10, 50, 90]
    assert spread([50, 50], 20, 0, 100) == [40, 60]
    assert spread([5, 5, 5], 20, 0, 30) == [0, 20, 40]


@pytest.mark.parametrize("band", [1, 2, 3, 4])
def test_plotly_takes_every_glyph_and_no_two_bands_look_alike(band):
    shapes = marks.glyph(50, 2, band)
    go.Figure(layout={"shapes": shapes})
    assert {shape["xanchor"] for shape in shapes} == {50}
    others = [marks.glyph(50, 2, other) for other in (1, 2, 3, 4) if other != band]
    assert _forms(shapes) not in [_forms(other) for other in others]  # in grey print too


def _forms(shapes):
    return [(shape["type"], shape.get("path"), shape["line"]["width"]) for shape in shapes]


def test_plotly_takes_every_missing_mark_and_they_differ():
    found = [marks.missing(0, 1, status) for status in STATUSES]
    for shapes in found:
        go.Figure(layout={"shapes": shapes})
    assert all(one != other for one, other in combinations(found, 2))


def test_a_frame_is_as_wide_as_its_place_and_keeps_zoom():
    drawn = figure([], height=99.6, xaxis=axis.scores(), yaxis=axis.names(["a", "b"], 99))
    go.Figure(drawn)
    layout = drawn["layout"]
    assert layout["autosize"] is True
    assert "width" not in layout
    assert layout["height"] == 100
    assert layout["uirevision"]


def test_rows_stand_from_the_top_and_long_names_break():
    rows = axis.names(["Water", "Electricity Supply in Towns"], 100)
    assert rows["range"][0] > rows["range"][1]
    assert rows["ticktext"][0] == "Water"
    assert "<br>" in rows["ticktext"][1]
    assert axis.row(["Water"], 100) == axis.ROW < axis.row(["Electricity Supply in Towns"], 100)


@pytest.mark.parametrize("made", [axis.hidden(0, 1), axis.scores(), axis.values(-2, 9),
                                  axis.years(2010, 2030), axis.names(["a"], 50)])  # fmt: skip
def test_plotly_takes_every_axis(made):
    go.Figure(layout={"xaxis": made})
    assert made["fixedrange"] is True
    assert all(math.isfinite(end) for end in made["range"])
