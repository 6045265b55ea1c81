"""The scorecard in a real browser: controls in place, filters, sources, peers, by mouse and keys."""

from __future__ import annotations

import json
from typing import Any

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from tests.browser.test_shell import LEAD, press

ROWS = "return [...document.querySelectorAll('#kpis tr.ptr')].filter((r) => r.offsetParent).length"


def control(visit: Any, name: str) -> Select:
    found = json.dumps({"control": name, "page": "city"}, separators=(",", ":"))
    return Select(visit.driver.find_element("css selector", f"[id='{found}']"))


def opened(visit: Any, path: str) -> Any:
    driver = visit.open(path)
    visit.stands(path.split("?")[0])
    visit.wait_for_element("#kpis table.k")
    return driver


def test_a_control_changes_the_scorecard_in_place_and_the_address_keeps_it(toy_visit):
    driver = opened(toy_visit, "/city/fullhaven")
    driver.execute_script("window.kept = document.getElementById('kpis')")
    control(toy_visit, "score").select_by_value("continuous")
    toy_visit.wait_for_contains_text("#city-key", "Continuous score")
    assert "score=continuous" in driver.current_url
    assert driver.execute_script("return document.getElementById('kpis') === window.kept")
    control(toy_visit, "asof").select_by_value("2020")
    toy_visit.wait_for_contains_text("#city-finding", "2020")
    driver.refresh()
    toy_visit.stands("/city/fullhaven")
    assert control(toy_visit, "asof").first_selected_option.text == "2020"


def test_a_link_to_the_page_as_it_was_undoes_what_controls_have_changed(toy_visit):
    driver = opened(toy_visit, "/city/fullhaven")
    control(toy_visit, "score").select_by_value("continuous")
    toy_visit.wait_for_contains_text("#city-key", "Continuous score")
    driver.execute_script(LEAD, "/city/fullhaven")
    toy_visit.stands("/city/fullhaven")
    toy_visit.wait_for_contains_text("#city-key", "U4SSC points score")


def test_sectors_bands_words_and_axes_filter_the_table(toy_visit):
    driver = opened(toy_visit, "/city/fullhaven")
    sector = "#wheel [data-level=category][data-key=environment-air-quality]"
    driver.execute_script(
        f"document.querySelector('{sector}').dispatchEvent(new MouseEvent('click', {{bubbles: true}}))"
    )
    toy_visit.until(ROWS, "shown", 6)
    assert "category=environment-air-quality" in driver.current_url
    driver.find_element("id", "kpis-clear").send_keys(Keys.ENTER)
    toy_visit.until("return location.search", "shown", "")
    driver.find_element("id", "kpis-text").send_keys("unemployment")
    toy_visit.until(ROWS, "shown", 2)
    toy_visit.wait_for_text_to_equal("#kpis-live", "2 data points shown")


def test_the_order_by_score_is_flat_and_goes_back(toy_visit):
    driver = opened(toy_visit, "/city/fullhaven")
    first = "return document.querySelector('#kpis .flat tr.ptr')?.dataset.score || ''"
    Select(driver.find_element("id", "kpis-sort")).select_by_value("gap")
    toy_visit.until(first, "shown", "0.0")
    Select(driver.find_element("id", "kpis-sort")).select_by_value("official")
    toy_visit.until("return document.querySelectorAll('#kpis .flat tr').length", "shown", 0)


def test_a_number_opens_to_its_source_and_an_address_opens_it_again(toy_visit):
    driver = opened(toy_visit, "/city/fullhaven")
    source = driver.find_element("css selector", "#kpis tr.ptr:not([hidden]) a.src")
    point = source.get_attribute("href").rsplit("/", 1)[-1]
    source.send_keys(Keys.ENTER)
    toy_visit.wait_for_contains_text("#source-body", "Where the number comes from")
    assert f"point={point}" in driver.current_url
    press(toy_visit, Keys.ESCAPE)
    toy_visit.wait_for_no_elements("#source.show")
    assert "point=" not in driver.current_url
    opened(toy_visit, f"/city/fullhaven?point={point}")
    toy_visit.wait_for_contains_text("#source-body", "Where the number comes from")


def test_the_peer_panel_stays_open_while_its_group_changes(toy_visit):
    driver = opened(toy_visit, "/city/twinbridge?peers=all")
    driver.find_element("id", "peers-open").send_keys(Keys.ENTER)
    toy_visit.wait_for_element("#peers-body a[aria-label^='Leave out']").send_keys(Keys.ENTER)
    toy_visit.until("return new URLSearchParams(location.search).has('leave')", "left out")
    toy_visit.wait_for_contains_text("#peers-body", "take back")
    name = toy_visit.wait_for_element("#peers-body input[data-name=group]")
    name.send_keys("Our ports", Keys.TAB)
    toy_visit.until(
        "return new URLSearchParams(location.search).get('group')", "shown", "Our ports"
    )
    toy_visit.wait_for_text_to_equal("#peers-open", "Our ports")
    assert toy_visit.find_element("#peers.show")


def test_a_lens_is_put_on_and_taken_off(toy_visit):
    driver = opened(toy_visit, "/city/fullhaven?lens=water")
    toy_visit.until("return document.querySelectorAll('#kpis tr.ptr').length", "shown", 14)
    driver.find_element("css selector", "#react-entry-point .lensn a").click()
    toy_visit.until("return document.querySelectorAll('#kpis tr.ptr').length", "shown", 112)


def test_the_wheel_is_read_with_arrow_keys(toy_visit):
    driver = opened(toy_visit, "/city/fullhaven")
    driver.execute_script("document.querySelector('#wheel [tabindex=\"0\"]').focus()")
    press(toy_visit, Keys.ARROW_DOWN)
    assert driver.execute_script("return document.activeElement.dataset.level") == "category"
    press(toy_visit, Keys.ARROW_DOWN)
    assert driver.execute_script("return document.activeElement.dataset.level") == "dimension"
    said = driver.find_element("css selector", "#wheel [data-readout]").text
    assert said.startswith("Economy")
