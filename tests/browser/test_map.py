"""The map by keyboard and pointer: list and map move each other, choices change it in place."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from tests.browser.test_shell import press

COUNT = "return document.querySelector('.mp-count').textContent"
CARD = "return document.querySelector('.mp-card:not([hidden]) h3')?.textContent || ''"
FINDING = "return document.getElementById('map-finding').textContent"
GROUND = "return document.querySelector('.mp-ground').getAttribute('transform').match(/-?[0-9.]+/g)"


def opened(visit: Any, query: str) -> Any:
    driver = visit.open(f"/map?{query}")
    visit.stands("/map")
    visit.wait_for_element(".mp-frame[data-drawn] .mp-m")
    return driver


def ground(driver: Any) -> tuple[float, float, float]:
    """Where the land lies: left, top, px a unit."""
    left, top, scale = map(float, driver.execute_script(GROUND))
    return left, top, scale


def at(driver: Any) -> list[float]:
    """Centre and zoom of the address; nothing while it names none."""
    found = parse_qs(urlsplit(driver.current_url).query).get("at", [""])[0]
    return [float(part) for part in found.split(",")] if found else []


def row(driver: Any, name: str) -> Any:
    return driver.find_element("xpath", f"//*[@id='map-list']//button[text()='{name}']")


def test_list_and_map_lead_each_other_to_a_city(toy_visit):
    driver = opened(toy_visit, "kpi=no2")
    toy_visit.until(COUNT, "the list", "4 of 7 cities in view")
    before = ground(driver)
    row(driver, "Statford").send_keys(Keys.ENTER)
    toy_visit.until(CARD, "the card", "Statford")
    toy_visit.until(lambda d: ground(d)[0] < before[0] - 100, "the map has moved to it")
    toy_visit.wait_for_contains_text(".mp-card", "13 µg/m³ (2024)")
    marked = "return document.querySelector('.mp-rows [aria-current]').textContent"
    toy_visit.until(marked, "marked in the list", "Statford")
    assert driver.execute_script("return !!document.querySelector('.mp-over .mp-pointed')")
    toy_visit.wait_for_element(".mp-card [data-source]").send_keys(Keys.ENTER)
    toy_visit.wait_for_contains_text("#source-body", "13")
    driver.execute_script("document.querySelector('#source .btn-close').click()")
    driver.execute_script("document.querySelector('.mp-close').click()")
    assert driver.execute_script(CARD) == ""


def test_hover_tells_value_year_band_and_target(toy_visit):
    driver = opened(toy_visit, "kpi=no2")
    mark = driver.find_elements("css selector", ".mp-m.b3, .mp-m.b4")[0]
    ActionChains(driver).move_to_element(mark).perform()
    toy_visit.wait_for_contains_text(".mp-tip", "Target: ")
    tip = driver.find_element("css selector", ".mp-tip").text
    assert "µg/m³ (20" in tip
    assert "of 4: " in tip
    overlap = driver.execute_script(
        "const [tip, mark] = [document.querySelector('.mp-tip'), arguments[0]]"
        ".map((node) => node.getBoundingClientRect());"
        "return tip.left < mark.right && mark.left < tip.right",
        mark,
    )
    assert not overlap


def test_keys_and_a_drag_move_the_map_and_a_reload_shows_the_same(toy_visit):
    driver = opened(toy_visit, "kpi=no2")
    driver.execute_script("document.querySelector('.mp-svg').focus()")
    first = ground(driver)
    press(toy_visit, "+", "+", Keys.ARROW_RIGHT)
    moved = ground(driver)
    assert moved[2] > 2 * first[2]
    frame = driver.find_element("css selector", ".mp-svg")
    drag = ActionChains(driver).move_to_element(frame).move_by_offset(0, -60).click_and_hold()
    drag.move_by_offset(-90, 10).move_by_offset(-60, 5).release().perform()
    assert ground(driver)[0] < moved[0] - 100
    assert driver.execute_script(CARD) == ""  # a drag is no choice
    toy_visit.until(lambda d: at(d), "the address")
    shown = ground(driver)
    driver = opened(toy_visit, urlsplit(driver.current_url).query)
    again = ground(driver)
    assert abs(again[2] / shown[2] - 1) < 0.01
    assert abs(again[0] - shown[0]) < 20


def test_a_year_changes_marks_words_list_and_address(toy_visit):
    driver = opened(toy_visit, "data=example")
    driver.find_element("css selector", "#map-year").send_keys(Keys.ARROW_LEFT)
    toy_visit.until(lambda d: "asof=2020" in d.current_url, "the next year with values")
    assert driver.execute_script("return document.getElementById('map-year').value") == "2020"
    toy_visit.wait_for_contains_text("#map-lead", "4 of 14 fictional cities")
    file = "return document.querySelector('[data-file]').href.includes('asof=2020')"
    toy_visit.until(file, "the file follows")
    driver.find_element("css selector", "#map-play").click()
    toy_visit.wait_for_contains_text("#map-lead", "14 of 14 fictional cities")
    playing = "return document.getElementById('map-play').getAttribute('aria-pressed')"
    toy_visit.until(playing, "the play ends", "false")


def test_measures_and_marks_change_the_map_in_place(toy_visit):
    driver = opened(toy_visit, "data=example")
    driver.execute_script("window.kept = document.querySelector('.mp-svg')")
    Select(driver.find_element("css selector", "#map-score")).select_by_value("economy")
    toy_visit.until(lambda d: d.execute_script(FINDING).startswith("Economy"), "a score")
    assert "measure=economy" in driver.current_url
    driver.find_element("css selector", ".points summary").click()
    press(toy_visit, "poverty", Keys.ENTER)
    toy_visit.until(lambda d: d.execute_script(FINDING).startswith("Poverty"), "a data point")
    assert "measure" not in driver.current_url
    score = "return document.getElementById('map-score').value"
    toy_visit.until(score, "no score is chosen", "-")
    row(driver, "Alvenford").click()
    driver.execute_script("document.querySelector('.mp-card [data-key=mark]').click()")
    own = "return document.querySelector('.mp-rows .mp-own button')?.textContent"
    toy_visit.until(own, "marked in the list", "Alvenford")
    name = "return document.querySelector('.mp-name.mp-own')?.textContent"
    toy_visit.until(name, "marked on the map", "Alvenford")
    assert "cities=alvenford" in driver.current_url
    assert driver.execute_script("return document.querySelector('.mp-svg') === kept")


def test_the_list_is_filtered_and_sorted(toy_visit):
    driver = opened(toy_visit, "data=example")
    driver.find_element("css selector", "#map-text").send_keys("southland")
    toy_visit.until(COUNT, "found in both views", "7 of 14 cities found")
    Select(driver.find_element("css selector", "#map-sort")).select_by_value("name")
    names = "return [...document.querySelectorAll('.mp-rows button')].map((b) => b.textContent)"
    first = "Hesperport"
    toy_visit.until(lambda d: d.execute_script(names)[0] == first, "by name")
    found = driver.execute_script(names)
    assert found == sorted(found)


def test_a_crowd_opens_by_keyboard(toy_visit):
    driver = opened(toy_visit, "kpi=no2")
    driver.execute_script("document.querySelector('[data-box=world]').click()")
    toy_visit.wait_for_element(".mp-c")
    before = ground(driver)[2]
    driver.execute_script("document.querySelector('.mp-c').focus()")
    press(toy_visit, Keys.ENTER)
    toy_visit.until(lambda d: ground(d)[2] > 1.5 * before, "zoomed to the crowd")
