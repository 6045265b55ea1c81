"""From a city to its pace, by keyboard; charts come as they come near; a city set beside it."""

from __future__ import annotations

from typing import Any

from selenium.webdriver.common.keys import Keys

from tests.browser.test_journey import ask, press, until


def drawn(driver: Any, chart: str) -> bool:
    return bool(ask(driver, f"return !!document.querySelector('#{chart} .main-svg path')"))


def test_from_a_city_to_its_pace_and_to_other_cities(visit: Any) -> None:
    driver = visit.open("/city/valencia")
    link = "document.querySelector('main a[href^=\"/progress/valencia\"]')"
    until(driver, lambda d: ask(d, f"return !!{link}"), "the way to progress")
    ask(driver, f"{link}.focus()")
    press(driver, Keys.ENTER)
    until(driver, lambda d: drawn(d, "level"), "the level")
    assert "too slow for 2030" in ask(driver, "return document.querySelector('h1').textContent")
    ask(driver, "document.querySelector('.pg-too_slow a').focus()")
    press(driver, Keys.ENTER)
    until(driver, lambda d: drawn(d, "trend-pm2_5"), "the chart of what is too slow")
    ask(driver, "document.querySelector('[aria-controls=trend-pm2_5-table]').focus()")
    press(driver, Keys.ENTER)
    assert ask(driver, "return document.getElementById('trend-pm2_5-table').checkVisibility()")
    ask(driver, "document.querySelector('[data-chart=trend-no2] a[href*=\"kpi=no2\"]').focus()")
    visit.open("/progress/valencia?kpi=no2")
    until(driver, lambda d: drawn(d, "cities-chart"), "the large chart")
    add = "document.querySelector('.pg-cities-head select')"
    ask(
        driver,
        f"const s = {add}; s.value = 'hamburg';"
        "s.dispatchEvent(new Event('change', {bubbles: true}))",
    )
    until(driver, lambda d: "cities=hamburg" in d.current_url, "Hamburg in the address")
    until(
        driver,
        lambda d: ask(d, "return !!document.querySelector('.bm-chip[href]')"),
        "Hamburg beside Valencia",
    )


def test_a_hundred_charts_come_as_the_reader_comes_near(visit: Any) -> None:
    driver = visit.open("/progress/selvinuna?data=example&scope=all")
    count = "return document.querySelectorAll('.js-plotly-plot').length"
    until(driver, lambda d: ask(d, "return document.querySelectorAll('.panel').length") > 100,
          "every chart has its place")  # fmt: skip
    before = ask(driver, count)
    assert before < 60
    ask(driver, "document.querySelector('.pg-late').scrollIntoView()")
    until(driver, lambda d: ask(d, count) > before, "those in view are drawn")
    until(driver, lambda d: ask(d, "return !!document.querySelector('#scenario')"), "the scenario")
