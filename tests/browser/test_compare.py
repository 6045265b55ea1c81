"""A comparison in a real browser: a city added by keyboard redraws all of it with one request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

HEADLINE = "return document.querySelector('main h1')?.textContent || ''"
DRAWN = "return document.querySelectorAll('#gaps .main-svg .scatterlayer').length > 0"


def until(driver: Chrome, condition: Callable[[Chrome], Any], what: str) -> Any:
    return WebDriverWait(driver, 20).until(condition, what)


def ask(driver: Chrome, script: str) -> Any:
    return driver.execute_script(script)


def press(driver: Chrome, *keys: str) -> None:
    ActionChains(driver).send_keys(*keys).perform()


@pytest.fixture
def compare(visit: Any) -> Chrome:
    driver: Chrome = visit.open("/compare?cities=riyadh,valencia")
    until(driver, lambda d: "Valencia ahead" in ask(d, HEADLINE), "comparison")
    until(driver, lambda d: ask(d, DRAWN), "dumbbell")
    return driver


def test_a_city_is_added_by_keyboard_and_all_is_redrawn_by_one_request(
    visit: Any, compare: Chrome
) -> None:
    ask(compare, "document.querySelector('.cmp-find input').focus()")
    press(compare, "ask")
    option = "return document.querySelector('#found-compare [role=option] b')?.textContent"
    until(compare, lambda d: ask(d, option) == "Asker", "suggestion")
    visit.listen()
    visit.requests.clear()
    press(compare, Keys.ENTER)
    until(compare, lambda d: "Asker" in ask(d, HEADLINE), "three cities")
    until(compare, lambda d: ask(d, DRAWN), "dots")
    assert "cities=riyadh,valencia,asker" in compare.current_url
    visit.listen()
    assert sum("_dash-update-component" in url for url in visit.requests) == 1


def test_the_matrix_sorts_by_a_citys_band_and_back(compare: Chrome) -> None:
    first = "return document.querySelector('#cmp-cov tr[data-k]').dataset.k"
    choose = (
        "const s = document.querySelector('[data-cov-sort]'); s.value = arguments[0];"
        "s.dispatchEvent(new Event('change', {bubbles: true}));"
    )
    official = ask(compare, first)
    compare.execute_script(choose, "1")
    mark = "return document.querySelector('#cmp-cov tr[data-k]').cells[1].firstChild.className"
    assert ask(compare, mark) == "b4"
    compare.execute_script(choose, "")
    assert ask(compare, first) == official


def test_a_sector_of_a_wheel_leads_to_its_value(compare: Chrome) -> None:
    ask(
        compare,
        "document.querySelector('#wheels [data-level=point][data-key=water_consumption]')"
        ".dispatchEvent(new MouseEvent('click', {bubbles: true}))",
    )
    lit = "return document.querySelector('.cmp-values .lit')?.dataset.point"
    until(compare, lambda d: ask(d, lit) == "water_consumption", "row")


@pytest.mark.parametrize("width", [390, 1440])
def test_the_drawing_that_fits_is_shown_and_nothing_is_wider_than_the_page(
    visit: Any, width: int
) -> None:
    driver = visit.driver
    driver.set_window_size(width, 844)
    try:
        visit.open("/compare?cities=riyadh,valencia")
        ask(driver, "document.querySelector('#gaps').scrollIntoView()")
        until(driver, lambda d: ask(d, DRAWN), "drawn when the reader comes near")
        shown = "return document.querySelector('#chart-gaps{}').checkVisibility()"
        assert ask(driver, shown.format("-phone")) is (width == 390)
        assert ask(driver, shown.format("")) is (width == 1440)
        assert ask(driver, "return document.documentElement.scrollWidth") <= width
    finally:
        driver.set_window_size(1366, 900)
