"""Progress in a real browser: the tally leads to charts, groups fill, a city is set next to another."""

from __future__ import annotations

from typing import Any

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

PLOTS = "return document.querySelectorAll('{} .js-plotly-plot').length"


def opened(visit: Any, path: str, heading: str = "") -> Any:
    driver = visit.open(path)
    visit.stands(path.split("?")[0], heading)
    visit.until(lambda d: d.execute_script(PLOTS.format("main")) > 0, "charts")
    return driver


def choose(visit: Any, selector: str, value: str) -> None:
    Select(visit.wait_for_element(selector)).select_by_value(value)


def test_from_a_city_to_its_pace_and_the_source_of_a_number(toy_visit: Any) -> None:
    driver = toy_visit.open("/city/statford")
    toy_visit.stands("/city/statford")
    toy_visit.wait_for_element("main a[href^='/progress/statford']").send_keys(Keys.ENTER)
    toy_visit.stands("/progress/statford", "Statford")
    toy_visit.wait_for_element("#progress-finding .pg-on_course button").send_keys(Keys.ENTER)
    focused = "return document.activeElement.id"
    toy_visit.until(focused, "the chart of what is on course", "trend-no2-title")
    card = "figure:has(#trend-no2)"
    driver.find_element("css selector", f"{card} .pg-sure summary").send_keys(Keys.ENTER)
    assert "90 % confidence" in driver.find_element("css selector", f"{card} .pg-sure").text
    driver.find_element("css selector", f"{card} a[data-source]").send_keys(Keys.ENTER)
    toy_visit.wait_for_contains_text("#source-body", "Where the number comes from")


def test_controls_change_the_page_in_place_and_the_address_keeps_them(toy_visit: Any) -> None:
    driver = opened(toy_visit, "/progress/statford")
    driver.execute_script("window.kept = document.getElementById('level')")
    choose(toy_visit, "#progress-scope select", "all")
    toy_visit.wait_for_contains_text("#progress-name", "All data points")
    toy_visit.wait_for_element("#trend-unemployment_rate")
    assert "scope=all" in driver.current_url
    choose(toy_visit, "[id*='asof'][id*='progress']", "2020")
    toy_visit.wait_for_contains_text("#progress-name", "as of 2020")
    assert driver.execute_script("return document.getElementById('level') === window.kept")
    driver.refresh()
    toy_visit.stands("/progress/statford")
    toy_visit.wait_for_contains_text("#progress-name", "as of 2020")


def test_a_city_is_set_next_to_another_and_taken_out(toy_visit: Any) -> None:
    driver = opened(toy_visit, "/progress/statford?kpi=no2")
    choose(toy_visit, "#one-point-cities select", "partwick")
    toy_visit.wait_for_contains_text("#one-point-cities", "Partwick")
    toy_visit.until(
        "return document.getElementById('cities-chart').textContent.includes('Partwick')", "drawn"
    )
    assert "cities=partwick" in driver.current_url
    toy_visit.wait_for_element("#one-point-cities [data-key=partwick]").send_keys(Keys.ENTER)
    toy_visit.until("return location.search", "Partwick left", "?kpi=no2")


def test_two_rounds_are_compared(toy_visit: Any) -> None:
    opened(toy_visit, "/progress/fullhaven")
    toy_visit.wait_for_contains_text("#rounds-bridge-title", "Up")
    toy_visit.until(PLOTS.format("#rounds"), "a chart for each dimension and the bridge", 4)


def test_a_group_fills_when_it_is_opened(visit: Any) -> None:
    driver = opened(visit, "/progress/selvinuna?data=example&scope=all")
    first = driver.execute_script(PLOTS.format("#trends"))
    assert first <= 12
    visit.wait_for_element("#trends-too_slow summary").send_keys(Keys.ENTER)
    visit.until(PLOTS.format("#trends-too_slow"), "the group", 12)
    visit.wait_for_element("#trends-too_slow > button").send_keys(Keys.ENTER)
    visit.until(PLOTS.format("#trends-too_slow"), "further charts", 24)


def test_a_mark_of_the_level_opens_the_source_of_its_number(toy_visit: Any) -> None:
    driver = opened(toy_visit, "/progress/statford")
    toy_visit.until(PLOTS.format("#level-section"), "the level", 1)
    mark = "#level .scatterlayer .trace:last-child .point"
    driver.execute_script(
        "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
        "const drag = document.querySelector('#level .nsewdrag');"
        "for (const type of ['mousemove', 'mousedown', 'mouseup'])"
        "  drag.dispatchEvent(new MouseEvent(type, {bubbles: true, view: window,"
        "    clientX: box.x + box.width / 2, clientY: box.y + box.height / 2}))",
        mark,
    )
    toy_visit.wait_for_contains_text("#source-body", "Where the number comes from")
