"""The journey of the issue in a real browser: find a city, read it, reach a source, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

SHOWN = "return [...document.querySelectorAll('tr[data-key]')].filter(r => r.offsetParent).length"


def until(driver: Chrome, condition: Callable[[Chrome], Any], what: str) -> Any:
    return WebDriverWait(driver, 20).until(condition, what)


def ask(driver: Chrome, script: str) -> Any:
    return driver.execute_script(script)


def wait_for_charts(driver: Chrome, n: int = 3) -> None:
    drawn = f"return document.querySelectorAll('.graph .main-svg .scatterlayer').length >= {n}"
    until(driver, lambda d: ask(d, drawn), "charts drawn")


def press(driver: Chrome, *keys: str) -> None:
    ActionChains(driver).send_keys(*keys).perform()


def test_from_the_start_page_to_the_source_of_a_number_by_keyboard(visit: Any) -> None:
    driver = visit.open("/")
    until(driver, lambda d: ask(d, "return !!document.querySelector('main h1')"), "start page")
    press(driver, "/")
    press(driver, "riy")
    option = "return document.querySelector('.hits:not([hidden]) [role=option] b')?.textContent"
    until(driver, lambda d: ask(d, option) == "Riyadh", "suggestion")
    press(driver, Keys.ENTER)
    until(driver, lambda d: "/city/riyadh" in d.current_url, "city page")
    wait_for_charts(driver)
    assert driver.title.startswith("Riyadh")
    source = "return document.querySelector('[data-key=no2] .src')"
    until(driver, lambda d: ask(d, source), "table")
    ask(driver, source + ".focus()")
    press(driver, Keys.ENTER)
    drawer = "return document.querySelector('#source-no2')?.textContent || ''"
    until(driver, lambda d: "WHO annual guideline" in ask(d, drawer), "source")
    assert "105.35" in ask(driver, drawer)
    press(driver, Keys.ESCAPE)
    until(driver, lambda d: not ask(d, drawer), "closed")
    assert "src" in ask(driver, "return document.activeElement.className")


def test_an_axis_and_a_sector_filter_the_table(visit: Any) -> None:
    driver = visit.open("/city/riyadh")
    wait_for_charts(driver)
    everything = "return document.querySelectorAll('tr[data-key]').length"
    until(driver, lambda d: ask(d, everything) == 112, "the table, which comes after the charts")
    ask(
        driver,
        "document.querySelector('#wheel [data-level=category][data-key=environment-air-quality]')"
        ".dispatchEvent(new MouseEvent('click', {bubbles: true}))",
    )
    until(driver, lambda d: ask(d, SHOWN) == 6, "six points of air quality")


def test_the_example_city_has_three_radars_a_full_wheel_and_steps(visit: Any) -> None:
    driver = visit.open("/cities?data=example")
    link = "return document.querySelector('#city-list tbody a')"
    until(driver, lambda d: ask(d, link), "list")
    ask(driver, link + ".click()")
    wait_for_charts(driver)
    assert ask(driver, "return document.querySelectorAll('.chart-radar').length") == 3
    sectors = "return document.querySelectorAll('#wheel [data-level=point]').length"
    assert ask(driver, sectors) == 112
    assert ask(driver, "return document.querySelectorAll('.steps li').length") == 4
    assert "Synthetic" in ask(driver, "return document.querySelector('.note').textContent")


def test_a_change_of_theme_redraws_the_same_figures_in_the_other_palette(visit: Any) -> None:
    driver = visit.open("/city/riyadh?theme=light")
    wait_for_charts(driver)
    fill = (
        "return getComputedStyle(document.querySelector('.graph .main-svg .textpoint text')).fill"
    )
    light = ask(driver, fill)
    ask(driver, "document.querySelector('[data-theme-set=dark]').click()")
    until(driver, lambda d: ask(d, fill) != light, "dark figure")
    assert "theme=dark" in driver.current_url


@pytest.mark.parametrize("path", ["/", "/city/valencia", "/cities", "/data", "/methods"])
def test_no_page_is_wider_than_a_phone(visit: Any, path: str) -> None:
    driver = visit.driver
    driver.set_window_size(390, 844)
    try:
        visit.open(path)
        until(driver, lambda d: ask(d, "return !!document.querySelector('main h1')"), "page")
        assert ask(driver, "return document.documentElement.scrollWidth") <= 390
    finally:
        driver.set_window_size(1366, 900)
