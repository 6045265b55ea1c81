"""The Index lab in a real browser: weights by keyboard, the order at once, then the intervals."""

from __future__ import annotations

from selenium.webdriver.common.keys import Keys

ORDER = "return [...document.querySelectorAll('.iorder span')].map((s) => s.textContent).join()"
STATE = "return document.getElementById('index-lab').className"


def test_a_weight_by_keyboard_moves_the_order_then_the_intervals(toy_visit):
    driver = toy_visit.open("/index?data=example&category=all")
    toy_visit.stands("/index")
    toy_visit.wait_for_element("#index-ranks .scatterlayer .point")
    before = driver.execute_script(ORDER)
    slider = toy_visit.find_elements("input[type=range]")[0]
    slider.send_keys(Keys.END)
    toy_visit.until(lambda d: ":100" in d.current_url.replace("%3A", ":"), "address")
    toy_visit.until("return document.querySelector('output').textContent !== '48\u00a0%'", "share")
    toy_visit.until(STATE, "intervals drawn", "ilab")
    assert driver.switch_to.active_element == slider
    driver.find_element(
        "css selector", ".ilab aside a[href='/index?data=example&category=all']"
    ).click()
    toy_visit.until("return location.search.includes('weights')", "equal again", False)
    toy_visit.until(ORDER, "order", before)


def test_another_year_is_drawn_in_place_and_a_block_is_chosen_by_a_link(toy_visit):
    driver = toy_visit.open("/index?data=example&category=all")
    toy_visit.stands("/index")
    toy_visit.find_element(".iblocks summary").click()
    toy_visit.find_element(
        ".iblock-lists a[href*='category=economy&'], .iblock-lists a[href$='category=economy']"
    ).click()
    toy_visit.stands("/index", "Economy")
    driver.back()
    toy_visit.stands("/index", "All dimensions")
