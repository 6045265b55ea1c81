"""A scenario in a real browser: by keyboard, at once, and equal to what the server plays."""

from __future__ import annotations

from typing import Any

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

STATE = """
const text = (n) => n.textContent.replace(/\\s+/g, " ").trim();
const box = document.querySelector("[data-scenario]");
return [text(document.querySelector("[data-say-title]")),
  ...[...box.querySelectorAll("[data-result], [data-lines], [data-near], [data-score]")]
    .map((n) => text(n) + (n.classList.contains("moved") ? " moved " : " ")
      + [...n.querySelectorAll("use")].map((u) => u.getAttribute("href"))),
  ...[...box.querySelectorAll("[data-needed]")].map(text),
  ...[...box.querySelectorAll("[data-field]")].map((n) => n.value)]
"""
READY = "return !!document.querySelector('[data-scenario]') && !document.querySelector('#first')"


def test_goals_by_keyboard_move_lines_at_once_and_stay_in_the_address(visit: Any) -> None:
    driver = visit.open("/progress/bervinport?data=example")
    wait = WebDriverWait(driver, 30)

    def row(key: str, what: str) -> Any:
        return driver.find_element("css selector", f"[data-point='{key}'] [data-{what}]")

    def title() -> str:
        return str(
            driver.execute_script("return document.querySelector('[data-say-title]').innerText")
        )

    wait.until(lambda d: d.execute_script(READY), "page")
    assert title() == "What 2030 could look like"
    slider = row("basic_water_supply", "slider")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", slider)
    slider.send_keys(Keys.END)
    wait.until(lambda d: title() == "7 of 41 lines of SDG 11 met in 2030, 6 today", "lines follow")
    assert row("basic_water_supply", "needed").text == "+1.88"
    wait.until(lambda d: "goals=basic_water_supply:100" in d.current_url, "address")
    assert driver.switch_to.active_element == slider
    live = "return document.querySelector('[data-live]').textContent"
    wait.until(lambda d: "Economy 65.1 to 65.7" in d.execute_script(live), "spoken")
    chart = "return !!document.querySelector('#scenario-goals .scatterlayer')"
    wait.until(lambda d: d.execute_script(chart), "chart of the goals")

    # What cannot be taken says why, and counts for nothing.
    field = row("household_sanitation", "field")
    for text, said in (
        ("300", "Beyond what is plausible, 0 to 100"),
        ("5", "Worse than today’s 68 %"),
    ):
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(text)
        why = row("household_sanitation", "why")
        wait.until(lambda d, why=why, said=said: said in why.text, said)
    assert title() == "7 of 41 lines of SDG 11 met in 2030, 6 today"
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys("70.5")
    field.send_keys(Keys.TAB)
    wait.until(lambda d: "household_sanitation:70.5" in d.current_url, "kept on leaving")

    # A preset under the reader's goal; a fresh load from the server tells the very same.
    driver.execute_script("document.querySelector('[data-preset=next_band]').click()")
    wait.until(
        lambda d: "preset=next_band" in d.current_url and "goals" not in d.current_url, "preset"
    )
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", slider)
    slider.send_keys(Keys.HOME, Keys.END)
    wait.until(lambda d: "preset=next_band&goals=basic_water_supply:100" in d.current_url, "both")
    driver.execute_script("document.activeElement.blur()")
    here = driver.execute_script(STATE)
    assert len(here) > 100
    driver.get(driver.current_url)
    wait.until(lambda d: d.execute_script(READY), "again")
    assert driver.execute_script(STATE) == here

    driver.execute_script("document.querySelector('[data-clear]').click()")
    wait.until(lambda d: "preset" not in d.current_url and "goals" not in d.current_url, "back")
    assert title() == "What 2030 could look like"
