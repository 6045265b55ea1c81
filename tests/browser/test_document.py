from __future__ import annotations

from selenium.webdriver.common.by import By
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
