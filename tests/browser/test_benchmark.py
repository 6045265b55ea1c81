"""Flip through a category by keyboard, find another data point, see a city in the list."""

from __future__ import annotations

from typing import Any

from selenium.webdriver.common.keys import Keys

from tests.browser.test_journey import ask, press, until


def heading(driver: Any) -> str:
    return str(ask(driver, "return document.querySelector('main h1')?.textContent || ''"))


def drawn(driver: Any) -> bool:
    return bool(
        ask(
            driver,
            "return [...document.querySelectorAll('.chart-swarm .main-svg .shapelayer path')]"
            ".some((path) => path.checkVisibility())",
        )
    )


def test_the_arrow_keys_flip_and_say_so_but_not_while_typing(visit: Any) -> None:
    driver = visit.open("/benchmark?kpi=unemployment_rate&cities=valencia")
    until(driver, drawn, "the swarm")
    press(driver, Keys.ARROW_RIGHT)
    until(driver, lambda d: heading(d).startswith("Youth Unemployment"), "the next point")
    said = ask(driver, "return document.getElementById('bm-announced').textContent")
    assert said.startswith("Data point 2 of 4 in Employment")
    assert "cities=valencia" in driver.current_url
    press(driver, Keys.ARROW_LEFT)
    until(driver, lambda d: heading(d).startswith("Unemployment"), "back")
    ask(driver, "document.querySelector('[data-bm-choose] summary').click()")
    until(
        driver,
        lambda d: ask(d, "return document.activeElement.matches('[data-bm-filter]')"),
        "search has the focus",
    )
    press(driver, "wifi", Keys.ARROW_RIGHT)
    assert heading(driver).startswith("Unemployment")
    press(driver, Keys.ENTER)
    until(driver, lambda d: "kpi=availability_of_wifi" in d.current_url, "the point found")


def test_a_dot_shows_its_city_in_the_list_and_ranks_open_by_a_click(visit: Any) -> None:
    driver = visit.open("/benchmark?kpi=unemployment_rate")
    until(driver, drawn, "the swarm")
    ask(
        driver,
        "document.dispatchEvent(new CustomEvent('atlas:filter', {detail: {key: 'riyadh'}}))",
    )
    assert ask(driver, "return document.activeElement.textContent") == "Riyadh"
    assert not ask(driver, "return document.getElementById('bm-ranks').checkVisibility()")
    ask(driver, "document.querySelector('[aria-controls=bm-ranks]').focus()")
    press(driver, Keys.ENTER)
    assert ask(driver, "return document.getElementById('bm-ranks').checkVisibility()")
