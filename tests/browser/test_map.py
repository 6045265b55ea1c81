"""The map by keyboard and pointer: list and map move each other, the address keeps the view."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.test_journey import ask, press, until

MEASURE = "/map?kpi=unemployment_rate"


def opened(visit: Any, path: str) -> Any:
    driver = visit.open(path)
    drawn = "return !!document.querySelector('[data-map][data-drawn]')"
    until(driver, lambda d: ask(d, drawn), "the land")
    # Dash has taken over the page that came with the document.
    until(driver, lambda d: ask(d, "return !document.getElementById('first')"), "Dash")
    return driver


def view(driver: Any) -> tuple[float, float, float]:
    found = ask(driver, "return [atlas.map.x, atlas.map.y, atlas.map.k]")
    return found[0], found[1], found[2]


def address_x(driver: Any) -> float:
    """Where the address says that the middle of the view is; nowhere while it does not say."""
    at = parse_qs(urlsplit(driver.current_url).query).get("at", ["nan"])[0]
    return float(at.split(",")[0])


def shown(driver: Any) -> str:
    return str(ask(driver, "return document.querySelector('[data-map-count]').textContent"))


def test_the_list_moves_the_map_and_a_city_shows_its_card(visit: Any) -> None:
    driver = opened(visit, MEASURE)
    until(driver, lambda d: "of 70 cities in view" in shown(d), "the list")
    before = view(driver)
    # Riyadh stands outside the first view: its row leads there.
    ask(driver, "[...document.querySelectorAll('[data-map-rows] button')]"
                ".find((b) => b.textContent === 'Riyadh').focus()")  # fmt: skip
    until(driver, lambda d: view(d)[0] > before[0] + 500, "the map has moved to Riyadh")
    until(driver, lambda d: "at=" in d.current_url, "the address")
    assert ask(driver, "return document.activeElement.textContent") == "Riyadh"
    press(driver, Keys.ENTER)
    card = "return document.querySelector('[data-map-card]:not([hidden])')?.textContent || ''"
    until(driver, lambda d: "6.7\u00a0%" in ask(d, card), "the card")
    assert "band 3 of 4" in ask(driver, card)
    press(driver, Keys.ESCAPE)
    assert ask(driver, card) == ""
    assert ask(driver, "return document.activeElement.textContent") == "Riyadh"


def test_keys_zoom_and_move_and_a_reload_shows_the_same(visit: Any) -> None:
    driver = opened(visit, MEASURE)
    ask(driver, "document.querySelector('[data-map-svg]').focus()")
    first = view(driver)
    press(driver, "+", "+", Keys.ARROW_RIGHT)
    moved = view(driver)
    assert moved[2] > 2 * first[2]
    assert moved[0] > first[0]
    # The address follows each rest: where keys come slowly, it first tells of a view between them.
    until(driver, lambda d: abs(address_x(d) - moved[0]) < 1, "the address of the last view")
    driver = opened(visit, driver.current_url.removeprefix(visit.address))
    again = view(driver)
    assert abs(again[0] - moved[0]) < 2
    assert abs(again[2] / moved[2] - 1) < 0.01


def test_a_year_changes_marks_words_list_and_address_at_once(visit: Any) -> None:
    driver = opened(visit, MEASURE)
    ask(driver, "document.querySelector('[data-year=\"2024\"]').focus()")
    press(driver, Keys.ARROW_LEFT)
    until(driver, lambda d: "asof=2023" in d.current_url, "the address")
    ask(driver, "document.querySelector('[data-year=\"2009\"]').click()")
    assert ask(driver, "return document.querySelector('h1').textContent").startswith(
        "Unemployment Rate: 7 of 26 cities reach the top band"
    )
    file = "return document.querySelector('[data-map-file]').href"
    until(driver, lambda d: "asof=2009" in ask(d, file), "the file follows")
    assert ask(driver, "return document.querySelectorAll('.mp-years .mp-in').length") == 6


def test_a_crowd_opens_and_a_drag_is_no_click(visit: Any) -> None:
    driver = opened(visit, MEASURE)
    ask(driver, "document.querySelector('[data-map-box=world]').click()")
    before = view(driver)[2]
    ask(driver, "document.querySelector('[data-cluster]').focus()")
    press(driver, Keys.ENTER)
    until(driver, lambda d: view(d)[2] > 1.5 * before, "zoomed to the crowd")
    frame = driver.find_element(By.CSS_SELECTOR, "[data-map-svg]")
    x = view(driver)[0]
    drag = ActionChains(driver).move_to_element(frame).click_and_hold()
    drag.move_by_offset(-90, 10).move_by_offset(-60, 5).release().perform()
    assert view(driver)[0] > x
    assert ask(driver, "return document.querySelector('[data-map-card]').hidden")
