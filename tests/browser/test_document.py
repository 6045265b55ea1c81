from __future__ import annotations

from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import presence_of_element_located
from selenium.webdriver.support.wait import WebDriverWait


def test_a_page_with_charts_loads_our_bundle_once_and_not_the_full_library(visit):
    driver = visit.open("/city/valencia")
    WebDriverWait(driver, 30).until(
        presence_of_element_located((By.CSS_SELECTOR, ".dash-graph .main-svg"))
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
    theme = next(i for i, tag in enumerate(tags) if "js/theme.js" in tag)
    sheet = next(i for i, tag in enumerate(tags) if 'rel="stylesheet"' in tag)
    assert theme < sheet
