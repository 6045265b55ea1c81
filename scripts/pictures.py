"""Takes the README's pictures into docs/pictures/ from the running product: ``make pictures``."""

from __future__ import annotations

import time
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import presence_of_element_located
from selenium.webdriver.support.wait import WebDriverWait

from data.queries import cities
from data.store import snapshot
from scripts.live import ROOT, browser, serving

PICTURES = ROOT / "docs" / "pictures"


def shots() -> list[tuple[str, str, int, int]]:
    """File, address, width and height (CSS pixels) of each picture."""
    fullest = max(cities(snapshot("example")), key=lambda city: city.n_scored)
    return [
        ("home.png", "/?theme=light", 1440, 1000),
        ("city.png", "/city/valencia?theme=light", 1440, 1300),
        ("city-example.png", f"/city/{fullest.id}?data=example&theme=light", 1440, 1700),
        ("compare.png", "/compare?cities=riyadh,valencia&theme=light", 1440, 1300),
        ("map.png", "/map?kpi=unemployment_rate&theme=light", 1440, 1300),
        ("progress.png", "/progress/valencia?theme=light", 1440, 1700),
        ("phone.png", "/city/riyadh?theme=light", 390, 844),
    ]


def take(address: str, file: Path, width: int, height: int) -> None:
    """One picture, when the page has its heading, its fonts and its charts."""
    with browser(width, height) as driver:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        driver.get(address)
        WebDriverWait(driver, 30).until(presence_of_element_located((By.CSS_SELECTOR, "main h1")))
        WebDriverWait(driver, 30).until(
            lambda d: d.execute_script(
                "return document.fonts.status === 'loaded' && [...document.querySelectorAll("
                "'.chart, .mp-frame')].filter((chart) => chart.getBoundingClientRect().top < innerHeight)"
                ".every((chart) => !chart.clientWidth || chart.querySelector('.main-svg, .mp-m'))"
                " && !document.getElementById('first')"
            )
        )
        time.sleep(1)  # the last layout pass and the land of the map have no event
        driver.save_screenshot(file.as_posix())


def main() -> None:
    """Take them all."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with serving() as address:
        for name, path, width, height in shots():
            take(address + path, PICTURES / name, width, height)
            print(f"docs/pictures/{name}")


if __name__ == "__main__":
    main()
