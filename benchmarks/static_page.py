"""The figures of two cities as the product has drawn them, for the static page to draw again."""

from __future__ import annotations

from typing import Any

from selenium.webdriver import Chrome

from benchmarks.browser import load
from benchmarks.cities import N_CHARTS, City
from benchmarks.references.ready import document
from components.chart_panel import CONFIG

# With the reader's colours and sizes already in: the static page has no script of ours to run.
_FIGURES = """
const graphs = [...document.querySelectorAll(".js-plotly-plot")];
return [
  graphs.map((graph) => [graph.data, graph.layout]),
  graphs.map((graph) => [graph.clientWidth, graph.clientHeight]),
];
"""


def static_page(driver: Chrome, address: str, cities: tuple[City, City]) -> str:
    """The page's HTML."""
    figures: list[Any] = []
    sizes: list[Any] = []
    for city in cities:
        load(driver, address + city.href, N_CHARTS, cached=True)
        drawn, sizes = driver.execute_script(_FIGURES)
        figures.append(drawn)
    return document(figures, sizes, CONFIG)
