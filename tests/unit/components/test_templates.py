from __future__ import annotations

from html.parser import HTMLParser

import pytest

from components.charts.wheel.panel import wheel_panel
from data.source_rows import DefinitionRow, ObservationRow
from pages.city.kpi_table import kpi_table
from pages.source.drawer import drawer

from .charts.builders import missing, not_held, point, rollup

POINTS = [
    point("loss", 1, name="Loss <script>", value=12.0, history_years=(2020, 2025),
          history_values=(10.0, 12.0), peer_scores=(40.0, 60.0)),
    point("old", 2, year=2021),
    not_held("empty", 3, other_value=13.2, other_year=2021),
    not_held("printed", 4, status="not_reported", page="20"),
    point("free", 5, scored=False, progress=None, band=None),
]  # fmt: skip
ROLLUPS = [rollup("economy-water", 1), rollup("economy", 1, level="dimension")]

DEFINITION = DefinitionRow(
    key="loss", name="Water Supply Loss", position=1, kpi_code="EC: I: WS: 3C",
    kpi_name="Water Supply Loss", level="core", dimension="economy", dimension_name="Economy",
    sub_dimension="Infrastructure", category="economy-water", category_name="Water", unit="%",
    direction="lower_is_better",
    definition="Share of water lost.", numerator="Lost", denominator="Supplied",
    sdg_targets="6.4", sdg_basis="inferred", evidence="kpi_page", source_url=None,
    plausible_min=0.0, plausible_max=100.0, bounds_note=None, scored=True, target_low=10.0,
    target_high=10.0, worst=50.0, basis="leading_cities", rationale="Economic level.",
    target_source=None, target_source_url=None, target_source_year=None, confidence="judgement",
)  # fmt: skip


def observation(year: int, value: float | None, **changes: object) -> ObservationRow:
    plain = ObservationRow(
        city_id="a", point_key="loss", year=year, kind="u4ssc_publication", value=value, unit="%",
        status="reported", quality=None, origin=None, note=None, publication=f"Factsheet {year}",
        page="12", source_url=None, submission_id="s", submission_status="self_reported",
        file="u4ssc.csv", sha256="abcdef0123456789", progress=63.5, band=2,
    )  # fmt: skip
    return plain._replace(**changes)


class Balance(HTMLParser):
    """Counts that every opened element is closed in its order."""

    VOID = frozenset(("input", "br", "col", "path", "use", "circle", "rect", "line", "hr"))

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.stack.pop() == tag


def balanced(html: str) -> None:
    parser = Balance()
    parser.feed(html)
    assert parser.stack == []
    assert len(parser.ids) == len(set(parser.ids))


def table(points=POINTS, **changes):
    settings = {"as_of": 2025, "score": "points", "source_href": "/s/{point}?d=1"} | changes
    return kpi_table(points, ROLLUPS, **settings)


def test_the_table_keeps_every_point_and_says_why_one_is_empty():
    html = table(open_point="loss")
    balanced(html)
    assert html.count('class="ptr') == len(POINTS)
    assert "other statistics: 13.2\u00a0% (2021); no value of a report is available here" in html
    assert "not reported, printed so on page 20" in html
    assert "no target set" in html
    assert 'href="/s/loss?d=1" data-source' in html
    assert html.count("chosen-row") == 1


@pytest.mark.parametrize(
    ("points", "opens"),
    [
        ([not_held("a", 1), not_held("b", 2, other_value=3.0, other_year=2021)], True),
        ([not_held("a", 1, status="not_reported"), not_held("b", 2)], True),
        ([not_held("a", 1)], False),
    ],
)
def test_what_has_a_value_of_any_kind_or_a_note_stands_open(points, opens):
    html = table(points)
    assert ('aria-expanded="true"' in html) is opens
    assert html.count('data-held="1"') == sum(
        p.value is not None or p.other_value is not None for p in points
    )


def test_names_from_data_are_escaped():
    assert "<script>" not in table()
    assert "Loss &lt;script&gt;" in table()


@pytest.mark.parametrize(("as_of", "old"), [(2025, True), (2024, False)])
def test_old_is_more_than_three_years_beside_newer_values(as_of, old):
    assert ("2021<span aria-hidden" in table(as_of=as_of)) is old


def test_columns_without_content_fall_away():
    plain = [point("a", 1), point("b", 2)]
    assert 'class="sp"' not in table(plain)
    assert 'class="pe"' not in table(plain)
    assert table(plain).count("<col ") + table(plain).count("<col>") == 7
    assert table().count("<col ") + table().count("<col>") == 9


def test_the_drawer_puts_the_numbers_into_the_formula():
    html = drawer(DEFINITION, [observation(2020, 24.6)], 2020)
    balanced(html)
    for said in ("= (50 − 24.6) / (50 − 10)", "63.5", "2 of 4 points", "Factsheet 2020", "page 12",
                 "the data year is not printed", "abcdef012345", "our judgement", "self-reported",
                 "core", "6.4 (inferred)"):  # fmt: skip
        assert said in html


def test_other_statistics_stay_apart_from_the_score():
    other = observation(2019, 33.0, kind="other_statistics", publication="Eurostat")
    html = drawer(DEFINITION, [other], 2020)
    balanced(html)
    assert "1 value of other statistics, not in the score" in html
    assert "no score" in html
    assert "= (" not in html
    balanced(drawer(DEFINITION, [other], None))
    remark = other._replace(value=None, status="reported_with_caveat")
    assert "1 remark of other statistics, without a value" in drawer(DEFINITION, [remark], 2020)
    assert "No U4SSC publication" in drawer(DEFINITION, [], None)


def test_a_value_outside_the_window_is_history_only():
    assert "= (" not in drawer(DEFINITION, [observation(2014, 24.6)], 2020)
    assert "= (" in drawer(DEFINITION, [observation(2015, 24.6)], 2020)


def test_a_newer_not_reported_empties_the_point():
    newer = observation(2020, None, status="not_reported", progress=None, band=None)
    html = drawer(DEFINITION, [observation(2019, 24.6), newer], 2020)
    assert "not reported" in html
    assert "= (" not in html
    assert "All 2 rounds" in html


def test_the_target_range_formula_mirrors():
    ranged = DEFINITION._replace(
        direction="target_range", unit="ratio", target_low=1.0, target_high=1.0, worst=0.0
    )
    above = observation(2020, 1.25, unit="ratio", progress=75.0, band=3)
    assert "= 1 − 0.25 / 1" in drawer(ranged, [above], 2020)


def test_the_wheel_panel_counts_what_it_draws():
    points = [*POINTS, not_held("away", 6, category="economy-air")]
    rows = [*ROLLUPS, missing("economy-air", 2)]
    html = wheel_panel(points, rows, {}, city="A", as_of=2025, score="points")
    balanced(html)
    assert "2 not available here" in html
    assert "1 not reported" in html
    assert "1 without target" in html


def test_a_point_without_target_and_value_is_not_said_to_have_one():
    free = DEFINITION._replace(scored=False)
    assert "has a value but no score" in drawer(free, [observation(2020, 3.0, band=None)], 2020)
    assert "has a value but no score" not in drawer(free, [], 2020)


def test_the_peers_drawn_are_counted_against_the_group():
    held = point("loss", 1, peer_scores=(40.0, 60.0))
    html = drawer(DEFINITION, [], 2020, point=held, peers_label="8 cities", n_peers=8)
    assert "2 of 8 have this point." in html
