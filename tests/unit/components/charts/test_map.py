"""The map as a file: names do not collide, extents hold, what is drawn is what is held."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.kit.text import width
from components.charts.map.place import (
    EUROPE,
    FARTHEST,
    HEIGHT,
    LEAST,
    MOST,
    UNKNOWN,
    WIDTH,
    WORLD,
    Box,
    Spot,
    around,
    fitted,
    opening,
    radius,
)
from components.charts.map.svg import ACROSS, DOWN, Dot, Key, Land, map_svg
from etl import projection

SVG = "{http://www.w3.org/2000/svg}"


def test_the_figures_measure_as_the_projection_does() -> None:
    """The serving side knows no ETL: the numbers stand in both, and here they are held equal."""
    assert projection.WIDTH == WIDTH
    assert round(projection.HEIGHT) == HEIGHT


def test_marks_grow_with_the_population_and_an_unknown_one_is_small() -> None:
    assert radius(None) == UNKNOWN < LEAST
    assert radius(10_000) == LEAST
    assert radius(1_000_000) == pytest.approx(6.8)
    assert radius(30_000_000) == MOST


dots = st.builds(
    Dot,
    x=st.floats(9_000, 11_000),
    y=st.floats(500, 2_000),
    radius=st.floats(3, 15),
    name=st.text("abcdef ghij", min_size=1, max_size=14).map(str.strip),
    band=st.just(4),
    status=st.just(""),
)


@given(st.lists(dots, max_size=40))
def test_no_name_meets_another_or_leaves_the_frame(found: list[Dot]) -> None:
    boxes: list[tuple[float, float, float, float]] = []
    for text in names(found):
        words, size = text.text or "", float(text.get("font-size") or 0)
        long, x, y = width(words, size), float(text.get("x") or 0), float(text.get("y") or 0)
        left = x + {"start": 0.0, "middle": -long / 2, "end": -long}[text.get("text-anchor") or ""]
        box = (left, y - size * 0.8, left + long, y)
        assert -0.1 <= box[0] <= box[2] <= ACROSS + 0.1
        assert -0.1 <= box[1] <= box[3] <= DOWN + 0.1
        for other in boxes:
            assert (
                box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
            )
        boxes.append(box)


def names(found: list[Dot]) -> list[ElementTree.Element]:
    """Names of cities in a file of the map."""
    svg = map_svg(LAND, found, Spot(10_000, 1_250, 8), "Title", "Sub", [], [])
    return [text for text in ElementTree.fromstring(svg).iter(f"{SVG}text") if text.get("stroke")]


def test_the_first_in_order_gets_its_name() -> None:
    near = [Dot(10_000, 1_250, 5, name, 4, "") for name in ("First", "Second")]
    assert names([*near, *near])[0].text == "First"


def test_a_view_opens_on_europe_only_where_most_cities_stand_there() -> None:
    here = [(9_800.0 + 100 * i, 1_000.0) for i in range(8)]
    far = [(15_000.0, 4_000.0), (3_000.0, 6_000.0)]
    assert opening([*here, *far]) == around(here)
    assert opening([*here[:3], *far]) == around([*here[:3], *far])
    assert opening([]) == WORLD
    assert EUROPE.holds(*here[0])


@given(
    st.floats(0, 15_000), st.floats(0, 8_000), st.floats(800, 5_000), st.floats(800, 1_700),
    st.floats(300, 2_000), st.floats(300, 1_200),
)  # fmt: skip
def test_a_fit_shows_the_whole_box(
    left: float, top: float, across: float, down: float, width: float, height: float
) -> None:
    box = Box(left, top, left + across, top + down)
    spot = fitted(box, width, height, 20)
    scale = width * spot.zoom / WIDTH
    assert 1 <= spot.zoom <= FARTHEST
    if spot.zoom > 1:
        assert across * scale <= width - 39.9
        assert down * scale <= height - 39.9


LAND = Land(("M0 0l20000 0 0 9734z",), "M1 1l2 0 0 2z", "M5 5l2 0 0 2z")


def test_the_file_is_well_formed_whatever_a_city_is_called() -> None:
    dots = [
        Dot(10_000, 1_000, 6, 'A<b>&"', 4, "", ring=True),
        Dot(10_400, 1_100, 6, "Old", 2, "", faded=True),
        Dot(10_200, 1_400, 6, "None", None, "not_held"),
        Dot(10_200, 1_500, 6, "Printed", None, "not_reported"),
        Dot(1_000, 9_000, 6, "Far away", 1, ""),
    ]
    svg = map_svg(
        LAND,
        dots,
        Spot(10_000, 1_200, 8),
        "Title & more " * 14,
        "Sub",
        [Key(4, "", "Band 4")],
        ["a"],
    )
    root = ElementTree.fromstring(svg)
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert 'A<b>&"' in words
    assert "Far away" not in words  # outside the frame
    assert sum("Title" in word for word in words if word) > 1  # in lines
    used = [use.get("href") for use in root.iter(f"{SVG}use")]
    assert {"#g-4", "#g-2", "#g-nh", "#g-nr"} <= set(used)
    assert "#g-1" not in used
    assert {f"#{symbol.get('id')}" for symbol in root.iter(f"{SVG}symbol")} >= set(used)
    assert "var(" not in svg
    assert re.search(r'opacity="0\.\d+"><use href="#g-2"', svg)
    height = float(root.get("height") or 0)
    assert height > DOWN + 100
    assert float(root.get("width") or 0) > ACROSS
