"""What surrounds every page, in a real browser: document, links, focus, theme, search, failure."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

LEAD = "history.pushState({}, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))"


def press(visit: Any, *keys: str) -> None:
    ActionChains(visit.driver).send_keys(*keys).perform()


def test_the_first_look_can_be_read_before_any_script_has_come(toy_visit):
    with toy_visit.blocking() as block:
        block("*dash_renderer*")
        driver = toy_visit.open("/city/fullhaven")
        assert "Fullhaven" in driver.find_element("css selector", "#first h1").text
        assert driver.find_element("css selector", "#first table.k").is_displayed()
        assert len(driver.find_elements("css selector", "#first .chart")) == 3


def test_a_page_with_charts_loads_our_bundle_once_and_not_the_full_library(toy_visit):
    toy_visit.open("/city/fullhaven")
    toy_visit.wait_for_element(".js-plotly-plot .main-svg")
    toy_visit.listen()
    plotly = [url for url in toy_visit.requests if "plotly" in url]
    assert len(plotly) == 1
    assert "/assets/vendor/plotly." in plotly[0]


def test_charts_fit_the_paper_and_come_back_to_the_screen(toy_visit):
    driver = toy_visit.open("/city/fullhaven")
    toy_visit.wait_for_element(".js-plotly-plot .main-svg")
    size = (
        "return [...document.querySelectorAll('.js-plotly-plot')].map((p) => [p._fullLayout.width,"
        " p._fullLayout.height])"
    )
    screen = driver.execute_script(size)
    driver.execute_script(
        "addEventListener('beforeprint', () => { window.paper = (() => {" + size + "})() })"
    )
    driver.execute_cdp_cmd("Page.printToPDF", {})
    paper = driver.execute_script("return window.paper")
    assert len(paper) == 3
    assert all(width <= 330 / 0.85 + 1 for width, _height in paper)
    assert [height for _w, height in paper] == [height for _w, height in screen]
    toy_visit.until(lambda d: d.execute_script(size) == screen, "the screen's size")


def test_the_theme_stands_before_the_first_style_sheet_and_drawings_follow_it(toy_visit):
    driver = toy_visit.open("/city/fullhaven?theme=light")
    tags = driver.execute_script("return [...document.head.children].map((e) => e.outerHTML)")
    theme = next(i for i, tag in enumerate(tags) if "/start." in tag)
    assert theme < next(i for i, tag in enumerate(tags) if 'rel="stylesheet"' in tag)
    toy_visit.stands("/city/fullhaven")
    toy_visit.wait_for_element(".js-plotly-plot .textpoint text")
    fill = "return getComputedStyle(document.querySelector('.js-plotly-plot .textpoint text')).fill"
    light = driver.execute_script(fill)
    driver.find_element("css selector", "button[aria-label='Dark theme']").click()
    toy_visit.until(lambda d: d.execute_script(fill) != light, "dark drawing")
    assert "theme=dark" in driver.current_url
    dark = driver.find_element("css selector", "button[aria-label='Dark theme']")
    assert dark.get_attribute("aria-pressed") == "true"


def test_links_keep_the_view_and_set_title_focus_and_place(toy_visit):
    driver = toy_visit.open("/city/fullhaven?score=continuous")
    toy_visit.stands("/city/fullhaven", "Fullhaven")
    driver.execute_script("scrollTo({top: 900, behavior: 'instant'})")
    toy_visit.wait_for_element(".top .nav-link[href='/cities?score=continuous']").click()
    toy_visit.stands("/cities")
    toy_visit.until("return document.title", "title", "Cities · SSC Atlas")
    toy_visit.until("return document.activeElement.localName", "focus", "h1")
    toy_visit.until("return scrollY", "the top of the page, where Dash's link glides to", 0)
    assert "score=continuous" in driver.current_url
    driver.back()
    toy_visit.stands("/city/fullhaven", "Fullhaven")
    toy_visit.until("return document.title", "title", "Fullhaven · SSC Atlas")


def test_the_data_switch_leads_to_the_other_set(toy_visit):
    driver = toy_visit.open("/city/fullhaven")
    toy_visit.stands("/city/fullhaven")
    toy_visit.wait_for_element("#to-example[href='/cities?data=example']").click()
    toy_visit.stands("/cities", "Fictional")
    assert "Synthetic" in driver.find_element("css selector", ".note").text


@pytest.mark.parametrize("pause", [0, 15, 60])
def test_of_links_followed_in_haste_the_last_one_wins(toy_visit, pause):
    driver = toy_visit.open("/city/fullhaven")
    toy_visit.stands("/city/fullhaven", "Fullhaven")
    for steps, path, heading in (
        (("/city/partwick", "/city/twinford"), "/city/twinford", "Twinford"),
        (("/methods", "/city/fullhaven", "/cities"), "/cities", "Cities"),
    ):
        driver.execute_async_script(
            "(async (steps, pause, done) => {"
            "for (const step of steps) {"
            "history.pushState({}, '', step); dispatchEvent(new PopStateEvent('popstate'));"
            "await new Promise((resolve) => setTimeout(resolve, pause)); } done(); })(...arguments)",
            list(steps),
            pause,
        )
        toy_visit.stands(path, heading)


def test_a_place_of_a_page_is_gone_to(toy_visit):
    driver = toy_visit.open("/cities")
    toy_visit.stands("/cities")
    driver.find_element("css selector", "footer a[href$='#credits']").click()
    toy_visit.stands("/methods")
    toy_visit.until("return scrollY > 800", "credits")
    toy_visit.until("return document.activeElement.id", "focus", "credits")


def test_a_city_is_found_by_keyboard_alone(toy_visit):
    toy_visit.open("/methods")
    toy_visit.stands("/methods")
    press(toy_visit, "/", "twinb")
    toy_visit.wait_for_contains_text(".found", "Twinbridge")
    press(toy_visit, Keys.ENTER)
    toy_visit.stands("/city/twinbridge", "Twinbridge")
    toy_visit.until("return document.title", "title", "Twinbridge · SSC Atlas")


def test_a_notice_goes_when_it_is_dismissed(toy_visit):
    driver = toy_visit.open("/city/fullhaven?score=best")
    toy_visit.stands("/city/fullhaven")
    toy_visit.wait_for_element("#react-entry-point .notice .btn-close").click()
    toy_visit.wait_for_no_elements("#react-entry-point .notice")
    assert driver.find_elements("css selector", "#city-finding")


def test_a_page_that_does_not_come_is_said_with_a_way_on(toy_visit):
    driver = toy_visit.open("/cities")
    toy_visit.stands("/cities")
    with toy_visit.blocking() as block:
        block("*_dash-update-component*")
        driver.execute_script(LEAD, "/city/partwick")
        toy_visit.wait_for_contains_text("#unanswered", "did not answer")
        block()
        driver.find_element("id", "reload").click()
        toy_visit.stands("/city/partwick", "Partwick")


@pytest.mark.parametrize(
    "path", ["/", "/city/fullhaven", "/cities", "/data", "/methods", "/city/fullhaven/source/pm10"]
)
def test_no_page_is_wider_than_a_phone(toy_visit, path):
    toy_visit.driver.set_window_size(390, 844)
    try:
        toy_visit.open(path)
        toy_visit.stands(path)
        assert toy_visit.driver.execute_script("return document.documentElement.scrollWidth") <= 390
    finally:
        toy_visit.driver.set_window_size(1366, 900)
