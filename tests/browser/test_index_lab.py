"""The Index lab in a real browser: weights by keyboard, the order at once, then the intervals."""

from __future__ import annotations

import json

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

PAGE = "/index?data=example&category=all"
ORDER = "return [...document.querySelectorAll('.iorder span')].map((s) => s.textContent).join()"
DRAWN = "return !!document.querySelector('.iorder i')?.textContent"
STATE = "return document.getElementById('index-lab').className"
SHARES = "return [...document.querySelectorAll('output')].map((o) => o.textContent).join()"
ASKED = "return new URLSearchParams(location.search).get('weights')"


def opened(visit, path=PAGE):
    driver = visit.open(path)
    visit.stands("/index")
    visit.wait_for_element("#index-ranks .scatterlayer .point")
    driver.execute_script("window.kept = document.getElementById('index-ranks')")
    return driver


def kept(driver):
    return driver.execute_script("return document.getElementById('index-ranks') === window.kept")


def test_a_weight_by_keyboard_moves_the_order_then_the_intervals(toy_visit):
    driver = opened(toy_visit)
    before, shares = driver.execute_script(ORDER), driver.execute_script(SHARES)
    assert before.startswith("Alvenford,Bervinmere,Celdorwick,Dorvelquay,Elmarstead")
    slider = toy_visit.find_elements("input[type=range]")[2]  # society: D is ahead of all but A
    slider.send_keys(Keys.END)
    toy_visit.until(f"{ORDER.replace('.join()', '.join() !== ')}'{before}'", "order follows")
    toy_visit.until(STATE, "intervals drawn", "ilab")
    toy_visit.until(DRAWN, "intervals in the list")
    assert ":100" in driver.execute_script(ASKED)
    assert driver.execute_script(SHARES) != shares
    assert driver.switch_to.active_element == slider
    assert kept(driver)
    toy_visit.find_element("#index-equal").click()
    toy_visit.until(ASKED, "equal again", None)
    toy_visit.until(STATE, "intervals drawn", "ilab")
    assert [driver.execute_script(each) for each in (ORDER, SHARES)] == [before, shares]


def test_weights_of_the_address_stand_on_the_sliders(toy_visit):
    driver = opened(toy_visit, f"{PAGE}&weights=economy:10,environment:20,society:90")
    sliders = toy_visit.find_elements("input[type=range]")
    assert [each.get_attribute("value") for each in sliders] == ["10", "20", "90"]
    driver.refresh()
    toy_visit.stands("/index")
    assert driver.execute_script(ASKED) == "economy:10,environment:20,society:90"


def test_intervals_that_do_not_come_are_said_and_asked_for_again(toy_visit):
    driver = opened(toy_visit)
    with toy_visit.blocking() as block:
        block("*/_dash-update-component*")
        toy_visit.find_elements("input[type=range]")[2].send_keys(Keys.HOME)
        toy_visit.until(STATE, "said", "ilab waiting failed")
        assert "did not arrive" in toy_visit.find_element(".ifailed").text
        block()
        toy_visit.find_element("#index-again").click()
        toy_visit.until(STATE, "intervals drawn", "ilab")
        assert not toy_visit.find_element(".ifailed").is_displayed()
        assert not driver.find_elements("css selector", "#unanswered.show")


def test_a_choice_is_drawn_in_place_and_other_points_are_a_link_away(toy_visit):
    driver = opened(toy_visit)
    control = json.dumps({"control": "by", "page": "index"}, separators=(",", ":"))
    Select(driver.find_element("css selector", f"[id='{control}']")).select_by_value("kpi")
    toy_visit.until("return location.search.includes('by=kpi')", "address")
    toy_visit.wait_for_contains_text("#index-tables", "equal weight for each KPI")
    assert kept(driver)
    toy_visit.find_element(".iblocks summary").click()
    toy_visit.find_element(".iblock-lists a[href$='category=economy']").click()
    toy_visit.stands("/index", "Economy")
    driver.back()
    toy_visit.stands("/index", "All dimensions")
