from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree as ET

import pytest

from components.charts.inline.ruler import ruler
from components.charts.inline.series import history, peer_strip, sparkline
from components.charts.inline.whisker import whisker
from components.charts.kit.glyphs import SPRITE, STATUS_MARKS
from components.charts.wheel import layout as wheel_layout
from components.charts.wheel.wheel import wheel
from components.words.values import score_text, two_lines, value_text

from .builders import missing, not_held, point, rollup

POINTS = [
    *(point(f"a_{i}", i) for i in range(4)),
    *(not_held(f"b_{i}", 4 + i, category="environment-air", dimension="environment")
      for i in range(3)),
]  # fmt: skip
ROLLUPS = [
    rollup("economy-water", 1, name="Water & Sanitation"),
    missing("environment-air", 2, name="Air", dimension="environment"),
    rollup("economy", 1, level="dimension"),
    missing("environment", 2, level="dimension"),
]
VIEW = {"city": "A & B", "as_of": 2025, "score": "points"}


def test_the_wheel_is_well_formed_and_has_a_sector_for_every_point():
    root = ET.fromstring(wheel(POINTS, ROLLUPS, {}, **VIEW))
    sectors = [node for node in root.iter("path") if node.get("data-key")]
    assert [node.get("data-level") for node in sectors].count("point") == len(POINTS)
    assert sum(node.get("tabindex") == "0" for node in sectors) == 1
    first = sectors[0]
    for said in ("A 0", "70 %".replace(" ", "\u00a0"), "2025", "target", "66 to 95"):
        assert said in first.get("aria-label")
    assert "not available here" in sectors[-3 - 2].get("aria-label")


def test_the_downloaded_wheel_needs_no_style_sheet():
    drawing = wheel(POINTS, ROLLUPS, {}, **VIEW, standalone=True, source="Factsheet 2020, p. 3")
    root = ET.fromstring(drawing)
    assert "var(--" not in drawing
    assert "class=" not in drawing
    assert [node.text for node in root if node.tag.endswith("desc")] == ["Factsheet 2020, p. 3"]
    assert "Factsheet 2020, p. 3</text>" in drawing


def test_a_name_longer_than_its_arc_is_cut_to_a_word_not_by_the_arc():
    rows = [*ROLLUPS[:2], rollup("economy", 1, level="dimension", name="Very " * 12), ROLLUPS[3]]
    assert ">Very 75</textPath>" in wheel(POINTS, rows, {}, **VIEW)


def test_sectors_are_equal_but_for_their_gaps():
    points = [point(str(i), i, kpi_code=str(i)) for i in range(10)]
    outer, _categories, _dimensions = wheel_layout.sectors(points)
    widths = {round(sector.stop - sector.start, 6) for sector in outer}
    assert widths == {round((360 - 3) / 10 - 0.4, 6)}


def test_labels_never_overlap_and_stay_inside():
    wanted = [100.0, 101.0, 102.0, 550.0, 551.0]
    heights = [23.0, 39.0, 23.0, 39.0, 23.0]
    places = wheel_layout.spread(wanted, heights)
    gaps = [b - a for a, b in itertools.pairwise(places)]
    needed = [(a + b) / 2 for a, b in itertools.pairwise(heights)]
    assert all(gap >= need - 1e-9 for gap, need in zip(gaps, needed, strict=True))
    assert places[-1] <= wheel_layout.HEIGHT


def test_every_status_has_a_mark_and_every_mark_a_symbol():
    ids = set(re.findall(r'id="g-(\w+)"', SPRITE))
    assert set(STATUS_MARKS.values()) <= ids
    assert {"1", "2", "3", "4"} <= ids
    assert STATUS_MARKS["not_held"] != STATUS_MARKS["not_reported"]


def test_under_the_gate_the_whisker_has_no_band_colour():
    row = rollup("economy", 1, passes_gate=False, points_low=40.0, points_high=90.0)
    drawing = whisker(row, "points")
    assert "#g-" not in drawing
    assert 'class="bounds"' in drawing
    assert "provisional" in drawing
    ET.fromstring(whisker(missing("economy", 1), "points"))


@pytest.mark.parametrize(
    ("n", "band", "median"), [(4, False, False), (5, False, True), (8, True, True)]
)
def test_small_numbers_of_peers(n, band, median):
    drawing = peer_strip(50.0, 2, tuple(float(i) for i in range(n)))
    assert ("pband" in drawing, "med" in drawing) == (band, median)
    assert f"{n} other cities" in drawing


def test_one_value_is_no_line():
    assert not sparkline((2020,), (1.0,))
    assert not history((2020,), (1.0,), "%", 100.0)
    ET.fromstring(history((2010, 2020), (1.0, 1.0), "%", 1.0))
    ET.fromstring(ruler(24.6, "%", 63.5, 50.0, 10.0))


def test_rounding_never_carries_a_score_over_a_band_edge():
    assert score_text(74.6, 3) == "75"
    assert score_text(62.5, 2) == "63"
    assert score_text(32.5, 1) == "32.5"
    assert score_text(32.98, 1) == "32.98"
    assert score_text(94.96, 3) == "94.96"


def test_values_carry_their_unit():
    assert value_text(1.0, "yes/no") == "Yes"
    assert value_text(1.6, "% of city GDP") == "1.6\u00a0% of city GDP"
    assert value_text(12.0, "ratio") == "12"
    assert two_lines("Water and Sanitation") == ["Water and", "Sanitation"]
