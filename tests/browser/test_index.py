"""The Index lab in a real browser: weights by keyboard, the order at once, then the intervals."""

from __future__ import annotations

from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

READY = (
    "return !!document.querySelector('[data-index-weights]')"
    " && !!document.querySelector('#index-ranks .scatterlayer')"
)
ORDER = "return [...document.querySelectorAll('.iorder span')].map(s => s.textContent)"
WAITING = "return !!document.querySelector('.ilab[data-waiting]')"


def test_a_weight_by_keyboard_moves_the_order_then_the_intervals(visit: Any) -> None:
    driver = visit.open("/index")
    wait = WebDriverWait(driver, 20)
    wait.until(lambda d: d.execute_script(READY), "lab")
    assert driver.execute_script(ORDER) == ["Stavanger", "Riyadh", "Moscow", "Ålesund", "Valencia"]
    slider = driver.find_elements("css selector", "[data-index-weights] input")[3]
    slider.send_keys(Keys.END)
    wait.until(
        lambda d: (
            d.execute_script(ORDER) == ["Stavanger", "Moscow", "Valencia", "Riyadh", "Ålesund"]
        ),
        "order follows",
    )
    wait.until(lambda d: not d.execute_script(WAITING), "intervals drawn")
    assert ":100" in driver.current_url
    assert driver.switch_to.active_element == slider
    ActionChains(driver).send_keys(Keys.HOME).perform()
    wait.until(lambda d: ":0" in d.current_url, "address follows")
    driver.execute_script("document.querySelector('#index-weights a').click()")
    wait.until(
        lambda d: "weights" not in d.current_url and not d.execute_script(WAITING), "equal again"
    )
    assert driver.execute_script(ORDER)[1] == "Riyadh"


def test_intervals_that_do_not_come_are_asked_for_again(visit: Any, blocked: Any) -> None:
    driver = visit.open("/index")
    wait = WebDriverWait(driver, 20)
    wait.until(lambda d: d.execute_script(READY), "lab")
    blocked("*/index/draws*")
    driver.find_elements("css selector", "[data-index-weights] input")[3].send_keys(Keys.END)
    failed = driver.find_element("css selector", "[data-index-failed]")
    wait.until(lambda _: "could not be drawn" in failed.text, "explained")
    assert driver.execute_script(WAITING)
    blocked()
    failed.find_element("css selector", "button").click()
    wait.until(lambda d: not d.execute_script(WAITING), "intervals drawn")
    assert failed.text == ""


LATE = """
const { fetch } = window;
window.fetch = async (...asked) => {
    await new Promise((done) => setTimeout(done, 300));
    return fetch(...asked);
};
"""


def test_draws_arrive_though_the_address_changes_meanwhile(visit: Any) -> None:
    driver = visit.open("/index")
    wait = WebDriverWait(driver, 20)
    wait.until(lambda d: d.execute_script(READY), "lab")
    wait.until(lambda d: not d.execute_script("return document.getElementById('first')"), "Dash")
    driver.execute_script(LATE)
    driver.find_elements("css selector", "[data-index-weights] input")[3].send_keys(Keys.END)
    driver.find_element("css selector", "[data-theme-set=dark]").click()
    wait.until(lambda d: not d.execute_script(WAITING), "intervals drawn")
    assert ":100" in driver.current_url.replace("%3A", ":")
    driver.find_element("css selector", "[data-theme-set=system]").click()
    driver.find_elements("css selector", "[data-index-weights] input")[3].send_keys(Keys.HOME)
    driver.execute_script("atlas.go('/benchmark')")  # before the weight is written down
    wait.until(lambda d: d.title.startswith("Benchmark"), "another page")
    assert "weights" not in driver.current_url
