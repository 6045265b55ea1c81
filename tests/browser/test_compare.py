"""A comparison in a real browser: cities and score change in place, marks lead to numbers."""

from __future__ import annotations

import json
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from tests.browser.test_shell import press

TWO = "/compare?cities=fullhaven,twinbridge"
CHARTS = "return document.querySelectorAll('.js-plotly-plot:has(.main-svg)').length"
MATRIX = "#compare-holds tr[data-k]"


def opened(visit: Any, path: str = TWO, charts: int = 5) -> Any:
    driver = visit.open(path)
    visit.stands("/compare")
    visit.until(CHARTS, "charts", charts)
    return driver


def control(visit: Any, name: str) -> Select:
    found = json.dumps({"control": name, "page": "compare"}, separators=(",", ":"))
    return Select(visit.driver.find_element("css selector", f"[id='{found}']"))


def test_a_city_is_added_and_taken_away_by_keyboard_and_the_focus_stays(toy_visit):
    driver = opened(toy_visit)
    field = toy_visit.find_element(".cmp-field")
    field.send_keys("Twinford", Keys.ENTER)
    toy_visit.wait_for_contains_text("h1", "Fullhaven, Twinbridge and Twinford")
    toy_visit.until(CHARTS, "dots, waterfall, a radar for each", 2 + 3 * 3)
    assert driver.execute_script("return document.activeElement.className").endswith("cmp-field")
    assert driver.current_url.endswith("cities=fullhaven,twinbridge,twinford")
    toy_visit.find_element("[aria-label='Remove Twinbridge']").send_keys(Keys.ENTER)
    toy_visit.wait_for_contains_text("h1", "Fullhaven is ahead of Twinford")
    assert driver.current_url.endswith("cities=fullhaven,twinford")
    toy_visit.until(
        "return document.activeElement.getAttribute('aria-label')", "focus", "Remove Twinford"
    )
    driver.refresh()
    toy_visit.stands("/compare", "Fullhaven is ahead of Twinford")


def test_a_score_changes_what_stands_without_making_it_anew(toy_visit):
    driver = opened(toy_visit)
    driver.execute_script("window.kept = document.querySelector('#chart-gaps .js-plotly-plot')")
    control(toy_visit, "score").select_by_value("continuous")
    toy_visit.wait_for_contains_text("#compare-why-notes", "have equal weights")
    kept = "return document.querySelector('#chart-gaps .js-plotly-plot') === window.kept"
    assert driver.execute_script(kept)
    assert "score=continuous" in driver.current_url


def test_the_last_city_but_one_taken_away_asks_for_another(toy_visit):
    driver = opened(toy_visit)
    toy_visit.find_element("[aria-label='Remove Twinbridge']").send_keys(Keys.ENTER)
    toy_visit.wait_for_contains_text("h1", "Which city should Fullhaven be compared with?")
    driver.find_element("link text", "add Twinbridge").send_keys(Keys.ENTER)
    toy_visit.until(CHARTS, "charts", 5)
    driver.back()
    toy_visit.wait_for_contains_text("h1", "Which city should Fullhaven be compared with?")


def test_the_matrix_sorts_by_a_citys_band_and_back(toy_visit):
    driver = opened(toy_visit)
    first = f"return document.querySelector('{MATRIX}').dataset.k"
    official = driver.execute_script(first)
    sort = Select(toy_visit.find_element("#compare-holds select"))
    sort.select_by_visible_text("band of Fullhaven")
    band = f"return document.querySelector('{MATRIX}').cells[1].firstChild.className"
    toy_visit.until(band, "best first", "b4")
    last = f"return [...document.querySelectorAll('{MATRIX}')].at(-1).cells[1].innerHTML"
    assert 'class="b' not in driver.execute_script(last)
    sort.select_by_visible_text("official order")
    toy_visit.until(first, "as it was", official)


def test_a_sector_leads_to_its_row_and_the_row_to_its_source(toy_visit):
    driver = opened(toy_visit)
    driver.execute_script(
        "document.querySelector('#wheels [data-level=point][data-key=no2]')"
        ".dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )
    toy_visit.until("return document.querySelector('.lit')?.dataset.point", "row", "no2")
    press(toy_visit, Keys.ENTER)
    toy_visit.wait_for_contains_text("#source-body", "Where the number comes from")
    assert "/compare" in driver.current_url


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_is_wider_than_the_page_and_no_word_of_a_chart_is_cut(toy_visit, width):
    driver = toy_visit.driver
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False},
    )
    try:
        opened(toy_visit, "/compare?data=example&cities=alvenford,marvenvale", 5)
        assert driver.execute_script("return document.documentElement.scrollWidth") <= width
        cut = (
            "const frame = document.querySelector('#chart-gaps').getBoundingClientRect();"
            "return [...document.querySelectorAll('#chart-gaps text')].filter((t) => {"
            "const b = t.getBoundingClientRect();"
            "return b.width && (b.left < frame.left - 2 || b.right > frame.right + 2);"
            "}).map((t) => t.textContent)"
        )
        toy_visit.until(cut, "words within", [])
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
