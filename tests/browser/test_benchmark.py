"""The benchmark in a real browser: flip, choose a point, mark a city in all charts."""

from __future__ import annotations

import json
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from tests.browser.test_shell import press

DOTS = "return document.querySelectorAll('#benchmark-swarm .points path.point').length"
MARKED = "return [...document.querySelectorAll('tr.bm-own[data-city]')].map((row) => row.dataset.city).join()"


def opened(visit: Any, query: str) -> Any:
    driver = visit.open(f"/benchmark?{query}")
    visit.stands("/benchmark")
    visit.until(f"{DOTS} > 0", "the swarm is drawn")
    return driver


def click(driver: Any, selector: str) -> None:
    """A click wherever the page is scrolled to, which it does smoothly."""
    driver.execute_script("document.querySelector(arguments[0]).click()", selector)


def test_arrow_keys_flip_and_say_so_but_not_while_typing(toy_visit):
    driver = opened(toy_visit, "kpi=unemployment_rate&cities=fullhaven")
    press(toy_visit, Keys.ARROW_RIGHT)
    toy_visit.stands("/benchmark", "Youth Unemployment")
    said = "return document.getElementById('announced')?.textContent.split(':')[0]"
    toy_visit.until(said, "said", "Data point 2 of 4 in Employment")
    assert "cities=fullhaven" in driver.current_url
    assert "Youth Unemployment" in driver.title
    driver.back()
    first = "return document.querySelector('main h1').textContent.startsWith('Unemployment')"
    toy_visit.until(first, "the way back")
    click(driver, ".bm-controls .points summary")
    press(toy_visit, "wifi", Keys.ARROW_RIGHT)
    assert "kpi=unemployment_rate" in driver.current_url
    press(toy_visit, Keys.ENTER)
    toy_visit.stands("/benchmark", "WIFI")
    assert "cities=fullhaven" in driver.current_url


def test_a_city_is_marked_in_place_everywhere(toy_visit):
    driver = opened(toy_visit, "data=example&kpi=unemployment_rate&against=poverty")
    driver.execute_script("window.kept = document.getElementById('benchmark-swarm')")
    dots = driver.find_elements("css selector", "#benchmark-swarm .points path.point")
    ActionChains(driver).move_to_element(dots[0]).pause(0.2).click().perform()
    toy_visit.until(MARKED, "marked by its dot", "alvenford")
    assert "cities=alvenford" in driver.current_url
    toy_visit.wait_for_contains_text("#bm-head", "Alvenford")
    driver.find_element("css selector", "tr[data-city=istraville] .bm-mark").send_keys(Keys.ENTER)
    toy_visit.until(MARKED, "marked in the list", "alvenford,istraville")
    focused = "return document.activeElement.dataset.key"
    toy_visit.until(focused, "the focus is on the same mark", "istraville")
    names = "return [...document.querySelectorAll('#benchmark-scatter .textpoint')]"
    names += ".map((name) => name.textContent).filter((name) => /Alven|Istra/.test(name)).length"
    toy_visit.until(names, "named in the scatter", 2)
    click(driver, ".bm-chip[data-key=alvenford]")
    toy_visit.until(MARKED, "taken away", "istraville")
    assert driver.execute_script("return document.getElementById('benchmark-swarm') === kept")


def test_the_second_point_and_the_year_change_in_place(toy_visit):
    driver = opened(toy_visit, "kpi=unemployment_rate")
    click(driver, "#against .points summary")
    press(toy_visit, "youth", Keys.ENTER)
    toy_visit.wait_for_contains_text("#bm-against", "Youth Unemployment Rate against")
    drawn = "return !!document.querySelector('#benchmark-scatter .points path')"
    toy_visit.until(drawn, "the scatter is drawn")
    year = json.dumps({"control": "asof", "page": "benchmark"}, separators=(",", ":"))
    Select(driver.find_element("css selector", f"[id='{year}']")).select_by_value("2020")
    toy_visit.wait_for_contains_text("#bm-notes", "to 2020")
    assert "asof=2020" in driver.current_url
    assert "against=youth_unemployment_rate" in driver.current_url


def test_a_value_opens_its_source_and_ranks_wait_for_a_click(toy_visit):
    driver = opened(toy_visit, "data=example&kpi=unemployment_rate")
    assert not driver.find_element("css selector", "#bm-ranks table").is_displayed()
    click(driver, "#bm-ranks summary")
    assert driver.find_element("css selector", "#bm-ranks table").is_displayed()
    click(driver, "tr[data-city=alvenford] .bm-val")
    toy_visit.wait_for_contains_text("#source", "Alvenford")
