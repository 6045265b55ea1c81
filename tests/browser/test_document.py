from __future__ import annotations

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import presence_of_element_located
from selenium.webdriver.support.wait import WebDriverWait


def test_a_page_with_charts_loads_our_bundle_once_and_not_the_full_library(visit):
    driver = visit.open("/city/valencia")
    WebDriverWait(driver, 30).until(
        presence_of_element_located((By.CSS_SELECTOR, ".graph .main-svg"))
    )
    visit.listen()
    plotly = [url for url in visit.requests if "plotly" in url]
    assert len(plotly) == 1
    assert "/assets/vendor/plotly." in plotly[0]


def test_the_theme_of_the_address_stands_before_the_first_style_sheet(visit):
    driver = visit.open("/?theme=dark")
    assert driver.execute_script("return document.documentElement.dataset.theme") == "dark"
    before = "return [...document.head.children].map((e) => e.outerHTML)"
    tags = driver.execute_script(before)
    theme = next(i for i, tag in enumerate(tags) if "/own/start." in tag)
    sheet = next(i for i, tag in enumerate(tags) if 'rel="stylesheet"' in tag)
    assert theme < sheet


def test_dash_takes_over_what_is_drawn_and_asks_for_nothing_the_document_brings(visit):
    driver = visit.open("/city/valencia?score=continuous")
    WebDriverWait(driver, 30).until(presence_of_element_located((By.CSS_SELECTOR, ".main-svg")))
    chart = driver.find_element(By.CSS_SELECTOR, ".js-plotly-plot")
    driver.execute_script("document.querySelector('[data-city-search]').focus()")
    WebDriverWait(driver, 30).until_not(presence_of_element_located((By.ID, "first")))
    assert chart.is_displayed()  # the very same element, not one drawn again
    assert driver.execute_script("return document.activeElement.matches('[data-city-search]')")
    visit.listen()
    asked = {url.split("/")[-1].split("?")[0] for url in visit.requests}
    assert not {"_dash-layout", "_dash-dependencies", "_dash-update-component"} & asked


def test_a_link_followed_before_dash_has_started_leads_there(visit):
    driver = visit.open("/cities")
    driver.execute_script("atlas.go('/city/riyadh')")
    WebDriverWait(driver, 30).until(lambda d: d.title.startswith("Riyadh"))


def test_a_notice_goes_when_it_is_dismissed_and_comes_back_with_the_next_page(visit):
    driver = visit.open("/city/valencia?score=best")
    button = (By.CSS_SELECTOR, ".notice [data-dismiss]")
    WebDriverWait(driver, 30).until(presence_of_element_located(button)).click()
    assert not driver.find_elements(By.CSS_SELECTOR, ".notice")
    driver.execute_script("atlas.go('/city/valencia?score=worst')")
    WebDriverWait(driver, 30).until(presence_of_element_located(button))


def _loaded(driver, path):
    return WebDriverWait(driver, 30).until(
        lambda d: d.execute_script(
            "return location.pathname === arguments[0] && !document.getElementById('first')"
            " && !document.documentElement.dataset.loading",
            path,
        )
    )


def test_the_way_back_leads_to_the_place_and_a_reload_stays_there(visit):
    driver = visit.open("/city/valencia")
    _loaded(driver, "/city/valencia")
    WebDriverWait(driver, 30).until(presence_of_element_located((By.CSS_SELECTOR, "[data-kpis]")))
    driver.execute_script("scrollTo({top: 1500, behavior: 'instant'})")
    driver.execute_script("atlas.go('/cities')")
    _loaded(driver, "/cities")
    assert driver.execute_script("return scrollY") == 0
    driver.back()
    _loaded(driver, "/city/valencia")
    there = "return Math.abs(scrollY - 1500) < 2"
    WebDriverWait(driver, 30).until(lambda d: d.execute_script(there))
    assert driver.title.startswith("Valencia")
    assert driver.execute_script("return document.activeElement.matches('main h1')")
    driver.refresh()
    _loaded(driver, "/city/valencia")
    WebDriverWait(driver, 30).until(lambda d: d.execute_script(there))


def test_a_place_of_another_page_is_gone_to_every_time(visit):
    driver = visit.open("/cities")
    _loaded(driver, "/cities")
    for _time in range(2):
        driver.execute_script("document.querySelector('footer a[href$=\"#credits\"]').click()")
        WebDriverWait(driver, 30).until(lambda d: d.execute_script("return scrollY > 1000"))
        driver.execute_script("document.querySelector('header a[href=\"/cities\"]').click()")
        _loaded(driver, "/cities")
        WebDriverWait(driver, 30).until(lambda d: d.execute_script("return scrollY === 0"))


def test_a_link_to_the_page_that_stands_begins_it_anew_without_waiting(visit):
    driver = visit.open("/cities")
    _loaded(driver, "/cities")
    entries = driver.execute_script("return history.length")
    driver.execute_script("document.querySelector('header a[href=\"/cities\"]').click()")
    assert driver.execute_script("return document.activeElement.matches('main h1')")
    assert "loading" not in driver.execute_script("return {...document.documentElement.dataset}")
    assert driver.execute_script("return history.length") == entries


