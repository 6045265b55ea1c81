"""The peer panel by keyboard: opened, a city left out and taken back, weighed, named."""

from __future__ import annotations

from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

FOCUS = "return document.activeElement && document.activeElement.dataset.focus"
SHOWN = "const p = document.getElementById('peers'); return p && !p.hidden"


def test_the_group_changes_under_the_keys_and_the_panel_stays(visit: Any) -> None:
    driver = visit.open("/city/valencia?peers=like")

    def until(script: str, expected: Any = True) -> None:
        def met(page: Any) -> bool:
            return bool(page.execute_script(script) == expected)

        WebDriverWait(driver, 20).until(met, script)

    def press(*keys: str) -> None:
        ActionChains(driver).send_keys(*keys).perform()

    def focus(selector: str) -> None:
        until(f"return !!document.querySelector('{selector}')")
        driver.execute_script(f"document.querySelector('{selector}').focus()")

    focus("[aria-controls=peers]")
    press(Keys.ENTER)
    until(SHOWN)

    focus('#peers [data-focus="leave:bizerte"]')
    press(Keys.ENTER)
    until("return new URLSearchParams(location.search).get('leave')", "bizerte")
    until(FOCUS, "back:bizerte")
    until(SHOWN)
    press(Keys.ENTER)
    until("return location.search", "?peers=like")
    until("return !!document.querySelector('#peers li[data-city=bizerte]')")

    focus("#peers [data-mix=region]")
    press(Keys.ARROW_DOWN, Keys.TAB)
    until("return new URLSearchParams(location.search).get('mix')", "region:2")
    settled = "return p && !p.hidden && !p.ariaBusy && decodeURIComponent(p.dataset.shown || '')"
    until(f"const p = document.getElementById('peers'); {settled}.includes('region:2')")

    focus("#peers [data-text-param=group]")
    press("Our ports", Keys.ENTER)
    until("return new URLSearchParams(location.search).get('group')", "Our ports")
    until("return document.querySelector('[aria-controls=peers]').textContent", "Our ports")


def test_a_lens_is_put_on_and_taken_off(visit: Any) -> None:
    driver = visit.open("/city/valencia?lens=water")
    rows = "return document.querySelectorAll('tr.ptr').length"
    WebDriverWait(driver, 20).until(lambda d: d.execute_script(rows) == 14, "only the lens")
    driver.execute_script("document.querySelector('.lensn a').click()")
    WebDriverWait(driver, 20).until(lambda d: d.execute_script(rows) == 112, "all points")