def test_what_the_reader_changed_before_dash_has_started_is_kept(visit):
    driver = visit.open("/city/valencia")
    driver.execute_script("""
        const button = document.querySelector("[data-theme-set=dark]");
        button.focus();
        button.click();
    """)
    before = driver.execute_script("return Boolean(document.getElementById('first'))")
    _loaded(driver, "/city/valencia")
    assert driver.execute_script("return document.activeElement.dataset.themeSet") == "dark"
    visit.listen()
    if before:
        assert not [url for url in visit.requests if "_dash-update-component" in url]
    driver.execute_script("document.querySelector('[data-theme-set=system]').click()")


def test_without_the_chart_library_a_page_says_so_and_works(visit, blocked):
    blocked("*/vendor/plotly.*")
    driver = visit.open("/city/valencia")
    _loaded(driver, "/city/valencia")
    WebDriverWait(driver, 30).until(presence_of_element_located((By.CSS_SELECTOR, "[data-kpis]")))
    words = driver.find_element(By.CSS_SELECTOR, ".chart").text
    assert words == "This chart could not be drawn. Its table says the same."
    driver.execute_script("atlas.go('/city/riyadh')")
    WebDriverWait(driver, 30).until(lambda d: d.title.startswith("Riyadh"))


def test_without_dash_links_lead_on(visit, blocked):
    blocked("*/dash_renderer*")
    driver = visit.open("/cities")
    driver.execute_script("document.querySelector('main a[href=\"/city/riyadh\"]').click()")
    WebDriverWait(driver, 30).until(lambda d: d.title.startswith("Riyadh"))


def test_a_page_that_does_not_come_is_brought_by_its_document(visit, blocked):
    driver = visit.open("/cities")
    _loaded(driver, "/cities")
    blocked("*/_dash-update-component")
    driver.execute_script("atlas.go('/city/riyadh')")
    WebDriverWait(driver, 30).until(lambda d: d.title.startswith("Riyadh"))


def test_the_focus_is_where_the_reader_went(visit):
    driver = visit.open("/methods#%zz")
    _loaded(driver, "/methods")
    driver.find_element(By.CSS_SELECTOR, "header a[href='/benchmark']").click()
    _loaded(driver, "/benchmark")
    assert driver.switch_to.active_element.tag_name == "h1"
    driver.find_element(By.CSS_SELECTOR, "header a[href='/benchmark?data=example']").send_keys(
        Keys.ENTER
    )
    WebDriverWait(driver, 30).until(
        lambda d: d.find_elements(By.CSS_SELECTOR, "header a[href='/benchmark']")
    )
    _loaded(driver, "/benchmark")
    assert driver.switch_to.active_element.text == "Example"
    driver.find_element(By.CSS_SELECTOR, "footer a[href$='#credits']").send_keys(Keys.ENTER)
    _loaded(driver, "/methods")
    assert driver.switch_to.active_element.get_attribute("id") == "credits"


_IN_HASTE = """
(async (steps, pause, done) => {
    for (const step of steps) {
        if (step === "back") history.back();
        else atlas.go(step);
        await new Promise((resolve) => setTimeout(resolve, pause));
    }
    done();
})(...arguments)
"""


@pytest.mark.parametrize("pause", [0, 15, 60])
def test_of_links_followed_in_haste_the_last_one_wins(visit, pause):
    driver = visit.open("/city/valencia")
    _loaded(driver, "/city/valencia")
    for steps, path, title, heading in (
        (("/city/riyadh", "/city/pully"), "/city/pully", "Pully", "Pully"),
        (("/city/riyadh", "/index"), "/index", "Index lab", "Employment"),
        (("/city/riyadh", "/city/valencia", "back"), "/city/riyadh", "Riyadh", "Riyadh"),
        (("/index", "/city/pully", "/cities", "back"), "/city/pully", "Pully", "Pully"),
    ):
        driver.execute_async_script(_IN_HASTE, list(steps), pause)
        _loaded(driver, path)
        WebDriverWait(driver, 10).until(
            lambda d, title=title, heading=heading: (
                d.title.startswith(title)
                and heading in d.execute_script("return document.querySelector('h1').textContent")
            )
        )


def test_on_paper_every_chart_is_drawn_at_its_width(visit):
    driver = visit.open("/compare?cities=valencia,riyadh,pully")
    _loaded(driver, "/compare")
    driver.execute_script("""
        matchMedia("print").addEventListener("change", ({ matches }) => {
            if (!matches) return;
            window.printed = [...document.querySelectorAll(".chart")]
                .filter((box) => box.clientWidth)
                .map((box) => [box.clientWidth, box.querySelector(".main-svg")?.clientWidth]);
        });
    """)
    driver.execute_cdp_cmd("Page.printToPDF", {})
    printed = driver.execute_script("return window.printed")
    assert len(printed) > 3
    assert all(abs(place - (drawn or 0)) <= 1 for place, drawn in printed)
